"""改字: other characters put in the place of some, in the runs that hold them, so that their format stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import NamedTuple, TypeAlias

from lxml import etree

from generator.ooxml.names import ALTERNATE, BOX, CHOICE, FALLBACK, PRESERVE, SPACE, TEXT, Element
from generator.ooxml.story import Paragraph, Story
from generator.ooxml.walk import Piece, shown_text

BREAKS = frozenset("\n\r\t\v\f")


class Change(NamedTuple):
    """改动: what should stand in place of the characters from start to end."""

    start: int
    end: int
    text: str


Spot: TypeAlias = list[tuple[Piece, int, int]]
"""the pieces that a change touches, each with the span in it; for an insertion the one that takes it"""


def make(story: Story, changes: Iterable[Change]) -> int:
    """Make changes in the package of a story, and return how many were made; the story itself is then out of date.

    Not made are those that touch an automatic number, reach over the end of a paragraph, bring a line break, or
    overlap another one.
    """
    made, last = 0, len(story.paragraphs) and story.starts[-1]
    # From the last to the first: so the offsets of those still to be made stay right.
    for change in sorted(changes, reverse=True):
        index = story.index_at(change.start)
        paragraph, begin = story.paragraphs[index], story.starts[index]
        steps = _steps(paragraph, Change(change.start - begin, change.end - begin, change.text))
        if change.end > last or not steps:
            continue
        for step, spot in steps:
            _replace(step, spot)
        _mirror(paragraph.element)
        story.package.put(paragraph.part, story.package.tree(paragraph.part))
        made, last = made + 1, change.start
    return made


def _steps(paragraph: Paragraph, change: Change) -> list[tuple[Change, Spot]]:
    """Return the smallest changes that make up one, the last one first; none when it cannot be made."""
    if not 0 <= change.start <= change.end <= len(paragraph.text) or not BREAKS.isdisjoint(change.text):
        return []
    steps = [(step, _spot(paragraph, step)) for step in _smallest(paragraph.text, change)]
    possible = all(spot and all(piece.element is not None for piece, *_ in spot) for _, spot in steps)
    return steps if possible else []


def _smallest(text: str, change: Change) -> Iterator[Change]:
    """Yield the changes of single characters, or else of what lies between a common beginning and a common end."""
    start, end, new = change
    old = text[start:end]
    if len(old) == len(new):
        for index in range(len(old) - 1, -1, -1):
            if old[index] != new[index]:
                yield Change(start + index, start + index + 1, new[index])
        return
    most = min(len(old), len(new))
    head = next((index for index in range(most) if old[index] != new[index]), most)
    most -= head
    tail = next((index for index in range(most) if old[-1 - index] != new[-1 - index]), most)
    yield Change(start + head, end - tail, new[head : len(new) - tail])


def _spot(paragraph: Paragraph, change: Change) -> Spot:
    start, end, _ = change
    if start < end:
        indices = range(paragraph.piece_at(start), paragraph.piece_at(end - 1) + 1)
        return [_within(paragraph, index, start, end) for index in indices]
    behind = paragraph.piece_at(start)
    beside = [
        _within(paragraph, index, start, end)
        for index in (behind - 1, behind)
        if 0 <= index < len(paragraph.pieces)
        and paragraph.pieces[index].element is not None
        and start <= paragraph.begins[index + 1]
    ]
    return ([each for each in beside if each[0].element.tag == TEXT] or beside)[:1]


def _within(paragraph: Paragraph, index: int, start: int, end: int) -> tuple[Piece, int, int]:
    """Return a piece with the part of a span that lies in it."""
    piece, begin = paragraph.pieces[index], paragraph.begins[index]
    return piece, max(start - begin, 0), min(end - begin, len(piece.text))


def _replace(change: Change, spot: Spot) -> None:
    """Put the new text into the first w:t that is touched, and take away what was there."""
    taker = next((piece for piece, *_ in spot if piece.element.tag == TEXT), None)
    if taker is None and change.text:
        piece, start, end = spot[0]
        made = etree.Element(TEXT)
        (piece.element.addnext if start == end > 0 else piece.element.addprevious)(made)
        _put(made, 0, 0, change.text)
    for piece, start, end in spot:
        if piece.element.tag == TEXT:
            _put(piece.element, start, end, change.text if piece is taker else "")
        elif start < end:
            piece.element.getparent().remove(piece.element)


def _put(element: Element, start: int, end: int, new: str) -> None:
    text = shown_text(element)
    element.text = text[:start] + new + text[end:]
    element.set(SPACE, PRESERVE)


def _mirror(paragraph: Element) -> None:
    """Give the copy of a text box that older readers see the text of the box itself."""
    alternate = next(paragraph.iterancestors(ALTERNATE), None)
    if alternate is None:
        return
    boxes = [list(each.iter(BOX)) for each in alternate.iterchildren(CHOICE)]
    copies = [list(each.iter(BOX)) for each in alternate.iterchildren(FALLBACK)]
    if boxes and copies and len(boxes[0]) == len(copies[0]):
        for box, copy in zip(boxes[0], copies[0], strict=True):
            copy[:] = [deepcopy(child) for child in box]
