"""检查所得: what a check finds in a manuscript. Plain frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.diagnostics import Severity
from generator.manuscript import Manuscript
from generator.rulebook import Confidence

CONTEXT = 12
"""how many characters are told on each side of a finding"""
RANK = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}
"""how grave a severity is, for thresholds"""


@dataclass(frozen=True, slots=True)
class Edit:
    """改动: what should stand in place of the characters from start to end."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """问题: one finding; offsets are those of the manuscript's text, in code points."""

    rule: str
    """the id of the rule, e.g. PH01"""
    places: tuple[tuple[int, int], ...]
    """where, in reading order; most findings have one place"""
    message: str
    """what is wrong, in Chinese, with the words themselves"""
    edits: tuple[Edit, ...] = ()
    """how to mend it, where that is known"""
    safe: bool = False
    """稳妥: the edits can never change the meaning, so --fix may make them unasked"""
    severity: Severity | None = None
    """级别 of this case, where it differs from that of the rule; likewise confidence"""
    confidence: Confidence | None = None
    related: tuple[tuple[int, int], ...] = ()
    """the other side of a clash, e.g. the items that a stated count counts"""

    @property
    def start(self) -> int:
        """Return the offset of its first character."""
        return self.places[0][0]

    @property
    def end(self) -> int:
        """Return the offset behind its last character."""
        return self.places[-1][1]


def finding(rule: str, start: int, end: int, message: str, fix: str | None = None, **more: Any) -> Finding:
    """Return a finding with one place, and with one edit of that place where `fix` is given."""
    edits = () if fix is None else (Edit(start, end, fix),)
    return Finding(rule, ((start, end),), message, edits, **more)


def beside(draft: Manuscript, each: Finding) -> tuple[str, str]:
    """Return the characters before and behind a finding, as the JSON tells them."""
    return draft.text[max(0, each.start - CONTEXT) : each.start], draft.text[each.end : each.end + CONTEXT]


@dataclass(frozen=True, slots=True)
class Crash:
    """故障: a check that failed: a bug of the program, not a fault of the draft."""

    rules: tuple[str, ...]
    trace: str


@dataclass(frozen=True, slots=True)
class Report:
    """检查结果: the findings in the order of the text, and which rules have run."""

    findings: tuple[Finding, ...]
    ran: tuple[str, ...]
    crashes: tuple[Crash, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """受检文稿: a manuscript with its report, and the place by which it was judged."""

    draft: Manuscript
    report: Report
    place: str = ""
    """the full name of the place; empty where none is known"""
    inferred: bool = False
    """推定: nobody named the place, the draft itself did"""
