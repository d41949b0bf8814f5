"""合计: parts that plainly make up a whole must add up to it.

Three forms are read: a total with its parts behind it (共120家，其中……其余……), parts with their total
behind them (……，共126家), and what is left over (发现352处，整改331处，其余21处). 其中 by itself need not
name all the parts, so there only too much is a fault, and a near miss is a hint or a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.adding import RULE, Fit, best_fit, fault, fit_of, said
from generator.checks.listing import CLOSE, REST, WHOLE, Part, chain, run_before
from generator.checks.quantities import PERCENT, POINTS, Quantity, Statement, statements
from generator.checks.remainders import left_over, shortage
from generator.checks.setting import Setting
from generator.diagnostics import Severity
from generator.findings import Finding, finding
from generator.manuscript import Manuscript

LEAD = re.compile(r"其中[，：,:]?(?:包括|有)?|分别[为是有]|：|（(?!含|不含|[0-9])")
OVERLAPPING = re.compile(
    r"女|男|岁|以上|以下|学历|本科|大专|研究生|民族|困难|残疾|党员|预备|已|未|完成|整改|发现|落实|达到|国家级|省级(?![补财资配])|隐患[企单场户点]|[有无]隐患|存在|的$|超过|获|新(?!建)|累计|总"
)
COMPLETE = (
    ("男", "女"),
    ("一般隐患", "重大隐患"),
    ("第一产业", "第二产业", "第三产业"),
    ("一产", "二产", "三产"),
    ("公办", "民办"),
)
"""labels that leave nothing out"""
TOTAL_BEHIND = re.compile(
    r"(?:(?P<count>[两二三四五六七八九十])(?:项|者|个|部分|类|笔|方面|镇|乡|村|县)?)?"
    r"(?:合计|总计|共计|加起来|一共|总共|共)(?:为|是|有)?(?:达|达到)?$"
)
NUMBERS = "零一二三四五六七八九十"
NEAR_MISS, VERY_NEAR = Decimal("0.05"), Decimal("0.02")
"""of the whole: how far three parts or more, and how far two, may miss it and still be meant to make it up"""
SOURCE = re.compile(
    r"中央|省级|市级|州级|县级|区级|镇级|上级|财政|配套|自筹|债|社会资本|贷款|补助|投劳|统筹|捐赠"
)
"""where money comes from"""
NOT_A_PART = re.compile("[，。；：]|累计|新")
ATTACHED = 16
"""characters; 其中 this near to a number speaks of it"""


def check_sums(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the totals that their parts do not add up to."""
    for statement in statements(draft):
        told: set[int] = set()
        for each in (
            *whole_first(statement),
            *parts_first(statement),
            *left_over(statement),
            *shortage(statement),
        ):
            if not told & {start for start, _ in each.places + each.related}:
                told |= {start for start, _ in each.places + each.related}
                yield each


def whole_first(statement: Statement) -> Iterator[Finding]:
    """Yield the faults of 共120家，其中学校58家、……."""
    for lead in LEAD.finditer(statement.text):
        at = statement.start + lead.end()
        before = [q for q in statement.quantities if q.end <= at - len(lead[0])]
        behind = [q for q in statement.quantities if q.start >= at]
        if before and behind:
            yield from more_than_whole(statement, before[-1], behind[0], lead)
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
    before = statement.before(total)
    stands_near = total.end + CLOSE > parts[0].amount.start
    said_whole = bool(WHOLE.search(before[-20:]))
    is_whole = rest is not None or lead.startswith("分别") or is_complete(parts)
    if is_whole or (lead == "：" and said_whole and total.end - statement.start == statement.text.find("：")):
        severity = Severity.ERROR if stands_near else Severity.WARNING
        yield fault(total, amounts, severity, fit)
    elif lead.startswith("其中"):
        yield from judge_some(total, parts)


def more_than_whole(
    statement: Statement, total: Quantity, part: Quantity, lead: re.Match[str]
) -> Iterator[Finding]:
    """Yield the fault of 隐患486条，其中一般隐患497条: one part that is more than the whole."""
    begin = statement.start + lead.start()
    label = statement.between(statement.start + lead.end(), part.start)
    if not lead[0].startswith("其中") or total.unit != part.unit or total.unit in (PERCENT, POINTS):
        return
    if begin - total.end > ATTACHED or len(label) > ATTACHED or NOT_A_PART.search(label):
        return
    exact = not total.about and not part.about
    if exact and part.value > total.value and fit_of(total, [part]) is Fit.NONE:
        message = f"“其中”的一项比总数 {said(total.value, total)} 还大，请核对"
        related = ((part.start, part.end),)
        yield finding(RULE, total.start, total.end, message, severity=Severity.WARNING, related=related)


def judge_some(total: Quantity, parts: list[Part]) -> Iterator[Finding]:
    """Yield the fault of 其中 without 其余: more than the whole, or so near to it that a slip is likely."""
    amounts = [part.amount for part in parts]
    if any(OVERLAPPING.search(part.label) for part in parts) or any(part.rank > 1 for part in parts):
        yield from judge_sources(total, parts)
        return
    miss = total.value - sum(q.value for q in amounts)
    fit = fit_of(total, amounts)
    if miss < 0:
        yield fault(total, amounts, Severity.WARNING, fit)
    elif miss <= total.value * (NEAR_MISS if len(parts) > 2 else VERY_NEAR) or fit is Fit.ROUNDED:
        yield fault(total, amounts, Severity.WARNING, Fit.ROUNDED)
    else:
        yield from judge_sources(total, parts)


def judge_sources(total: Quantity, parts: list[Part]) -> Iterator[Finding]:
    """Yield the fault of money whose sources are listed one by one: they are meant to make it up."""
    amounts = [part.amount for part in parts]
    listed = len(parts) > 2 and len({part.rank for part in parts[1:]}) == 1
    if total.unit == "元" and listed and all(SOURCE.search(part.label) for part in parts):
        miss = abs(total.value - sum(q.value for q in amounts))
        near = miss <= total.value * NEAR_MISS and fit_of(total, amounts) is Fit.NONE
        yield fault(total, amounts, Severity.WARNING, Fit.NONE if near else Fit.ROUNDED)


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
        text = statement.before(total)
        word = TOTAL_BEHIND.search(text[-12:])
        if not word or index < 2 or total.about or total.unit in (PERCENT, POINTS):
            continue
        parts = run_before(statement, index, total.unit, len(word[0]))
        if word["count"]:
            asked = NUMBERS.index(word["count"].replace("两", "二"))
            if len(parts) < asked:
                continue
        if len(parts) < 2 or any(q.about for q in parts) or is_of_other_things(statement, total, parts, word):
            continue
        fit = best_fit((total, parts[size:]) for size in range(len(parts) - 1))
        if fit is not Fit.EXACT:
            plain = statement.between(parts[0].end, parts[-1].start).count("，") == 0
            yield fault(total, parts, Severity.ERROR if plain else Severity.WARNING, fit)


def is_of_other_things(
    statement: Statement, total: Quantity, parts: list[Quantity], word: re.Match[str]
) -> bool:
    """Tell whether 个 may count something else in the total, where no mark parts it off: 3个村、5个社区共12个网格."""
    joined = statement.between(parts[-1].end, total.start).removesuffix(word[0])
    behind = statement.between(total.end, total.end + 1)
    return total.unit == "个" and not joined.endswith(("，", "、")) and behind not in ("", "，", "。", "；")
