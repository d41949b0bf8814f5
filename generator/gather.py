"""备料: everything that a brief names is read and checked: skeleton, topic, place, phrases."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator.compose.context import BUILT_IN, build_context
from generator.diagnostics import Diagnostic, GeneratorError, InputError, Location
from generator.library import SHARED_TOPIC, Library
from generator.material import Brief, Parameter, Phrase, Place, Skeleton, Slot, Topic
from generator.places.features import known_features
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
Bank = Mapping[str, Sequence[Phrase]]


@dataclass(frozen=True, slots=True)
class Material:
    """备料: the brief with what it names; `context` has a value for every declared name."""

    brief: Brief
    skeleton: Skeleton
    topic: Topic
    place: Place
    context: Mapping[str, object]

    @property
    def parameters(self) -> dict[str, Parameter]:
        """Return every declared parameter."""
        return {**self.skeleton.parameters, **self.topic.parameters}

    @property
    def questions(self) -> dict[str, str]:
        """Return the question that each declared parameter asks."""
        return {name: parameter.question for name, parameter in self.parameters.items()}


def gather(sheet: Sheet, library: Library, overrides: Mapping[str, str]) -> Material:
    """Return what a brief names; faults that leave the speech a shape wait in the sheet, others are raised.

    Args:
        sheet: the file of the brief.
        library: where skeletons and topics are.
        overrides: keys of the brief, or its parameters, with the values that replace them.
    """
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
    return Material(brief, skeleton, topic, place, build_context(brief, skeleton, topic, place))


def gather_bank(library: Library, material: Material, slots: Sequence[Slot]) -> Bank:
    """Return the phrases for the slots of a speech; a move that nothing can fill is a fault."""
    topic, skeleton = material.topic.name, material.skeleton
    bank = read_bank(library, topic, frozenset(material.context), [slot.move for slot in slots])
    lacking = [s.move for s in slots if s.move and not s.optional and s.move not in bank]
    if lacking:
        moves = "”“".join(dict.fromkeys(lacking))
        message = f"骨架“{skeleton.name}”要用的环节“{moves}”，主题“{topic}”和通用里都没有语句"
        remedy = f"在 phrasebank/{topic}/ 里为这些环节写语句，或在要素里去掉相应的部分。"
        raise InputError((Diagnostic(message, skeleton.location, remedy=remedy),))
    return bank


def read_bank(
    library: Library,
    topic: str,
    names: frozenset[str],
    moves: Sequence[str] | None = None,
    shared: bool = True,
) -> dict[str, list[Phrase]]:
    """Return the phrases of a topic and of 通用 by move; all faults of all files are raised together.

    Args:
        library: where the files are.
        topic: the topic.
        names: what may stand in a slot.
        moves: the moves that are wanted; None for all.
        shared: with those of 通用, whose names may be others than those of the topic.
    """
    known = Known(names, known_features())
    bank: dict[str, list[Phrase]] = {}
    problems: list[Diagnostic] = []
    seen: dict[str, Location] = {}
    for folder in dict.fromkeys((topic, SHARED_TOPIC)) if shared else (topic,):
        for path in library.phrase_files(folder):
            sheet = read_sheet(path, library.label(path))
            for phrase in read_phrases(sheet, folder, known, moves and frozenset(moves)):
                if phrase.id in seen:
                    message = f"号“{phrase.id}”与 {seen[phrase.id]} 重复"
                    sheet.add([Diagnostic(message, phrase.location, remedy="换一个号。")])
                seen[phrase.id] = phrase.location
                bank.setdefault(phrase.move, []).append(phrase)
            problems += sheet.problems
    if problems:
        raise InputError(tuple(problems))
    return bank


def known_words() -> frozenset[str]:
    """Return what every template may name: the place words and what the program fills itself."""
    return frozenset({*(word for word, _, _ in word_list()), *BUILT_IN})


def place_keys() -> dict[str, str]:
    """Return what may be said of a place, key -> type."""
    return {key: each.type for key, each in PROFILE_KEYS.items()}


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
