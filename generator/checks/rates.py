"""比率: rates that no work can have (整改率103%), and rates that disagree with the two numbers beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.checks.quantities import PERCENT, Quantity, Statement, statements
from generator.checks.setting import Setting
from generator.checks.shares import FAR, RULE, THIS_TIME, agrees, disagrees
from generator.findings import Finding, finding
from generator.manuscript import Manuscript

AT_MOST_ALL = re.compile(
    r"(?<!毛)(?P<rate>(?:整改|覆盖|合格|到位|满意|知晓|办结|销号|优良|达标|入户|开工|完工|出勤|到会|化解|成活|及格|优秀|好评|破案|调解成功)率)"
    r"(?:要|均|都|已|始终)?(?:保持在|稳定在|为|是|达到|达)?(?P<share>[0-9]{3,6}(?:\.[0-9]{1,4})?[%％])"
)
"""rates of a part in its whole; 完成率, 入学率 and the like may be more than a hundred"""
RATE = re.compile(r"(?P<deed>[\u4e00-\u9fff]{2})(?:完成)?率(?:为|是|达|达到)?$")
ASKED = re.compile(r"计划|任务|应|共|总|全部|目标|发现|排查|交办|受理|梳理|安排|实施|需")
"""words before the number that all the work is"""


def check_rates(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the rates that cannot be right."""
    if "率" not in draft.text:
        return
    for match in AT_MOST_ALL.finditer(draft.text):
        start, end = match.span("share")
        if float(draft.text[start : end - 1]) > 100:
            yield finding(RULE, start, end, f"{match['rate']}不会超过 100%，请核对")
    for statement in statements(draft):
        if any(q.unit == PERCENT for q in statement.quantities) and "率" in statement.text:
            yield from deeds(statement)


def deeds(statement: Statement) -> Iterator[Finding]:
    """Yield 计划36个……已开工31个，开工率96.1%: the rate of a deed that is told with its number and the task."""
    for index, share in enumerate(statement.quantities):
        if share.unit != PERCENT or share.about or not index:
            continue
        part = statement.quantities[index - 1]
        gap = statement.between(part.end, share.start)
        rate = RATE.search(gap)
        lead = _lead(statement, part)
        if THIS_TIME.search(lead):
            continue
        if not rate or gap.count("，") != 1 or len(gap) > 14 or rate["deed"] not in lead or share.value > 100:
            continue
        earlier = [q for q in statement.quantities[: index - 1] if q.start > share.start - FAR]
        yield from _deed(statement, share, part, earlier)


def _deed(
    statement: Statement, share: Quantity, part: Quantity, earlier: Sequence[Quantity]
) -> Iterator[Finding]:
    wholes = [q for q in earlier if q.unit == part.unit and q.value >= part.value]
    asked = [q for q in wholes if ASKED.search(_lead(statement, q))]
    if not asked or part.about or any(q.about or agrees(share, part, q) for q in wholes):
        return
    yield disagrees(share, part, asked[-1])


def _lead(statement: Statement, amount: Quantity) -> str:
    """Return what stands before a number in its clause."""
    return re.split("[，。；：]", statement.before(amount, 20))[-1]
