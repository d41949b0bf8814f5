"""预告: what an opening announces, and which attachments are named, against what comes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.checks.counts import OPENING, SPEECH
from generator.checks.headings import heading_of
from generator.checks.outline import HAN, Line, full_width, lines_of, value_of
from generator.checks.series import Series, series_of
from generator.checks.setting import Setting
from generator.diagnostics import Severity
from generator.findings import Finding, finding
from generator.manuscript import Manuscript
from generator.rulebook import Confidence

SPOKEN = re.compile(r"\w")
SURE, OTHER = 0.75, 0.34
"""which share of an announced phrase its heading must have; how little another may have beside it"""
SHORTEST = 3
LISTED = re.compile(r"附件[：:]")
REFERRED = re.compile(rf"(?:见|详见|按|参照|填写|填报)附件[ \u3000]?(?P<号>[0-9]{{1,2}}|{HAN})")
OWN_PAGE = re.compile(
    r"附件[ \u3000]?(?P<号>[0-9]{1,2}|[一二三四五六七八九十]{1,2})[：:]?(?:[ \u3000]\S{0,40})?$"
)


class Piece(NamedTuple):
    """预告项: an announced phrase, where it stands, and which heading it is like."""

    start: int
    end: int
    heading: int


def check_announced(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield headings that come in another order than announced, and attachments that are not there."""
    draft = full_width(draft)
    lines = lines_of(draft)
    for each in series_of(lines):
        if each.scheme == "一、" and each.labels[0].leading and len(each.labels) > 1:
            yield from _order(draft, lines, each)
            break
    yield from _attachments(draft, lines)


def _order(draft: Manuscript, lines: Sequence[Line], each: Series) -> Iterator[Finding]:
    """Yield the list of an opening that names the headings in another order or wording."""
    first = each.labels[0].passage
    headings = [heading_of(lines[label.passage], label)[:60] for label in each.labels if label.leading]
    for line in lines[max(0, first - OPENING) : first]:
        for match in SPEECH.finditer(line.passage.text):
            colon = line.passage.text.find("：", match.end(), match.end() + 12)
            if colon < 0:
                continue
            pieces = _pieces(line, colon + 1, headings)
            if len(pieces) == len(headings):
                yield from _compared(draft, pieces, headings)


def _pieces(line: Line, begin: int, headings: Sequence[str]) -> list[Piece]:
    """Return the phrases behind the colon, to the end of the sentence."""
    text = line.passage.text
    end = min((at for mark in "。！？" if (at := text.find(mark, begin)) >= 0), default=len(text))
    cut = "；" if "；" in text[begin:end] else "、" if "、" in text[begin:end] else "，"
    found, start = [], begin
    for part in text[begin:end].split(cut):
        base = line.passage.start + start
        found.append(Piece(base, base + len(part), _best(part, headings)))
        start += len(part) + 1
    return found


def _best(phrase: str, headings: Sequence[str]) -> int:
    """Return the heading that a phrase names; -1 where none or more than one may be meant."""
    shares = sorted(
        ((_share(phrase, heading), -index) for index, heading in enumerate(headings)), reverse=True
    )
    clear = shares[0][0] >= SURE and (len(shares) < 2 or shares[0][0] - shares[1][0] >= OTHER)
    return -shares[0][1] if clear and len(phrase) >= SHORTEST else -1


def _share(phrase: str, heading: str) -> float:
    """Return which share of the characters of a phrase a heading has too."""
    mine, other = Counter(SPOKEN.findall(phrase)), Counter(SPOKEN.findall(heading))
    return sum((mine & other).values()) / max(1, sum(mine.values()))


def _compared(draft: Manuscript, pieces: Sequence[Piece], headings: Sequence[str]) -> Iterator[Finding]:
    known = [piece.heading for piece in pieces if piece.heading >= 0]
    if len(set(known)) != len(known):
        return
    if known != sorted(known) and len(known) > 1:
        span = pieces[0].start, pieces[-1].end
        message = "开头预告的几点，次序和后面的标题不一致"
        yield finding("CT03", *span, message, severity=Severity.WARNING, confidence=Confidence.LIKELY)
    elif len(known) == len(pieces) - 1 and len(pieces) > 2:
        piece = next(piece for piece in pieces if piece.heading < 0)
        index = pieces.index(piece)
        phrase = draft.text[piece.start : piece.end]
        if _share(phrase, headings[index]) < SURE:
            message = f"开头预告的是“{phrase}”，后面的标题是“{headings[index]}”，两处说法对不上"
            yield finding("CT03", piece.start, piece.end, message)


def _attachments(draft: Manuscript, lines: Sequence[Line]) -> Iterator[Finding]:
    """Yield references to attachments that the list of attachments does not have."""
    heads = [line for line in lines if LISTED.match(line.passage.text)]
    if len(heads) != 1:
        return
    series = [each for each in series_of(lines) if each.labels[0].start < heads[0].passage.end]
    listed = next((each for each in series if each.labels[0].start >= heads[0].passage.start), None)
    count = len(listed.labels) if listed else 1
    for match in REFERRED.finditer(draft.text):
        yield from _missing(match, count, 0)
    for line in lines:
        page = OWN_PAGE.match(line.passage.text)
        if page and line is not heads[0]:
            yield from _missing(page, count, line.passage.start)


def _missing(match: re.Match[str], count: int, base: int) -> Iterator[Finding]:
    number = value_of(match["号"])
    if number > count:
        message = f"这里说附件{match['号']}，正文后面的附件目录只列了 {count} 件"
        yield finding("CT04", base + match.start("号"), base + match.end("号"), message)
