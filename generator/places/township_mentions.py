"""乡级地名出现: where a text names a township by its full name. The names are read only when a text needs them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.places.townships import township_kind, township_names

END = re.compile(r"镇|乡|街道|苏木")
LONGEST = 11
BEHIND = {"乡": frozenset("村镇亲愁贤土情音下间街"), "镇": frozenset("化静定痛压守域街")}
"""characters that make a word with the ending: 和平乡村, 新城镇化"""
COMMON_ENDS = ("城镇", "乡镇", "村镇", "集镇", "街镇", "小镇", "重镇", "城乡", "家乡", "故乡")
COMMON_STARTS = frozenset("新老古大小各全该本集城乡重市强两每我村街几多一于占在为联雪乌")
PRAISE = re.compile(
    "平安|文明|和谐|幸福|健康|安全|生态|美丽|先进|中心|团结|民主|兴旺|繁荣|友好|卫生|示范|重点|特色"
)
"""words by which any township may be called: 平安街道, 文明镇"""
VERBS = re.compile(
    "联合|建设|发展|解放|合作|保护|服务|管理|前进|开发|振兴|会同|协同|巩固|进步|跃进|组织|指导"
)
"""words that have a township for their object: 牵头，联合街道林业机构"""
LED = frozenset("县区市旗州在赴到")
OPEN = frozenset(
    "、，。；：！？（“《〈【 \t　\n县区市旗州的在赴到从往至于由以向对和与及是请将把经为让给随访据驻了"
)
"""what stands before a township whose name is such a word"""
CLOSED = frozenset("、，。；：！？（“《〈【 \t　\n县区市旗州")
UNITS = frozenset("县区市旗州")


@dataclass(frozen=True, slots=True)
class TownshipMention:
    """乡级出现: a full name of a township in a text."""

    start: int
    end: int
    name: str
    counties: tuple[str, ...]
    """the codes of the counties that have a township of that name"""


def township_mentions(
    text: str, words: Collection[str], own: Collection[str] = ()
) -> Iterator[TownshipMention]:
    """Yield the townships that a text names, the longest name at each ending; own names come before others."""
    last = 0
    for match in END.finditer(text):
        end = match.end()
        ending = match.group()
        for start in range(max(last, end - LONGEST), end - len(ending)):
            name = text[start:end]
            if name in own or (name in township_names() and _holds(text, start, end, name, words)):
                yield TownshipMention(start, end, name, township_names().get(name, ()))
                last = end
                break


def _holds(text: str, start: int, end: int, name: str, words: Collection[str]) -> bool:
    """Tell whether what stands around a name lets it be one."""
    left, ending = text[start - 1 : start], township_kind(name)
    stem = name.removesuffix(ending)
    if VERBS.fullmatch(stem):
        return bool(left) and left in LED
    closed = not left or left in CLOSED
    if text[end : end + 1] in BEHIND.get(ending, ()) and (not closed or stem in words or text[end] in "村化"):
        return False
    if left in UNITS:
        return True
    if len(stem) == 1:
        return closed and stem not in COMMON_STARTS
    if name.endswith(COMMON_ENDS):
        return (closed or left in OPEN) and stem[0] not in COMMON_STARTS
    if PRAISE.fullmatch(stem):
        return not left or left in OPEN
    return closed or not _cuts_a_word(text, start, words)


def _cuts_a_word(text: str, start: int, words: Collection[str]) -> bool:
    """Tell whether a name would begin with the last character of a word: 负责人|和镇卫生院."""
    return any(text[max(0, start - size) : start + 1] in words for size in (1, 2))
