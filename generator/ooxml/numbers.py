"""自动编号: the number that Word puts before a paragraph, from numbering.xml and the styles; it is not in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from generator.ooxml.names import VALUE, Element, switched_on, value, w, whole_number
from generator.ooxml.numerals import numeral
from generator.ooxml.styles import Styles

LEVELS = 9
PLACE = re.compile("%([1-9])")
NEVER = 0
GAP = "\u3000"
"""what stands for the gap behind a number that no mark ends, e.g. 第一条"""


@dataclass(frozen=True, slots=True)
class Level:
    """级: how one level of a list is numbered."""

    start: int = 1
    system: str = "decimal"
    pattern: str = ""
    legal: bool = False
    """every number in figures, whatever its own level's system"""
    restart: int | None = None
    """counted from 1: start anew after this level or a higher one; 0 for never, None for any higher level"""
    joined: bool = False
    """nothing stands between number and text"""
    style: str = ""
    hidden: bool = False


@dataclass(slots=True)
class Count:
    """计数: how far a list has got, on each level; None where it has not begun or starts anew."""

    at: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


class Numbering:
    """自动编号: counts the numbered paragraphs in the order in which they are shown."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = {} if root is None else {each.get(w("numId")): each for each in root.iter(w("num"))}
        self._abstracts = (
            {}
            if root is None
            else {each.get(w("abstractNumId")): each for each in root.iter(w("abstractNum"))}
        )
        self._counts: dict[str, Count] = {}
        self._levels: dict[str, tuple[Level, ...]] = {}
        self._keys: dict[str, str] = {}

    def next(self, properties: Element | None) -> str:
        """Return the number of the next paragraph, which has these properties; empty where it has none."""
        list_id, index = self._place(properties)
        if list_id not in self._lists or not 0 <= index < LEVELS:
            return ""
        levels = self._of(list_id)
        count = self._counted(list_id, levels)
        count.at[index] = levels[index].start if count.at[index] is None else (count.at[index] or 0) + 1
        for deeper in range(index + 1, LEVELS):
            restart = levels[deeper].restart
            if restart is None or (restart != NEVER and index < restart):
                count.at[deeper] = None
        return shown(levels, index, count)

    def _place(self, properties: Element | None) -> tuple[str, int]:
        """Return the list and the level that a paragraph belongs to, by itself or by its style."""
        own = None if properties is None else properties.find(w("numPr"))
        list_id, level = value(own, w("numId")), value(own, w("ilvl"))
        style_list, style_level, owner = self._styles.numbering(self._styles.of_paragraph(properties))
        if list_id is None:
            list_id = style_list
            if level is None and list_id in self._lists:
                by_style = (i for i, each in enumerate(self._of(list_id)) if each.style == owner)
                return list_id, next(by_style, whole_number(style_level))
        return list_id, whole_number(level)

    def _counted(self, list_id: str, levels: tuple[Level, ...]) -> Count:
        """Return the count of a list; lists of one abstract definition go on counting, unless one starts anew."""
        first = list_id not in self._keys
        key = self._keys.setdefault(list_id, value(self._lists[list_id], w("abstractNumId")) or "")
        count = self._counts.setdefault(key, Count())
        if first:
            for override in self._lists[list_id].iter(w("lvlOverride")):
                index = whole_number(override.get(w("ilvl")))
                if override.find(w("startOverride")) is not None and 0 <= index < LEVELS:
                    count.at[index] = None
        return count

    def _of(self, list_id: str) -> tuple[Level, ...]:
        """Return the nine levels of a list, with its own changes."""
        if list_id not in self._levels:
            levels = [Level()] * LEVELS
            abstract = self._abstract(list_id)
            if abstract is not None:
                _define(levels, abstract.findall(w("lvl")))
            for override in self._lists[list_id].iter(w("lvlOverride")):
                _define(levels, override.findall(w("lvl")))
                _restart(levels, override)
            self._levels[list_id] = tuple(levels)
        return self._levels[list_id]

    def _abstract(self, list_id: str) -> Element | None:
        """Return the definition of a list; it may lie behind a style of numbering."""
        for _ in range(LEVELS):
            found = self._abstracts.get(value(self._lists.get(list_id), w("abstractNumId")))
            link = value(found, w("numStyleLink"))
            if link is None:
                return found
            list_id = self._styles.numbering(link)[0]
        return None


def shown(levels: tuple[Level, ...], index: int, count: Count) -> str:
    """Return the number of a paragraph as it is shown, with a gap where no mark ends it."""
    level = levels[index]
    if level.hidden or level.system == "bullet":
        return ""

    def figure(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        number = count.at[place]
        system = "decimal" if level.legal and levels[place].system != "none" else levels[place].system
        return numeral(levels[place].start if number is None else number, system)

    number = PLACE.sub(figure, level.pattern)
    return number + GAP if number and number[-1].isalnum() and not level.joined else number


def _define(levels: list[Level], elements: list[Element]) -> None:
    for element in elements:
        index = whole_number(element.get(w("ilvl")), -1)
        if 0 <= index < LEVELS:
            levels[index] = _level(element)


def _level(element: Element) -> Level:
    # A custom format stands beside a plain one, for readers that do not know it; the plain one comes last.
    systems = [each.get(VALUE) or "" for each in element.iter(w("numFmt"))]
    restart = value(element, w("lvlRestart"))
    return Level(
        start=max(0, whole_number(value(element, w("start")), 1)),
        system=systems[-1] if systems else "decimal",
        pattern=(value(element, w("lvlText")) or "").strip(),
        legal=bool(switched_on(element, w("isLgl"))),
        restart=None if restart is None else whole_number(restart),
        joined=value(element, w("suff")) == "nothing",
        style=value(element, w("pStyle")) or "",
        hidden=bool(switched_on(element.find(w("rPr")), w("vanish"))),
    )


def _restart(levels: list[Level], override: Element) -> None:
    start = value(override, w("startOverride"))
    index = whole_number(override.get(w("ilvl")), -1)
    if start is not None and 0 <= index < LEVELS:
        levels[index] = replace(levels[index], start=max(0, whole_number(start, 1)))
