"""检查表: every check with the ids of the rules that it serves. A new check is a function and a row here."""

from __future__ import annotations

from generator.checks.doubled import check_doubled
from generator.checks.halfwidth import check_half_width
from generator.checks.pairs import check_pairs
from generator.checks.patterns import check_patterns
from generator.checks.setting import Check

PATTERNS = "模式"
"""in place of ids: all rules that are patterns"""

CHECKS: tuple[tuple[Check, tuple[str, ...]], ...] = (
    (check_patterns, (PATTERNS,)),
    (check_half_width, ("PN01",)),
    (check_pairs, ("PN02",)),
    (check_doubled, ("WD01",)),
)
