"""起止: intervals whose end comes before their beginning, and deadlines before the day of the speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks.dates import DASH, DateMention, days_in, mentions
from generator.checks.numerals import number
from generator.checks.setting import Setting
from generator.checks.weekdays import when
from generator.diagnostics import Severity
from generator.findings import Finding, finding
from generator.manuscript import Manuscript
from generator.rulebook import Confidence

BACKWARDS, TOO_LATE = "NM03", "NM09"
BETWEEN = re.compile(rf"(?:（[^（）\n]{{0,14}}）)?(?:上午|下午|晚上?)?起?[ ]?{DASH}[ ]?(?:今年|当年|同年)?")
YEARS = re.compile(
    rf"(?<![0-9.])((?:19|20)[0-9]{{2}}|[一二][〇○零一二三四五六七八九]{{3}})年?{DASH}"
    r"((?:19|20)[0-9]{2}|[一二][〇○零一二三四五六七八九]{3})(?=学?年)"
)
MONTHS = re.compile(rf"(?<![0-9.月])([0-9]{{1,2}}){DASH}([0-9]{{1,2}})月(?![龄大子票租])")
HALF = "上午|下午|晚上?|早上|早晨|凌晨"
CLOCKS = re.compile(
    rf"(?<![0-9:：第])({HALF})?([0-9]{{1,2}})(?:[:：]([0-9]{{2}})|[时点](?:([0-9]{{2}})分)?){DASH}"
    rf"(次日|翌日|第二天|{HALF})?([0-9]{{1,2}})(?:[:：]([0-9]{{2}})|[时点](?:([0-9]{{2}})分)?)(?![0-9:：])"
)
COUNTED = "名|家|户|岁|个|人|位|条|项|次|处|件|台|辆|支|所|篇|场"
UNITS = f"%|％|亿元|万元|元|天|小时|米|公里|亩|吨|℃|毫米|万人|{COUNTED}"
AMOUNTS = re.compile(
    rf"(?<![0-9.A-Za-z第号下\-－—–])([0-9]{{1,6}}(?:\.[0-9]{{1,3}})?)({UNITS})?(至|[—–~～\-])"
    rf"([0-9]{{1,6}}(?:\.[0-9]{{1,3}})?)({UNITS})"
)
FALLING = re.compile(r"[由从自降减缩压退改].{0,6}$")
"""before a number: it goes from one value to another"""
ONE_YEAR = re.compile(r"(?:今年|去年|上年|本年|当年|全年|年内|[0-9]{4}年)的?，?[从自]?$")
SEASON_WORDS = re.compile(r"冬|春|暖|防火|汛|枯|雪|流感|候鸟|跨年|每年|历年|休|禁|农闲|高发|旱|寒|期")
NEXT_MORNING = 8
"""an hour; 晚上10时至6时 ends in the morning"""
AUTUMN, SEASON = 9, 7
"""a season may run from autumn over the turn of the year: 10月至5月, seven months"""
LATE = "之?前|以前|底(?:之?前|以前)"
DEADLINE = re.compile(rf"(?:{LATE})(?!年|期|后|所|来)")
DUE = re.compile(r"要|务必|确保|必须|力争|抓紧|限|请")
DONE = re.compile(r"已|曾|了(?!解)|过[，。；]|原定|原计划|此前")
LONGEST_SENTENCE = 120


def check_intervals(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the intervals that run backwards."""
    text = draft.text
    yield from _dates(text)
    for match in YEARS.finditer(text):
        first, second = number(match[1]), number(match[2])
        if first and second and first > second:
            yield _backwards(text, match.start(), match.end() + 1)
    for match in MONTHS.finditer(text):
        severity = months_fault(text, match)
        if severity:
            yield _backwards(text, match.start(), match.end(), severity)
    for match in CLOCKS.finditer(text):
        severity = clock_fault(match)
        if severity:
            yield _backwards(text, match.start(), match.end(), severity)
    for match in AMOUNTS.finditer(text):
        severity = amounts_fault(text, match)
        if severity:
            yield _backwards(text, match.start(), match.end(), severity)


def _backwards(text: str, start: int, end: int, severity: Severity | None = None) -> Finding:
    message = f"“{text[start:end]}”起止颠倒，请核对"
    confidence = Confidence.HINT if severity is Severity.INFO else None
    return finding(BACKWARDS, start, end, message, severity=severity, confidence=confidence)


def _dates(text: str) -> Iterator[Finding]:
    last: DateMention | None = None
    for each in mentions(text):
        if last and each.exists() and last.exists() and is_joined(text, last, each):
            severity = order_fault(last, each) or turned_in_a_year(text, last, each)
            if severity:
                yield _backwards(text, last.start, each.end, severity)
        last = each


def is_joined(text: str, one: DateMention, other: DateMention) -> bool:
    """Tell whether two dates are the ends of an interval."""
    return other.start - one.end < 24 and bool(BETWEEN.fullmatch(text, one.end, other.start))


def turned_in_a_year(text: str, one: DateMention, other: DateMention) -> Severity | None:
    """Return how grave it is that months run backwards in a year that is named before them: 今年从9月至1月."""
    plain = not (one.day or other.day or one.year or other.year) and one.month > other.month
    if plain and is_in_one_year(text, one.start) and not is_of_a_season(text, one.start, other.end):
        return Severity.WARNING
    return None


