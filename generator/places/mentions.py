"""地名出现: where a text names a division. What only looks like a name is left out; linear in the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.places.gazetteer import Name, Trust, index
from generator.places.name_slots import stands_in_slot

PREPOSITIONS = frozenset("在赴到从往至于自由位")
DIRECTIONS = frozenset("东西南北中上下各外该全我本城老深豫鲁冀晋陕甘川黔滇桂粤湘鄂皖赣闽浙苏辽吉黑")
"""characters before which 西山区 and 城市 are no names: 豫西山区, 沿海城市"""
COMMON_ENDS = ("城市", "山区", "城区", "市区", "林区", "新区", "港区", "河区", "湖区", "江区", "海区")
BEHIND = {
    "市": frozenset("场民值价况容面集"),
    "区": frozenset("域间块位别段划县"),
    "县": frozenset("域区"),
    "旗": frozenset("帜袍"),
}
"""characters that make a word with the last one of a name: 合作市场, 振兴区域"""
INSIDE = re.compile(
    r"路|街(?!道)|大道|村|社区|镇|乡|街道|广场|小区|桥|大学|学院|中学|小学|日报|晚报|卫视|集团|公司|银行|"
    r"精神|大屠杀|会议(?!室)|会师|事变|起义|时期|时代|大捷|战役|战场|谈判|条约|宣言|共识|公报|声明|冬奥|奥运|亚运|"
    r"世博|世园|大厦|饭店|宾馆|牌|菜|话|时间|人(?![大民才社])|队|菌|湾|海峡|半岛|高原|盆地|平原|山脉|江(?![苏西])|河(?![北南])|湖(?![北南])|合作组织|证券"
)
"""what follows a short name that is part of another name: 延安精神, 上海路"""
PEOPLE = re.compile(
    r"(?:广大|全体|各族)?(?:干部群众|各族群众|党员干部|人民群众|人民|儿女|父老|上下|各级|各乡镇|各镇|各街道|各部门|县情|市情|区情)"
)
ORGAN = re.compile(
    r"委|政府|人民|广大|干部|党员|书记|区长|县长|市长|纪委|[公卫应教财民]\S{1,6}[局委]|各[级镇乡街部]"
)
JOINS = frozenset("、和与及")
LIST_END = re.compile(r"等|疫情|病例|籍|[、，。；：！？）”》\s]|及|和|与|以及|$")
LIST_START = re.compile(r"[、，。；：！？（“《\s]|[在赴到从往至于自由和与及如像]")


@dataclass(frozen=True, slots=True)
class Mention:
    """出现: a name in a text; names that stand together (重庆市奉节县) are several mentions that touch."""

    start: int
    end: int
    name: Name
    codes: tuple[str, ...]
    """the divisions that it can mean: those below the name that touches it in front, where there is one"""


def mentions(text: str, words: Collection[str] = ()) -> list[Mention]:
    """Return the names in a text, in order, without overlaps.

    Args:
        text: What to search.
        words: Ordinary words of two characters; they tell where a word crosses the border of a name.
    """
    found: list[Mention] = []
    names, place, last = index(), 0, len(text) - 1
    while place < last:
        for name in names.get(text[place : place + 2], ()):
            if text.startswith(name.text, place) and (mention := _accepted(text, place, name, found, words)):
                found.append(mention)
                place = mention.end - 1
                break
        place += 1
    return found


def _accepted(
    text: str, start: int, name: Name, found: list[Mention], words: Collection[str]
) -> Mention | None:
    """Return the mention, if the name counts as one here."""
    end = start + len(name.text)
    above = found[-1] if found and found[-1].end == start else None
    below = tuple(_below(name.all_codes, above.codes)) if above else ()
    if below or _holds(text, start, end, name, found, words):
        return Mention(start, end, name, below or name.all_codes)
    return None


def _below(codes: tuple[str, ...], above: tuple[str, ...]) -> Iterator[str]:
    """Yield the codes of divisions that lie in one of those above."""
    stems = tuple(
        code[:4] if not code.endswith("0000") else code[:2] for code in above if code.endswith("00")
    )
    return (code for code in codes if stems and code.startswith(stems) and code not in above)


def _holds(text: str, start: int, end: int, name: Name, found: list[Mention], words: Collection[str]) -> bool:
    """Tell whether what stands around a name lets it be one."""
    left, right = text[start - 1 : start], text[end : end + 1]
    crosses = text[start - 1 : start + 1] in words if start else False
    if name.short and INSIDE.match(text, end):
        return False
    if name.trust in (Trust.VERB, Trust.NOUN):
        led = bool(left) and left in PREPOSITIONS and not _word_behind(name.text, right)
        return led or (name.trust is Trust.NOUN and ORGAN.match(text, end) is not None)
    if name.trust is Trust.WORDY:
        if (crosses and left not in "在赴到") or _word_behind(name.text, right):
            return False
        return not (name.text.endswith(COMMON_ENDS) and left and left in DIRECTIONS)
    if name.trust is Trust.SHORT:
        return not crosses and (_short_holds(text, start, end, found) or stands_in_slot(text, start, end))
    return not (name.short and len(name.text) == 2 and (crosses or text[end - 1 : end + 1] in words))


def _word_behind(name: str, right: str) -> bool:
    return bool(right) and right in BEHIND.get(name[-1], ())


def _short_holds(text: str, start: int, end: int, found: list[Mention]) -> bool:
    """Tell whether a guarded short name stands in a list of places, or before its people."""
    if start and not LIST_START.match(text, start - 1):
        return False
    if PEOPLE.match(text, end):
        return True
    follows = found and found[-1].end == start - 1 and text[start - 1] in JOINS
    leads = text[end : end + 1] in JOINS and _names_at(text, end + 1)
    return bool(leads or (follows and LIST_END.match(text, end)))


def _names_at(text: str, start: int) -> bool:
    """Tell whether a name, or what may be one, begins there."""
    return any(text.startswith(name.text, start) for name in index().get(text[start : start + 2], ()))
