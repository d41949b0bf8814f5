"""增减: a growth that is told together with both of its numbers must agree with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.quantities import PERCENT, POINTS, Quantity, Statement, shown, statements
from generator.checks.setting import Setting
from generator.findings import Finding, finding
from generator.manuscript import Manuscript

RULE = "NM07"
FROM = re.compile(r"[由从](?:[^，。；由从]{0,10}的)?$")
UP = "增加|增长|提高|提升|上升|扩大|发展|升|增|净增|上涨|攀升"
DOWN = "减少|下降|降低|降|缩小|缩短|压减|压缩|净减|下跌|减"
TO = re.compile(rf"^(?:{UP}|{DOWN})(?:到|至|为)(?:[^，。；]{{0,8}}的)?$")
BY = re.compile(
    rf"^[，、（](?:(?:净|分别|累计|总体|一年)?(?P<up>{UP})|(?P<down>{DOWN}))(?:幅度|率|幅)?(?:了|为|达|达到|近)?$"
)
THAN = re.compile(r"^，(?:比|较)[^，。；]{0,8}(?:的|为)$")
CHANGED = re.compile(rf"^(?:(?P<up>{UP})|(?P<down>{DOWN}))了?$")
LESS = re.compile(rf"^，(?:比|较)[^，。；]{{0,8}}(?:(?P<up>{UP})|(?P<down>{DOWN}))了?$")
NOT_SIMPLE = re.compile(r"年均|平均|每年|同比|环比|可比|实际|不变价|生产总值|增加值|GDP|人均")


def check_growth(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the growths that disagree with the numbers beside them."""
    for statement in statements(draft):
        for window in zip(
            statement.quantities, statement.quantities[1:], statement.quantities[2:], strict=False
        ):
            yield from judge(statement, window)


def judge(statement: Statement, window: Sequence[Quantity]) -> Iterator[Finding]:
    """Yield the fault of three quantities that follow each other, where they tell of one growth."""
    one, two, three = window
    if any(q.about for q in window) or one.unit == POINTS:
        return
    before = statement.before(one, 30)
    first = statement.between(one.end, two.start)
    second = statement.between(two.end, three.start)
    if NOT_SIMPLE.search(before[-24:] + first + second):
        return
    old = new = None
    if FROM.search(before) and TO.match(first) and (match := BY.match(second)):
        old, new = one, two
    elif THAN.match(first) and (match := CHANGED.match(second)):
        new, old = one, two
    elif (match := LESS.match(first)) and BY.match(second) and three.unit == PERCENT:
        yield from _by_difference(one, two, three, rising=bool(match["up"]))
        return
    if old and new and match and one.unit == two.unit:
        yield from _by_ends(old, new, three, rising=bool(match["up"]))


def _by_ends(old: Quantity, new: Quantity, by: Quantity, *, rising: bool) -> Iterator[Finding]:
    """Yield the fault of 由100增加到120，增长30%, of ……，净增30户 and of a percentage that rises by points."""
    slack = old.grain / 2 + new.grain / 2
    change = new.value - old.value if rising else old.value - new.value
    if (by.unit == old.unit and by.unit != PERCENT) or (by.unit == POINTS and old.unit == PERCENT):
        right, most = change, slack + by.grain
    elif by.unit == PERCENT and old.unit != PERCENT and old.value:
        right = change / old.value * 100
        most = slack / old.value * 100 + abs(right) * old.grain / old.value + (by.grain or Decimal(1))
    else:
        return
    if abs(right - by.value) > most:
        yield _fault(old, new, by, right)


def _by_difference(now: Quantity, by: Quantity, share: Quantity, *, rising: bool) -> Iterator[Finding]:
    """Yield the fault of 2起，比去年减少3起，下降60%."""
    base = now.value - by.value if rising else now.value + by.value
    if now.unit != by.unit or base <= 0:
        return
    right = by.value / base * 100
    slack = (now.grain + by.grain) / base * 100
    if abs(right - share.value) > slack + (share.grain or Decimal(1)):
        yield _fault(now, by, share, right)


def _fault(one: Quantity, other: Quantity, by: Quantity, right: Decimal) -> Finding:
    sign = "%" if by.unit == PERCENT else by.unit
    message = f"按前面的两个数算，应当是 {shown(right, by.grain)}{sign}，这里写的是 {by.value.normalize():f}{sign}，请核对"
    if right < 0:
        message = "前面的两个数一升一降，与这里说的增减相反，请核对"
    related = tuple(sorted(((one.start, one.end), (other.start, other.end))))
    return finding(RULE, by.start, by.end, message, related=related)
