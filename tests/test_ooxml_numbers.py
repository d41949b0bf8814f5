"""Automatic numbers: what Word would show before each paragraph."""

from __future__ import annotations

import pytest

from generator.ooxml.numerals import numeral
from generator.readers.docxfile import read_docx
from tests.wordfile import paragraph, word_file

SYSTEMS = {
    "chineseCounting": ["一", "二", "十", "十一", "二十", "九十九"],
    "chineseCountingThousand": ["一", "二", "十", "十一", "二十", "九十九"],
    "japaneseCounting": ["一", "二", "十", "十一", "二十", "九十九"],
    "ideographDigital": ["一", "二", "一〇", "一一", "二〇", "九九"],
    "ideographTraditional": ["甲", "乙", "癸", "11", "20", "99"],
    "chineseLegalSimplified": ["壹", "贰", "拾", "拾壹", "贰拾", "玖拾玖"],
    "decimal": ["1", "2", "10", "11", "20", "99"],
    "decimalZero": ["01", "02", "10", "11", "20", "99"],
    "decimalFullWidth": ["１", "２", "１０", "１１", "２０", "９９"],
    "decimalEnclosedCircle": ["①", "②", "⑩", "⑪", "⑳", "99"],
    "decimalEnclosedCircleChinese": ["①", "②", "⑩", "⑪", "⑳", "99"],
    "lowerLetter": ["a", "b", "j", "k", "t", "uuuu"],
    "upperLetter": ["A", "B", "J", "K", "T", "UUUU"],
    "lowerRoman": ["i", "ii", "x", "xi", "xx", "xcix"],
    "upperRoman": ["I", "II", "X", "XI", "XX", "XCIX"],
    "bullet": ["", "", "", "", "", ""],
    "none": ["", "", "", "", "", ""],
    "klingon": ["1", "2", "10", "11", "20", "99"],
}


@pytest.mark.parametrize("system", SYSTEMS)
def test_numeral_systems(system: str) -> None:
    assert [numeral(number, system) for number in (1, 2, 10, 11, 20, 99)] == SYSTEMS[system]


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "〇"), (100, "一百"), (105, "一百〇五"), (110, "一百一十"), (1005, "一千〇五"), (1010, "一千〇一十"), (12345, "一二三四五")],
)  # fmt: skip
def test_large_han_numbers(number: int, text: str) -> None:
    assert numeral(number, "chineseCountingThousand") == text


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("number", [0, 1_000_000_000])
def test_no_number_is_too_large(system: str, number: int) -> None:
    assert len(numeral(number, system)) <= 10


