"""模式: the rules that are a pattern in the data. The only check that serves rules of the user's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.setting import Setting
from generator.findings import Finding, finding
from generator.manuscript import Manuscript
from generator.rulebook import Rule


def check_patterns(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield what the patterns of the rules match; a match that an exception covers is none."""
    for rule in setting.book.rules.values():
        if rule.pattern:
            yield from matches(draft, rule)


def matches(draft: Manuscript, rule: Rule) -> Iterator[Finding]:
    """Yield the finds of one rule. A group named 处 narrows the place that is marked."""
    pattern = re.compile(rule.pattern, re.MULTILINE)
    spared = [m.span() for m in re.finditer(rule.exception, draft.text)] if rule.exception else []
    for match in pattern.finditer(draft.text):
        start, end = match.span("处") if "处" in pattern.groupindex else match.span()
        if start == end or any(first <= start and end <= last for first, last in spared):
            continue
        quote = draft.text[start:end]
        fix = None if rule.replacement is None else match.expand(rule.replacement)
        message = rule.message.replace("{原文}", quote).replace("{改法}", fix or "")
        yield finding(rule.id, start, end, message, fix, safe=rule.safe)
