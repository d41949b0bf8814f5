"""重复: sentences that stand twice, and paragraphs that say nearly the same. One pass; each is held against the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.checks.setting import Setting
from generator.chinese import sentences
from generator.diagnostics import Severity
from generator.findings import Finding, finding
from generator.manuscript import Manuscript, Passage

SENTENCE, PARAGRAPH = "RP01", "RP02"
SHORTEST, TELLING = 12, 20
"""characters: a shorter sentence may come again; one of twenty is no accident"""
LEAST, GRAM = 60, 4
ALIKE, SAME = 0.5, 0.8
"""which share of the four-character runs of a paragraph stands in an earlier one"""


def check_repetition(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the paragraphs that repeat an earlier one, and else the sentences that do."""
    paragraphs: dict[str, Passage] = {}
    said: dict[str, int] = {}
    for passage in draft.passages:
        earlier, share = nearest(passage, paragraphs)
        if earlier and share >= ALIKE:
            yield _paragraph(passage, earlier, share)
        else:
            yield from _sentences(passage, said)
        if len(passage.text) >= LEAST:
            for gram in grams(passage.text):
                paragraphs.setdefault(gram, passage)


def nearest(passage: Passage, paragraphs: dict[str, Passage]) -> tuple[Passage | None, float]:
    """Return the earlier paragraph that holds most of this one's runs, and how many of them."""
    if len(passage.text) < LEAST:
        return None, 0.0
    own = grams(passage.text)
    votes = Counter(earlier.number for gram in own if (earlier := paragraphs.get(gram)))
    if not votes:
        return None, 0.0
    number, count = votes.most_common(1)[0]
    found = next(e for gram in own if (e := paragraphs.get(gram)) and e.number == number)
    return found, count / len(own)


def grams(text: str) -> frozenset[str]:
    """Return the runs of four characters of a text."""
    return frozenset(text[at : at + GRAM] for at in range(len(text) - GRAM + 1))


def _paragraph(passage: Passage, earlier: Passage, share: float) -> Finding:
    message = f"这一段有 {share:.0%} 的文字与第 {earlier.number} 段相同"
    severity = Severity.WARNING if share >= SAME else Severity.INFO
    related = ((earlier.start, earlier.end),)
    return finding(PARAGRAPH, passage.start, passage.end, message, severity=severity, related=related)


def _sentences(passage: Passage, said: dict[str, int]) -> Iterator[Finding]:
    start = passage.start
    for sentence in sentences(passage.text):
        length = len(sentence)
        whole = sentence[-1] in "。！？”"
        if whole and length >= SHORTEST:
            first = said.setdefault(sentence, start)
            if first != start:
                severity = Severity.WARNING if length >= TELLING else Severity.INFO
                message = "这句话前面已经一字不差地说过"
                related = ((first, first + length),)
                yield finding(SENTENCE, start, start + length, message, severity=severity, related=related)
        start += length
