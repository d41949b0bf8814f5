"""执行: run the checks that are wanted over one manuscript. A check that crashes is named; the rest still run."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.checks.setting import Check, Setting
from generator.checks.table import CHECKS, PATTERNS
from generator.checks.waivers import waive
from generator.diagnostics import Severity
from generator.findings import Crash, Finding, Report
from generator.manuscript import Manuscript
from generator.rulebook import Confidence

Table = Iterable[tuple[Check, tuple[str, ...]]]


def run(draft: Manuscript, setting: Setting, checks: Table = CHECKS) -> Report:
    """Return what the wanted rules find in a manuscript."""
    wanted = frozenset(wanted_ids(setting))
    found: list[Finding] = []
    ran: set[str] = set()
    crashes: list[Crash] = []
    for check, ids in checks:
        serves = wanted & served(ids, setting)
        if not serves:
            continue
        try:
            found += [each for each in check(draft, setting) if each.rule in serves]
            ran |= serves
        except Exception:  # the rest still run, and the command ends with the trace
            crashes.append(Crash(tuple(sorted(serves)), traceback.format_exc()))
    standing = (each for each in found if not is_accepted(each, draft, setting))
    kept = {grade(each, setting) for each in waive(draft, setting, standing, wanted)}
    return Report(tuple(sorted(kept, key=order)), tuple(sorted(ran)), tuple(crashes))


def order(each: Finding) -> tuple[int, int, str]:
    """Return the key by which findings are sorted."""
    return each.start, each.end, each.rule


def wanted_ids(setting: Setting) -> Iterator[str]:
    """Yield the ids that the user wants: a preference names an id or how it begins."""
    asked = setting.preferences
    for id in setting.book.rules:
        if (not asked.select or id.startswith(asked.select)) and not (
            asked.ignore and id.startswith(asked.ignore)
        ):
            yield id


def served(ids: tuple[str, ...], setting: Setting) -> frozenset[str]:
    """Return the ids that a check serves."""
    if ids == (PATTERNS,):
        return frozenset(id for id, rule in setting.book.rules.items() if rule.pattern)
    return frozenset(ids)


def grade(each: Finding, setting: Setting) -> Finding:
    """Return the finding with its severity and confidence: its own, else the user's, else the rule's."""
    rule = setting.book.rules[each.rule]
    confidence = each.confidence or rule.confidence
    severity = setting.preferences.severities.get(each.rule) or each.severity or rule.severity
    if confidence is Confidence.HINT and severity is Severity.ERROR:
        severity = Severity.WARNING
    return replace(each, severity=severity, confidence=confidence)


def is_accepted(each: Finding, draft: Manuscript, setting: Setting) -> bool:
    """Tell whether a word that the user accepts covers the place of a finding."""
    for word in setting.preferences.accepted:
        start = draft.text.find(word, max(0, each.end - len(word)), each.start + len(word))
        if start >= 0 and start <= each.start and each.end <= start + len(word):
            return True
    return False
