"""行政区划: access to the table of divisions, from the province to the county.

The table is kept as text and searched as text: a row is taken apart only when it is wanted, since
a speech wants one of three thousand. Townships are in townships.py.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.places.tables import dated, read_lines, table


@dataclass(frozen=True, slots=True)
class Division:
    """区划: one row of the official table, from the province to the township."""

    code: str
    """six digits, nine for a township"""
    name: str
    short: str
    units: str = ""
    """乡级: how many townships of each kind, e.g. 乡11镇18街道4"""

    @property
    def level(self) -> int:
        """Return 1 for a province, 2 for a prefecture, 3 for a county, 4 for a township."""
        if len(self.code) > 6:
            return 4
        return 1 if self.code.endswith("0000") else 2 if self.code.endswith("00") else 3


@cache
def _lines() -> tuple[str, ...]:
    """Return the rows in the order of their codes: the official ones and the ones added by hand."""
    added = ["\t".join((row["代码"], row["名称"], row["短名"], row["乡级"])) for row in table("additions")]
    return tuple(sorted(read_lines("divisions.tsv")[1] + added))


@cache
def _text() -> str:
    return "\n".join(_lines()) + "\n"


def all_divisions() -> Iterator[Division]:
    """Yield every division down to the county, in the order of the codes."""
    return (Division(*line.split("\t")) for line in _lines())


def division(code: str) -> Division | None:
    """Return the division with a six-digit code."""
    lines = _lines()
    place = bisect_left(lines, code)
    found = place < len(lines) and len(code) == 6 and lines[place].startswith(f"{code}\t")
    return Division(*lines[place].split("\t")) if found else None


def named(name: str) -> tuple[Division, ...]:
    """Return the divisions with that full name."""
    return tuple(row for row in _mentioning(name) if row.name == name)


def short_named(name: str) -> tuple[Division, ...]:
    """Return the divisions with that short name."""
    return tuple(row for row in _mentioning(name) if row.short == name)


def alias_named(name: str) -> tuple[Division, ...]:
    """Return the divisions with that alias: listed by hand, or 石柱县, 延边州 by rule."""
    listed = [division(row["代码"]) for row in table("aliases") if row["别名"] == name]
    by_rule = [row for row in short_named(name[:-1]) if row.name.endswith("自治" + name[-1:])]
    return tuple(row for row in (*listed, *by_rule) if row)


def _mentioning(name: str) -> Iterator[Division]:
    """Yield the rows with a cell of that text."""
    text, cell = _text(), f"\t{name}\t"
    place = text.find(cell)
    while place >= 0:
        start, end = text.rfind("\n", 0, place) + 1, text.index("\n", place)
        yield Division(*text[start:end].split("\t"))
        place = text.find(cell, end)


@cache
def _usual_names() -> Mapping[str, str]:
    return {row["代码"]: row["别名"] for row in table("aliases") if row["用"] == "惯称"}


def usual_name(row: Division) -> str:
    """Return 惯称: the name as it stands in running text (达茂旗, 石柱县, 延边州, 新疆)."""
    if listed := _usual_names().get(row.code):
        return listed
    if row.name[-3:-1] != "自治":
        return row.name
    return row.short + row.name[-1].replace("区", "")


def parent(row: Division) -> Division | None:
    """Return the division directly above; codes hold it, with a gap where a county has no prefecture."""
    if row.level == 4:
        return division(row.code[:6])
    if row.level == 1:
        return None
    above = division(row.code[:4] + "00") if row.level == 3 else None
    return above or division(row.code[:2] + "0000")


def ancestors(row: Division) -> tuple[Division, ...]:
    """Return the divisions above, the province first."""
    above = parent(row)
    return () if above is None else (*ancestors(above), above)


def full_name(row: Division) -> str:
    """Return the full chain of names: 重庆市奉节县."""
    return "".join(part.name for part in (*ancestors(row), row))


def below(row: Division) -> tuple[Division, ...]:
    """Return every division below, down to the county."""
    prefix, lines = row.code[: 2 * row.level], _lines()
    start, end = bisect_left(lines, prefix), bisect_left(lines, prefix + "~")
    found = (Division(*line.split("\t")) for line in lines[start:end])
    return tuple(part for part in found if part.code != row.code)


def children(row: Division) -> tuple[Division, ...]:
    """Return the divisions directly below, down to the county."""
    inside = below(row)
    if row.level == 2:
        return inside
    prefectures = {part.code[:4] for part in inside if part.level == 2}
    return tuple(part for part in inside if part.level == 2 or part.code[:4] not in prefectures)


def data_as_of() -> str:
    """Return the date of the official table, which every report prints."""
    return dated("divisions.tsv")


def additions_as_of() -> str:
    """Return the date of the rows added by hand."""
    return dated("additions.tsv")
