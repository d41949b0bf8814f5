"""批注的位置: the marks in a text that say which characters a comment is about; runs are cut where one begins or ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from generator.ooxml.names import (
    ID,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    PRESERVE,
    RUN,
    RUN_PROPERTIES,
    SPACE,
    TEXT,
    VALUE,
    Element,
    w,
)
from generator.ooxml.story import Paragraph
from generator.ooxml.walk import shown_text


class Range(NamedTuple):
    """范围: the characters of a paragraph that a comment is about."""

    start: int
    end: int
    id: int


class Anchors:
    """批注的位置: sets the marks of comments; style is that of the sign which Word shows at a comment."""

    def __init__(self, style: str) -> None:
        self.style = style

    def mark(self, paragraph: Paragraph, ranges: Iterable[Range]) -> None:
        """Mark ranges in a paragraph; those without characters of their own stand at its beginning."""
        starts: defaultdict[int, list[int]] = defaultdict(list)
        ends: defaultdict[int, list[int]] = defaultdict(list)
        bare = []
        for each in ranges:
            span = _real(paragraph, each.start, each.end)
            if span is None:
                bare.append(each.id)
                continue
            starts[span[0]].append(each.id)
            ends[span[1]].append(each.id)
        # From the last place to the first, a beginning before an end: what stands left of a cut keeps its elements.
        for offset in sorted({*starts, *ends}, reverse=True):
            if offset in starts:
                self._begin(paragraph, offset, starts[offset])
            if offset in ends:
                self._end(paragraph, offset, ends[offset])
        self.point(paragraph.element, bare)

    def point(self, paragraph: Element, ids: Sequence[int]) -> None:
        """Mark the beginning of a paragraph."""
        first = paragraph.find(PARAGRAPH_PROPERTIES)
        place = 0 if first is None else paragraph.index(first) + 1
        paragraph[place:place] = [
            mark for id in ids for mark in (_mark("commentRangeStart", id), *self._closing(id))
        ]

    def _begin(self, paragraph: Paragraph, offset: int, ids: Sequence[int]) -> None:
        element, within = _element_at(paragraph, offset)
        run = _outermost_run(element)
        if element.getparent() is run and (within or _has_content_before(element)):
            run = _cut(run, element, within)
        for id in ids:
            run.addprevious(_mark("commentRangeStart", id))

    def _end(self, paragraph: Paragraph, offset: int, ids: Sequence[int]) -> None:
        element, within = _element_at(paragraph, offset - 1)
        run = _outermost_run(element)
        rest = element.tag == TEXT and within + 1 < len(shown_text(element))
        if element.getparent() is run and (rest or element.getnext() is not None):
            _cut(run, element, within + 1)
        for mark in reversed([mark for id in ids for mark in self._closing(id)]):
            run.addnext(mark)

    def _closing(self, id: int) -> tuple[Element, Element]:
        """Return the mark that ends a range, and the run that refers to the comment."""
        run = etree.Element(RUN)
        if self.style:
            properties = etree.SubElement(run, RUN_PROPERTIES)
            etree.SubElement(properties, w("rStyle")).set(VALUE, self.style)
        run.append(_mark("commentReference", id))
        return _mark("commentRangeEnd", id), run


def _mark(name: str, id: int) -> Element:
    mark = etree.Element(w(name))
    mark.set(ID, str(id))
    return mark


def _real(paragraph: Paragraph, start: int, end: int) -> tuple[int, int] | None:
    """Return the characters next to a range that stand in elements; an automatic number before them does not."""
    last = len(paragraph.text)
    if not last or paragraph.pieces[-1].element is None:
        return None
    first = paragraph.begins[1] if paragraph.pieces[0].element is None else 0
    start = min(max(start, first), last - 1)
    if end <= start:
        # Where something is missing, the character before it is marked.
        start = max(start - (start == end), first)
        end = start + 1
    return start, min(end, last)


def _element_at(paragraph: Paragraph, offset: int) -> tuple[Element, int]:
    """Return the element that holds a character, and which of its characters it is."""
    index = paragraph.piece_at(offset)
    return paragraph.pieces[index].element, offset - paragraph.begins[index]


def _outermost_run(element: Element) -> Element:
    """Return the run that holds an element, and itself stands in no other run of the paragraph."""
    run = element
    for ancestor in element.iterancestors():
        if ancestor.tag == PARAGRAPH:
            break
        if ancestor.tag == RUN:
            run = ancestor
    return run


def _has_content_before(element: Element) -> bool:
    before = element.getprevious()
    return before is not None and before.tag != RUN_PROPERTIES


def _cut(run: Element, element: Element, count: int) -> Element:
    """Cut a run behind so many characters of one of its elements, and return the new run that holds the rest."""
    rest = etree.Element(RUN, dict(run.attrib), nsmap=run.nsmap)
    properties = run.find(RUN_PROPERTIES)
    if properties is not None:
        rest.append(deepcopy(properties))
    following = list(element.itersiblings())
    if count == 0:
        following.insert(0, element)
    elif element.tag == TEXT and count < len(shown_text(element)):
        text = shown_text(element)
        more = etree.SubElement(rest, TEXT)
        for part, words in ((element, text[:count]), (more, text[count:])):
            part.text = words
            part.set(SPACE, PRESERVE)
    rest.extend(following)
    run.addnext(rest)
    return rest
