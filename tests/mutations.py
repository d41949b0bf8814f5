"""变异: seeded faults put into clean texts, one at a time, and where each of them lies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

HAN = "一二三四五六七八九十"
MARKS = "“”（）《》‘’〔〕"
LEVELS = {"县": "区市旗", "区": "县旗", "市": "县旗", "旗": "县区"}
PLACEHOLDERS = (
    "XX",
    "××",
    "X",
    "xx",
    "＊＊",
    "【待填】",
    "{{地名}}",
    "某某",
    "〔20_〕",
    "20XX年",
    "202x年",
    "____",
)
SENTENCE = re.compile(r"(?<=[。！])")
ORDINAL = re.compile(
    r"(?m)^(?:（([一二三四五六七八九])）|([一二三四五六七八九])、)|([一二三四五六七八九])(?=[是要](?!定|求|素|点|些|么|不是|否))"
)
COUNT = re.compile(r"(?:讲|提|谈|强调|说|抓好|做到|把握|落实)([两三四五六])(?=[点条件个项句]|方面)")
DAY = re.compile(r"(?<![0-9])(1[0-2]|[1-9])月([12]?[0-9]|3[01])日")


@dataclass(frozen=True)
class Mutant:
    """变异稿: a text with one fault, and the stretch that holds it."""

    kind: str
    text: str
    start: int
    end: int


Mutator = Callable[[str, Random], "Mutant | None"]


def replaced(kind: str, text: str, start: int, end: int, new: str) -> Mutant:
    """Return the mutant that has `new` in place of a stretch."""
    return Mutant(kind, text[:start] + new + text[end:], start, start + len(new))


def some(rng: Random, found: Iterator[re.Match[str]] | list[re.Match[str]]) -> re.Match[str] | None:
    """Return one of the matches."""
    matches = list(found)
    return rng.choice(matches) if matches else None


def pair(text: str, rng: Random) -> Mutant | None:
    """Drop one quote or bracket; the fault lies somewhere in its paragraph."""
    at = [index for index, letter in enumerate(text) if letter in MARKS]
    if not at:
        return None
    drop = rng.choice(at)
    begin, end = text.rfind("\n", 0, drop) + 1, text.find("\n", drop)
    return Mutant("成对", text[:drop] + text[drop + 1 :], begin, end - 1)


def numbering(text: str, rng: Random) -> Mutant | None:
    """Raise or lower the numeral of a heading or of an ordinal by one; its series holds the fault."""
    match = some(rng, ORDINAL.finditer(text))
    if match is None:
        return None
    group = next(number for number in (1, 2, 3) if match[number])
    value = HAN.index(match[group])
    new = HAN[value + 1] if value == 0 or rng.random() < 0.5 else HAN[value - 1]
    start, end = match.span(group)
    mutant = replaced("编号", text, start, end, new)
    return Mutant("编号", mutant.text, 0, len(mutant.text))


def placeholder(text: str, rng: Random) -> Mutant | None:
    """Put a placeholder in front of a word for a level, as an unfinished draft has it."""
    match = some(rng, re.finditer(r"(?<=[，。、])(?=[\u4e00-\u9fff]{6})", text))
    if match is None:
        return None
    mark = rng.choice(PLACEHOLDERS)
    new = mark if mark[-1] in "年〕】}" else f"{mark}县"
    return replaced("占位", text, match.start(), match.start(), new)


def level(text: str, rng: Random) -> Mutant | None:
    """Give 全县, 我县 or 各… the word of another kind of place."""
    match = some(
        rng,
        re.finditer(
            r"[全我]([县旗])(?![\u4e00-\u9fff]{0,2}[（(])|(?<![\u4e00-\u9fff])([县旗])(?=委、)", text
        ),
    )
    if match is None:
        return None
    group = 1 if match[1] else 2
    new = rng.choice("区旗" if match[group] == "县" else "县区")
    return replaced("级别", text, *match.span(group), new)


def date(text: str, rng: Random) -> Mutant | None:
    """Give a date a day that its month does not have."""
    match = some(rng, DAY.finditer(text))
    if match is None:
        return None
    month = int(match[1])
    day = {2: rng.choice(["30", "31"])}.get(month, "31" if month in (4, 6, 9, 11) else "32")
    return replaced("日期", text, match.start(), match.end(), f"{month}月{day}日")


def residue(kind: str, words: tuple[str, ...]) -> Mutator:
    """Return a mutator that puts words of another place at the head of a sentence."""

    def put(text: str, rng: Random) -> Mutant | None:
        match = some(rng, re.finditer(r"(?<=。)(?=[\u4e00-\u9fff]{8})", text))
        if match is None:
            return None
        new = rng.choice(words)
        return replaced(kind, text, match.start(), match.start(), new)

    return put


def doubled(text: str, rng: Random) -> Mutant | None:
    """Write a word of two to four characters twice."""
    size = rng.choice((2, 2, 2, 3, 4))
    match = some(rng, re.finditer(rf"(?<=[，。、；：])[\u4e00-\u9fff]{{{size}}}", text))
    if match is None:
        return None
    return replaced("重字", text, match.start(), match.end(), match[0] * 2)


def count(text: str, rng: Random) -> Mutant | None:
    """State one more or one fewer than there are."""
    match = some(rng, COUNT.finditer(text))
    if match is None:
        return None
    value = "零一两三四五六七".index(match[1])
    return replaced("点数", text, *match.span(1), "零一两三四五六七"[value + rng.choice((-1, 1))])


def set_phrase(phrases: tuple[str, ...]) -> Mutator:
    """Return a mutator that puts in a set phrase with one character lost or changed."""

    def put(text: str, rng: Random) -> Mutant | None:
        match = some(rng, re.finditer(r"(?<=。)(?=[\u4e00-\u9fff]{8})", text))
        if match is None:
            return None
        phrase = rng.choice(phrases)
        at = rng.choice([n for n, letter in enumerate(phrase) if letter not in "、，；"])
        wrong = phrase[:at] + rng.choice(("", "之", "实")) + phrase[at + 1 :]
        if wrong == phrase:
            return None
        return replaced("固定表述", text, match.start(), match.start(), f"要坚持{wrong}。")

    return put
