"""点数: numbers against the things listed in the same sentence: 四方责任：属地、部门、单位、个人."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.before import before
from generator.checks.flatlists import alike, listing_of, masked
from generator.checks.outline import full_width
from generator.checks.setting import Setting
from generator.checks.stated import KINDS, MEASURE, NUMERAL, WIDER, Stated, stated_in, written
from generator.diagnostics import Severity
from generator.findings import Finding, finding
from generator.manuscript import Area, Manuscript, Passage
from generator.rulebook import Confidence

COLON = re.compile(r"(?P<尾>”?[^，。；：！？、“”（）]{0,8})(?:：|——|，?(?:即|也就是)(?:：|是)?)")
BRACKET = re.compile(r"”?（(?P<内>[^（）。；，]*、[^（）。；，]*)）")
JOINED_COUNT = re.compile(f"{NUMERAL}(?:{MEASURE})[^，。；：！？、“”]{{0,6}}[、和与及]$")
"""another number shares the list: 两个下降、三个百分百"""
LABELLED = re.compile(r"[（(]?[一1①首第][、.）)是要先一，]|[0-9]")
MOST_LISTED = 400
SENTENCE = re.compile(f"[^。！？]{{0,{MOST_LISTED}}}")
NOT_LISTS = re.compile("含|不含|包括|其中|如|例如|即|[0-9]|分别")
UNITS = frozenset(
    [
        "市",
        "区",
        "旗",
        "街道",
        "园区",
        "管委会",
        "社区",
        "开发区",
        "镇",
        "乡",
        "场",
        "苏木",
        "村",
        "行业",
        "林场",
        "农场",
    ]
)
"""（市、区） behind 县 is another name of the same thing"""

NEAR = 2


def check_listed(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield numbers that differ from the things listed behind or before them."""
    for passage in full_width(draft).passages:
        if passage.area is not Area.BODY:
            continue
        for said in stated_in(passage.text):
            yield from (found for found in _around(passage, said) if found)


def _around(passage: Passage, said: Stated) -> Iterator[Finding | None]:
    after = _behind(passage, said)
    yield after
    listed = None if after else before(passage.text, said)
    if listed:
        severity = Severity.ERROR if listed.certain else Severity.WARNING
        yield _clash(passage, said, listed.items, severity)


def _behind(passage: Passage, said: Stated) -> Finding | None:
    """Return the clash with a list behind a colon, a dash or 即, or in brackets."""
    text = passage.text
    bracket = BRACKET.match(text, said.behind)
    if bracket:
        return _bracketed(passage, said, bracket)
    colon = COLON.match(text, said.behind)
    if JOINED_COUNT.search(text, max(0, said.start - 14), said.start):
        return None
    if not colon or not (said.measure or KINDS.search(said.thing) or "”" in colon["尾"]):
        return None
    sentence = SENTENCE.match(text, colon.end())
    body = sentence[0] if sentence else ""
    if not body or len(body) == MOST_LISTED or LABELLED.match(body) or body.count("“") != body.count("”"):
        return None
    quoted = "”" in colon["尾"]
    if not quoted and not (WIDER.search(said.thing + colon["尾"]) or len(said.thing) <= 2):
        return None
    key = said.thing if quoted and said.measure else ""
    found = listing_of(body, key)
    if not found or said.number in found.possible or abs(found.count - said.number) > NEAR:
        return None
    if found.flat:
        return _clash(passage, said, found.count, Severity.ERROR)
    few = said.number == found.count + 1 and found.count > 2 and max(found.possible) < said.number
    return _clash(passage, said, found.count, Severity.WARNING) if few else None


def _bracketed(passage: Passage, said: Stated, bracket: re.Match[str]) -> Finding | None:
    """Return the clash with a list in brackets: 三个组（综合、保障、宣传）."""
    items = masked(bracket["内"]).split("、")
    if any(item in UNITS for item in items) or NOT_LISTS.search(bracket["内"]) or items[-1].endswith("等"):
        return None
    sure = WIDER.search(said.thing) or not said.thing
    if not said.measure or not sure or not alike(items) or abs(len(items) - said.number) != 1:
        return None
    return _clash(passage, said, len(items), Severity.WARNING)


def _clash(passage: Passage, said: Stated, count: int, severity: Severity) -> Finding:
    start, end = passage.start + said.start, passage.start + said.end
    here = passage.text[said.start : said.end]
    what = f"{here}{said.measure}{said.thing[:4]}"
    message = f"这里说“{what}”，列出来的是 {count} 项，请核对是数字错了还是漏了一项"
    sure = Confidence.CERTAIN if severity is Severity.ERROR else Confidence.LIKELY
    return finding("CT02", start, end, message, written(count, here), severity=severity, confidence=sure)
