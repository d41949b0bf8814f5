"""上级: the words for the levels above a place, collapsed where two levels are one and named where two words are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.chinese import han_count
from generator.places.divisions import Division, ancestors, usual_name
from generator.places.kinds import Kind, kind_name, kind_named
from generator.places.tables import override

COMMA = "、"


@dataclass(frozen=True, slots=True)
class Superior:
    """一级上级: its words as they read in the speech of the place below."""

    chain: str
    """省、市、州、金华市"""
    party: str
    government: str
    whole: str
    """全省、全市、全自治区、金华市"""
    ours: str
    grade: str
    """省级、市级"""
    stands_for: str = ""
    """the word that the name replaces, where it does: 市 for 金华市"""


def superiors_of(row: Division) -> tuple[Superior, ...]:
    """Return the levels above a division, the highest first."""
    above = ancestors(row)
    kinds = [kind_name(part) for part in above]
    names = [usual_name(part) for part in above]
    if stated := override(row.code, "上级"):
        named = dict(zip(kinds, names, strict=True))
        kinds = stated.split(COMMA)
        names = [named.get(kind, kind) for kind in kinds]
    if kind_name(row) == "兵团市" or "兵团市" in kinds:
        kinds.insert(1, "兵团")
        names.insert(1, "兵团")
    return superiors(kind_named(kind_name(row)), [kind_named(kind) for kind in kinds], names)


def superiors(own: Kind, kinds: Sequence[Kind], names: Sequence[str]) -> tuple[Superior, ...]:
    """Return the levels above, with a name in place of a word that would mean two levels."""
    if not kinds:
        return (Superior("国家", "党中央", "国务院", "全国", "我国", "国家级"),)
    words = [kind.prefix for kind in kinds] + [own.prefix]
    selves = [kind.self_word for kind in kinds] + [own.self_word]
    return tuple(
        _named(name, kind) if words.count(kind.prefix) > 1 else _plain(kind, selves.count(kind.self_word) > 1)
        for kind, name in zip(kinds, names, strict=True)
    )


def _plain(kind: Kind, shared: bool) -> Superior:
    # 全区 means the whole 自治区, except in the draft of a 市辖区, which says it of itself.
    area = kind.prefix if shared else kind.self_word
    ours = area if shared or area in ("兵团", "新区") else f"我{area}"
    return Superior(kind.prefix, kind.party, kind.government, f"全{area}", ours, f"{kind.prefix}级")


def _named(name: str, kind: Kind) -> Superior:
    # In 义乌市 the word 市 means 义乌 itself, so the city above goes by its name.
    party = name + kind.party.removeprefix(kind.prefix)
    return Superior(name, party, kind.government, name, name, f"{name}级", kind.prefix)


def joined(words: Iterable[str]) -> str:
    """Return the words with 、 between, each once: 省委、市委 in a municipality is 市委."""
    return COMMA.join(dict.fromkeys(words))


def chain(above: Sequence[Superior]) -> str:
    """Return 国家、省、市 as it reads for this place."""
    return joined(["国家", *(level.chain for level in above)])


def superior_words(above: Sequence[Superior], own: Kind, name: str) -> dict[str, str]:
    """Return every canonical word that speaks of the levels above."""
    top, near = above[0], above[-1]
    named = any(level.stands_for == own.prefix for level in above)
    levels = [*dict.fromkeys(level.chain for level in above), name if named else own.prefix]
    short = all(len(level) == 1 for level in levels)
    return {
        "省": top.chain,
        "市": near.chain,
        "省市": joined(level.chain for level in above),
        "国家省市": chain(above),
        "全省": top.whole,
        "全市": near.whole,
        "全省全市": joined(level.whole for level in above),
        "我省": top.ours,
        "省委": top.party,
        "市委": near.party,
        "省委市委": joined(level.party for level in above),
        "省委省政府": f"{top.party}{COMMA}{top.government}",
        "市委市政府": f"{near.party}{COMMA}{near.government}",
        "省级": top.grade,
        "市级": near.grade,
        "省市县": COMMA.join(levels),
        "省市县三级": ("" if short else COMMA).join(levels) + han_count(len(levels)) + "级",
    }