def level(index: int, system: str, pattern: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{system}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


OFFICIAL = "".join(
    (
        level(0, "chineseCounting", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3."),
        level(3, "decimal", "（%4）"),
    )
)


def numbering(levels: str = OFFICIAL, lists: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{lists}'
    )


def item(index: int | None = 0, list_id: str | None = "1", style: str = "", text: str = "文") -> str:
    own = f'<w:pStyle w:val="{style}"/>' if style else ""
    if list_id is not None or index is not None:
        own += "<w:numPr>" + (f'<w:ilvl w:val="{index}"/>' if index is not None else "")
        own += (f'<w:numId w:val="{list_id}"/>' if list_id is not None else "") + "</w:numPr>"
    return paragraph(text, properties=own)


def numbers(body: str, **parts: str) -> list[str]:
    draft = read_docx(word_file(body, **parts), "稿.docx")
    return [passage.text.removesuffix("文") for passage in draft.passages]


def test_the_four_levels_of_official_documents() -> None:
    body = "".join(map(item, (0, 1, 1, 2, 2, 3, 0, 1, 2)))
    shown = ["一、", "（一）", "（二）", "1.", "2.", "（1）", "二、", "（一）", "1."]
    assert numbers(body, numbering=numbering()) == shown


def test_text_between_the_items_does_not_stop_the_count() -> None:
    assert numbers(item() + paragraph("中间") + item(), numbering=numbering()) == ["一、", "中间", "二、"]


def test_a_deleted_item_is_not_counted() -> None:
    gone = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr></w:p>'
    assert numbers(item() + gone + item(), numbering=numbering()) == ["一、", "二、"]


def test_a_number_without_text_is_seen() -> None:
    assert numbers(item() + item(text="") + item(), numbering=numbering()) == ["一、", "二、", "三、"]


def test_two_lists_of_one_definition_go_on_counting() -> None:
    lists = '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    assert numbers(item() + item(list_id="2"), numbering=numbering(lists=lists)) == ["一、", "二、"]


def test_a_list_that_starts_anew_starts_anew_once() -> None:
    lists = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = item() + item(list_id="2") + item(list_id="2")
    assert numbers(body, numbering=numbering(lists=lists)) == ["一、", "五、", "六、"]


def test_a_list_may_number_a_level_in_its_own_way() -> None:
    lists = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1.")}</w:lvlOverride></w:num>'
    )
    assert numbers(item() + item(list_id="2"), numbering=numbering(lists=lists)) == ["一、", "2."]


def test_several_levels_in_one_number() -> None:
    levels = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = "".join(map(item, (0, 1, 1, 0, 1)))
    shown = ["第一章\u3000", "1.1\u3000", "1.2\u3000", "第二章\u3000", "2.1\u3000"]
    assert numbers(body, numbering=numbering(levels)) == shown


def test_nothing_stands_behind_a_number_that_is_joined_to_its_text() -> None:
    joined = level(0, "chineseCounting", "%1是", '<w:suff w:val="nothing"/>')
    assert numbers(item() + item(), numbering=numbering(joined)) == ["一是", "二是"]


def test_a_level_that_never_restarts() -> None:
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "（%2）", '<w:lvlRestart w:val="0"/>')
    assert numbers("".join(map(item, (0, 1, 0, 1))), numbering=numbering(levels)) == [
        "1.",
        "（1）",
        "2.",
        "（2）",
    ]


@pytest.mark.parametrize(("list_id", "more"), [("0", ""), ("99", ""), ("1", "<w:rPr><w:vanish/></w:rPr>")])
def test_paragraphs_without_a_number_that_is_seen(list_id: str, more: str) -> None:
    levels = level(0, "decimal", "%1.", more)
    assert numbers(item(list_id=list_id), numbering=numbering(levels)) == [""]


def test_bullets_are_no_text() -> None:
    assert numbers(item(), numbering=numbering(level(0, "bullet", "\uf0b7"))) == [""]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="own"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="plain"><w:name w:val="plain"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
)
LINKED = level(0, "chineseCounting", "%1、", '<w:pStyle w:val="1"/>') + level(
    1, "chineseCounting", "（%2）", '<w:pStyle w:val="2"/>'
)


def test_numbers_that_styles_give() -> None:
    body = "".join(item(None, None, style) for style in ("1", "2", "own", "plain", "1"))
    assert numbers(body, numbering=numbering(LINKED), styles=STYLES) == ["一、", "（一）", "二、", "", "三、"]


def test_a_paragraph_can_leave_the_list_of_its_style() -> None:
    body = item(None, None, "1") + item(None, "0", "1") + item(None, None, "1")
    assert numbers(body, numbering=numbering(LINKED), styles=STYLES) == ["一、", "", "二、"]


def test_a_definition_behind_a_style_of_numbering() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="公文"><w:name w:val="公文"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    lists = (
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="公文"/></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    )
    assert numbers(item(list_id="2"), numbering=numbering(lists=lists), styles=styles) == ["一、"]


def test_a_ring_of_definitions_ends() -> None:
    styles = '<w:style w:type="numbering" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    ring = '<w:numStyleLink w:val="a"/>'
    assert numbers(item(), numbering=numbering(ring), styles=styles) == [""]


def test_a_custom_format_falls_back_on_the_plain_one() -> None:
    custom = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
    )
    levels = f'<w:lvl w:ilvl="0">{custom}<w:lvlText w:val="%1."/></w:lvl>'
    assert numbers(item(), numbering=numbering(levels)) == ["01."]


def test_a_number_stands_before_the_text_of_a_heading_with_its_level() -> None:
    data = word_file(item(None, None, "1", "加强领导"), numbering=numbering(LINKED), styles=STYLES)
    (passage,) = read_docx(data, "稿.docx").passages
    assert (passage.text, passage.level) == ("一、加强领导", 1)
