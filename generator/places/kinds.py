"""类型: what kind of division a row is. Decided by code and full name, never by the last characters alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.places.divisions import Division
from generator.places.tables import keyed

# 直辖市 and the two names of which 林区 and 特区 are the kind; 万柏林区 and 六合区 are ordinary districts.
BY_CODE = {
    "110000": "直辖市",
    "120000": "直辖市",
    "310000": "直辖市",
    "500000": "直辖市",
    "429021": "林区",
    "520203": "特区",
}
CORPS = "6590"
"""兵团: the codes of the cities of the Xinjiang Production and Construction Corps"""
SUFFIXES = {
    1: ("特别行政区", "自治区", "省"),
    2: ("自治州", "地区", "盟"),
    3: ("自治县", "自治旗", "县", "旗"),
    4: ("街道", "苏木", "区公所", "镇", "乡"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """类型: the few characters from which the words of such a place are built."""

    name: str
    rank: str
    """层级: 省级、地级、县级、乡级、功能区"""
    self_word: str
    """用字: 全X, 我X"""
    prefix: str
    """机构: X领导, X财政局; also the word in the chain of superiors"""
    party: str
    government: str
    head: str


@cache
def kind_named(name: str) -> Kind:
    """Return a kind by its name."""
    row = keyed("kinds")[name]
    return Kind(*(row[key] for key in ("类型", "层级", "用字", "机构", "党委", "政府", "首长")))


def kind_names() -> tuple[str, ...]:
    """Return the kinds that a profile may name."""
    return tuple(keyed("kinds"))


def kind_name(row: Division) -> str:
    """Return the name of the kind of a division."""
    if row.code in BY_CODE:
        return BY_CODE[row.code]
    if row.code.startswith(CORPS):
        return "兵团市"
    for suffix in SUFFIXES[row.level]:
        if row.name.endswith(suffix):
            return suffix
    if row.level == 2:
        return "地级市"
    return "市辖区" if row.name.endswith("区") else "县级市"


def kind_of(row: Division) -> Kind:
    """Return the kind of a division."""
    return kind_named(kind_name(row))
