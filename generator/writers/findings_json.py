"""检查结果·JSON: the findings with their exact places, for programs; also the form of a baseline."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from generator.findings import Checked, Finding, beside
from generator.manuscript import Manuscript
from generator.rulebook import Rule

SCHEMA = 1


def write_findings_json(checked: Sequence[Checked], rules: Mapping[str, Rule]) -> str:
    """Return the findings of several manuscripts as JSON."""
    report = {
        "schema": SCHEMA,
        "files": [
            {"file": each.draft.name, "place": each.place or None, "inferred": each.inferred}
            for each in checked
        ],
        "rules": sorted({id for each in checked for id in each.report.ran}),
        "findings": [
            finding_object(each.draft, found, rules[found.rule])
            for each in checked
            for found in each.report.findings
        ],
        "crashed": sorted({id for each in checked for crash in each.report.crashes for id in crash.rules}),
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def finding_object(draft: Manuscript, found: Finding, rule: Rule) -> dict[str, object]:
    """Return one finding; offsets count code points from 0, lines and paragraphs count from 1."""
    line, column = draft.position(found.start)
    passage = draft.passage_at(found.start)
    text = draft.text
    before, after = beside(draft, found)
    return {
        "id": found.rule,
        "slug": rule.slug,
        "severity": (found.severity or rule.severity).name.lower(),
        "confidence": (found.confidence or rule.confidence).name.lower(),
        "message": found.message,
        "file": draft.name,
        "area": passage.area.value,
        "paragraph": passage.number,
        "line": line,
        "column": column,
        "start": found.start,
        "end": found.end,
        "quote": text[found.start : found.end],
        "before": before,
        "after": after,
        "places": [list(place) for place in found.places],
        "related": [list(place) for place in found.related],
        "fix": replacement(draft, found),
        "safe": found.safe and bool(found.edits),
    }


def replacement(draft: Manuscript, found: Finding) -> str | None:
    """Return what should stand in place of the quote, or None where no mend is known."""
    if not found.edits:
        return None
    made, last = [], found.start
    for edit in sorted(found.edits, key=lambda each: each.start):
        made += [draft.text[last : edit.start], edit.text]
        last = edit.end
    return "".join((*made, draft.text[last : found.end]))
