"""加法: whether parts add up to a total, as far as the digits that are given can tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import IntEnum

from generator.checks.quantities import Quantity
from generator.diagnostics import Severity
from generator.findings import Finding, finding
from generator.rulebook import Confidence

RULE = "NM06"
WAN = Decimal(10_000)


class Fit(IntEnum):
    """吻合: how well parts and a total agree."""

    NONE = 0
    ROUNDED = 1
    EXACT = 2


Sum = tuple[Quantity, Sequence[Quantity]]


def best_fit(sums: Iterable[Sum]) -> Fit:
    """Return how well the best of some sums fits."""
    return max((fit_of(total, parts) for total, parts in sums), default=Fit.NONE)


def fit_of(total: Quantity, parts: Sequence[Quantity]) -> Fit:
    """Return whether parts add up to a total, or miss it by no more than rounding may."""
    grain = max(total.grain, *(part.grain for part in parts))
    if total.unit == "元" and grain == WAN:  # whole 万元: budgets add up to the last one
        grain = Decimal(0)
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
        message, severity, confidence = f"{message}{caution(total, parts)}", Severity.INFO, Confidence.HINT
    return finding(
        RULE,
        total.start,
        total.end,
        message,
        severity=severity,
        confidence=confidence,
        related=tuple((part.start, part.end) for part in parts),
    )


def caution(total: Quantity, parts: Sequence[Quantity]) -> str:
    """Return why a miss may be no fault."""
    miss = abs(sum((part.value for part in parts), Decimal(0)) - total.value)
    return "；相差不大" if miss <= total.value / 20 else "；如果没有列全，可以不管"


def said(value: Decimal, like: Quantity) -> str:
    """Return a value as a draft would put it, with the 万 or 亿 of another one."""
    for letter, times in (("亿", 100_000_000), ("万", 10_000)):
        if like.value >= times and like.grain:
            return f"{(value / times).normalize():f}{letter}"
    return f"{value.normalize():f}"
