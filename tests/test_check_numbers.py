"""Dates, weekdays, intervals, sums and shares: what is wrong is found where it stands, what is right is left alone."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking import read_rulebook
from generator.checks.numerals import number
from generator.checks.run import run
from generator.checks.setting import Setting
from generator.chinese import han_numeral
from generator.library import Library
from generator.manuscript import from_text
from generator.rulebook import Preferences

BOOK = read_rulebook(Library())
ASKED = Preferences(select=("NM",))
DAYS = "一二三四五六日"
dates = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def findings(text, day=None):
    """Return what the rules on numbers find in a text."""
    report = run(from_text("例.txt", text), Setting(BOOK, ASKED, None, day))
    assert not report.crashes, report.crashes
    return report.findings


def quotes(text, day=None):
    """Return rule and words of each finding."""
    return [(each.rule, text[each.start : each.end]) for each in findings(text, day)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("会议定于2026年2月30日召开。", ("NM01", "2026年2月30日")),
        ("3月28日至32日检查。", ("NM01", "32日")),
        ("二〇二六年六月三十一日", ("NM01", "二〇二六年六月三十一日")),
        ("定于2026年3月8日（星期六）召开。", ("NM02", "六")),
        ("10月8日至10月1日整治。", ("NM03", "10月8日至10月1日")),
        ("实施期为2026—2024年。", ("NM03", "2026—2024年")),
        ("26年3月8日召开。", ("NM04", "26年")),
        ("共120家，其中学校58家、其余60家。", ("NM06", "120家")),
        ("120家中有60家，占40%。", ("NM07", "40%")),
        ("企业由67户增加到78户，净增12户。", ("NM07", "12户")),
    ],
)
def test_a_finding_marks_the_words_that_are_wrong(text, wanted):
    assert quotes(text) == [wanted]


@given(dates)
def test_a_date_that_exists_is_left_alone(day):
    text = f"{day.year}年{day.month}月{day.day}日（星期{DAYS[day.weekday()]}），会议召开。"
    assert not quotes(text)


@given(dates, st.integers(1, 9))
def test_a_day_beyond_the_month_is_found(day, more):
    beyond = monthrange(day.year, day.month)[1] + more
    written = f"{day.year}年{day.month}月{beyond}日"
    assert ("NM01", written) in quotes(f"会议于{written}召开。")


@given(dates, st.integers(1, 6))
def test_any_other_weekday_is_found(day, shift):
    wrong = DAYS[(day.weekday() + shift) % 7]
    text = f"会议定于{day.year}年{day.month}月{day.day}日（周{wrong}）召开。"
    assert quotes(text) == [("NM02", wrong)]


@given(dates, st.integers(1, 300))
def test_an_interval_is_wrong_only_when_it_is_turned_round(day, length):
    later = day + timedelta(length)
    first, second = (f"{each.year}年{each.month}月{each.day}日" for each in (day, later))
    assert not quotes(f"{first}至{second}开展整治。")
    assert [rule for rule, _ in quotes(f"{second}至{first}开展整治。")] == ["NM03"]


@given(st.lists(st.integers(1, 9999), min_size=2, max_size=6), st.integers(1, 500))
def test_a_total_is_wrong_only_when_it_differs_from_its_parts(parts, miss):
    names = ("学校", "医院", "商超", "工厂", "宾馆", "景区")
    listed = "、".join(f"{name}{part}家" for name, part in zip(names, parts, strict=False))
    assert not quotes(f"全县检查{listed}，共{sum(parts)}家。")
    assert [rule for rule, _ in quotes(f"全县检查{listed}，共{sum(parts) + miss}家。")] == ["NM06"]


UNITS = ("家", "个", "名", "人", "枚", "处", "条", "件", "户", "亩", "万元", "座", "台")


@given(
    st.lists(st.integers(20, 999), min_size=3, max_size=5), st.sampled_from(UNITS), st.sampled_from((-1, 1))
)
def test_a_plain_partition_is_found_to_be_one_off_in_every_unit(parts, unit, miss):
    names = ("东片", "西片", "南片", "北片", "城片")
    listed = "、".join(f"{name}{part}{unit}" for name, part in zip(names, parts, strict=False))
    assert not quotes(f"共有{sum(parts)}{unit}，其中{listed}。")
    wrong = f"{sum(parts) + miss}{unit}"
    assert quotes(f"共有{wrong}，其中{listed}。") == [("NM06", wrong)]


@given(st.lists(st.integers(10, 999), min_size=3, max_size=5), st.integers(2, 9))
def test_amounts_with_decimals_are_a_hint_only_within_what_rounding_explains(parts, miss):
    names = ("中央补助", "省级补助", "市级配套", "县级自筹", "银行贷款")
    listed = "、".join(f"{name}{part / 100:.2f}亿元" for name, part in zip(names, parts, strict=False))
    found = findings(f"总投资{(sum(parts) - miss) / 100:.2f}亿元，其中{listed}。")
    severities = {each.severity.value for each in found if each.rule == "NM06"}
    assert severities == ({"提示"} if miss <= len(parts) // 2 else {"警告"})


@pytest.mark.parametrize(
    ("text", "words", "severity"),
    [
        ("隐患486条，其中一般隐患497条、重大隐患7条。", "486条", "警告"),
        ("整改率103.0%。", "103.0%", "警告"),
        ("计划改造36个；已开工31个，开工率96.1%。", "96.1%", "警告"),
        ("每村选派5至3名骨干。", "5至3名", "警告"),
        ("每村选派5-3名骨干。", "5-3名", "提示"),
        ("今年9至1月，共12件。", "9至1月", "警告"),
        ("早上8时至6时上路。", "早上8时至6时", "提示"),
        ("75个村中，配备48部，还缺28部。", "75个", "提示"),
    ],
)
def test_a_fault_is_as_grave_as_it_is_certain(text, words, severity):
    (each,) = findings(text)
    assert (text[each.start : each.end], each.severity.value) == (words, severity)


@given(st.integers(1, 99))
def test_a_chinese_numeral_is_read_as_it_is_written(value):
    assert number(han_numeral(value)) == value


@given(
    st.text(
        "0123456789年月日一二三十〇零家占%、，。；：（）其中余共合计增加到由星期周至—.万亿全县党员有前底'’",
        max_size=80,
    )
)
def test_no_text_makes_a_check_fail(text):
    findings(text, date(2026, 3, 20))


def test_a_weekday_without_a_year_goes_by_the_day_of_the_speech():
    text = "会议定于3月20日（星期四）召开。"
    assert quotes(text, date(2026, 3, 15)) == [("NM02", "四")]
    assert not quotes(text, date(2025, 3, 15))
    assert not quotes(text)


def test_a_right_weekday_is_offered():
    (each,) = findings("定于2026年3月8日（星期六）召开。")
    assert [edit.text for edit in each.edits] == ["日"]
    assert not each.safe


def test_a_sum_that_rounding_explains_is_a_hint():
    (each,) = findings("资金3.6亿元、8.9亿元，两项合计12.4亿元。")
    assert each.severity.value == "提示"


@pytest.mark.parametrize("unit", ["3月8日、", "共120家，其中", "58家、", "占50%，", "由5家增加到", "1", "十"])
def test_a_long_run_of_the_same_words_yields_a_result(unit):
    findings(unit * (100_000 // len(unit)))
