"""全程: the story of a speech, from the file of its brief to the finished document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from generator.chinese import characters
from generator.compose.choose import Chooser, all_slots
from generator.compose.context import BUILT_IN
from generator.compose.plan import Outline, Planner
from generator.compose.realise import from_template, realise
from generator.gather import Bank, Material, gather, gather_bank
from generator.layout import Paragraph, RunKind, lay_out
from generator.library import Library
from generator.material import Phrase
from generator.model import Sentence, Span, Speech
from generator.places.notes import unsure_note
from generator.readers.yamlnodes import Sheet, read_sheet

OFF = 0.1
"""how far from the length that is asked for, as a share, goes without saying"""


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
    return generate_from(read_sheet(path), library, overrides)


def generate_from(sheet: Sheet, library: Library, overrides: Mapping[str, str]) -> Draft:
    """Return the draft of a brief that is read already: gather, plan, choose, realise, lay out."""
    material = gather(sheet, library, overrides)
    rng = Random(material.brief.seed)
    planner = Planner(material.brief, material.skeleton, material.topic, material.context, rng)
    outline = planner.outline()
    sheet.add(planner.problems)
    sheet.finish()
    material = replace(material, context={**material.context, **planner.words})
    bank = gather_bank(library, material, list(all_slots(outline)))
    phrases = choose(material, outline, bank, rng)
    speech = speech_of(material, outline, iter(phrases))
    told = told_by(material, outline).union(*(phrase.template.needs for phrase in phrases if phrase))
    paragraphs = lay_out(speech)
    length = length_notice(material.brief.length, paragraphs)
    notices = (sheet.notice, *material.place.notes, unsure_note(material.place, told), length)
    unused = tuple(name for name in material.brief.values if name not in told and name not in BUILT_IN)
    return Draft(speech, paragraphs, material, unused, tuple(filter(None, notices)))


def length_notice(wanted: int, paragraphs: tuple[Paragraph, ...]) -> str:
    """Return what to tell of a speech that could not be made as long, or as short, as the brief asks."""
    length = sum(characters(paragraph.text) for paragraph in paragraphs)
    if not wanted or abs(length - wanted) <= OFF * wanted:
        return ""
    remedy = "减少要点或部分" if length > wanted else "增加要点，或补上事实和自拟的话"
    return f"要素要 {wanted} 字，这些要点只能写成 {length} 字；要接近，请{remedy}"


def choose(material: Material, outline: Outline, bank: Bank, rng: Random) -> list[Phrase | None]:
    """Return the phrase of each slot, so that the whole has the length that the brief asks for."""
    slots = list(all_slots(outline))
    told = told_by(material, outline)
    times = {name: each.times for name, each in material.parameters.items() if each.times}
    chooser = Chooser(slots, bank, material.context, material.brief, material.place, rng, told, times)
    bare = lay_out(speech_of(material, outline, iter([None] * len(slots))))
    runs = (run for paragraph in bare for run in paragraph.runs)
    fixed = sum(characters(run.text) for run in runs if run.kind is not RunKind.GAP)
    return chooser.run((material.brief.length or material.skeleton.length[0]) - fixed)


def told_by(material: Material, outline: Outline) -> frozenset[str]:
    """Return the names that stand in the speech whatever phrases are chosen: in title, headings, lists."""
    title = frozenset() if material.brief.title else material.skeleton.title.needs
    return title | needs_of(outline)


def needs_of(outline: Outline) -> frozenset[str]:
    """Return the names in the headings, the own sentences and the lists of an outline."""
    templates = (*outline.own, *filter(None, [outline.heading]))
    own = frozenset().union(*(template.needs for template in templates))
    return own.union({outline.over}, *(needs_of(point) for point in outline.points))


def speech_of(material: Material, outline: Outline, phrases: Iterator[Phrase | None]) -> Speech:
    """Return the speech of an outline and its phrases."""
    brief, context = material.brief, material.context
    root = realise(outline, phrases, context)
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
