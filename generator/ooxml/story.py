"""全文: everything that a Word file shows as text, in one order, with the place of every character in its parts.

The order is that of reading: the body with its tables and text boxes, then footnotes, endnotes, headers, footers.
Left out is what Word makes by itself and nobody wrote: tables of contents, page numbers, bullets. A line that ends
in the middle of a paragraph (软回车) counts as a paragraph: drafts that come from a web page are made of such lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from generator.manuscript import Area, Block, Manuscript, from_blocks
from generator.ooxml.names import (
    BODY,
    PARAGRAPH_PROPERTIES,
    RELATION_ID,
    SECTION,
    Element,
    value,
    w,
)
from generator.ooxml.numbers import Numbering
from generator.ooxml.package import Package
from generator.ooxml.styles import Styles, level_of
from generator.ooxml.walk import Draft, Piece, joined, walk

NOTES = (("footnotes", "footnote", Area.FOOTNOTE), ("endnotes", "endnote", Area.ENDNOTE))
MARGINS = (("headerReference", Area.HEADER), ("footerReference", Area.FOOTER))
PAGE_NUMBER = re.compile(r"[\W\d_第页共]*")
"""a header or footer that holds no more than this is a page number"""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """段落: a paragraph of the file: where it is, what it is, and its pieces."""

    part: str
    element: Element
    area: Area
    level: int
    pieces: tuple[Piece, ...]
    begins: tuple[int, ...]
    """where each piece begins in the text, and where the next one would"""
    text: str

    def piece_at(self, offset: int) -> int:
        """Return which piece holds a character."""
        return bisect_right(self.begins, offset) - 1


class Story:
    """全文: the paragraphs of a package; offsets are those of the manuscript's text."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = Styles(_tree(package, "styles"))
        self.paragraphs = tuple(self._read())

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Return where each paragraph begins in the manuscript's text, and where the next one would."""
        return tuple(accumulate((len(each.text) + 1 for each in self.paragraphs), initial=0))

    def index_at(self, offset: int) -> int:
        """Return which paragraph an offset lies in."""
        return min(bisect_right(self.starts, offset), len(self.paragraphs)) - 1

    def manuscript(self, name: str) -> Manuscript:
        """Return the manuscript: every line is a paragraph, and the first one of a heading has its level."""
        return from_blocks(
            name,
            (
                Block(line, each.area, 0 if index else each.level)
                for each in self.paragraphs
                for index, line in enumerate(each.text.split("\n"))
            ),
        )

    def _read(self) -> Iterator[Paragraph]:
        numbering = Numbering(_tree(self.package, "numbering"), self.styles)
        for part, root, area in self._stories():
            for draft in joined(walk(root, area, self.styles)):
                yield from self._finished(part, draft, numbering)

    def _finished(self, part: str, draft: Draft, numbering: Numbering) -> Iterator[Paragraph]:
        """Yield the paragraph with its number and level, unless Word has made it by itself."""
        properties = draft.element.find(PARAGRAPH_PROPERTIES)
        style = self.styles.of_paragraph(properties)
        if self.styles.is_contents(style):
            return
        number = numbering.next(properties)
        pieces = (Piece(number, None), *draft.pieces) if number else tuple(draft.pieces)
        text = "".join([piece.text for piece in pieces])
        if draft.area in (Area.HEADER, Area.FOOTER) and PAGE_NUMBER.fullmatch(text):
            return
        outline = value(properties, w("outlineLvl"))
        level = self.styles.level(style) if outline is None else level_of(outline)
        begins = tuple(accumulate([len(piece.text) for piece in pieces], initial=0))
        yield Paragraph(part, draft.element, draft.area, level, pieces, begins, text)

    def _stories(self) -> Iterator[tuple[str, Element, Area]]:
        """Yield the parts that hold text, each with the element that holds it; none when there is no body."""
        package = self.package
        document = package.tree(package.main)
        body = document.find(BODY)
        if body is None:
            return
        yield package.main, body, Area.BODY
        for kind, tag, area in NOTES:
            if part := package.part_of_kind(kind):
                for note in package.tree(part).iter(w(tag)):
                    if note.get(w("type"), "normal") == "normal":
                        yield part, note, area
        for tag, area in MARGINS:
            for part in self._margins(document, tag):
                yield part, package.tree(part), area

    def _margins(self, document: Element, tag: str) -> Iterator[str]:
        """Yield the parts of the headers or footers that a section shows, each once."""
        targets = {id: to for id, _, to in self.package.related(self.package.main)}
        references = (each for section in document.iter(SECTION) for each in section.iter(w(tag)))
        for part in dict.fromkeys(targets.get(each.get(RELATION_ID), "") for each in references):
            if part in self.package:
                yield part


def _tree(package: Package, kind: str) -> Element | None:
    part = package.part_of_kind(kind)
    return package.tree(part) if part else None
