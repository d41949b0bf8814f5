"""落款和附件: what follows the text of a 方案, in the paragraphs, in the DOCX and in the brief."""

import io

from docx import Document

from generator.layout import Role, lay_out
from generator.library import Library
from generator.model import Attachment
from generator.pipeline import generate
from generator.writers.docx import write_docx
from tests.builders import part, speech

PLAN = speech(
    part("", "正文。"),
    title="排查方案",
    date="2026年11月20日",
    subtitle="——征求意见稿",
    signature="县安委会办公室",
    attachments=(Attachment("物资清单", ("灭火器若干。",)), Attachment("联系人名单")),
)


def test_signature_date_and_attachments_follow_the_text_in_the_order_of_the_standard():
    assert [(p.role, p.text) for p in lay_out(PLAN)] == [
        (Role.TITLE, "排查方案"),
        (Role.SUBTITLE, "——征求意见稿"),
        (Role.BODY, "正文。"),
        (Role.ATTACHMENT_NOTE, "附件：1.物资清单"),
        (Role.ATTACHMENT_NOTE, "2.联系人名单"),
        (Role.SIGNATURE, "县安委会办公室"),
        (Role.SIGNED_DATE, "2026年11月20日"),
        (Role.ATTACHMENT, "附件1"),
        (Role.ATTACHMENT_TITLE, "物资清单"),
        (Role.BODY, "灭火器若干。"),
    ]


def test_a_single_attachment_has_no_number():
    single = speech(part("", "正文。"), attachments=(Attachment("清单", ("一项。",)),))
    assert [p.text for p in lay_out(single)][2:] == ["附件：清单", "附件", "清单", "一项。"]


def test_the_docx_sets_them_as_the_standard_says():
    document = Document(io.BytesIO(write_docx(PLAN, lay_out(PLAN))))
    found = {p.text: p for p in document.paragraphs}
    assert found["附件1"].style.paragraph_format.page_break_before
    assert found["附件1"].style.font.name == "黑体"
    assert found["县安委会办公室"].style.paragraph_format.right_indent.twips == 640
    assert found["2026年11月20日"].style.paragraph_format.right_indent.twips == 640
    assert found["附件：1.物资清单"].style.paragraph_format.left_indent.twips == 1600
    assert found["附件：1.物资清单"].style.paragraph_format.first_line_indent.twips == -960
    assert found["2.联系人名单"].paragraph_format.first_line_indent.twips == 0
    assert [p.text for p in document.paragraphs] == [p.text for p in lay_out(PLAN)]


def test_the_brief_names_them(brief):
    text = (
        "标题: 排查方案\n副标题: 征求意见稿\n称谓: 无\n落款: 县安委会办公室\n部分: [岗]\n"
        "附件: [{标题: 物资清单, 文: [灭火器若干。]}, 联系人名单]\n"
    )
    found = [p.text for p in generate(brief(text), Library(), {}).paragraphs]
    assert found[:2] == ["排查方案", "——征求意见稿"]
    assert found[-3:] == ["附件1", "物资清单", "灭火器若干。"]
    assert found[-5:-3] == ["县安委会办公室", "2026年10月15日"]
