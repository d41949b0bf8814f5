"""模板: slots are filled from the context, values are data, faults are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, meta

from generator.diagnostics import GeneratorError
from generator.material import Fact
from generator.model import Span, SpanKind
from generator.template import Computed, Missing, TemplateFault, parse, parse_own

CONTEXT = {
    "全县": "全区",
    "天数": Fact("241", 241, "天", as_of="10月14日"),
    "无截至": Fact("3", 3, "家"),
    "成效": ("修路", "架桥"),
    "缺项": Missing("缺项"),
    "点数": Computed(SpanKind.COUNT),
    "文件": ("《甲》", "《乙》"),
    "坏值": "{{ 7*7 }}{% raw %}",
}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{全县}}上下", "全区上下"),
        ("{{ 全县 }}上下", "全区上下"),
        ("连续{{天数}}没有", "连续241天没有"),
        ("{{天数.值 + 1}}天", "242天"),
        ("截至{{天数.截至}}", "截至10月14日"),
        ("{{成效}}", "修路、架桥"),
        ("{{成效|逗号}}", "修路，架桥"),
        ("{{成效|分号}}；共{{成效|个数}}件", "修路；架桥；共两件"),
        ("学习{{文件|顿号}}", "学习《甲》《乙》"),
        ("值是{{坏值}}", "值是{{ 7*7 }}{% raw %}"),
    ],
)
def test_slots_are_filled_from_the_context(source, expected):
    assert parse(source).text(CONTEXT) == expected


def test_a_missing_value_becomes_a_gap_that_names_it():
    assert parse("有{{缺项}}人").spans(CONTEXT)[1] == Span("", SpanKind.GAP, "缺项")
    assert parse("有{{缺项|顿号}}人").spans(CONTEXT)[1] == Span("", SpanKind.GAP, "缺项")


def test_a_field_that_the_fact_lacks_is_a_gap_and_not_a_hole():
    assert parse("截至{{无截至.截至}}").spans(CONTEXT)[1].kind is SpanKind.GAP


def test_a_count_is_left_to_the_layout():
    assert parse("讲{{点数}}点").spans(CONTEXT)[1] == Span("", SpanKind.COUNT, "点数")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("{{全县", "没有配对"),
        ("全县}}", "没有配对"),
        ("{% if 全县 %}", "没有配对，或用了不允许的写法"),
        ("{# 注 #}", "不允许"),
        ("{{成效|加号}}", "没有叫“加号”的写法"),
        ("{{ 1 + }}", "不是合法的表达式"),
        ("{{天数.大小}}", "没有“大小”"),
    ],
)
def test_a_faulty_template_is_refused_with_its_reason(source, message):
    with pytest.raises(TemplateFault, match=message):
        parse(source)


@pytest.mark.parametrize(
    "source", ["{{ 全县.__class__ }}", "{{ ''.__class__.__mro__ }}", "{{ 成效.append(1) }}", "{{ 成效 + 1 }}"]
)
def test_the_sandbox_gives_no_way_out(source):
    with pytest.raises((GeneratorError, TemplateFault)):
        parse(source).text(CONTEXT)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{全县}}已开展监测", "全区已开展监测"),
        ("算式 {{ 7*7 }} 与 {% raw %} 原样", "算式 {{ 7*7 }} 与 {% raw %} 原样"),
        ("花括号 { } 原样", "花括号 { } 原样"),
    ],
)
def test_a_sentence_of_the_writer_knows_place_words_only(source, expected):
    assert parse_own(source, ["全县"]).text(CONTEXT) == expected


def test_a_misspelt_place_word_of_the_writer_is_named():
    with pytest.raises(TemplateFault, match="全线"):
        parse_own("{{全线}}动员", ["全县"])


@given(st.text(st.characters(codec="utf-8", exclude_characters="{}%#"), max_size=40))
def test_text_without_slots_stays_as_it_is(text):
    assert parse(text).text({}) == text


@given(st.lists(st.sampled_from(["{{全县}}", "{{天数.值 + 1}}", "{{成效|逗号}}", "文，"]), max_size=6))
def test_needs_are_those_that_jinja2_finds(pieces):
    source = "".join(pieces)
    environment = Environment()
    environment.filters["逗号"] = str
    assert parse(source).needs == meta.find_undeclared_variables(environment.parse(source))
