"""检查结果·文本: each finding with its line, the place marked below it, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from unicodedata import combining, east_asian_width

from generator.diagnostics import Severity
from generator.findings import Checked, Finding
from generator.manuscript import Manuscript
from generator.rulebook import Confidence

AROUND = 24
"""how many characters of a long line are shown on each side of the place"""
MARK, GAP = "^", "…"
INDENT = "    "


def write_findings(checked: Sequence[Checked]) -> str:
    """Return the findings of several manuscripts, in the order of the text, and a line that sums up each."""
    return "".join(f"{line}\n" for each in checked for line in _manuscript(each))


def _manuscript(each: Checked) -> Iterator[str]:
    for found in each.report.findings:
        yield from described(each.draft, found)
    yield summary(each)


def described(draft: Manuscript, found: Finding) -> Iterator[str]:
    """Yield the lines of one finding."""
    line, column = draft.position(found.start)
    severity = found.severity.value if found.severity else Severity.WARNING.value
    unsure = f"（{found.confidence.value}）" if found.confidence is Confidence.HINT else ""
    yield f"{draft.name}:{line}:{column + 1}：{severity} {found.rule}{unsure}：{found.message}"
    yield from marked(draft, found)
    if found.edits:
        yield f"  → {remedy(draft, found)}"


def marked(draft: Manuscript, found: Finding) -> Iterator[str]:
    """Yield the line of a finding and the marks below its places; a long line is cut around them."""
    begin, end = draft.line_span(found.start)
    first = max(begin, found.start - AROUND)
    last = min(end, max(found.places[0][1], found.start + 1) + AROUND)
    before, after = GAP * (first > begin), GAP * (last < end)
    shown = draft.text[first:last].replace("\t", " ").rstrip("\r")
    marks = [" "] * len(shown)
    for start, stop in found.places:
        for index in range(max(start - first, 0), min(stop - first, len(shown))):
            marks[index] = MARK
    below = "".join(mark * width(letter) for mark, letter in zip(marks, shown, strict=True))
    yield f"{INDENT}{before}{shown}{after}"
    yield f"{INDENT}{' ' * len(before)}{below}".rstrip()


def remedy(draft: Manuscript, found: Finding) -> str:
    """Return how to mend a finding: the edits, each different one once."""
    pairs = dict.fromkeys((draft.text[edit.start : edit.end], edit.text) for edit in found.edits)
    return "；".join(_change(old, new) for old, new in list(pairs)[:6]) + "。"


def _change(old: str, new: str) -> str:
    if not new:
        return f"删去“{old}”"
    return f"“{old}”改为“{new}”" if old else f"补上“{new}”"


def width(letter: str) -> int:
    """Return how many columns of a terminal a character takes."""
    if combining(letter):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


def summary(each: Checked) -> str:
    """Return how many findings of each severity a manuscript has, and by which place it was judged."""
    counts = Counter(found.severity for found in each.report.findings)
    told = "、".join(f"{counts[severity]} 处{severity.value}" for severity in Severity if counts[severity])
    return f"{each.draft.name}：{told or '没有发现问题'}{by_place(each)}。"


def by_place(each: Checked) -> str:
    """Return by which place a manuscript was judged."""
    if not each.place:
        return "；稿子里看不出是哪个地方，用 --place 指明，才能查别处的地名"
    return f"；按{each.place}检查" + ("（由稿子推定，不对请用 --place 指明）" if each.inferred else "")
