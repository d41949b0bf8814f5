"""合计: parts that plainly make up a whole must add up to it.

Three forms are read: a total with its parts behind it (共120家，其中……其余……), parts with their total
behind them (……，共126家), and what is left over (发现352处，整改331处，其余21处). 其中 by itself need not
name all the parts, so there only too much is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import IntEnum

from generator.checks.listing import CLOSE, REST, Part, chain, run_before
from generator.checks.quantities import PERCENT, POINTS, Quantity, Statement, statements
from generator.checks.setting import Setting
from generator.diagnostics import Severity
from generator.findings import Finding, finding
from generator.manuscript import Manuscript
from generator.rulebook import Confidence

RULE = "NM06"
LEAD = re.compile(r"其中[，：,:]?(?:包括|有)?|分别[为是有]|：|（(?!含|不含|[0-9])")
WHOLE = re.compile(r"(?:共|合计|总计|总共|总数|总投资|一共|合共)[^，。；]{0,14}$")
OVERLAPPING = re.compile(
    r"女|男|岁|以上|以下|学历|本科|大专|研究生|民族|困难|残疾|党员|预备|已|未|完成|整改|发现|落实|达到|国家级|省级|隐患|存在|的$|超过|获|新|累计|总"
)
COMPLETE = (("男", "女"), ("第一产业", "第二产业", "第三产业"), ("一产", "二产", "三产"), ("公办", "民办"))
"""labels that leave nothing out"""
TOTAL_BEHIND = re.compile(
    r"(?:(?P<count>[两二三四五六七八九十])(?:项|者|个|部分|类|笔|方面|镇|乡|村|县)?)?"
    r"(?:合计|总计|共计|加起来|一共|总共|共)(?:为|是|有)?(?:达|达到)?$"
)
NUMBERS = "零一二三四五六七八九十"
SETTLED = re.compile(
    r"已|完成|整改|办结|解决|化解|销号|搬|改造|采纳|属实|立案|到位|开工|竣工|验收|脱贫|签约|合格|达标"
)
WITHIN = re.compile(r"其中|中有|里有|^中，")
NEAR_MISS = Decimal("0.05")
MOST = 8
"""how many numbers before a rest are tried"""


class Fit(IntEnum):
    """吻合: how well parts and a total agree."""

    NONE = 0
    ROUNDED = 1
    EXACT = 2


Sum = tuple[Quantity, Sequence[Quantity]]


def check_sums(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the totals that their parts do not add up to."""
    for statement in statements(draft):
        told: set[int] = set()
        for each in (*whole_first(statement), *parts_first(statement), *left_over(statement)):
            if not told & {start for start, _ in each.places + each.related}:
                told |= {start for start, _ in each.places + each.related}
                yield each


def whole_first(statement: Statement) -> Iterator[Finding]:
    """Yield the faults of 共120家，其中学校58家、……."""
    for lead in LEAD.finditer(statement.text):
        at = statement.start + lead.end()
        before = [q for q in statement.quantities if q.end <= at - len(lead[0])]
        behind = [q for q in statement.quantities if q.start >= at]
        if not before or len(behind) < 2:
            continue
        for unit in dict.fromkeys(q.unit for q in behind[:3]):
            total = next((q for q in reversed(before) if q.unit == unit), None)
            if total and unit not in (PERCENT, POINTS):
                parts = chain(statement, behind, unit, at)
                yield from judge(statement, total, parts, lead[0])


def judge(statement: Statement, total: Quantity, parts: list[Part], lead: str) -> Iterator[Finding]:
    """Yield the fault of one total with its parts, where there is one."""
    rest = next((n for n, part in enumerate(parts) if REST.match(part.label)), None)
    parts = parts if rest is None else parts[: rest + 1]
    if len(parts) < 2 or any(part.amount.about for part in parts) or total.about:
        return
    amounts = [part.amount for part in parts]
    fit = best_fit((total, amounts[:size]) for size in range(2, len(parts) + 1))
    if fit is Fit.EXACT:
        return
    before = statement.text[: total.start - statement.start]
    stands_near = total.end + CLOSE > parts[0].amount.start
    said_whole = bool(WHOLE.search(before[-20:]))
    is_whole = rest is not None or lead.startswith("分别") or is_complete(parts)
    if is_whole or (lead == "：" and said_whole and total.end - statement.start == statement.text.find("：")):
        severity = Severity.ERROR if stands_near else Severity.WARNING
        yield fault(total, amounts, severity, fit)
    elif lead.startswith("其中") and fit is Fit.NONE:
        yield from judge_some(total, parts)


