"""Stated counts: a number agrees with what it counts, or the check says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking import read_rulebook
from generator.checks.agenda import check_agenda
from generator.checks.announced import check_announced
from generator.checks.counts import check_counts
from generator.checks.flatlists import listing_of
from generator.checks.listed import check_listed
from generator.checks.setting import Setting
from generator.checks.stated import stated_in
from generator.chinese import han_count
from generator.library import Library
from generator.manuscript import from_text

SETTING = Setting(read_rulebook(Library()))
CHECKS = (check_counts, check_listed, check_agenda, check_announced)
FRAMES = {
    "要压实{}方责任：{}。": ("、", ["属地责任", "部门责任", "单位责任", "个人责任", "主体责任"]),
    "做到“{}个严格”：{}，确保万无一失。": (
        "，",
        ["严格排查", "严格检测", "严格管理", "严格追责", "严格督查"],
    ),
    "存在的问题主要有{}个方面：{}。": (
        "；",
        ["一是排查不细", "二是整改不实", "三是问责不严", "四是保障不力", "五是演练不够"],
    ),
    "下设{}个工作组（{}），分头开展工作。": ("、", ["综合组", "保障组", "宣传组", "督查组", "医疗组"]),
    "我再提{}点要求：{}": (
        "",
        ["第一，抓紧。", "第二，抓细。", "第三，抓实。", "第四，抓常。", "第五，抓长。"],
    ),
    "下面，我讲{}点意见。\n{}": (
        "\n",
        ["一、提高认识", "二、细化措施", "三、压实责任", "四、加强保障", "五、严格督查"],
    ),
}


def found(text):
    draft = from_text("稿.txt", text)
    return [each for check in CHECKS for each in check(draft, SETTING)]


@given(st.sampled_from(sorted(FRAMES)), st.integers(3, 5), st.sampled_from([-1, 0, 1]))
def test_a_count_off_by_one_is_found_and_a_right_one_left_alone(frame, count, off):
    joint, items = FRAMES[frame]
    text = frame.format(han_count(count + off), joint.join(items[:count]))
    assert bool(found(text)) is bool(off), text


def test_the_number_alone_is_marked_and_mended():
    text = "同志们：\n下面，我讲四点意见。\n一、抓早\n二、抓小\n三、抓实"
    (each,) = found(text)
    assert (each.rule, text[each.start : each.end], each.edits[0].text) == ("CT01", "四", "三")
    assert [text[start:end] for start, end in each.related] == ["一、", "二、", "三、"]
    assert not each.safe


def test_a_list_before_the_number_is_counted():
    text = "要在“早、快、严”四个字上下功夫。"
    assert [text[each.start : each.end] for each in found(text)] == ["四"]
    assert not found("要在“早、快、严、实”四个字上下功夫。")


def test_half_width_marks_are_read_too():
    assert found("要抓好三件事:一是排查;二是整改.")


@pytest.mark.parametrize(
    "text",
    [
        "全省13个县（市、区）和3个县（市、区）分别作了发言。",
        "甲镇、乙镇、丙镇4个村受灾。",
        "要盯住老人、儿童、孕产妇等五类重点人群。",
        "做到“四个优先”：优先考虑干部，优先满足要素，优先保障资金，优先安排服务。",
        "围绕“三个年”活动，现就有关事项通知如下。\n一、组织\n二、时间\n三、办法\n四、要求",
    ],
)
def test_a_number_that_counts_something_else_is_left_alone(text):
    assert not found(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("甲村、乙村、丙村4个村先后发言。", "4"),
        ("问题清单、责任清单、措施清单“两张清单”。", "两"),
        ("政治纪律、组织纪律、廉洁纪律这“四项纪律”。", "四"),
        ("水利局、应急局、公安局等2个部门。", "2"),
        ("一、做强“三张牌”\n1.打好“古镇牌”。做精。\n2.打好“花椒牌”。做大。", "三"),
        ("支三招。\n第一招，少催。\n第二招，少比。", "三"),
        ("会议共有三项议程。\n进行第一项议程。\n进行第二项议程。", "三"),
    ],
)
def test_a_number_behind_its_list_or_in_a_heading_is_counted(text, wanted):
    assert [(each.rule, text[each.start : each.end]) for each in found(text)] == [("CT02", wanted)]


@pytest.mark.parametrize(
    "text",
    [
        "甲镇、乙镇、丙镇等5个镇受灾。",
        "从甲村、乙村到丙村3个村都通了路。",
        "推进城市、乡村、园区“四大行动”。",
        "“忠诚、担当”四个字。",
        "三个特点。首先是更普惠。其次是更直接。最后是更协同。",
        "我讲三点。\n首先，要抓紧。\n其次，要抓细。\n最后，要抓实。",
        "“两个下降、三个百分百”，即：起数、人数同比下降；安装率、培训率达到100%。",
        "一、深化“三项制度”改革\n（一）完善机制\n（二）加强考核",
        "会议共有三项议程。\n进行第一项议程。\n进行第二项议程。\n最后一项议程，请县长讲话。",
    ],
)
def test_an_open_or_shared_list_is_left_alone(text):
    assert not found(text)


def test_approximate_and_ordinal_numbers_are_not_stated_counts():
    assert not list(stated_in("第三个月，约五个乡镇、三五个村、几十个组、三四个点、三月五日"))


def test_a_listing_knows_when_it_is_not_flat():
    assert listing_of("属地、部门、单位").flat
    assert not listing_of("抓企业、项目，抓城镇、乡村").flat
    assert listing_of("甲、乙等") is None


def test_headings_in_another_order_than_announced_are_found():
    text = "我讲三点意见：提高认识、压实责任、细化措施。\n一、提高认识\n二、细化措施\n三、压实责任"
    assert [each.rule for each in found(text)] == ["CT03"]


def test_a_long_text_of_counts_is_read():
    assert not found("甲村、乙村、" * 20_000 + "两个村；首先，抓早；其次，抓小。" * 5_000)
    assert found("三件事：" * 20_000 + "一是抓早；二是抓小。") is not None
