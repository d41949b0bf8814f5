"""一数两值: one thing of the whole place with two values in one draft. Only the same words with nothing else are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.quantities import Quantity, quantities
from generator.checks.setting import Setting
from generator.findings import Finding, finding
from generator.manuscript import Manuscript

RULE = "NM08"
SUBJECT = re.compile(
    r"(?<![^，。；：\n\u3000、])(?P<who>全[县市区旗镇乡州盟省村街校])(?:现有|现共有|目前共?有|共有|有|辖)?"
    r"(?P<what>[\u4e00-\u9fff]{2,8}?)(?:总数|总量)?(?:共有|现有|共|有|达到|达|为)?(?=近|约|超过|逾|[0-9])"
)
STOCK = re.compile(
    r"(?:党员|人口|党组织|党支部|行政村|村|社区|网格员?|水库|学校|耕地面积|耕地|覆盖率|绿化率|企业|医院|幼儿园|养老机构|教师|学生|脱贫户|监测户|低保对象|志愿者|护林员|河长|林长|个体工商户)$"
)
CHANGING = re.compile(r"新|建|完成|查|发现|培训|累计|增|减|转|发放|办|投|招|入|接|受理|处置|调|下|应|未|已")
ANOTHER_TIME = re.compile(
    r"年|月|底|末|截至|曾|过去|原|目标|计划|预计|到时|力争|其中|第一|季度|以来|当时|增|减|比"
)


@dataclass(frozen=True, slots=True)
class Told:
    """说法: what a draft says a stock amounts to."""

    amount: Quantity
    words: str


def check_same_item(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the second value of a stock that has been given another value before."""
    first: dict[tuple[str, str], Told] = {}
    for each in told(draft.text):
        key = (each.words, each.amount.unit)
        before = first.setdefault(key, each)
        if before is not each and not are_same(before.amount, each.amount):
            earlier = draft.text[before.amount.start : before.amount.end]
            message = f"前面说{each.words}是“{earlier}”，这里不同；如果说的是一回事，请改成一致"
            related = ((before.amount.start, before.amount.end),)
            yield finding(RULE, each.amount.start, each.amount.end, message, related=related)


def told(text: str) -> Iterator[Told]:
    """Yield the stocks of the whole place that a text gives, without a word about another time."""
    for match in SUBJECT.finditer(text):
        if not STOCK.search(match["what"]) or CHANGING.search(match["what"]):
            continue
        begin = max(text.rfind(mark, max(0, match.start() - 60), match.start()) for mark in "。；\n") + 1
        amount = next(quantities(text[match.end() : match.end() + 16], match.end()), None)
        if amount is None or amount.start - match.end() > 2 or amount.about:
            continue
        if not ANOTHER_TIME.search(
            text[max(begin, match.start() - 60) : match.end()] + text[amount.end : amount.end + 6]
        ):
            yield Told(amount, match["who"] + match["what"])


def are_same(one: Quantity, other: Quantity) -> bool:
    """Tell whether two values may be one, rounded: 1.9万 and 18960."""
    return abs(one.value - other.value) <= max(one.grain, other.grain) / 2