def judge_some(total: Quantity, parts: list[Part]) -> Iterator[Finding]:
    """Yield the fault of 其中 without 其余: more than the whole, or so near to it that a slip is likely."""
    amounts = [part.amount for part in parts]
    apart = not any(OVERLAPPING.search(part.label) for part in parts)
    listed = all(part.rank <= 1 for part in parts)
    miss = sum(q.value for q in amounts) - total.value
    if not (apart and listed):
        return
    if miss > 0:
        yield fault(total, amounts, Severity.WARNING)
    elif -miss <= total.value * NEAR_MISS and len(parts) > 2:
        yield fault(total, amounts, Severity.WARNING, Fit.ROUNDED)


def is_complete(parts: list[Part]) -> bool:
    """Tell whether the labels leave nothing out: 男 and 女, the three 产业."""
    labels = [part.label.lstrip("：有，") for part in parts]
    return any(
        len(words) == len(labels)
        and all(label.startswith(word) for label, word in zip(labels, words, strict=True))
        for words in (order for words in COMPLETE for order in (words, words[::-1]))
    )


def parts_first(statement: Statement) -> Iterator[Finding]:
    """Yield the faults of 学校58家、医院24家，共82家."""
    for index, total in enumerate(statement.quantities):
        text = statement.text[: total.start - statement.start]
        word = TOTAL_BEHIND.search(text[-12:])
        if not word or index < 2 or total.about or total.unit in (PERCENT, POINTS):
            continue
        parts = run_before(statement, index, total.unit, len(word[0]))
        if word["count"]:
            asked = NUMBERS.index(word["count"].replace("两", "二"))
            if len(parts) < asked:
                continue
        if len(parts) < 2 or any(q.about for q in parts):
            continue
        fit = best_fit((total, parts[size:]) for size in range(len(parts) - 1))
        if fit is not Fit.EXACT:
            plain = statement.between(parts[0].end, parts[-1].start).count("，") == 0
            yield fault(total, parts, Severity.ERROR if plain else Severity.WARNING, fit)


def left_over(statement: Statement) -> Iterator[Finding]:
    """Yield the faults of 发现352处，整改331处，其余21处: the rest must make up what is missing."""
    for index, rest in enumerate(statement.quantities):
        lead = statement.text[max(0, rest.start - statement.start - 6) : rest.start - statement.start]
        if not re.search(r"(?:其余|余下|剩余|剩下)的?(?:为|是|有)?$", lead) or rest.unit in (PERCENT, POINTS):
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
    lead = statement.text[: whole.start - statement.start]
    if len(gap) > CLOSE or whole.value <= part.value:
        return False
    if len(before) == 2 and SETTLED.search(gap):
        return True
    return bool(WITHIN.search(gap) or (len(before) == 2 and WHOLE.search(lead[-20:])))


def explanations(rest: Quantity, before: Sequence[Quantity]) -> Iterator[Sum]:
    """Yield the totals that the rest may be a part of, with other numbers that stand together."""
    for whole in before:
        others = [q for q in before if q is not whole]
        for first in range(len(others)):
            for last in range(first + 1, len(others) + 1):
                yield whole, [*others[first:last], rest]


def best_fit(sums: Iterable[Sum]) -> Fit:
    """Return how well the best of some sums fits."""
    return max((fit_of(total, parts) for total, parts in sums), default=Fit.NONE)


def fit_of(total: Quantity, parts: Sequence[Quantity]) -> Fit:
    """Return whether parts add up to a total, or miss it by no more than rounding may."""
    grain = max(total.grain, *(part.grain for part in parts))
    miss = abs(sum(part.value for part in parts) - total.value)
    if not miss:
        return Fit.EXACT
    return Fit.ROUNDED if miss <= grain * max(1, len(parts) // 2) else Fit.NONE


def fault(total: Quantity, parts: Sequence[Quantity], severity: Severity, fit: Fit = Fit.NONE) -> Finding:
    """Return the finding on a total that its parts do not add up to."""
    parts_sum = said(sum((part.value for part in parts), Decimal(0)), total)
    message = f"各项相加是 {parts_sum}，这里写的是 {said(total.value, total)}，请核对"
    confidence = None
    if fit is Fit.ROUNDED:
        message, severity, confidence = f"{message}；相差不大", Severity.INFO, Confidence.HINT
    return finding(
        RULE,
        total.start,
        total.end,
        message,
        severity=severity,
        confidence=confidence,
        related=tuple((part.start, part.end) for part in parts),
    )


def said(value: Decimal, like: Quantity) -> str:
    """Return a value as a draft would put it, with the 万 or 亿 of another one."""
    for letter, times in (("亿", 100_000_000), ("万", 10_000)):
        if like.value >= times and like.grain:
            return f"{(value / times).normalize():f}{letter}"
    return f"{value.normalize():f}"
