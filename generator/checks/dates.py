"""日期: the dates of a draft, read off in the order of the text; and the rule that a date must exist."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.checks.numerals import number
from generator.checks.setting import Setting
from generator.findings import Finding, finding
from generator.manuscript import Manuscript

RULE = "NM01"
DASH = r"(?:至|到|—{1,2}|–|―|-|－|~|～|─)"
BLANK = r"[ \u3000]?"
SHORT = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
"""a month or a day"""
YEAR = r"(?:[0-9]{4}|[〇○零一二三四五六七八九]{4})"
DATE = re.compile(
    rf"(?<![0-9.．〇○零一二三四五六七八九十百千第个满生])(?:(?P<year>{YEAR}){BLANK}年{BLANK})?"
    rf"(?P<month>{SHORT}){BLANK}月(?:份(?!额))?"
    rf"(?:{BLANK}(?P<day>{SHORT})(?:{BLANK}[日号]|(?={DASH}{SHORT}[日号])))?"
)
NEXT_DAY = re.compile(
    rf"(?:（[^（）\n]{{0,14}}）)?(?:{DASH}|[、和及])(?P<day>{SHORT})[日号](?![0-9]*[楼文令])"
)
BARE_DAY = re.compile(r"(?<=[本当上下每该]月)(?:3[2-9]|[4-9][0-9])[日号]")
DIGITS = re.compile(
    r"(?<![0-9A-Za-z./-])((?:19|20)[0-9]{2})([./-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9A-Za-z./-])"
)
CLOCK = re.compile(
    r"(上午|下午|早上|晚上?|凌晨|中午|夜间|[日号])(?:（[^（）\n]{1,8}）)?[ ]?"
    r"([0-9]{1,2})(?:[:：]([0-9]{2})(?![0-9:：])|时([0-9]{1,2})分|时(?!间|期|常|段|尚|效|代|间|空))"
)
TIMES = re.compile(r"(?<![0-9])()([0-9]{1,2})时()([0-9]{1,2})分")
QUARTER = re.compile(r"第[五六七八九5-9]季度")
OTHER_CALENDAR = re.compile(r"(?:[农阴旧古夏藏傣彝回]历|历法)[^，。；\n]{0,5}$")
AT_A_MONTH = re.compile(r"[份底初末日号]|[上中下]旬|以来|起|之?前|[—–~～至到]")
NO_MONTH = re.compile(r"[龄大子票租薪嫂供球饼光色亮报刊]")
OVERFLOW = re.compile("怀胎|怀孕")


@dataclass(frozen=True, slots=True)
class DateMention:
    """日期: one date as the draft has it; what it does not say is 0."""

    start: int
    end: int
    year: int
    month: int
    day: int

    def exists(self) -> bool:
        """Tell whether there is such a day; without a year, 2月29日 may be one."""
        return 1 <= self.month <= 12 and self.day <= days_in(self.year, self.month)

    def on(self, year: int) -> date | None:
        """Return the day itself, in a given year; None where there is none."""
        if not self.day or not 1 <= year <= 9999 or not replace(self, year=year).exists():
            return None
        return date(year, self.month, self.day)


def days_in(year: int, month: int) -> int:
    """Return how many days a month has; February has 29 where the year is not known."""
    return 29 if month == 2 and not year else calendar.monthrange(year or 2000, month)[1]


def mentions(text: str) -> Iterator[DateMention]:
    """Yield the dates of a text; in 3月8日至10日 and 3月8日、9日 each day is one."""
    if "月" not in text:
        return
    for match in DATE.finditer(text):
        year, month = number(match["year"] or "0"), number(match["month"])
        day = number(match["day"] or "0")
        if year is None or month is None or day is None or is_no_date(text, match):
            continue
        made = DateMention(match.start(), match.end(), year, month, day)
        if match["day"] in ("0", "00"):
            made = replace(made, day=99)  # 3月0日 is a date, and none that exists
        yield made
        while made.day and (tail := NEXT_DAY.match(text, made.end)):
            made = replace(
                made, start=tail.start("day"), end=tail.end("day") + 1, day=number(tail["day"]) or 99
            )
            yield made


def is_no_date(text: str, match: re.Match[str]) -> bool:
    """Tell whether this is another calendar, or 月 is no month: 18月龄, 农历二月三十日."""
    after = text[match.end() : match.end() + 2]
    if OTHER_CALENDAR.search(text, max(0, match.start() - 12), match.start()):
        return True
    if match["day"] or match["year"]:
        return False
    month = number(match["month"]) or 0
    if NO_MONTH.match(after) and not after.startswith(("大会", "子")):
        return month > 12
    return month > 12 and not (AT_A_MONTH.match(after) or match["month"].isascii())


def check_dates(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the dates, hours and quarters that do not exist."""
    text = draft.text
    for each in mentions(text):
        if not each.exists() and not OVERFLOW.search(text, max(0, each.start - 4), each.start):
            yield finding(RULE, each.start, each.end, why_not(text[each.start : each.end], each))
    for match in DIGITS.finditer(text):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        made = DateMention(match.start(), match.end(), year, month, day or 99)
        if not made.exists():
            yield finding(RULE, made.start, made.end, why_not(match[0], made))
    for match in BARE_DAY.finditer(text):
        yield finding(RULE, match.start(), match.end(), f"“{match[0]}”不存在，一个月最多 31 天")
    for match in QUARTER.finditer(text):
        yield finding(RULE, match.start(), match.end(), f"没有“{match[0]}”，一年只有四个季度")
    yield from impossible_times(text)


def why_not(quote: str, each: DateMention) -> str:
    """Return what is wrong with a date that does not exist."""
    if not 1 <= each.month <= 12:
        return f"“{quote}”不存在，一年只有 12 个月"
    most = days_in(each.year, each.month)
    if each.month == 2 and each.day == 29:
        return f"“{quote}”不存在，{each.year} 年不是闰年，2 月只有 28 天"
    return f"“{quote}”不存在，{each.month} 月{'最多' if most == 29 else '只'}有 {most} 天"


def impossible_times(text: str) -> Iterator[Finding]:
    """Yield hours beyond 24 and minutes beyond 59; 上午15时 is none either."""
    seen: set[int] = set()
    for pattern in (CLOCK, TIMES):
        for match in pattern.finditer(text):
            hour, minute = int(match[2]), int((match[3] if pattern is CLOCK else "") or match[4] or 0)
            early = match[1] in ("上午", "早上", "凌晨") and hour > 12
            if (hour > 24 or minute > 59 or early) and match.start(2) not in seen:
                seen.add(match.start(2))
                start = match.start(1) if early else match.start(2)
                quote = text[start : match.end()]
                yield finding(RULE, start, match.end(), f"没有“{quote}”这个时刻")
