"""免查: findings that the user lets stand, by a mark in the text or by the settings; each needs a reason.

A mark stands in the paragraph that it speaks of: 〔免查 PL06：结对单位〕, or 〔免查 PL06、NM04：…〕.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.checks.setting import Setting
from generator.findings import Finding, finding
from generator.manuscript import Manuscript
from generator.rulebook import Waiver

MARK = re.compile(r"〔免查\s*([A-Z]{2}\d{2}(?:[、，, ]+[A-Z]{2}\d{2})*)\s*(?:[：:]\s*([^〕]*))?〕")
NO_REASON, UNUSED = "SU01", "SU02"


@dataclass(frozen=True, slots=True)
class Mark:
    """免查标记: a mark in the text, and the paragraph that it speaks of."""

    start: int
    end: int
    rules: tuple[str, ...]
    reason: str
    paragraph: tuple[int, int]


def waive(
    draft: Manuscript, setting: Setting, found: Iterable[Finding], wanted: Collection[str]
) -> Iterator[Finding]:
    """Yield the findings that nothing waives, and what is wrong with the marks themselves."""
    marks = tuple(marks_of(draft))
    used: set[tuple[int, str]] = set()
    for each in found:
        if any(mark.start <= each.start < mark.end for mark in marks):
            continue
        covering = [mark for mark in marks if covers(mark, each)]
        used |= {(mark.start, each.rule) for mark in covering}
        quote = draft.text[each.start : each.end]
        if not covering and not any(fits(waiver, each, quote) for waiver in setting.preferences.waivers):
            yield each
    for mark in marks:
        if not mark.reason and NO_REASON in wanted:
            message = "免查标记没有写理由，不起作用"
            yield finding(NO_REASON, mark.start, mark.end, message)
        for rule in mark.rules:
            if mark.reason and (mark.start, rule) not in used and rule in wanted and UNUSED in wanted:
                message = f"免查标记里的 {rule} 没有用上"
                yield finding(UNUSED, mark.start, mark.end, message)


def marks_of(draft: Manuscript) -> Iterator[Mark]:
    """Yield the marks of a manuscript."""
    for match in MARK.finditer(draft.text):
        passage = draft.passage_at(match.start())
        rules = tuple(re.findall(r"[A-Z]{2}\d{2}", match[1]))
        reason = (match[2] or "").strip()
        yield Mark(match.start(), match.end(), rules, reason, (passage.start, passage.end))


def covers(mark: Mark, each: Finding) -> bool:
    """Tell whether a mark waives a finding; one without a reason waives nothing."""
    begins, ends = mark.paragraph
    return bool(mark.reason) and each.rule in mark.rules and begins <= each.start < ends


def fits(waiver: Waiver, each: Finding, quote: str) -> bool:
    """Tell whether a waiver of the settings speaks of a finding."""
    return waiver.rule == each.rule and waiver.quote in quote
