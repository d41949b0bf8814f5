"""The layouts other than the house's: what each changes, and that the text stays the same."""

from __future__ import annotations

import re

import pytest

from generator.diagnostics import GeneratorError
from generator.layout import Paragraph, Role, Run, lay_out, text_of
from generator.page import PAGE_KEYS, Fonts, Page, page_of
from generator.writers.docx import write_docx
from generator.writers.docx_reading import pieces, time_notes
from tests.render.docx_rules import NS, Docx, get
from tests.render.docx_rules import text_of as words
from tests.render.speech import rich

SPEECH = rich()
PARAGRAPHS = lay_out(SPEECH)


def made(**settings: str) -> Docx:
    return Docx(write_docx(SPEECH, PARAGRAPHS, page=page_of(settings)))


def text(file: Docx) -> str:
    return "".join(words(p) for p in file.document.findall("w:body/w:p", NS))


def test_no_setting_is_the_house_style() -> None:
    assert page_of({}) == Page()
    assert made().parts == Docx(write_docx(SPEECH, PARAGRAPHS)).parts


@pytest.mark.parametrize(
    "settings",
    [
        {"页码": "居中"},
        {"数字字体": "Times New Roman"},
        {"三级标题加粗": "是"},
        {"要点句加粗": "否"},
        {"双面镜像": "是"},
        {"大字版": "是"},
        {"正文字体": "方正仿宋_GBK", "标题字体": "华文中宋"},
    ],
    ids=str,
)
def test_each_setting_changes_the_file_and_not_the_text(settings: dict[str, str]) -> None:
    file = made(**settings)
    assert file.parts != made().parts
    assert text(file) == text_of(PARAGRAPHS).replace("\n", "")


def test_the_page_number_goes_to_the_middle() -> None:
    for footer in made(页码="居中").footers().values():
        properties = footer.find("w:p/w:pPr", NS)
        assert get(properties.find("w:jc", NS), "val") == "center"
        assert properties.find("w:ind", NS) is None


def test_digits_take_their_own_font_and_page_numbers_keep_theirs() -> None:
    file = made(数字字体="Times New Roman")
    for style in ("Normal", "Title", "Heading1", "Heading3"):
        assert file.style(style, "w:rPr/w:rFonts/@w:ascii") == "Times New Roman"
        assert file.style(style, "w:rPr/w:rFonts/@w:eastAsia") != "Times New Roman"
    for footer in file.footers().values():
        assert {get(fonts, "ascii") for fonts in footer.iterfind(".//w:rFonts", NS)} == {"宋体"}


def test_bold_is_for_the_third_level_alone() -> None:
    file = made(三级标题加粗="是")
    bold = file.styles.xpath("w:style[w:rPr/w:b[not(@w:val='0')]]/@w:styleId", namespaces=NS)
    assert bold == ["Heading3"]


def test_leads_can_be_left_plain() -> None:
    assert not made(要点句加粗="否").document.findall(".//w:b", NS)


def test_margins_are_mirrored() -> None:
    assert made(双面镜像="是").tree("word/settings.xml").find("w:mirrorMargins", NS) is not None


def test_fonts_are_exchanged_all_at_once() -> None:
    file = Docx(
        write_docx(SPEECH, PARAGRAPHS, page=Page(fonts=Fonts(title="黑体", level1="楷体", level2="宋体")))
    )
    fonts = {
        style: file.style(style, "w:rPr/w:rFonts/@w:eastAsia") for style in ("Title", "Heading1", "Heading2")
    }
    assert fonts == {"Title": "黑体", "Heading1": "楷体", "Heading2": "宋体"}


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"页码": "左边"}, "“页码”不能是“左边”.*外侧、居中"),
        ({"页边距": "大"}, "没有“页边距”.*页码"),
        ({"正文字体": 'x"/><w:b/>'}, "“正文字体”不是字体名"),
        ({"正文字体": " "}, "不是字体名"),
    ],
)
def test_an_unknown_setting_is_refused_with_what_may_stand_there(
    settings: dict[str, str], message: str
) -> None:
    with pytest.raises(GeneratorError) as caught:
        page_of(settings)
    assert re.search(message, caught.value.message + caught.value.remedy)


def test_every_key_is_listed() -> None:
    assert {"页码", "数字字体", "三级标题加粗", "双面镜像", "大字版", "正文字体"} <= set(PAGE_KEYS)


def test_the_reading_copy_is_large_and_has_one_side() -> None:
    file = made(大字版="是")
    assert file.style("Normal", "w:rPr/w:sz/@w:val") == "44"
    assert file.style("Normal", "w:pPr/w:spacing/@w:line") == "800"
    assert list(file.footers()) == ["default"]
    assert file.tree("word/settings.xml").find("w:evenAndOddHeaders", NS) is None
    sizes = {
        get(size, "val") for footer in file.footers().values() for size in footer.iterfind(".//w:sz", NS)
    }
    assert sizes == {"36"}


def test_no_piece_of_the_reading_copy_can_be_cut() -> None:
    for paragraph in made(大字版="是").document.findall("w:body/w:p", NS):
        assert paragraph.find("w:pPr/w:keepLines", NS) is not None


def test_pieces_end_with_a_sentence_and_only_the_first_is_indented() -> None:
    body = next(p for p in PARAGRAPHS if p.role is Role.BODY and len(p.text) > 200)
    found = list(pieces(body))
    assert "".join(piece.text for piece in found) == body.text
    assert all(piece.text[-1] in "。！？…”" for piece in found)
    file = made(大字版="是")
    flush = file.document.xpath("//w:p[w:pPr/w:ind/@w:firstLine='0']", namespaces=NS)
    assert words(flush[0]) == found[1].text or words(flush[0]) in text(file)


def test_a_sentence_longer_than_a_page_is_cut_at_a_semicolon() -> None:
    clause = "查" * 149 + "；"
    found = list(pieces(Paragraph(Role.BODY, (Run(clause), Run(clause + "完。")))))
    assert [piece.text for piece in found] == [clause, clause + "完。"] or len(found) == 3


def test_the_time_of_a_part_stands_at_its_foot() -> None:
    notes = time_notes(PARAGRAPHS, SPEECH.minutes_rate)
    assert list(notes.values())[-1].startswith("〔全文约")
    assert len(notes) == 4
    file = made(大字版="是", 标注时长="是")
    shown = [words(p) for p in file.document.findall("w:body/w:p", NS) if words(p).startswith("〔")]
    assert shown == list(notes.values())
    assert all(re.fullmatch(r"〔(本部分约[\d分秒钟]+，累计|全文)约[\d分秒钟]+〕", note) for note in shown)


def timed(*parts: tuple[Role, int, str]) -> list[str]:
    paragraphs = tuple(Paragraph(role, (Run("字" * length, part=part),)) for role, length, part in parts)
    return list(time_notes(paragraphs, 200).values())


def test_time_is_counted_at_the_rate_of_the_speech() -> None:
    front, heading, body = (Role.TITLE, 500, ""), (Role.HEADING, 200, "甲"), (Role.BODY, 100, "甲")
    notes = timed(front, heading, body, (Role.BODY, 100, "结尾"))
    assert notes == ["〔本部分约1分30秒，累计约1分30秒〕", "〔全文约2分钟〕"]


def test_a_part_in_which_the_closing_runs_on_has_its_time_too() -> None:
    notes = timed((Role.BODY, 100, "开头"), (Role.HEADING, 10, "甲"), (Role.BODY, 90, "甲"))
    assert notes == ["〔本部分约30秒，全文约1分钟〕"]
