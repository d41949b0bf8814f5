"""全程: the story of a speech, from the file of its brief to the finished document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TypeVar

from generator.chinese import characters
from generator.compose.choose import Chooser, all_slots
from generator.compose.context import BUILT_IN, build_context
from generator.compose.plan import Outline, Planner
from generator.compose.realise import from_template, realise
from generator.diagnostics import Diagnostic, GeneratorError, InputError, Location
from generator.layout import Paragraph, RunKind, lay_out
from generator.library import SHARED_TOPIC, Library
from generator.material import Brief, Phrase, Place, Skeleton, Slot, Topic
from generator.model import Sentence, Span, Speech
from generator.places.features import known_features
from generator.places.notes import unsure_note
from generator.places.profile import profile_place
from generator.places.profile_keys import PROFILE_KEYS
from generator.places.resolve import resolve
from generator.places.words import word_list
from generator.readers.brief import override, read_brief, read_names
from generator.readers.phrasebank import Known, read_phrases, read_topic
from generator.readers.profiles import read_profile
from generator.readers.skeletons import read_skeleton
from generator.readers.yamlnodes import Sheet, read_sheet, suggestion

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Material:
    """备料: the brief with everything that it names, read and checked."""

    brief: Brief
    skeleton: Skeleton
    topic: Topic
    place: Place
    bank: Mapping[str, Sequence[Phrase]]
    context: Mapping[str, object]
    outline: Outline
    rng: Random
    notices: tuple[str, ...]

    @property
    def questions(self) -> dict[str, str]:
        """Return the question that each declared parameter asks."""
        declared = {**self.skeleton.parameters, **self.topic.parameters}
        return {name: parameter.question for name, parameter in declared.items()}


@dataclass(frozen=True, slots=True)
class Draft:
    """初稿: a finished speech with what the command tells about it."""

    speech: Speech
    paragraphs: tuple[Paragraph, ...]
    material: Material
    unused: tuple[str, ...]
    """facts of the brief that no sentence tells"""
    notices: tuple[str, ...]
    """提示: what the writer should know before printing"""

    @property
    def gaps(self) -> tuple[str, ...]:
        """Return the slots that nothing filled."""
        runs = (run for paragraph in self.paragraphs for run in paragraph.runs)
        return tuple(dict.fromkeys(run.slot for run in runs if run.kind is RunKind.GAP))


def generate(path: Path, library: Library, overrides: Mapping[str, str]) -> Draft:
    """Return the draft of a brief.

    Args:
        path: the file of the brief.
        library: where skeletons and phrases are.
        overrides: keys of the brief, or its parameters, with the values that replace them.

    Raises:
        GeneratorError: the brief or a file of the library is faulty; all faults of a file at once.
    """
    return compose(gather(read_sheet(path), library, overrides))


def gather(sheet: Sheet, library: Library, overrides: Mapping[str, str]) -> Material:
    """Read what a brief names and plan the speech; raise all faults of the brief together."""
    for key, value in overrides.items():
        override(sheet, key, value)
    skeleton_name, topic_name = read_names(sheet)
    skeleton = _named(library, sheet, skeleton_name, ("骨架", library.skeletons()), read_skeleton)
    topic = _named(library, sheet, topic_name, ("主题", library.topics()), read_topic)
    brief = read_brief(sheet, skeleton, topic, known_words(), place_keys())
    place = _place(sheet, brief)
    if skeleton is None or topic is None or place is None:
        sheet.finish()
        raise AssertionError("a missing skeleton, topic or place is always a fault of the brief")
    context = build_context(brief, skeleton, topic, place)
    rng = Random(brief.seed)
    planner = Planner(brief, skeleton, topic, context, rng)
    outline = planner.outline()
    sheet.add(planner.problems)
    sheet.finish()
    names = frozenset(context)
    bank = read_bank(library, topic.name, names, [slot.move for slot in all_slots(outline)])
    _check_moves(all_slots(outline), bank, skeleton, topic)
    notices = tuple(filter(None, (sheet.notice, *place.notes)))
    return Material(brief, skeleton, topic, place, bank, context, outline, rng, notices)


def compose(material: Material) -> Draft:
    """Choose the phrases and realise the speech."""
    brief, context, outline = material.brief, material.context, material.outline
    slots = list(all_slots(outline))
    title = material.skeleton.title.needs
    chooser = Chooser(
        slots, material.bank, context, brief, material.place, material.rng, told=title | _needs(outline)
    )
    phrases = chooser.run((brief.length or material.skeleton.length[0]) - _fixed_length(material, len(slots)))
    speech = _speech(material, iter(phrases))
    needs = frozenset().union(*(phrase.template.needs for phrase in phrases if phrase), _needs(outline))
    unused = tuple(name for name in brief.values if name not in needs | title)
    doubt = unsure_note(material.place, needs)
    return Draft(speech, lay_out(speech), material, unused, tuple(filter(None, (*material.notices, doubt))))


def read_bank(
    library: Library, topic: str, names: frozenset[str], moves: Sequence[str] | None = None
) -> dict[str, list[Phrase]]:
    """Return the phrases of a topic and of 通用 by move; all faults of all files are raised together.

    Args:
        library: where the files are.
        topic: the topic.
        names: what may stand in a slot.
        moves: the moves that are wanted; None for all.
    """
    known = Known(names, known_features())
    bank: dict[str, list[Phrase]] = {}
    problems: list[Diagnostic] = []
    seen: dict[str, Location] = {}
    for folder in dict.fromkeys((topic, SHARED_TOPIC)):
        for path in library.phrase_files(folder):
            sheet = read_sheet(path, library.label(path))
            for phrase in read_phrases(sheet, folder, known, moves and frozenset(moves)):
                if phrase.id in seen:
                    sheet.add(
                        [
                            Diagnostic(
                                f"号“{phrase.id}”与 {seen[phrase.id]} 重复",
                                phrase.location,
                                remedy="换一个号。",
                            )
                        ]
                    )
                seen[phrase.id] = phrase.location
                bank.setdefault(phrase.move, []).append(phrase)
            problems += sheet.problems
    if problems:
        raise InputError(tuple(problems))
    return bank


def known_words() -> frozenset[str]:
    """Return what every template may name: the place words and what the program fills itself."""
    return frozenset({*(word for word, _, _ in word_list()), *BUILT_IN})


def _named(
    library: Library,
    sheet: Sheet,
    name: str,
    kind: tuple[str, Mapping[str, Path]],
    read: Callable[[Sheet], T],
) -> T | None:
    """Return the skeleton or the topic that the brief names; report a name that is not there."""
    key, files = kind
    if name in files:
        return read(read_sheet(files[name], library.label(files[name])))
    if name:
        sheet.report_key(key, f"没有“{name}”这个{key}", suggestion(name, files))
    return None


def place_keys() -> dict[str, str]:
    """Return what may be said of a place, key -> type."""
    return {key: each.type for key, each in PROFILE_KEYS.items()}


def _place(sheet: Sheet, brief: Brief) -> Place | None:
    """Return the place of the brief: a name, a profile in the brief, or a profile file beside it."""
    try:
        if brief.profile:
            return profile_place(brief.profile)
        return find_place(brief.place, Path(sheet.name).parent) if brief.place else None
    except InputError as fault:
        sheet.problems.extend(fault.diagnostics)
    except GeneratorError as fault:
        sheet.report_key("地点", fault.message, fault.remedy)
    return None


def find_place(name: str, beside: Path = Path()) -> Place:
    """Return the place of a name, or of a profile file (地点文件) in the current folder or in `beside`."""
    if not name.endswith((".yaml", ".yml")):
        return resolve(name)
    sheet = read_sheet(Path(name) if Path(name).exists() else beside / name)
    values = read_profile(sheet, place_keys())
    try:
        return profile_place(values)
    except GeneratorError as fault:
        sheet.report_key("名称", fault.message, fault.remedy)
        raise InputError(tuple(sheet.problems)) from None


def _speech(material: Material, phrases: Iterator[Phrase | None]) -> Speech:
    """Return the speech of an outline and its phrases."""
    brief, context = material.brief, material.context
    root = realise(material.outline, phrases, context)
    title = from_template(material.skeleton.title, context, "骨架", "标题")
    salutation = material.skeleton.salutation if brief.salutation is None else brief.salutation
    return Speech(
        title=Sentence((Span(brief.title),)) if brief.title else title,
        parts=root.parts,
        speaker=brief.speaker,
        date=str(context["日期"]),
        salutation=salutation,
        subtitle=brief.subtitle,
        signature=brief.signature,
        attachments=brief.attachments,
        seed=brief.seed,
    )


def _fixed_length(material: Material, slots: int) -> int:
    """Return the characters that stand in the speech before any phrase is chosen."""
    bare = lay_out(_speech(material, iter([None] * slots)))
    runs = (run for paragraph in bare for run in paragraph.runs)
    return sum(characters(run.text) for run in runs if run.kind is not RunKind.GAP)


def _needs(outline: Outline) -> frozenset[str]:
    templates = [*outline.own, *filter(None, [outline.heading])]
    own = frozenset().union(*(template.needs for template in templates))
    return own.union({outline.over}, *(_needs(point) for point in outline.points))


def _check_moves(
    slots: Iterator[Slot], bank: Mapping[str, Sequence[Phrase]], skeleton: Skeleton, topic: Topic
) -> None:
    """Raise the moves that the skeleton must fill and for which there is no phrase at all."""
    lacking = [s.move for s in slots if s.move and not s.optional and s.move not in bank]
    if lacking:
        message = (
            f"骨架“{skeleton.name}”要用的环节“{'”“'.join(lacking)}”，主题“{topic.name}”和通用里都没有语句"
        )
        remedy = f"在 phrasebank/{topic.name}/ 里为这些环节写语句，或在要素里去掉相应的部分。"
        raise InputError((Diagnostic(message, skeleton.location, remedy=remedy),))
