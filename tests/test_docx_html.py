"""The HTML writer: the same text, one self-contained page, the same looks."""

from __future__ import annotations

import re
from html import unescape

import pytest
from lxml import html

from generator.diagnostics import GeneratorError
from generator.layout import Paragraph, Role, Run, lay_out, text_of
from generator.page import page_of
from generator.writers.html import write_html
from tests.render.speech import rich

SPEECH = rich()
PARAGRAPHS = lay_out(SPEECH)


def blocks(page: str) -> list[html.HtmlElement]:
    return list(html.fromstring(page).find(".//main"))


def test_the_text_is_that_of_the_preview() -> None:
    for trace in (False, True):
        found = blocks(write_html(SPEECH, PARAGRAPHS, trace=trace))
        assert "".join(f"{block.text_content()}\n" for block in found) == text_of(PARAGRAPHS)


def test_nothing_is_fetched() -> None:
    page = write_html(SPEECH, PARAGRAPHS)
    assert not re.search(r"https?:|url\(|<script|<link|@import|src=", page)


def test_headings_are_headings_and_leads_are_bold() -> None:
    root = html.fromstring(write_html(SPEECH, PARAGRAPHS))
    assert next(h.text_content() for h in root.iter("h2")) == "一、认清形势，绷紧安全这根“弦”"
    assert [h.text_content() for h in root.iter("h4")] == ["1.看用火用电", "2.看道路交通"]
    assert {b.text_content() for b in root.iter("b")} == {"一是关口要守得更前。", "二是台账要记得更细。"}


def test_a_gap_is_marked_with_its_question() -> None:
    (mark,) = html.fromstring(write_html(SPEECH, PARAGRAPHS, {"连续无事故天数": "多少“天”？"})).iter("mark")
    assert mark.get("title") == "待填“连续无事故天数”：多少“天”？"


def test_trace_shows_origins() -> None:
    titles = re.findall('<span title="([^"]*)"', write_html(SPEECH, PARAGRAPHS, trace=True))
    assert "出处：自拟 线·排查（讲话.yaml:30）" in [unescape(title) for title in titles]
    assert "<span" not in write_html(SPEECH, PARAGRAPHS)


def test_the_layout_is_followed() -> None:
    page = write_html(
        SPEECH, PARAGRAPHS, page=page_of({"大字版": "是", "数字字体": "Times New Roman", "页码": "居中"})
    )
    assert '<main class="large">' in page
    assert "22pt/40pt 'Times New Roman', '仿宋'" in page
    assert "@bottom-center { content:" in page


def test_signs_of_html_are_text() -> None:
    page = write_html(SPEECH, (Paragraph(Role.BODY, (Run('<b>&"'),)),))
    assert blocks(page)[0].text_content() == '<b>&"'


def test_a_forbidden_character_is_refused() -> None:
    with pytest.raises(GeneratorError, match="第 1 段第 1 个字符"):
        write_html(SPEECH, (Paragraph(Role.BODY, (Run("\x00"),)),))


def test_a_long_title_breaks_as_in_the_docx() -> None:
    assert re.search(r'<h1 style="padding: 0 [\d.]+pt; text-wrap: wrap">', write_html(SPEECH, PARAGRAPHS))


def test_the_time_of_a_part_stands_at_its_foot() -> None:
    page = write_html(SPEECH, PARAGRAPHS, page=page_of({"标注时长": "是"}))
    assert len(re.findall('<p class="note">〔', page)) == 4
