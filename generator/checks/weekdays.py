"""星期: a weekday must agree with its date, and with the other weekdays of the same line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.checks.dates import DASH, DateMention, mentions
from generator.checks.setting import Setting
from generator.findings import Finding, finding
from generator.manuscript import Manuscript

RULE = "NM02"
DAYS = "一二三四五六日"
NAME = r"(?:星期|礼拜|周)(?P<{}>[一二三四五六日天])"
EDGE = r"(?=[）)\]，。；、：:！\s上下中早晚夜起前至到召举开集—–-]|$)"
BEHIND = re.compile(
    rf"(?:(?:[上下中]午|早上|晚上?)?[（(，, \u3000]?(?:农历[^（）\n，、]{{2,8}}[，、])?|是|正是|恰逢|适逢|正值)"
    rf"[本上下这]?{NAME.format('one')}(?:{EDGE}|(?=是|为|的))(?:{DASH}{NAME.format('other')})?"
)
BEFORE = re.compile(
    rf"(?:[本上下这]?{NAME.format('one')}(?:[上下]午|早上|晚上?)?[（(]|[（(]{NAME.format('inside')}[，, ])$"
)
RANGE = re.compile(rf"(?:（[^（）\n]{{0,14}}）)?起?{DASH}")
OTHER_YEAR = re.compile(
    r"(?:[去明前后次翌同当往历]年|上一?年|第二年|来年|[0-9]{4}年|每年|如果|假如)[^。；\n]{0,4}$"
)
WHOLE_DATE = re.compile(r"[（(]?([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日[）)]?")
HEAD, FOOT = 8, 4
"""how many paragraphs at the top and at the end may hold the date of the draft"""
HALF_YEAR = 183


@dataclass(frozen=True, slots=True)
class Claim:
    """说法: a date with the weekday that the draft gives it; offsets are those of its one character."""

    date: DateMention
    at: int
    weekday: int


def check_weekdays(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the weekdays that their dates do not have."""
    if not any(word in draft.text for word in ("星期", "周", "礼拜")):
        return
    day = setting.day or own_day(draft)
    loose: list[Claim] = []
    for claim in claims(draft.text):
        actual = when(draft.text, claim.date, day)
        if actual is None:
            loose.append(claim)
        elif actual.weekday() != claim.weekday:
            yield wrong(draft, claim, actual)
    yield from clashes(draft, loose)


def wrong(draft: Manuscript, claim: Claim, actual: date) -> Finding:
    """Return the finding on a weekday that the date does not have."""
    right = DAYS[actual.weekday()]
    said = f"{actual.year} 年 {actual.month} 月 {actual.day} 日"
    start, end = sorted((claim.at, claim.date.start))[0], max(claim.at + 1, claim.date.end)
    message = f"{said}是星期{right}，不是星期{draft.text[claim.at]}，请核对日期和星期"
    return finding(RULE, claim.at, claim.at + 1, message, right, related=((start, end),))


def claims(text: str) -> Iterator[Claim]:
    """Yield the dates that have a weekday beside them; 4月6日至10日（周一至周五） has two."""
    last: DateMention | None = None
    for each in mentions(text):
        ranged = last is not None and RANGE.fullmatch(text, last.end, each.start)
        match = BEHIND.match(text, each.end)
        if match and each.day:
            if match["other"] is None:
                yield Claim(each, match.start("one"), weekday(match["one"]))
            elif ranged and last:
                yield Claim(last, match.start("one"), weekday(match["one"]))
                yield Claim(each, match.start("other"), weekday(match["other"]))
        elif each.day and (match := BEFORE.search(text, max(0, each.start - 8), each.start)):
            group = match.lastgroup or "one"
            yield Claim(each, match.start(group), weekday(match[group]))
        last = each


def weekday(letter: str) -> int:
    """Return 0 for Monday to 6 for Sunday."""
    return DAYS.index("日" if letter == "天" else letter)


def when(text: str, each: DateMention, day: date | None) -> date | None:
    """Return the day that a date means: its own year's, else that within half a year of the speech."""
    if each.year:
        return each.on(each.year) if each.year > 1900 else None
    if day is None or OTHER_YEAR.search(text, max(0, each.start - 12), each.start):
        return None
    near = (each.on(year) for year in (day.year - 1, day.year, day.year + 1))
    return next((found for found in near if found and abs((found - day).days) < HALF_YEAR), None)


def own_day(draft: Manuscript) -> date | None:
    """Return the date that stands on a line of its own at the top or at the end of a draft."""
    passages = draft.passages
    for passage in (*passages[:HEAD], *passages[-FOOT:]):
        match = WHOLE_DATE.fullmatch(passage.text)
        if match:
            year, month, day = (int(part) for part in match.groups())
            return DateMention(0, 0, year, month, day).on(year)
    return None


def clashes(draft: Manuscript, loose: list[Claim]) -> Iterator[Finding]:
    """Yield weekdays that cannot both be right, whatever the year: 4月25日（星期六）至26日（星期一）."""
    for one, other in pairwise(loose):
        if draft.passage_at(one.at) is not draft.passage_at(other.at):
            continue
        spans = {gap(one.date, other.date, year) for year in (2023, 2024)}
        if None in spans or any((one.weekday + (span or 0)) % 7 == other.weekday for span in spans):
            continue
        message = f"与前面的星期{draft.text[one.at]}对不上，请核对日期和星期"
        related = ((one.date.start, one.at + 1),) if one.at > one.date.start else ()
        yield finding(RULE, other.at, other.at + 1, message, related=related)


def gap(one: DateMention, other: DateMention, year: int) -> int | None:
    """Return how many days lie between two dates of one year; None where one does not exist."""
    first, second = one.on(year), other.on(year)
    return (second - first).days if first and second else None
