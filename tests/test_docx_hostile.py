"""Files that are broken, or made to do harm: each is told in Chinese with a remedy, or read; none brings a traceback."""

from __future__ import annotations

import io
import socket
import zipfile

import docx
import pytest

from generator.diagnostics import GeneratorError
from generator.ooxml.package import MOST_PARTS
from generator.readers.docxfile import read_docx
from generator.writers.docx_zip import record
from tests.wordfile import NAMESPACES, paragraph, root, unzipped, word_file, zipped

GOOD = word_file(paragraph("今天开会。"))
DOCUMENT = "word/document.xml"
TYPED = (
    '<?xml version="1.0"?>{}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>"
)
LAUGHS = '<!DOCTYPE x [<!ENTITY a "哈哈哈哈">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


def changed(part: str, content: str | bytes) -> bytes:
    return zipped(unzipped(GOOD) | {part: content})


def document(inner: str) -> bytes:
    return changed(DOCUMENT, root("document", f"<w:body>{inner}</w:body>"))


def encrypted() -> bytes:
    data = bytearray(GOOD)
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 1)
    return bytes(data)


def garbled() -> bytes:
    data = bytearray(GOOD)
    packed = record(DOCUMENT, unzipped(GOOD)[DOCUMENT]).local[-40:]
    at = data.find(packed[:20])
    at = at if at >= 0 else len(data) // 2
    data[at : at + 8] = b"\xff" * 8
    return bytes(data)


