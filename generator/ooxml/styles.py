"""样式: what paragraphs and runs inherit from their styles: numbering, 大纲级别, hidden text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.ooxml.names import VALUE, Element, switched_on, value, w, whole_number

HEADING = re.compile(r"(?:heading|标题) ?([1-9])")
CONTENTS = re.compile(r"(?:toc|目录) ?[1-9]")
BODY_LEVEL = 9
"""outlineLvl 9 is text; 0 to 8 are levels 1 to 9"""


class Styles:
    """样式: the style sheet of a Word file."""

    def __init__(self, root: Element | None) -> None:
        self._styles = (
            {} if root is None else {each.get(w("styleId")): each for each in root.iter(w("style"))}
        )
        self._default = next(
            (
                id
                for id, each in self._styles.items()
                if each.get(w("type")) == "paragraph" and each.get(w("default")) in ("1", "true", "on")
            ),
            None,
        )
        self.level = cache(self._level)
        self.is_hidden = cache(self._is_hidden)
        self.is_contents = cache(self._is_contents)
        self.numbering = cache(self._numbering)

    def id_of(self, name: str) -> str:
        """Return the id of the style of this name; empty where the file has none."""
        return next((id for id, each in self._styles.items() if _name(each) == name), "")

    def chain(self, id: str | None) -> Iterator[tuple[str, Element]]:
        """Yield a paragraph's or run's style and those that it is based on, each with its id."""
        seen: set[str] = set()
        while id is not None and id in self._styles and id not in seen:
            seen.add(id)
            style = self._styles[id]
            yield id, style
            id = value(style, w("basedOn"))

    def of_paragraph(self, properties: Element | None) -> str | None:
        """Return the id of the style of a paragraph with these properties."""
        return value(properties, w("pStyle")) or self._default

    def _level(self, id: str | None) -> int:
        """Return the 大纲级别 that a style gives, from 1; 0 for text."""
        for _, style in self.chain(id):
            outline = value(style, f"{w('pPr')}/{w('outlineLvl')}")
            if outline is not None:
                return level_of(outline)
            if found := HEADING.fullmatch(_name(style)):
                return int(found[1])
        return 0

    def _is_hidden(self, id: str | None) -> bool:
        """Tell whether a style hides its text."""
        for _, style in self.chain(id):
            hidden = switched_on(style.find(w("rPr")), w("vanish"))
            if hidden is not None:
                return hidden
        return False

    def _is_contents(self, id: str | None) -> bool:
        """Tell whether a style is one of a table of contents."""
        return any(CONTENTS.fullmatch(_name(style)) for _, style in self.chain(id))

    def _numbering(self, id: str | None) -> tuple[str, str | None, str]:
        """Return the numbering that a style gives: the list's id, the level if it is named, the style that says so."""
        for owner, style in self.chain(id):
            properties = style.find(f"{w('pPr')}/{w('numPr')}")
            list_id = value(properties, w("numId"))
            if list_id is not None:
                return list_id, value(properties, w("ilvl")), owner
        return "", None, ""


def level_of(outline: str) -> int:
    """Return the 大纲级别 of a value of outlineLvl."""
    number = whole_number(outline, BODY_LEVEL)
    return number + 1 if 0 <= number < BODY_LEVEL else 0


def _name(style: Element) -> str:
    found = style.find(w("name"))
    return "" if found is None else str(found.get(VALUE) or "").lower()
