"""余数: what is left over must be the whole less what is done (发现352处，整改331处，其余21处)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.checks.adding import Fit, Sum, best_fit, fault
from generator.checks.listing import CLOSE, WHOLE
from generator.checks.quantities import PERCENT, POINTS, Quantity, Statement
from generator.diagnostics import Severity
from generator.findings import Finding

SETTLED = re.compile(
    r"已|完成|整改|办结|解决|化解|销号|搬|改造|采纳|属实|立案|到位|开工|竣工|验收|脱贫|签约|合格|达标"
)
REST = re.compile(r"(?:(?:其余|余下|剩余|剩下)的?(?:为|是|有)?|[还尚仍](?:缺|差|剩))$")
EQUIPPED = re.compile(r"[^，。；]{0,12}中，[^，。；]{0,10}(?:配备|配置|安装|建成|设有|建有)了?")
WITHIN = re.compile(r"其中|中有|里有|^中，")
MOST = 8
"""how many numbers before a rest are tried"""


def left_over(statement: Statement) -> Iterator[Finding]:
    """Yield the faults of 发现352处，整改331处，其余21处: the rest must make up what is missing."""
    for index, rest in enumerate(statement.quantities):
        if not REST.search(statement.before(rest, 6)) or rest.unit in (PERCENT, POINTS):
            continue
        before = [q for q in statement.quantities[:index] if q.unit == rest.unit][-MOST:]
        if len(before) < 2 or rest.about or any(q.about for q in before):
            continue
        fit = best_fit(explanations(rest, before))
        if fit is not Fit.EXACT and is_divided(statement, before):
            yield fault(before[0], [*before[1:], rest], Severity.WARNING, fit)


def is_divided(statement: Statement, before: Sequence[Quantity]) -> bool:
    """Tell whether the first of some numbers is plainly the whole and the second a part of it."""
    whole, part = before[:2]
    gap = statement.between(whole.end, part.start)
    if len(gap) > CLOSE:
        return False
    if whole.value <= part.value:  # what is done cannot be more than all, when there is a rest
        return len(before) == 2 and "已" in gap and "新" not in gap and "累计" not in gap
    if len(before) == 2 and SETTLED.search(gap):
        return True
    return bool(WITHIN.search(gap) or (len(before) == 2 and WHOLE.search(statement.before(whole, 20))))


def explanations(rest: Quantity, before: Sequence[Quantity]) -> Iterator[Sum]:
    """Yield the totals that the rest may be a part of, with other numbers that stand together."""
    for whole in before:
        others = [q for q in before if q is not whole]
        for first in range(len(others)):
            for last in range(first + 1, len(others) + 1):
                yield whole, [*others[first:last], rest]


def shortage(statement: Statement) -> Iterator[Finding]:
    """Yield the hint on 75个村中，配备48部，还缺28部: one for each, where units cannot tell."""
    triples = zip(statement.quantities, statement.quantities[1:], statement.quantities[2:], strict=False)
    for whole, have, lack in triples:
        if have.unit != lack.unit or whole.unit == have.unit or any(q.about for q in (whole, have, lack)):
            continue
        missing = statement.between(have.end, lack.start) in ("，还缺", "，还差", "，尚缺")
        told = missing and EQUIPPED.fullmatch(statement.between(whole.end, have.start))
        if told and have.value + lack.value != whole.value:
            yield fault(whole, [have, lack], Severity.INFO, Fit.ROUNDED)
