"""占比: shares that do not make up a hundred, and shares that disagree with the two numbers they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.quantities import PERCENT, Quantity, Statement, shown, statements
from generator.checks.setting import Setting
from generator.diagnostics import Severity
from generator.findings import Finding, finding
from generator.manuscript import Manuscript
from generator.rulebook import Confidence

RULE = "NM07"
TOGETHER = re.compile(r"分别[占为是]|分别占[^，。；]{0,10}的?$")
OWN_WHOLES = re.compile(r"各自|同类|同期|多选|满意|率|增长|下降|提高|增|降|完成|目标|进度")
SHARE_OF = re.compile(
    r"[，、（](?:约|均|各|也|只|仅|就)?占(?:到|了|比|比为|比达|比达到|其|(?:总数|总量|总人数|总户数|全部)(?:量)?的)?(?:到|为|达)?$"
)
RATE = re.compile(r"率(?:为|是|达|达到)?$")
THIS_TIME = re.compile(r"新增|其中|[本当上][日周月季]")
"""before a number that the rate is not of"""
WITHIN = re.compile(r"其中|中有|里有|中，|当中")
SAID_WHOLE = re.compile(r"(?:共|一共|共有|现有|总数|总计|合计)[^，。；]{0,6}$")
REST = re.compile(r"(?:其余|其他|其它|余下|剩余|剩下)[^，。；、0-9]{0,6}$")
SHARE_WORD = re.compile(r"占|比重|比例|占比")
FAR = 120
"""characters; a share farther from its numbers is not judged"""
MOST = 12
"""how many numbers before a share are tried"""


def check_shares(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the shares that cannot be right."""
    for statement in statements(draft):
        if any(q.unit == PERCENT for q in statement.quantities):
            yield from hundred(statement)
            yield from ratios(statement)


def hundred(statement: Statement) -> Iterator[Finding]:
    """Yield the shares that plainly divide one whole and do not make up a hundred."""
    for run in runs(statement):
        total = sum((q.value for q in run), Decimal(0))
        miss = abs(total - 100)
        step = max((q.grain for q in run), default=Decimal(0)) or Decimal(1)
        if miss <= step * max(1, len(run) // 2) or any(q.about for q in run):
            continue
        before = statement.before(run[0])
        clause = re.split("[。；]", before)[-1]
        labels = statement.between(run[0].start, run[-1].end)
        if OWN_WHOLES.search(clause + labels):
            continue
        leaves_rest = REST.search(statement.before(run[-1]).removesuffix("占"))
        together = TOGETHER.search(clause[-16:])
        if leaves_rest or (together and total > 100):
            yield _not_hundred(run, total, Severity.WARNING)
        elif together and miss <= 5 and len(run) > 2:
            yield _not_hundred(run, total, Severity.INFO)


def runs(statement: Statement) -> Iterator[list[Quantity]]:
    """Yield the stretches of two or more shares that stand in one list."""
    run: list[Quantity] = []
    for amount in statement.quantities:
        if amount.unit != PERCENT:
            continue
        gap = statement.between(run[-1].end, amount.start) if run else ""
        joined = re.fullmatch(r"[、，；和][^。；]{0,30}", gap) and (
            len(gap) == 1 or "占" in gap or REST.search(gap)
        )
        if run and not joined:
            yield from ([run] if len(run) > 1 else [])
            run = []
        before = statement.between(statement.start, amount.start)[-16:]
        if run or SHARE_WORD.search(before):
            run.append(amount)
    if len(run) > 1:
        yield run


def _not_hundred(run: Sequence[Quantity], total: Decimal, severity: Severity) -> Finding:
    message = f"这几项占比相加是 {total.normalize():f}%，不是 100%，请核对"
    confidence = Confidence.HINT if severity is Severity.INFO else None
    related = tuple((q.start, q.end) for q in run[:-1])
    start, end = run[-1].start, run[-1].end
    return finding(RULE, start, end, message, severity=severity, confidence=confidence, related=related)


def ratios(statement: Statement) -> Iterator[Finding]:
    """Yield the shares that disagree with both numbers beside them: 120家中有60家，占40%."""
    for index, share in enumerate(statement.quantities):
        if share.unit != PERCENT or share.about:
            continue
        before = statement.before(share, 20)
        earlier = [
            q for q in statement.quantities[:index] if q.unit != PERCENT and q.start > share.start - FAR
        ]
        if not earlier:
            continue
        if SHARE_OF.search(before):
            yield from _share(statement, share, earlier)
        elif RATE.search(before):
            yield from _rate(statement, share, earlier)


def _share(statement: Statement, share: Quantity, earlier: Sequence[Quantity]) -> Iterator[Finding]:
    part = earlier[-1]
    if share.start - part.end > 14:
        return
    wholes = [q for q in earlier[-MOST - 1 : -1] if q.unit == part.unit and q.value >= part.value]
    if not wholes or any(agrees(share, part, whole) for whole in wholes):
        return
    whole = wholes[0]
    if part.about or whole.about:
        return
    if WITHIN.search(statement.between(whole.end, part.start)) or is_only_whole(statement, wholes):
        yield disagrees(share, part, whole)


def is_only_whole(statement: Statement, wholes: Sequence[Quantity]) -> bool:
    """Tell whether the sentence gives one whole only, and says so: 成员共186人，……；大专以上学历的79人，占42.5%."""
    whole = wholes[0]
    return len(wholes) == 1 and bool(SAID_WHOLE.search(statement.before(whole, 12)))


def _rate(statement: Statement, share: Quantity, earlier: Sequence[Quantity]) -> Iterator[Finding]:
    """Yield 发现352处，整改331处，整改率98%: the rate of the last two numbers of one unit."""
    if len(earlier) < 2:
        return
    whole, part = earlier[-2:]
    gap = statement.between(part.end, share.start)
    close = len(gap) < 14 and gap.count("，") == 1 and whole.end + 20 > part.start
    if (
        whole.unit != part.unit
        or not close
        or whole.about
        or part.about
        or THIS_TIME.search(statement.between(whole.end, part.start))
        or "整改" not in gap + "完成" not in gap
    ):
        return
    if whole.value >= part.value and not agrees(share, part, whole):
        yield disagrees(share, part, whole)


def agrees(share: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Tell whether a share is that of a part in a whole, as far as the digits can tell."""
    if not whole.value:
        return True
    step = share.grain or Decimal(1)
    low = (part.value - part.grain / 2) / (whole.value + whole.grain / 2) * 100
    high = (part.value + part.grain / 2) / max(whole.value - whole.grain / 2, Decimal("0.01")) * 100
    slack = Decimal(4) if part.about or whole.about else step
    return low - slack <= share.value <= high + slack


def disagrees(share: Quantity, part: Quantity, whole: Quantity) -> Finding:
    """Return the finding on a share that its two numbers do not give."""
    right = shown(part.value / whole.value * 100, share.grain)
    message = f"按前面的两个数算，应当是 {right}%，这里写的是 {share.value.normalize():f}%，请核对"
    related = ((whole.start, whole.end), (part.start, part.end))
    return finding(RULE, share.start, share.end, message, related=related)
