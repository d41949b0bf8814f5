"""行文: the paragraphs of one part of a Word file, with the characters that its reader sees, in the order of the file.

Seen: insertions that are tracked, results of fields, text boxes, tables, content controls. Not seen: deletions,
the codes of fields, hidden text, pinyin above characters, the copy of a text box that is kept for older readers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.manuscript import Area
from generator.ooxml.names import (
    ALTERNATE,
    BOX,
    BREAK,
    CHOICE,
    FALLBACK,
    FIELD,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    PRESERVE,
    RETURN,
    RUN,
    RUN_PROPERTIES,
    SPACE,
    SYMBOL,
    TAB,
    TABLE,
    TEXT,
    Element,
    switched_on,
    value,
    w,
)
from generator.ooxml.styles import Styles

SKIPPED = frozenset(
    w(name)
    for name in (
        "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr",
        "del", "moveFrom", "rt", "instrText", "delText",
    )
)  # fmt: skip
"""what holds no text that is seen"""
CHARACTERS = {
    TAB: "\t",
    w("ptab"): "\t",
    BREAK: "\n",
    RETURN: "\n",
    w("noBreakHyphen"): "-",
}
PICTURED = {
    "\uf0b7": "•", "\uf06c": "●", "\uf06e": "■", "\uf075": "◆", "\uf0a8": "□", "\uf06f": "□",
    "\uf0fc": "√", "\uf0fe": "☑", "\uf0d8": "➢", "\uf0e0": "→", "\uf0b4": "×", "\uf0b0": "°",
}  # fmt: skip
"""the signs of the fonts of signs that drafts do hold"""
OTHER_SIGN = "•"
BLANKS = str.maketrans("\t\n\r", "   ")
EDGES = " \t\n\r"
"""what is not shown at the ends of a text that does not ask for its blanks to be kept"""


@dataclass(frozen=True, slots=True)
class Piece:
    """片: characters that one element holds."""

    text: str
    element: Element
    """the w:t, the tab, break or sign itself; None for an automatic number, which is in no element"""


@dataclass(slots=True)
class Draft:
    """段: a paragraph under way."""

    element: Element
    area: Area
    hidden: bool
    """its style hides its text"""
    pieces: list[Piece] = field(default_factory=list)


def walk(root: Element, area: Area, styles: Styles) -> list[Draft]:
    """Return the paragraphs below an element; one that holds a text box stands before the paragraphs in it."""
    return _Walk(area, styles).over(root)


class _Walk:
    """The way through one tree: the paragraphs, tables, fields and hidden runs that are open."""

    def __init__(self, area: Area, styles: Styles) -> None:
        self.styles = styles
        self.done: list[Draft] = []
        self.open: list[Draft] = []
        self.areas = [area]
        self.base = area
        self.codes: list[bool] = []
        """the fields that are open: whether their code is still going on"""
        self.hidden: list[Element] = []
        self.chosen: list[Element | None] = []
        self.starts: dict[str, Callable[[Element], bool]] = {
            PARAGRAPH: self.paragraph,
            RUN: self.run,
            TEXT: self.text,
            SYMBOL: self.symbol,
            FIELD: self.field,
            TABLE: self.table,
            BOX: self.box,
            ALTERNATE: self.alternate,
            CHOICE: self.is_chosen,
            FALLBACK: self.is_chosen,
        }
        self.ends: dict[str, Callable[[Element], None]] = {
            PARAGRAPH: self.end_paragraph,
            RUN: self.end_run,
            TABLE: self.end_area,
            BOX: self.end_area,
            ALTERNATE: self.end_alternate,
        }

    def over(self, root: Element) -> list[Draft]:
        way = etree.iterwalk(root, events=("start", "end"))
        starts, ends = self.starts, self.ends
        for event, element in way:
            tag = element.tag
            if event == "end":
                if tag in ends:
                    ends[tag](element)
            elif tag in SKIPPED:
                way.skip_subtree()
            elif tag in CHARACTERS:
                self.add(CHARACTERS[tag], element)
            elif tag in starts and not starts[tag](element):
                way.skip_subtree()
        return self.done

    def paragraph(self, element: Element) -> bool:
        style = self.styles.of_paragraph(element.find(PARAGRAPH_PROPERTIES))
        draft = Draft(element, self.areas[-1], self.styles.is_hidden(style))
        self.done.append(draft)
        self.open.append(draft)
        return True

    def end_paragraph(self, _: Element) -> None:
        self.open.pop()
        # The code of a field ends where its paragraph ends; else one broken field would hide the rest of the draft.
        self.codes = [False for _ in self.codes]

    def run(self, element: Element) -> bool:
        properties = element.find(RUN_PROPERTIES)
        hidden = switched_on(properties, w("vanish"))
        if hidden is None:
            style = value(properties, w("rStyle"))
            hidden = (style is not None and self.styles.is_hidden(style)) or (
                bool(self.open) and self.open[-1].hidden
            )
        if hidden:
            self.hidden.append(element)
        return True

    def end_run(self, element: Element) -> None:
        if self.hidden and self.hidden[-1] is element:
            self.hidden.pop()

    def text(self, element: Element) -> bool:
        self.add(shown_text(element).translate(BLANKS), element)
        return True

    def symbol(self, element: Element) -> bool:
        try:
            sign = chr(int(element.get(w("char"), ""), 16))
        except (ValueError, OverflowError):
            return True
        self.add(PICTURED.get(sign, OTHER_SIGN) if "\ue000" <= sign <= "\uf8ff" else sign, element)
        return True

    def add(self, text: str, element: Element) -> None:
        """Add characters to the innermost paragraph, when they are seen."""
        if text and self.open and not self.hidden and True not in self.codes:
            self.open[-1].pieces.append(Piece(text, element))

    def field(self, element: Element) -> bool:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self.codes.append(True)
        elif self.codes and kind == "separate":
            self.codes[-1] = False
        elif self.codes and kind == "end":
            self.codes.pop()
        return True

    def table(self, _: Element) -> bool:
        self.areas.append(Area.TABLE if self.areas[-1] is Area.BODY else self.areas[-1])
        return True

    def box(self, _: Element) -> bool:
        self.areas.append(Area.TEXT_BOX if self.base is Area.BODY else self.base)
        return True

    def end_area(self, _: Element) -> None:
        self.areas.pop()

    def alternate(self, element: Element) -> bool:
        texts = (each for each in element if next(each.iter(TEXT), None) is not None)
        self.chosen.append(next(texts, None))
        return True

    def is_chosen(self, element: Element) -> bool:
        return bool(self.chosen) and element is self.chosen[-1]

    def end_alternate(self, _: Element) -> None:
        self.chosen.pop()


def shown_text(element: Element) -> str:
    """Return the text of a w:t; the blanks at its ends are shown only when it asks for that."""
    text = element.text or ""
    return text if element.get(SPACE) == PRESERVE else text.strip(EDGES)


def joined(drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the paragraphs as they are when tracked changes are accepted: a mark that is deleted joins two."""
    carried: list[Piece] = []
    for index, draft in enumerate(drafts):
        if is_mark_deleted(draft.element):
            follower = drafts[index + 1] if index + 1 < len(drafts) else None
            pieces = carried + draft.pieces
            if follower is not None and follower.element.getparent() is draft.element.getparent():
                carried = pieces
                continue
            if not pieces:
                continue
            draft.pieces = pieces
        elif carried:
            draft.pieces = carried + draft.pieces
        carried = []
        yield draft


def is_mark_deleted(paragraph: Element) -> bool:
    """Tell whether the mark that ends a paragraph is deleted, or moved away."""
    mark = paragraph.find(f"{PARAGRAPH_PROPERTIES}/{RUN_PROPERTIES}")
    return mark is not None and (mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None)
