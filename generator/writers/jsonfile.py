"""JSON: the speech with the origin of every sentence, and the ledger (出处账) of one draft."""

from __future__ import annotations

import json
from collections import Counter

from generator.chinese import characters
from generator.layout import Paragraph, Run, RunKind
from generator.model import Speech

SCHEMA = 1


def write_json(speech: Speech, paragraphs: tuple[Paragraph, ...]) -> str:
    """Return the speech as JSON: front matter, paragraphs, runs with kind, slot and origin."""
    return _dump(
        {
            "schema": SCHEMA,
            "title": paragraphs[0].text,
            "speaker": speech.speaker,
            "date": speech.date,
            "salutation": speech.salutation,
            "seed": speech.seed,
            "paragraphs": [_paragraph(each) for each in paragraphs],
        }
    )


def write_ledger(paragraphs: tuple[Paragraph, ...]) -> str:
    """Return each sentence with its origin, and the share of the characters that each origin has."""
    sentences: list[dict[str, object]] = []
    shares: Counter[str] = Counter()
    for number, paragraph in enumerate(paragraphs, 1):
        last = None
        for run in paragraph.runs:
            shares[_share(run)] += characters(run.text)
            if sentences and last == run.provenance and last.origin:
                sentences[-1]["text"] = f"{sentences[-1]['text']}{run.text}"
            else:
                sentences.append({"paragraph": number, "text": run.text, **_origin(run)})
            last = run.provenance
    total = sum(shares.values()) or 1
    return _dump(
        {
            "schema": SCHEMA,
            "shares": {origin: round(count / total, 4) for origin, count in sorted(shares.items())},
            "sentences": sentences,
        }
    )


def _paragraph(paragraph: Paragraph) -> dict[str, object]:
    return {
        "role": paragraph.role.value,
        "level": paragraph.level,
        "part": paragraph.part,
        "text": paragraph.text,
        "runs": [_run(run) for run in paragraph.runs],
    }


def _run(run: Run) -> dict[str, object]:
    return {"kind": run.kind.value, "text": run.text, "slot": run.slot, **_origin(run)}


def _origin(run: Run) -> dict[str, object]:
    at = run.provenance
    return {"origin": at.origin or "骨架", "key": at.key, "file": at.file, "line": at.line}


def _share(run: Run) -> str:
    """Return 要素 for what a slot filled, else the origin of the sentence; numerals are the skeleton's."""
    return "要素" if run.kind is RunKind.VALUE else run.provenance.origin or "骨架"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