def doubled() -> bytes:
    made = io.BytesIO(GOOD)
    with zipfile.ZipFile(made, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(DOCUMENT, "x")
    return made.getvalue()


def lying() -> bytes:
    """Return a zip whose directory says that the text is 100 bytes long."""
    data = bytearray(document("<w:p/>" * 10_000))
    at = data.find(DOCUMENT.encode(), data.find(b"PK\1\2")) - 46
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(data)


# name: (the file, or what makes it, where it is large; what is said of it)
REFUSED = {
    "no zip": (b"PK\3\4 nothing of the kind", "不是完好的 DOCX"),
    "empty": (b"", "不是完好的 DOCX"),
    "cut off in the middle": (GOOD[: len(GOOD) // 2], "不是完好的 DOCX"),
    "cut off at its end": (GOOD[:-10], "不是完好的 DOCX"),
    "garbled": (garbled(), "不是完好的 DOCX"),
    "two parts of one name": (doubled(), "重名"),
    "a lying directory": (lying(), "不是完好的 DOCX"),
    "encrypted": (encrypted(), "加了密码"),
    "a zip of something else": (zipped({"a.txt": "x"}), "没有 Word 正文"),
    "a zip with paths that lead out": (zipped({"../../etc/passwd": "x"}), "没有 Word 正文"),
    "Excel": (
        zipped({
            "_rels/.rels": unzipped(GOOD)["_rels/.rels"].replace(b"word/document.xml", b"xl/workbook.xml"),
            "xl/workbook.xml": "<workbook/>",
        }),
        "Excel",
    ),
    "OpenDocument": (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "ODF"),
    "another root": (changed(DOCUMENT, "<html/>"), "不是 Word 正文"),
    "a header for a document": (changed(DOCUMENT, root("hdr", paragraph("x"))), "不是 Word 正文"),
    "strict": (
        changed(DOCUMENT, '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'),
        "Strict",
    ),
    "no XML": (changed(DOCUMENT, b"\x00\x01\x02"), "已损坏"),
    "cut XML": (changed(DOCUMENT, unzipped(GOOD)[DOCUMENT][:-20]), "已损坏"),
    "no bytes at all": (changed(DOCUMENT, b""), "已损坏"),
    "wrong bytes": (changed(DOCUMENT, unzipped(GOOD)[DOCUMENT].replace("开".encode(), b"\xff")), "已损坏"),
    "a million laughs": (changed(DOCUMENT, TYPED.format(LAUGHS + "]>", "&i;")), "文档类型"),
    "an entity of the machine": (
        changed(DOCUMENT, TYPED.format('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "&a;")),
        "文档类型",
    ),
    "an entity of the network": (
        changed(DOCUMENT, TYPED.format('<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">', "x")),
        "文档类型",
    ),
    "an entity in UTF-16": (
        changed(DOCUMENT, TYPED.format('<!DOCTYPE x [<!ENTITY a "b">]>', "&a;").encode("utf-16")),
        "文档类型",
    ),
    "an entity in UTF-16 without a mark": (
        changed(DOCUMENT, TYPED.format('<!DOCTYPE x [<!ENTITY a "b">]>', "&a;").encode("utf-16-be")),
        "文档类型",
    ),
    "an entity in EBCDIC": (
        changed(
            DOCUMENT,
            TYPED.replace("?>", ' encoding="IBM037"?>', 1).format('<!DOCTYPE x [<!ENTITY a "b">]>', "&a;").encode("cp037"),
        ),
        "已损坏",
    ),
    "an entity in UTF-7": (
        changed(
            DOCUMENT,
            TYPED.replace("?>", ' encoding="UTF-7"?>', 1).format("+ADwAIQ-DOCTYPE x +AFsAXQA+-", "x"),
        ),
        "已损坏",
    ),
    "an entity in the styles": (
        zipped(
            unzipped(word_file(paragraph("文"), styles=""))
            | {"word/styles.xml": TYPED.format("<!DOCTYPE x>", "x")}
        ),
        "文档类型",
    ),
    "an entity in the relations": (changed("_rels/.rels", TYPED.format("<!DOCTYPE x>", "x")), "文档类型"),
    "nesting without end": (lambda: document("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000), "已损坏"),
    "a text of 50 MB": (lambda: document(paragraph("满" * (50 * 2**20 // 3))), "太大"),
    "a run of 20 MB": (lambda: document(paragraph("".join(map(chr, range(0x4E00, 0x5E00))) * 1_700)), "已损坏"),
    "a zip bomb": (lambda: document(" " * (30 * 2**20)), "太大"),
    "a zip bomb in a picture": (lambda: changed("word/media/a.png", bytes(257 * 2**20)), "太大"),
    "parts without end": (lambda:
        zipped(unzipped(GOOD) | {f"word/{number}.xml": "" for number in range(MOST_PARTS)}),
        "太大",
    ),
    "no text": (document(paragraph()), "空的"),
    "no body": (changed(DOCUMENT, root("document", "")), "空的"),
    "a header but no body": (
        zipped(unzipped(word_file("", header1=paragraph("文"))) | {DOCUMENT: root("document", "")}),
        "空的",
    ),
    "only a page number": (word_file("", footer1=paragraph("— 1 —")), "空的"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    data, said = REFUSED[name]
    data = data() if callable(data) else data
    with pytest.raises(GeneratorError) as fault:
        read_docx(data, "稿.docx")
    assert said in fault.value.message
    assert fault.value.message.startswith("稿.docx ")
    assert fault.value.remedy.endswith("。")


SOUND = {
    "UTF-16": changed(DOCUMENT, unzipped(GOOD)[DOCUMENT].decode().encode("utf-16")),
    "UTF-16 that says so": changed(
        DOCUMENT, ('<?xml version="1.0" encoding="UTF-16"?>' + unzipped(GOOD)[DOCUMENT].decode()).encode("utf-16-le")
    ),
    "a byte order mark": changed(DOCUMENT, b"\xef\xbb\xbf" + unzipped(GOOD)[DOCUMENT]),
    "paths that lead out": changed("../../evil.xml", "x"),
    "folders": changed("word/empty/", ""),
    "no relations at all": zipped({DOCUMENT: unzipped(GOOD)[DOCUMENT]}),
    "relations to parts that are not there": changed(
        "word/_rels/document.xml.rels",
        unzipped(word_file("", styles="", numbering="", header1=""))["word/_rels/document.xml.rels"],
    ),
    "relations that lead out": changed(
        "word/_rels/document.xml.rels",
        unzipped(word_file("", styles=""))["word/_rels/document.xml.rels"].replace(b"styles.xml", b"../../../../etc/passwd"),
    ),
    "a main part of another name": zipped(
        {
            name.replace("document.xml", "document2.xml"): content.replace(b"document.xml", b"document2.xml")
            for name, content in unzipped(GOOD).items()
        }
    ),
    "nesting as deep as a table of tables": document(
        "<w:tbl><w:tr><w:tc>" * 60 + paragraph("今天开会。") + "</w:tc></w:tr></w:tbl>" * 60
    ),
    "rings of styles": word_file(
        paragraph("今天开会。", properties='<w:pStyle w:val="a"/>'),
        styles="".join(
            f'<w:style w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in ("ab", "ba")
        ),
    ),
    "numbers out of all bounds": word_file(
        paragraph("今天开会。", properties='<w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="1"/></w:numPr>'),
        numbering='<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_odd_but_sound(name: str) -> None:
    assert [each.text for each in read_docx(SOUND[name], "稿.docx").passages] == ["今天开会。"]


def test_a_hundred_thousand_paragraphs_are_read() -> None:
    data = word_file("".join(paragraph(f"第{number}段。") for number in range(100_000)))
    assert len(read_docx(data, "稿.docx").passages) == 100_000


def test_a_million_characters_in_one_paragraph_are_read() -> None:
    data = word_file(paragraph(*(f"第{number}句，说一件事。" for number in range(100_000))))
    (passage,) = read_docx(data, "稿.docx").passages
    assert len(passage.text) > 1_000_000


def test_python_docx_opens_what_these_tests_call_good() -> None:
    assert docx.Document(io.BytesIO(GOOD)).paragraphs[0].text == "今天开会。"
    assert NAMESPACES
