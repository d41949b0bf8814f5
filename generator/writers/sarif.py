"""检查结果·SARIF: the findings in the exchange format of checkers, SARIF 2.1.0."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from urllib.parse import quote

from generator.diagnostics import Severity
from generator.findings import Checked, Finding
from generator.manuscript import Manuscript
from generator.rulebook import Rule
from generator.writers.findings_json import replacement

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
Object = dict[str, object]


def write_sarif(checked: Sequence[Checked], rules: Mapping[str, Rule], version: str) -> str:
    """Return the findings of several manuscripts as one SARIF run; every rule stands in the driver."""
    ids = sorted(rules)
    crashes = [crash for each in checked for crash in each.report.crashes]
    run: Object = {
        "tool": {
            "driver": {
                "name": "jianggao",
                "version": version,
                "language": "zh-CN",
                "rules": [_rule(rules[id]) for id in ids],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not crashes}],
        "results": [
            _result(each.draft, found, ids.index(found.rule))
            for each in checked
            for found in each.report.findings
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> Object:
    return {
        "id": rule.id,
        "name": rule.slug,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.reason},
        "help": {"text": f"依据：{rule.basis}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(draft: Manuscript, found: Finding, index: int) -> Object:
    uri = quote(PurePath(draft.name).as_posix())
    location = {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": _region(draft, found)}}
    result: Object = {
        "ruleId": found.rule,
        "ruleIndex": index,
        "level": LEVELS[found.severity or Severity.WARNING],
        "message": {"text": found.message},
        "locations": [location],
        "partialFingerprints": {"quoteInParagraph/v1": fingerprint(draft, found)},
    }
    new = replacement(draft, found)
    if new is not None:
        change = {"deletedRegion": _region(draft, found), "insertedContent": {"text": new}}
        changes = [{"artifactLocation": {"uri": uri}, "replacements": [change]}]
        result["fixes"] = [{"description": {"text": "改为建议的写法"}, "artifactChanges": changes}]
    return result


def _region(draft: Manuscript, found: Finding) -> Object:
    line, column = draft.position(found.start)
    end_line, end_column = draft.position(found.end)
    return {
        "startLine": line,
        "startColumn": column + 1,
        "endLine": end_line,
        "endColumn": end_column + 1,
        "charOffset": found.start,
        "charLength": found.end - found.start,
        "snippet": {"text": draft.text[found.start : found.end]},
    }


def fingerprint(draft: Manuscript, found: Finding) -> str:
    """Return what stays the same while other paragraphs change: rule, quote and paragraph."""
    passage = draft.passage_at(found.start)
    key = "\0".join((found.rule, draft.text[found.start : found.end], passage.text))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]
