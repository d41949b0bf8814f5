"""The DOCX writer: its text, its bytes, its comments, what it refuses, and the template that it stands on."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from generator.diagnostics import GeneratorError
from generator.layout import Paragraph, Role, Run, RunKind, lay_out, text_of
from generator.model import Break, Part, Sentence, Span, Speech
from generator.writers.docx import iso_date, write_docx
from generator.writers.docx_house import HOUSE
from generator.writers.docx_text import rare_characters, rare_notice
from generator.writers.docx_title import title_indent
from generator.writers.docx_zip import NotOurs, content, pack, record, unpack
from tests.render.docx_rules import NS, Docx, W
from tests.render.speech import rich

ROOT = Path(__file__).parent.parent
QUESTIONS = {"连续无事故天数": "截至会前连续多少天没有较大事故"}


def simple(text: str, **front: str) -> tuple[Speech, tuple[Paragraph, ...]]:
    speech = Speech(
        Sentence((Span("在会议上的讲话"),)), (Part(sentences=(Sentence((Span(text),)),)),), **front
    )
    return speech, lay_out(speech)


def opened(data: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(data))


def read_back(data: bytes) -> str:
    return "".join(f"{paragraph.text}\n" for paragraph in opened(data).paragraphs)


def test_the_text_read_back_is_the_text_of_the_preview() -> None:
    speech = rich()
    paragraphs = lay_out(speech)
    for trace in (False, True):
        assert read_back(write_docx(speech, paragraphs, QUESTIONS, trace=trace)) == text_of(paragraphs)


@pytest.mark.parametrize(
    "text", ["a < b & c > d", "两  个空格 ", "\u3000\u3000缩进", "制表\t符", "换\n行", "“引”]]>", "𠮷\u00a0é"]
)
def test_any_text_that_xml_can_hold_comes_back(text: str) -> None:
    speech, paragraphs = simple(text, speaker="A&B <C>", date="2026年3月8日")
    data = write_docx(speech, paragraphs)
    assert read_back(data) == text_of(paragraphs)
    assert opened(data).core_properties.author == "A&B <C>"


@pytest.mark.parametrize("letter", ["\x00", "\x08", "\x0b", "\r", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_xml_forbids_is_refused_with_its_place(letter: str) -> None:
    speech, paragraphs = simple(f"第一句话。{letter}第二句话。")
    with pytest.raises(
        GeneratorError, match=rf"第 2 段第 6 个字符（在“第一句话。”之后）.*U\+{ord(letter):04X}"
    ):
        write_docx(speech, paragraphs)


def test_a_forbidden_character_in_a_question_is_refused_too() -> None:
    speech = rich()
    with pytest.raises(GeneratorError, match="批注"):
        write_docx(speech, lay_out(speech), {"连续无事故天数": "\x07"})


def test_the_same_speech_gives_the_same_bytes_in_another_process() -> None:
    speech = rich()
    script = (
        "import sys; from tests.render.speech import rich; from generator.layout import lay_out\n"
        "from generator.writers.docx import write_docx; sys.stdout.buffer.write(write_docx(rich(), lay_out(rich())))"
    )
    command = [sys.executable, "-X", "utf8", "-W", "ignore", "-c", script]
    environment = os.environ | {
        "PYTHONHASHSEED": "1",
        "TZ": "Asia/Shanghai",
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C",
    }
    again = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env=environment).stdout
    assert again == write_docx(speech, lay_out(speech))


def test_neither_python_docx_nor_lxml_nor_zipfile_is_loaded() -> None:
    script = (
        "import sys\nbefore = set(sys.modules)\nfrom tests.render.speech import rich\nfrom generator.layout import lay_out\n"
        "from generator.writers.docx import write_docx\nfrom generator.page import Page\n"
        "write_docx(rich(), lay_out(rich()), page=Page(large=True), trace=True)\n"
        "heavy = {'docx', 'lxml', 'zipfile', 'jinja2', 'yaml', 'click'}\n"
        "print(sorted(heavy & (set(sys.modules) - before)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, cwd=ROOT, text=True
    )
    assert done.stdout.strip() == "[]"


def test_the_zip_is_sound_and_its_entries_are_sorted() -> None:
    data = write_docx(*simple("今天开会。"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert {(entry.create_system, entry.external_attr) for entry in archive.infolist()} == {(0, 0)}
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])


def test_a_zip_of_another_maker_is_not_taken_for_ours() -> None:
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a", "b")
    with pytest.raises(NotOurs):
        unpack(other.getvalue())
    assert content(unpack(pack([record("a", b"b")]))["a"]) == b"b"


def test_the_house_template_is_what_the_script_builds(tmp_path: Path) -> None:
    target = tmp_path / "house.docx"
    subprocess.run([sys.executable, str(ROOT / "scripts" / "build_template.py"), str(target)], check=True)
    # Part by part: zlib may pack differently on another system.
    assert Docx(target.read_bytes()).parts == Docx(HOUSE.read_bytes()).parts


def test_a_gap_is_yellow_and_its_comment_asks_the_question() -> None:
    speech = rich()
    document = opened(write_docx(speech, lay_out(speech), QUESTIONS))
    (gap,) = [run for p in document.paragraphs for run in p.runs if "待填" in run.text]
    assert gap.text == "【待填：连续无事故天数】"
    assert gap.font.highlight_color == docx.enum.text.WD_COLOR_INDEX.YELLOW
    (comment,) = document.comments
    assert comment.text == "待填“连续无事故天数”：截至会前连续多少天没有较大事故"
    assert (comment.author, comment.initials) == ("讲稿", "讲")
    assert str(comment.timestamp).startswith("2026-03-08")


def test_a_gap_without_a_question_says_what_to_do() -> None:
    speech = rich()
    (comment,) = opened(write_docx(speech, lay_out(speech))).comments
    assert "连续无事故天数" in comment.text
    assert "要素" in comment.text


def test_trace_adds_a_comment_to_each_sentence() -> None:
    speech = rich()
    texts = [comment.text for comment in opened(write_docx(speech, lay_out(speech), trace=True)).comments]
    assert "出处：语句库 严峻-01（phrasebank/安全生产/形势.yaml:12）" in texts
    assert "出处：自拟 线·排查（讲话.yaml:30）" in texts


def test_each_comment_has_its_anchors_and_a_style_that_exists() -> None:
    speech = rich()
    file = Docx(write_docx(speech, lay_out(speech), QUESTIONS, trace=True))
    ids = [element.get(f"{{{W}}}id") for element in file.tree("word/comments.xml")]
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found = [element.get(f"{{{W}}}id") for element in file.document.iter(f"{{{W}}}{name}")]
        assert sorted(found) == sorted(ids), name
    known = set(file.styles.xpath("w:style/@w:styleId", namespaces=NS))
    for part in ("word/document.xml", "word/comments.xml", "word/footer1.xml", "word/footer2.xml"):
        used = file.tree(part).xpath("//w:pStyle/@w:val | //w:rStyle/@w:val", namespaces=NS)
        assert set(used) <= known, part


def test_the_file_says_what_it_is() -> None:
    properties = opened(
        write_docx(*simple("开会。", speaker="县长　李四", date="2026年3月8日"))
    ).core_properties
    assert (properties.title, properties.author) == ("在会议上的讲话", "县长　李四")
    assert (properties.language, properties.keywords) == ("zh-CN", "种子 0")
    assert str(properties.created) == str(properties.modified) == "2026-03-08 00:00:00+00:00"


def test_a_speech_without_speaker_or_date_has_an_author_and_no_date() -> None:
    properties = opened(write_docx(*simple("开会。"))).core_properties
    assert properties.author == "jianggao"
    assert properties.created is None


def test_headings_stand_in_the_navigation_pane_and_leads_are_bold() -> None:
    speech = rich()
    document = opened(write_docx(speech, lay_out(speech)))
    styles = {p.text: p.style.name for p in document.paragraphs}
    assert styles["一、认清形势，绷紧安全这根“弦”"] == "Heading 1"
    assert styles["（一）看到季节里的险"] == "Heading 2"
    assert styles["1.看用火用电"] == "Heading 3"
    assert styles["（1）第甲类"] == "Body Text"
    bold = {run.text for p in document.paragraphs for run in p.runs if run.bold}
    assert bold == {"一是关口要守得更前。", "二是台账要记得更细。"}


def test_a_numeral_without_a_lead_stays_plain() -> None:
    parts = tuple(
        Part(numbering="首先，", layout=Break.RUN_IN, sentences=(Sentence((Span("说事。"),)),)) for _ in "12"
    )
    speech = Speech(Sentence((Span("讲话"),)), parts)
    document = opened(write_docx(speech, lay_out(speech)))
    assert not [run.text for p in document.paragraphs for run in p.runs if run.bold]


def test_a_frame_around_a_lead_is_bold_as_a_whole() -> None:
    runs = (
        Run("从", RunKind.NUMERAL),
        Run("外部", RunKind.LEAD),
        Run("看，", RunKind.NUMERAL),
        Run("形势严峻。"),
    )
    speech, _ = simple("")
    document = opened(write_docx(speech, (Paragraph(Role.BODY, runs),)))
    assert [(run.text, run.bold) for run in document.paragraphs[0].runs] == [
        ("从外部看，", True),
        ("形势严峻。", None),
    ]


def test_one_blank_line_stands_between_the_title_block_and_the_text() -> None:
    for salutation in ("同志们：", ""):
        speech, paragraphs = simple("今天开会。", date="2026年3月8日", salutation=salutation)
        spaces = [p.paragraph_format.space_before for p in opened(write_docx(speech, paragraphs)).paragraphs]
        assert [space.twips if space else 0 for space in spaces][:3] == [0, 0, 579]


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("在全县秋冬季安全生产暨森林草原防灭火工作会议上的讲话", "在全县秋冬季安全生产暨森林草原防灭火"),
        ("在全县秋冬季疫情防控和安全生产工作动员部署会议上的讲话", "在全县秋冬季疫情防控和安全生产"),
        ("在全县安全生产工作会议上的讲话", ""),
        ("在全县2026年秋冬季疫情防控和安全生产工作部署会议上的讲话", ""),
    ],
)
def test_a_long_title_breaks_between_words(title: str, first: str) -> None:
    indent = title_indent(title, 440)
    assert (8844 - 2 * indent) // 440 == (len(first) or 20)


@pytest.mark.parametrize(("text", "day"), [("2026年3月8日", "2026-03-08"), ("二〇二六年三月", ""), ("", "")])
def test_a_date_becomes_an_iso_date(text: str, day: str) -> None:
    assert iso_date(text) == day


def test_characters_outside_gb2312_are_found() -> None:
    assert rare_characters("县长朱镕、李喆，张三 Smith“！”—·𠮷镕") == ("镕", "喆", "𠮷")
    assert rare_characters("县委书记　张三（女）……２") == ()
    assert rare_notice("李喆").startswith("“喆”不在 GB 2312")
    assert rare_notice("张三") == ""


def test_no_heading_ends_a_page_on_any_level() -> None:
    speech = rich()
    for paragraph in opened(write_docx(speech, lay_out(speech))).paragraphs:
        if paragraph.text == "（1）第甲类":
            assert paragraph.paragraph_format.keep_with_next
        elif paragraph.style.name.startswith("Heading"):
            assert paragraph.style.paragraph_format.keep_with_next


SCHEMA_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr tabs kinsoku overflowPunct autoSpaceDE autoSpaceDN"
    " snapToGrid spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b i color spacing kern sz szCs highlight u lang",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "settings": "zoom mirrorMargins defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang"
    " decimalSymbol listSeparator",
    "sectPr": "footerReference pgSz pgMar cols titlePg docGrid",
    "font": "altName panose1 charset family notTrueType pitch sig",
}


def test_elements_stand_in_the_order_of_the_schema() -> None:
    speech = rich()
    file = Docx(write_docx(speech, lay_out(speech), QUESTIONS, trace=True))
    for part in [name for name in file.parts if name.startswith("word/") and name.endswith(".xml")]:
        root = file.tree(part)
        for tag, order in SCHEMA_ORDER.items():
            for element in [root, *root.iter(f"{{{W}}}{tag}")]:
                if element.tag == f"{{{W}}}{tag}":
                    places = [order.split().index(etree.QName(child).localname) for child in element]
                    assert places == sorted(places), etree.tostring(element)


def test_no_part_names_a_prefix_that_it_does_not_declare() -> None:
    for name, data in Docx(HOUSE.read_bytes()).parts.items():
        assert b"Ignorable" not in data, name