def order_fault(one: DateMention, other: DateMention) -> Severity | None:
    """Return how grave it is that an interval runs from one date to another; None where it may."""
    if one.year and other.year and one.year != other.year:
        return Severity.WARNING if one.year > other.year else None
    if other.year and not one.year:
        return None
    if one.month == other.month:
        return Severity.WARNING if other.day and one.day > other.day else None
    if one.month < other.month:
        return None
    if one.year and other.year:
        return Severity.WARNING
    if _wraps_badly(one.month, other.month):
        return Severity.WARNING
    return Severity.INFO if one.year else None


def _wraps_badly(first: int, second: int) -> bool:
    """Tell whether a month comes after another one, and no winter lies between the two."""
    if not (1 <= first <= 12 and 1 <= second <= 12) or first <= second:
        return False
    return not (first >= AUTUMN and 12 - first + second <= SEASON)


def months_fault(text: str, match: re.Match[str]) -> Severity | None:
    """Return how grave it is that months run backwards: 11至3月 may be a winter, 今年9至1月 is none."""
    first, second = int(match[1]), int(match[2])
    if _wraps_badly(first, second):
        return Severity.WARNING
    if not 1 <= second < first <= 12 or is_of_a_season(text, match.start(), match.end()):
        return None
    return Severity.WARNING if is_in_one_year(text, match.start()) else Severity.INFO


def is_of_a_season(text: str, start: int, end: int) -> bool:
    """Tell whether the words around an interval speak of a season, which may run over the turn of the year."""
    return bool(SEASON_WORDS.search(text[max(0, start - 12) : end + 12]))


def is_in_one_year(text: str, start: int) -> bool:
    """Tell whether the words before an interval put it into one year."""
    return bool(ONE_YEAR.search(text[max(0, start - 10) : start]))


def amounts_fault(text: str, match: re.Match[str]) -> Severity | None:
    """Return how grave it is that amounts run backwards: 5至3名, 45岁至18岁; 5000至1万元 does not."""
    unit = match[5]
    if match[2] not in (None, unit) or float(match[1]) <= float(match[4]):
        return None
    if match[2] is None and unit[0] in "万亿" and float(match[1]) >= 1000:
        return None
    before = text[max(0, match.start() - 8) : match.start()]
    if FALLING.search(before) or text.startswith(("改", "降", "不等"), match.end()):
        return None
    return Severity.WARNING if unit in COUNTED.split("|") and match[3] != "-" else Severity.INFO


def clock_fault(match: re.Match[str]) -> Severity | None:
    """Return how grave it is that hours run backwards; a night shift and 8:30—5:30 are no fault or a slight one."""
    half, other_half = match[1] or "", match[5] or ""
    if other_half in ("次日", "翌日", "第二天"):
        return None
    begin = clock(half, int(match[2]), int(match[3] or match[4] or 0))
    hour = int(match[6])
    same_half = half == "下午" or (half.startswith("晚") and hour > NEXT_MORNING)
    end = clock(other_half or (half if same_half else ""), hour, int(match[7] or match[8] or 0))
    length = (end - begin) % 1440
    if end >= begin or length < 16 * 60:
        return None
    if end <= 360 and 540 <= begin <= 720 and not match[3]:  # 9点至5点, 上午10点至2点
        return None
    may_be_evening = end <= 390 and 420 <= begin <= 600
    return Severity.INFO if may_be_evening else Severity.WARNING


def clock(half: str, hour: int, minute: int) -> int:
    """Return the minutes since midnight: 下午 2:30 -> 870."""
    return (hour + 12 if half.startswith(("下", "晚")) and hour < 12 else hour) * 60 + minute


def check_deadlines(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield what is to be done before a day that is over when the speech is held."""
    if setting.day is None:
        return
    text = draft.text
    for each in mentions(text):
        match = DEADLINE.match(text, each.end)
        last = last_day(text, each, setting.day) if match else None
        if not match or last is None or last >= setting.day or not is_order(text, each, match.end()):
            continue
        quote = text[each.start : match.end()]
        message = f"“{quote}”早于讲话的日子（{setting.day.isoformat()}），请核对期限"
        yield finding(TOO_LATE, each.start, match.end(), message)


def last_day(text: str, each: DateMention, day: date) -> date | None:
    """Return the last day that a deadline allows; 6月底前 is the end of the month."""
    if not each.exists():
        return None
    if each.day:
        return when(text, each, day)
    return when(
        text, DateMention(each.start, each.end, each.year, each.month, days_in(1999, each.month)), day
    )


def is_order(text: str, each: DateMention, end: int) -> bool:
    """Tell whether the sentence asks for something that is still to be done."""
    begin = (
        max(text.rfind(mark, max(0, each.start - LONGEST_SENTENCE), each.start) for mark in "。；！\n") + 1
    )
    stops = [at for mark in "。；！\n" if (at := text.find(mark, end, end + LONGEST_SENTENCE)) >= 0]
    sentence = text[max(begin, each.start - LONGEST_SENTENCE) : min(stops, default=end + LONGEST_SENTENCE)]
    return bool(DUE.search(sentence)) and not DONE.search(sentence)
