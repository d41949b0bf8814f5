"""半角标点: half-width marks in Chinese text. One finding a paragraph, however many marks it has.

What is Latin stays Latin: 8:00, 1.5, 3,000, www.…, an English sentence, a list number such as 1. at the start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.setting import Setting
from generator.findings import Edit, Finding
from generator.manuscript import Manuscript, Passage

RULE = "PN01"
HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
CHINESE = rf"[{HAN}，。；：？！、“”‘’（）《》〈〉【】〔〕％…—]"
FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}
MARK = re.compile(
    rf"(?<={CHINESE})[,;:?!](?![0-9A-Za-z/\\])|(?<={CHINESE})[,;:?!](?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])[,;?!](?=[{HAN}“《（])"
    rf"|(?<=[0-9A-Za-z%]):(?=[“《])|(?<=[{HAN}”’》）])\.(?=[{HAN}“《（]|\s*$)"
)
BRACKETS = re.compile(r"\(([^()\n]{0,80})\)")
STRAIGHT = re.compile('"')
LABEL = re.compile(r"[\s\u3000]*[一二三四五六七八九十0-9]{1,3}\.")
LATIN_WORD = re.compile(r"[A-Za-z]")
ANY_HAN = re.compile(rf"[{HAN}]")
ADDRESS = re.compile(r"(?:https?://|www\.|[\w.+-]+@)[\w./?=&%#:~,;+-]*", re.ASCII)


def check_half_width(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the paragraphs that have half-width marks where Chinese ones belong."""
    for passage in draft.passages:
        if not passage.text.isascii() and (edits := tuple(sorted(marks(passage), key=lambda e: e.start))):
            places = tuple((edit.start, edit.end) for edit in edits)
            old = "".join(dict.fromkeys(passage.text[e.start - passage.start] for e in edits))
            message = f"这一段有 {len(edits)} 处半角标点（{old}），中文里用全角"
            yield Finding(RULE, places, message, edits, safe=True)


def marks(passage: Passage) -> Iterator[Edit]:
    """Yield the mend of each half-width mark of a paragraph."""
    text = passage.text
    spared = [match.span() for match in ADDRESS.finditer(text)]
    label = LABEL.match(text)
    if label:
        spared.append((0, label.end()))
    for at, new in (*_single(text), *_brackets(text), *_quotes(text)):
        if not any(start <= at < end for start, end in spared):
            yield Edit(passage.start + at, passage.start + at + 1, new)


def _single(text: str) -> Iterator[tuple[int, str]]:
    for match in MARK.finditer(text):
        yield match.start(), FULL[match[0]]


def _brackets(text: str) -> Iterator[tuple[int, str]]:
    """Yield the brackets that hold Chinese or stand in Chinese; f(x) and (see p. 3) are left."""
    for match in BRACKETS.finditer(text):
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        chinese = ANY_HAN.search(match[1]) or (ANY_HAN.match(before) and not LATIN_WORD.match(after))
        numeral = not before and match[1].isdigit()
        if chinese or numeral:
            yield match.start(), "（"
            yield match.end() - 1, "）"


def _quotes(text: str) -> Iterator[tuple[int, str]]:
    """Yield straight quotes in Chinese text; an odd one out is left to the check of pairs."""
    found = [match.start() for match in STRAIGHT.finditer(text)]
    if len(found) % 2:
        return
    for first, last in zip(found[::2], found[1::2], strict=True):
        outside = text[:first][-1:] + text[last + 1 :][:1]
        if ANY_HAN.search(text[first + 1 : last]) or ANY_HAN.search(outside):
            yield first, "“"
            yield last, "”"
