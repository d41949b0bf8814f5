"""列在前面的数: lists that come before their number: 会前、会中、会后三个环节, 甲村、乙村2个村. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.checks.flatlists import COVERED, masked
from generator.checks.stated import KINDS, Stated

PARTS = re.compile("环节|阶段|方面|领域|层面|群体|维度|重点")
LEVELS = "省州市县旗区镇乡村级盟"
PLAIN_END = "的了等在为是有共各这每同近另其只再又还要能将被由从到把用以按对向于至及与和或不无"
VERB_END = re.compile(
    "(?:开展|进行|召开|组织|完成|建成|新建|实施|发现|做好|抓好|落实|设立|成立|印发|出台|投入|举办|培训|整改|排查|检查|确定|打造|形成|制定|建立|创建|推进|推出|明确|突出|聚焦|围绕|涉及|覆盖|获得|达到|累计|新增|连续|先后|遵循|坚持|存在|提出|分成|分为)$"
)
BREAK = "，。；：！？"
MEASURES = frozenset("个大类项级种方条道张字步样关层者件省县市镇乡村句位支本") | {"大类", "大项", "方面"}
PLACES = re.compile("村|镇|县|乡|社区|街道|项目|企业|单位|学校|部门|小区|点|户|工程")
"""what is counted for itself behind a list: 甲镇、乙镇4个村"""
OFFICES = re.compile("部门|单位")
"""A局、B局、C局等2个部门: more of them are listed than there are"""
UNIT_WORDS = frozenset("省县市镇乡村州旗")
TOWNS = ("乡", "镇", "街道", "苏木")
JOINTS = re.compile("[和与及到至并]")
LONGER_WORD = re.compile("[民组级委支务医干部庄址容口落企办情史志道域区长]")
"""behind 村 these make another word: 4个村民小组"""
HEAPED = frozenset("条件项份")
"""2类线索14条线索: digits with these count cases, not what was listed"""
NEAR = 2
FURTHEST = 80


class Count(NamedTuple):
    """前列数: how many things are listed before a number, and whether that is certain."""

    items: int
    certain: bool


class _Head(NamedTuple):
    """前列: the clause before a number, and how it goes on to it."""

    items: list[str]
    opened: bool
    """等 stands between: there may be more"""
    quoted: bool
    named: bool
    """这 stands between: the number sums the list up"""


def before(text: str, said: Stated) -> Count | None:
    """Return the count of the list right before a number, where it differs from it."""
    if said.measure not in MEASURES:
        return None
    stop = said.start - (text[said.start - 1 : said.start] == "“")
    stop -= text[stop - 1 : stop] == "这"
    if text[stop - 1 : stop] == "”":
        return _of_quotes(text, said, stop)
    head = _head(text, said, stop)
    if head is None:
        return None
    return _of_items(head, said) or _plain(head, said)


def _of_quotes(text: str, said: Stated, stop: int) -> Count | None:
    """Return the clash with quoted things: one pair of quotes with 、, or a row of pairs."""
    begin = max(text.rfind(mark, max(0, stop - 120), stop) for mark in "。；：！？") + 1
    row: list[str] = []
    end = stop
    for match in reversed(list(COVERED.finditer(text, begin, stop))):
        if text[match.end() : end].strip("、和与以及") or match[0][0] != "“":
            break
        row.append(match[0][1:-1])
        end = match.start()
    inner = row[0] if len(row) == 1 else ""
    letters = sum("\u4e00" <= letter <= "\u9fff" for word in row for letter in word)
    in_letters = said.thing[:1] == "字" or said.measure == "字"
    if inner and ("、" not in inner or "，" in inner):
        whole = in_letters and letters == len(inner)
        return Count(letters, True) if whole and 0 < abs(letters - said.number) <= NEAR else None
    count = inner.count("、") + 1 if inner else len(row)
    # “忠诚、担当”四个字: the characters may be what is counted.
    right = said.number == count or (in_letters and said.number == letters)
    if count < 2 or right or abs(count - said.number) > NEAR or inner.endswith("等"):
        return None
    return Count(count, True)


def _head(text: str, said: Stated, stop: int) -> _Head | None:
    """Return the list before a number: the clause, or the one before where the number has its own (…账，四本账)."""
    own = said.measure == "本" and text[stop - 1 : stop] == "，"
    stop -= own
    begin = max(text.rfind(mark, max(0, stop - FURTHEST), stop) for mark in BREAK) + 1
    if begin == 0 and stop > FURTHEST:
        return None
    head = masked(text[begin:stop])
    opened = head.endswith("等")
    items = head.removesuffix("等").split("、")
    if len(items) < 2 or not all(items) or "“" in head or "”" in head:
        return None
    quoted = text[said.start - 1] == "“"
    return _Head(items, opened, quoted, text[said.start - 1 - quoted] == "这")


def _of_items(head: _Head, said: Stated) -> Count | None:
    """Return the count of items that all end with what is counted: 问题清单、责任清单两张清单."""
    if not _ends_with_thing(head.items, said.thing):
        return None
    if said.measure in HEAPED and not (head.quoted or head.named or head.opened):
        return None
    most = len(head.items) + sum(len(JOINTS.findall(item)) for item in head.items)
    return _differing(head, said, most, NEAR, True)


def _differing(head: _Head, said: Stated, most: int, near: int, certain: bool) -> Count | None:
    """Return the count where the number is none of those that it may be; behind 等 it may be larger."""
    count = len(head.items)
    off = said.number < count if head.opened else not count <= said.number <= most
    return Count(count, certain) if off and abs(count - said.number) <= near else None


def _ends_with_thing(items: Sequence[str], thing: str) -> bool:
    if thing[:2] in ("乡镇", "镇街"):
        return all(item.endswith(TOWNS) for item in items)
    first = items[0]
    ends = (first[at:] for at in range(max(0, len(first) - len(thing)), len(first)))
    key = next((end for end in ends if thing.startswith(end) and all(i.endswith(end) for i in items)), "")
    return bool(key) and not (len(key) == 1 and LONGER_WORD.match(thing, 1)) and all(i != key for i in items)


def _plain(head: _Head, said: Stated) -> Count | None:
    """Return what a clause lists up to the number; None where it may be no list of what is counted."""
    items, thing = head.items, said.thing
    last = items[-1]
    if (
        last[-1] in PLAIN_END
        or VERB_END.search(last)
        or not (_fits(said, last) or (head.opened and OFFICES.match(said.thing)))
    ):
        return None
    # A quoted number is mostly a name of its own: 城市、乡村、园区“四大行动”.
    if head.quoted and not head.named and said.measure != "件":
        return None
    size = len(last)
    levels = said.measure == "级" and all(item[-1:] in LEVELS or "引" in item for item in items)
    even = len(items) > 2 and {len(item) for item in items[1:]} == {size} and len(items[0]) >= size
    ending = len({item[-1] for item in items}) == 1 and max(map(len, items[1:])) <= size + 2
    opening = len({item[:1] for item in items}) == 1 and {len(item) for item in items} == {size}
    pair = len(items) == 2 and bool(PARTS.match(thing)) and size <= 3 and len(items[0]) >= size
    if not (levels or even or ending or opening or pair):
        return None
    joined = sum(len(re.findall("[和与及]", item)) for item in items)
    most = len(items) + joined
    if joined and said.number == 2:
        return None
    return _differing(head, said, most, 1, not joined and not pair and size <= 6)


def _fits(said: Stated, last: str) -> bool:
    """Tell whether a number can count what is listed: 3个环节, not 甲镇、乙镇4个村 nor 示范村、样板村3个."""
    thing = said.thing
    if said.measure in UNIT_WORDS:
        fits = thing[:1] in ("", "的", "交", "联")
    else:
        fits = said.measure != "个" or not thing or bool(KINDS.search(thing[:6]))
    counted = said.measure == "个" and not thing and PLACES.search(last[-2:])
    return fits and not PLACES.match(thing) and not counted
