"""排版成段: numbers, counts and paragraphs follow from the tree, for every shape of speech."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.layout import Role, lay_out, text_of
from generator.model import Part, Sentence, Span, SpanKind
from tests.builders import HEADING, PARAGRAPH, RUN_IN, part, speech


def lines(document):
    return [paragraph.text for paragraph in lay_out(document)][1:]


def test_front_matter_stands_in_the_order_of_the_page():
    document = speech(speaker="县长　王五", date="2026年3月18日", salutation="同志们：")
    assert [(p.role, p.text) for p in lay_out(document)] == [
        (Role.TITLE, "在会议上的讲话"),
        (Role.SPEAKER, "县长　王五"),
        (Role.DATE, "（2026年3月18日）"),
        (Role.SALUTATION, "同志们："),
    ]


def test_run_in_points_stay_in_one_paragraph_and_nest():
    points = [part("压实责任。", "去做。", numbering="一要", layout=RUN_IN) for _ in range(2)]
    inner = part("提高意识。", "总说。", numbering="第一，", parts=points)
    other = part("加强管控。", "再说。", numbering="第一，")
    body = part("守住“线”", "引子。", numbering="一、", layout=HEADING, parts=[inner, other])
    last = part("站好“岗”", "末句。", numbering="一、", layout=HEADING)
    assert lines(speech(body, last)) == [
        "一、守住“线”",
        "引子。",
        "第一，提高意识。总说。一要压实责任。去做。二要压实责任。去做。",
        "第二，加强管控。再说。",
        "二、站好“岗”",
        "末句。",
    ]


def test_four_levels_of_headings_have_their_levels():
    fourth = part("四级", "文。", numbering="（1）", layout=HEADING)
    third = part("三级", numbering="1.", layout=HEADING, parts=[fourth, fourth])
    second = part("二级", numbering="（一）", layout=HEADING, parts=[third, third])
    first = part("一级", numbering="一、", layout=HEADING, parts=[second, second])
    found = [(p.level, p.text) for p in lay_out(speech(first, first)) if p.role is Role.HEADING]
    assert found[:4] == [(1, "一、一级"), (2, "（一）二级"), (3, "1.三级"), (4, "（1）四级")]
    assert found[-1] == (4, "（2）四级")


def test_a_closing_is_a_paragraph_of_its_own_or_runs_on():
    body = part("", "正文。")
    assert lines(speech(body, part("", "同志们，出发！"))) == ["正文。", "同志们，出发！"]
    assert lines(speech(body, part("", "同志们，出发！", layout=RUN_IN))) == ["正文。同志们，出发！"]


def test_counts_and_announced_headings_follow_the_parts():
    opening = part("", "围绕《标题名目》，讲《点数》点意见。")
    heads = ["认清形势，始终绷紧这根弦", "落细措施，坚决守住这条线", "扛起责任，持续站好这个岗"]
    parts = [part(head, "文。", numbering="一、", layout=HEADING) for head in heads]
    expected = "围绕始终绷紧这根弦、坚决守住这条线、持续站好这个岗，讲三点意见。"
    assert lines(speech(opening, *parts))[0] == expected
    assert lines(speech(opening, *parts[1:]))[0] == "围绕坚决守住这条线、持续站好这个岗，讲两点意见。"


def test_the_count_of_a_list_counts_its_own_items():
    items = [part("", f"问题{n}。", numbering="一是", layout=RUN_IN) for n in "甲乙丙丁"]
    listed = part("", "发现《要点数》个问题：", parts=items)
    assert lines(speech(listed)) == ["发现四个问题：一是问题甲。二是问题乙。三是问题丙。四是问题丁。"]


SCHEMES = ["一、", "（一）", "1.", "（1）", "一是", "一要", "第一，", "首先，", "从…来看，"]
HAN = "一二三四五六七八九"


@given(st.permutations(["弦", "线", "岗", "责", "督"]), st.integers(2, 5))
def test_dropping_and_reordering_parts_renumbers_them(order, count):
    chosen = order[:count]
    parts = [part(head, "文。", numbering="一、", layout=HEADING) for head in chosen]
    headings = [p.text for p in lay_out(speech(*parts)) if p.role is Role.HEADING]
    assert headings == [f"{HAN[n]}、{head}" for n, head in enumerate(chosen)]


@given(st.lists(st.sampled_from([*SCHEMES, ""]), min_size=1, max_size=8))
def test_every_series_is_numbered_by_itself_and_no_text_is_lost(schemes):
    parts = [part("", f"句{n}。", numbering=scheme) for n, scheme in enumerate(schemes)]
    text = text_of(lay_out(speech(*parts)))
    assert [text.count(f"句{n}。") for n in range(len(schemes))] == [1] * len(schemes)


def numbered(scheme, *heads, layout=PARAGRAPH, parts=()):
    return [part(head, "文。", numbering=scheme, layout=layout, parts=parts) for head in heads]


# the nine shapes of the field: what a tree must be able to hold, and the labels that it must give
SHAPES = {
    "部署会，首先其次": (
        numbered(
            "一、", "甲", "乙", layout=HEADING, parts=numbered("首先，", "从一看，", "从二看，", "从三看，")
        ),
        ["一、甲", "首先，从一看，", "其次，从二看，", "最后，从三看，", "二、乙"],
    ),
    "部署会，从…来看与嵌套的一是": (
        numbered(
            "一、",
            "甲",
            "乙",
            layout=HEADING,
            parts=[
                *numbered(
                    "从…来看，", "境外", layout=RUN_IN, parts=numbered("一是", "子", "丑", layout=RUN_IN)
                )
            ],
        ),
        ["一、甲", "从境外来看，", "一是子", "二是丑", "二、乙"],
    ),
    "工作会，四级": (
        numbered(
            "一、",
            "甲",
            "乙",
            layout=HEADING,
            parts=numbered(
                "（一）", "着力甲", "着力乙", layout=HEADING, parts=numbered("要", "做到甲。", "做到乙。")
            ),
        ),
        ["一、甲", "（一）着力甲", "要做到甲。", "（二）着力乙", "要做到乙。"],
    ),
    "演讲，没有标题也没有编号": ([part("", "问候。"), part("", "谢谢大家！")], ["问候。", "谢谢大家！"]),
    "部署会，第一与一要": (
        numbered(
            "一、",
            "甲",
            "乙",
            layout=HEADING,
            parts=numbered(
                "第一，", "提高。", "加强。", parts=numbered("一要", "宣传。", "落实。", layout=RUN_IN)
            ),
        ),
        ["第一，提高。", "一要宣传。", "二要落实。", "第二，加强。"],
    ),
    "评论，只有领句": (
        numbered("", "要经得起“验”。", "要担得起“言”。"),
        ["要经得起“验”。", "要担得起“言”。"],
    ),
    "方案，一、（一）1.": (
        numbered(
            "一、",
            "会前",
            "会中",
            layout=HEADING,
            parts=numbered(
                "（一）", "人员", "场所", layout=HEADING, parts=numbered("1.", "登记。", "通风。")
            ),
        ),
        ["一、会前", "（一）人员", "1.登记。", "2.通风。", "（二）场所", "二、会中"],
    ),
    "评论，引语领句与复沓": (
        [part("“共情”聚力。", "文。", parts=[part("", "这场战役，我们同行。", layout=RUN_IN)])],
        ["“共情”聚力。文。这场战役，我们同行。"],
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_the_model_holds_every_shape_of_speech(name):
    parts, labels = SHAPES[name]
    text = text_of(lay_out(speech(*parts)))
    position = 0
    for label in labels:
        position = text.find(label, position)
        assert position >= 0, f"{label} is missing in {text}"


def test_all_orders_of_three_parts_are_in_sequence():
    for order in permutations("弦线岗"):
        parts = [part(head, numbering="一、", layout=HEADING) for head in order]
        assert lines(speech(*parts)) == [f"{HAN[n]}、{head}" for n, head in enumerate(order)]


def test_headings_are_announced_without_the_name_of_the_topic():
    topic = Span("防汛", SpanKind.VALUE, "主题")
    parts = [
        Part(noun, "一、", Sentence((Span(f"认清形势，{verb}"), topic, Span(noun))), HEADING)
        for verb, noun in (("绷紧", "思想弦"), ("筑牢", "总防线"))
    ]
    opening = part("", "围绕《标题名目》展开。")
    assert lines(speech(opening, *parts))[0] == "围绕绷紧思想弦、筑牢总防线展开。"


def test_a_closing_that_runs_on_still_counts_as_the_closing():
    document = speech(part("", "正文。", key="岗"), part("", "出发！", layout=RUN_IN, key="结尾"))
    assert [(run.part, run.text) for run in lay_out(document)[1].runs] == [
        ("岗", "正文。"),
        ("结尾", "出发！"),
    ]
