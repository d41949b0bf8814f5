"""Numbering and headings: series are understood through nesting, restarts and paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking import read_rulebook
from generator.checks.headings import check_headings
from generator.checks.numbering import check_numbering, named
from generator.checks.outline import lines_of, value_of
from generator.checks.series import faults, series_of
from generator.checks.setting import Setting
from generator.chinese import han_numeral
from generator.library import Library
from generator.manuscript import Area, Block, from_blocks, from_text

SETTING = Setting(read_rulebook(Library()))
SCHEMES = ["一、", "（一）", "1.", "（1）", "①", "一是", "一要", "第一，", "其一，"]
WORDS = ["抓排查", "抓整改", "抓督查", "抓问责", "抓宣传", "抓保障", "抓演练", "抓值守"]


def found(text):
    draft = from_text("稿.txt", text)
    return [*check_numbering(draft, SETTING), *check_headings(draft, SETTING)]


def quotes(text):
    return [(each.rule, text[each.start : each.end]) for each in found(text)]


def outline(scheme, numbers):
    """Return a text with one paragraph an item."""
    return "".join(
        f"{named(scheme, number)}{WORDS[i]}。各单位要抓紧办好。\n" for i, number in enumerate(numbers)
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("一、抓早。\n二、抓小。\n四、抓实。", [("NB01", "四、")]),
        ("一、抓早。\n二、抓小。\n二、抓实。", [("NB02", "二、")]),
        ("一、抓早。\n一、抓小。\n二、抓实。", [("NB02", "一、")]),
        ("二、抓早。\n三、抓小。", [("NB03", "二、")]),
        ("要做到：一是抓早；三是抓小。", [("NB01", "三是")]),
        ("首先，抓早；其次，抓小；第三，抓实。", [("NB05", "第三")]),
        ("1.抓早。\n2.抓小。\n3、抓实。", [("NB08", "3、")]),
        ("第一招，抓早；第三招，抓小。", [("NB01", "第三招")]),
        ("头一件事，抓早。第三件事，抓小。", [("NB01", "第三件")]),
        ("一、抓早。\n三、抓小。\n二、抓实。\n四、抓细。", [("NB01", "三、")]),
    ],
)
def test_the_wrong_number_itself_is_marked(text, wanted):
    assert quotes(text) == wanted


def test_half_width_marks_hide_no_number():
    assert quotes("(一)抓早.\n(三)抓小.") == [("NB01", "(三)")]
    assert quotes("主要做法:一是抓早;三是抓小.") == [("NB01", "三是")]


def test_numbers_in_quotations_and_tables_are_no_labels():
    assert not found("他说：“一是抓早，三是抓小。”大家都赞成。")
    draft = from_blocks("表.docx", [Block("一、抓早", Area.TABLE), Block("三、抓小", Area.TABLE)])
    assert not list(check_numbering(draft, SETTING))


def test_a_first_of_the_meeting_and_a_first_of_an_item_are_two():
    text = "首先，观看专题片。\n下面，颁奖。\n接着，请同志们发言。\n首先，请甲镇发言。\n最后，请乙镇发言。"
    assert not found(text)
    assert not found("头一件事，水情。\n第二件事，守堤。\n第三件事，安置。")


def test_a_series_goes_on_in_the_next_paragraph():
    text = "主要问题：一是排查不细。\n二是整改不实。\n三是问责不严。"
    (series,) = series_of(lines_of(from_text("稿", text)))
    assert series.numbers == [1, 2, 3]


def test_an_attachment_list_begins_behind_its_colon():
    assert not found("附件：1. 报名表\n2. 承诺书\n附件1\n报名表\n1. 姓名\n2. 单位")


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [
        ([1, 2, 3], []),
        ([1, 2, 4], [(2, "缺", 3)]),
        ([1, 2, 2, 4], [(2, "重", 3)]),
        ([1, 3, 3], [(1, "缺", 2)]),
        ([1, 3, 2, 4], [(1, "乱", 2)]),
        ([2, 2, 3], [(0, "首", 1)]),
        ([2, 3], [(0, "首", 1)]),
    ],
)
def test_a_fault_is_told_once_and_where_it_is(numbers, wanted):
    assert list(faults(numbers)) == wanted


@given(st.integers(1, 99))
def test_a_numeral_has_its_value(number):
    assert value_of(han_numeral(number)) == value_of(str(number)) == number


def test_words_that_are_no_numerals_have_none():
    assert [value_of(word) for word in ("二三", "三五", "百")] == [0, 0, 0]


@given(st.sampled_from(SCHEMES), st.integers(2, 8))
def test_a_series_in_order_is_left_alone(scheme, count):
    assert not found(outline(scheme, range(1, count + 1)))


@given(st.sampled_from(SCHEMES), st.integers(3, 8), st.data())
def test_no_number_can_be_dropped_doubled_or_swapped_unseen(scheme, count, data):
    numbers = list(range(1, count + 1))
    at = data.draw(st.integers(0, count - 2))
    kind = data.draw(st.sampled_from(["drop", "double", "swap"]))
    if kind == "drop":
        del numbers[at]
    elif kind == "double":
        numbers[at + 1] = numbers[at]
    else:
        numbers[at], numbers[at + 1] = numbers[at + 1], numbers[at]
    assert found(outline(scheme, numbers)), numbers


def test_a_text_of_nothing_but_numbers_is_read():
    assert found("一是抓早；" * 20_000 + "\n" + "一、抓\n" * 5_000)
