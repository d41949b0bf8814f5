"""地名索引: every name that a text may hold, from the province to the county, by its first two characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from generator.places.divisions import all_divisions, usual_name
from generator.places.retired import retired
from generator.places.tables import read_lines, table


class Trust(Enum):
    """可信: what a name needs before it counts as a name."""

    SURE = "可靠"
    """nothing: 奉节县, 内蒙古"""
    WORDY = "常词"
    """no word across its left border: 友谊县, 海城市, 赵县"""
    VERB = "动词"
    """its superior, or a preposition of place, in front: 会同县"""
    NOUN = "名词"
    """the same, or an organ or people behind it: 港口区"""
    SHORT = "短名"
    """a list of places, or people behind it: 奉节, 长治"""


TRAPS = {"动词": Trust.VERB, "名词": Trust.NOUN}


@dataclass(frozen=True, slots=True)
class Name:
    """地名: one name, and the divisions that bear it or bore it."""

    text: str
    trust: Trust
    codes: tuple[str, ...]
    gone: tuple[str, ...] = ()
    """旧名: the codes of the divisions that bore it and are gone"""
    short: bool = False

    @property
    def all_codes(self) -> tuple[str, ...]:
        """Return the codes of every division that bears it or bore it."""
        return self.codes + self.gone


@cache
def index() -> Mapping[str, tuple[Name, ...]]:
    """Return the names by their first two characters, the longest first."""
    found: dict[str, list[Name]] = defaultdict(list)
    for name in _names():
        found[name.text[:2]].append(name)
    return {start: tuple(sorted(names, key=lambda name: -len(name.text))) for start, names in found.items()}


def _names() -> Iterator[Name]:
    full, short, gone = _spellings()
    wordy, plain = _classes(), _traps()
    for text in full.keys() | gone.keys():
        trap = plain.get(text)
        if trap == "不认":
            continue
        trust = TRAPS.get(trap or "", Trust.SURE)
        if trust is Trust.SURE and (len(text) == 2 or text in wordy["常词全名"]):
            trust = Trust.WORDY
        yield Name(text, trust, tuple(full.get(text, ())), tuple(gone.get(text, ())))
    for text in short.keys() - full.keys():
        codes = tuple(short[text])
        level = 1 if codes[0].endswith("0000") else 2 if codes[0].endswith("00") else 3
        if level == 3 and text in wordy["常词短名"]:
            continue
        guarded = plain.get(text) == "停用" or (level == 3 and len(text) == 2)
        yield Name(text, Trust.SHORT if guarded else Trust.SURE, codes, short=True)


def _spellings() -> tuple[dict[str, list[str]], dict[str, list[str]], dict[str, list[str]]]:
    """Return the full names and aliases, the short names and the retired names, each with its codes."""
    full: dict[str, list[str]] = defaultdict(list)
    short: dict[str, list[str]] = defaultdict(list)
    gone: dict[str, list[str]] = defaultdict(list)
    for row in all_divisions():
        full[row.name].append(row.code)
        short[row.short].append(row.code)
        usual = usual_name(row)
        if usual not in (row.name, row.short):
            full[usual].append(row.code)
    for alias in table("aliases"):
        if len(alias["别名"]) > 2 and alias["用"] != "惯称":
            full[alias["别名"]].append(alias["代码"])
    for old in retired():
        gone[old.name].append(old.code)
    return full, short, gone


def _classes() -> Mapping[str, frozenset[str]]:
    _, lines = read_lines("names.tsv")
    cells = (line.split("\t") for line in lines)
    return {kind: frozenset(names.split(" ")) for kind, names in cells}


def _traps() -> Mapping[str, str]:
    return {row["名"]: row["类"] for row in table("name_traps")}
