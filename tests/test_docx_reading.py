"""Reading a Word file: the text that its reader sees, paragraph by paragraph, and nothing else."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.text import WD_BREAK

from generator.layout import text_of
from generator.library import Library
from generator.manuscript import Area
from generator.pipeline import generate
from generator.readers.docxfile import read_docx
from generator.writers.docx import write_docx
from tests.conftest import EXAMPLES
from tests.wordfile import paragraph, word_file

BOX = "<w:txbxContent>{}</w:txbxContent>"
SHAPE = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{0}</wps:txbx></w:drawing></mc:Choice>'
    "<mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
CODE = "<w:r><w:instrText> REF 会议 </w:instrText></w:r>"

# name: (body, the texts of its paragraphs)
BODIES = {
    "runs are one text": (paragraph("全县", "上下"), ["全县上下"]),
    "tracked insertions are seen": (
        paragraph("全县", '<w:ins w:id="1"><w:r><w:t>干部</w:t></w:r></w:ins>', "群众"),
        ["全县干部群众"],
    ),
    "tracked deletions are not": (
        paragraph("全", '<w:del w:id="1"><w:r><w:delText>市</w:delText></w:r></w:del>', "县"),
        ["全县"],
    ),
    "moved text is seen once": (
        paragraph('<w:moveFrom w:id="1"><w:r><w:t>移走</w:t></w:r></w:moveFrom>', "在前")
        + paragraph('<w:moveTo w:id="2"><w:r><w:t>移来</w:t></w:r></w:moveTo>', "在后"),
        ["在前", "移来在后"],
    ),
    "a paragraph whose mark is deleted runs on": (
        paragraph("前一半，", properties='<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph("后一半。"),
        ["前一半，后一半。"],
    ),
    "a paragraph deleted with its mark is gone": (
        paragraph(
            '<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>',
            properties='<w:rPr><w:del w:id="1"/></w:rPr>',
        )
        + paragraph("新。"),
        ["新。"],
    ),
    "results of fields are seen, their codes are not": (
        paragraph("见", BEGIN, CODE, SEPARATE, "附件1", END, "。"),
        ["见附件1。"],
    ),
    "a field within the code of a field is not seen": (
        paragraph(BEGIN, CODE, BEGIN, CODE, SEPARATE, "3", END, SEPARATE, "三", END, "点"),
        ["三点"],
    ),
    "a simple field shows its result": (
        paragraph('<w:fldSimple w:instr="REF a"><w:r><w:t>会议</w:t></w:r></w:fldSimple>'),
        ["会议"],
    ),
    "a field that is never closed hides no more than its paragraph": (
        paragraph("前", BEGIN, CODE, "丢") + paragraph("后。"),
        ["前", "后。"],
    ),
    "a field that is never closed after its result hides nothing": (
        paragraph(BEGIN, CODE, SEPARATE, "前") + paragraph("后。"),
        ["前", "后。"],
    ),
    "ends without begins do no harm": (paragraph(END, SEPARATE, "文"), ["文"]),
    "hidden text is not seen": (
        paragraph("看", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>不</w:t></w:r>", "见"),
        ["看见"],
    ),
    "text that is hidden no more is seen": (
        paragraph('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>看见</w:t></w:r>'),
        ["看见"],
    ),
    "tabs, hyphens and signs": (
        paragraph(
            '<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        ),
        ["甲\t乙-√"],
    ),
    "an unknown sign is some sign": (paragraph('<w:r><w:sym w:char="F021"/><w:sym/></w:r>', "文"), ["•文"]),
    "a soft break ends a line": (paragraph("<w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r>"), ["第一行", "第二行"]),
    "a page break ends a line": (
        paragraph('<w:r><w:t>前</w:t><w:br w:type="page"/><w:t>后</w:t></w:r>'),
        ["前", "后"],
    ),
    "hyperlinks, smart tags and content controls are seen through": (
        paragraph(
            '<w:hyperlink r:id="x"><w:r><w:t>甲</w:t></w:r></w:hyperlink>',
            "<w:smartTag><w:r><w:t>乙</w:t></w:r></w:smartTag>",
            "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent><w:r><w:t>丙</w:t></w:r></w:sdtContent></w:sdt>",
        ),
        ["甲乙丙"],
    ),
    "a content control around paragraphs": (
        f"<w:sdt><w:sdtContent>{paragraph('甲')}{paragraph('乙')}</w:sdtContent></w:sdt>",
        ["甲", "乙"],
    ),
    "pinyin above characters is not seen": (
        paragraph(
            "<w:r><w:ruby><w:rt><w:r><w:t>zhé</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>喆</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        ),
        ["喆"],
    ),
    "blanks that Word does not show are not there": (
        "<w:p><w:r><w:t> 甲\n</w:t></w:r><w:r><w:t xml:space='preserve'>乙 </w:t></w:r><w:r><w:t>丙\n丁</w:t></w:r></w:p>",
        ["甲乙 丙 丁"],
    ),
    "an emoji that only the fallback has is seen": (
        paragraph(
            '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"/><mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>'
        ),
        ["☺"],
    ),
    "blank paragraphs are no paragraphs": (paragraph("甲") + paragraph() + paragraph(" \u3000") + paragraph("乙"), ["甲", "乙"]),
    "comments in the XML do not cut a text": ("<w:p><w:r><w:t>甲<!-- x -->乙</w:t></w:r></w:p>", ["甲乙"]),
}  # fmt: skip


def texts(data: bytes, *areas: Area) -> list[str]:
    return [each.text for each in read_docx(data, "稿.docx").passages if not areas or each.area in areas]


@pytest.mark.parametrize("name", BODIES)
def test_body(name: str) -> None:
    body, expected = BODIES[name]
    assert texts(word_file(body)) == expected


def test_a_text_box_stands_once_behind_its_paragraph() -> None:
    box = SHAPE.format(BOX.format(paragraph("框里") + paragraph("又一段")))
    draft = read_docx(word_file(paragraph("前", box, "后") + paragraph("末")), "稿.docx")
    assert [(each.text, each.area) for each in draft.passages] == [
        ("前后", Area.BODY),
        ("框里", Area.TEXT_BOX),
        ("又一段", Area.TEXT_BOX),
        ("末", Area.BODY),
    ]


def test_tables_are_read_cell_by_cell_where_they_stand() -> None:
    document = docx.Document()
    document.add_paragraph("表前")
    outer = document.add_table(2, 2)
    for number, cell in enumerate(cell for row in outer.rows for cell in row.cells):
        cell.text = f"格{number}"
    inner = outer.cell(1, 1).add_table(1, 1)
    inner.cell(0, 0).text = "格中格"
    document.add_paragraph("表后")
    draft = read_docx(saved(document), "稿.docx")
    assert [each.text for each in draft.passages] == ["表前", "格0", "格1", "格2", "格3", "格中格", "表后"]
    assert [each.area for each in draft.passages] == [Area.BODY, *[Area.TABLE] * 5, Area.BODY]


def test_notes_headers_and_footers_come_last_each_once() -> None:
    data = word_file(
        paragraph("正文", '<w:r><w:footnoteReference w:id="1"/></w:r>')
        + '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId_header1"/></w:sectPr></w:pPr></w:p>',
        footer1=paragraph("县委办公室"),
        header1=paragraph("内部资料"),
        endnotes=f'<w:endnote w:id="1">{paragraph("尾注")}</w:endnote>',
        footnotes=f'<w:footnote w:type="separator" w:id="0">{paragraph("横线")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("脚注")}</w:footnote>',
        comments=f'<w:comment w:id="1">{paragraph("批注")}</w:comment>',
    )
    draft = read_docx(data, "稿.docx")
    assert [(each.text, each.area.value) for each in draft.passages] == [
        ("正文", "正文"),
        ("脚注", "脚注"),
        ("尾注", "尾注"),
        ("内部资料", "页眉"),
        ("县委办公室", "页脚"),
    ]


@pytest.mark.parametrize("footer", ["— 3 —", "第 3 页 共 10 页", "-3-", "3/10", ""])
def test_page_numbers_are_no_text(footer: str) -> None:
    assert texts(word_file(paragraph("正文"), footer1=paragraph(footer))) == ["正文"]


def test_a_table_of_contents_is_no_text() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    contents = paragraph("一、绷紧弦\t3", properties='<w:pStyle w:val="11"/>')
    assert texts(word_file(contents + paragraph("一、绷紧弦"), styles=styles)) == ["一、绷紧弦"]


def test_text_that_a_style_hides_is_not_seen() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="p"><w:name w:val="p"/><w:basedOn w:val="q"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="q"><w:name w:val="q"/><w:basedOn w:val="p"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    hidden = '<w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>不见</w:t></w:r>'
    body = paragraph("看见", hidden) + paragraph("全不见", properties='<w:pStyle w:val="p"/>')
    assert texts(word_file(body, styles=styles)) == ["看见"]


def test_headings_have_their_level() -> None:
    document = docx.Document()
    for level in (1, 2, 3):
        document.add_heading(f"{level}级", level)
    document.add_paragraph("正文")
    assert [each.level for each in read_docx(saved(document), "稿.docx").passages] == [1, 2, 3, 0]


@pytest.mark.parametrize(("outline", "level"), [("0", 1), ("8", 9), ("9", 0), ("x", 0), ("-1", 0)])
def test_a_level_of_its_own_counts_more_than_the_style(outline: str, level: int) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    one = paragraph("一", properties=f'<w:pStyle w:val="1"/><w:outlineLvl w:val="{outline}"/>')
    (passage,) = read_docx(word_file(one, styles=styles), "稿.docx").passages
    assert passage.level == level


def test_only_the_first_line_of_a_heading_has_its_level() -> None:
    body = "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>一、</w:t><w:br/><w:t>文</w:t></w:r></w:p>"
    assert [each.level for each in read_docx(word_file(body), "稿.docx").passages] == [1, 0]


def test_every_offset_leads_to_its_words() -> None:
    document = docx.Document()
    run = document.add_paragraph("甲").add_run("乙")
    run.add_break(WD_BREAK.LINE)
    run.add_text("丙")
    document.add_paragraph()
    document.add_paragraph("  丁\u3000")
    draft = read_docx(saved(document), "稿.docx")
    assert draft.text == "甲乙\n丙\n\n  丁\u3000\n"
    for passage in draft.passages:
        assert draft.text[passage.start : passage.end] == passage.text
        assert draft.position(passage.start)[0] == passage.line
    assert [each.line for each in draft.passages] == [1, 2, 4]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_the_writer_writes_reads_back_as_the_preview(path) -> None:
    made = generate(path, Library(), {})
    for trace in (False, True):
        data = write_docx(made.speech, made.paragraphs, trace=trace)
        draft = read_docx(data, "稿.docx")
        assert [each.text for each in draft.passages if each.area is Area.BODY] == [
            line.strip() for line in text_of(made.paragraphs).splitlines()
        ]
        levels = [each.level for each in draft.passages]
        assert levels == [each.level if each.level <= 3 else 0 for each in made.paragraphs]


def saved(document) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()
