"""分项: the list of parts that stands behind a total or before it, read off a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.checks.quantities import PERCENT, POINTS, Quantity, Statement

REST = re.compile(r"^(?:其余|其他|其它|余下|剩余|剩下|另外的?|其余的)")
JOINT = re.compile(r"(?P<tail>[^、，；。：]{0,12})(?P<sep>[、，；])(?P<label>[^，；。：]{0,24})")
WEAK_JOINT = re.compile(
    r"(?P<tail>[^、，；。：和]{0,12})(?P<sep>和|以及|及|与)(?P<label>[^、，；。：]{0,16})"
)
BEFORE_TOTAL = re.compile(r"[^、，；。：]{0,10}[，、][^、，；。：]{0,6}|[^、，；。：]{0,2}")
RANKS = {"和": 1, "及": 1, "与": 1, "以及": 1, "、": 1, "，": 2, "；": 3}
"""how wide a mark sets two items apart; a wider one than the first ends the list"""
BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")
NEW_TOPIC = re.compile(
    r"发现|整改|完成|投入|带动|实现|新增|累计|比|较|同比|增长|下降|减少|预计|计划|总|共|每|均|其中|包括|含|覆盖|惠及|培训|出动"
)
WHOLE = re.compile(r"(?:共|合计|总计|总共|总数|总投资|一共|合共)[^，。；]{0,14}$")
"""what stands before a number that is said to be the whole"""
NO_PARTS = re.compile(r"每|均|单价|累计")
CLOSE = 30


@dataclass(frozen=True, slots=True)
class Part:
    """分项: one part with what is said around its number."""

    amount: Quantity
    label: str
    rank: int
    """of the mark before it: 、 1, ， 2, ； 3"""


def chain(statement: Statement, behind: Sequence[Quantity], unit: str, at: int) -> list[Part]:
    """Return the parts of one unit that are listed one after the other from an offset on."""
    parts: list[Part] = []
    last, rank = at, 0
    for amount in behind:
        gap = BRACKETS.sub("", statement.between(last, amount.start))
        if gap.count("（") > gap.count("）") or amount.start < last:
            continue
        if amount.unit in (PERCENT, POINTS) or (
            amount.unit != unit and parts and gap in ("", "、", "，", "共")
        ):
            last = amount.end if parts else last
            continue
        joint = (JOINT.fullmatch(gap) or WEAK_JOINT.fullmatch(gap)) if parts else None
        if parts and joint is None:
            break
        label = joint["label"] if joint else gap
        own = RANKS[joint["sep"]] if joint else 0
        if amount.unit != unit or (parts and is_new_topic(label, own, rank)) or (not parts and len(gap) > 24):
            break
        rank = rank or own
        parts.append(Part(amount, label, own))
        last = amount.end
    return parts


def is_new_topic(label: str, own: int, rank: int) -> bool:
    """Tell whether an item is no more a part of the list before it."""
    if REST.match(label):
        return False
    return bool(rank and own > rank) or (own > 1 and bool(NEW_TOPIC.search(label)))


def run_before(statement: Statement, index: int, unit: str, word: int) -> list[Quantity]:
    """Return the list of parts that ends right before a total."""
    parts: list[Quantity] = []
    nearest = statement.quantities[index].start - word
    for amount in reversed(statement.quantities[:index]):
        if amount.end > nearest:  # the 两项 of 两项合计
            continue
        gap = BRACKETS.sub("", statement.between(amount.end, nearest))
        if amount.unit in (PERCENT, POINTS) and len(gap) < CLOSE and parts:
            continue
        tail = BEFORE_TOTAL.fullmatch(gap) if not parts else None
        joint = tail or ((JOINT.fullmatch(gap) or WEAK_JOINT.fullmatch(gap)) if parts else None)
        if amount.unit != unit or (gap and joint is None):
            break
        if parts and joint and NEW_TOPIC.search(joint["label"]):
            break
        parts.insert(0, amount)
        nearest = amount.start
    head = statement.text[: (parts[0].start if parts else statement.start) - statement.start]
    lead = re.split("[，。；：]", head)[-1]
    return [] if NO_PARTS.search(lead) else parts
