"""Comments at findings: each marks its words, the text and its formats stay, and Word's readers can open the file."""

from __future__ import annotations

import io
import re

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.diagnostics import Severity
from generator.findings import Edit, Finding
from generator.layout import lay_out
from generator.readers.docxfile import read_docx
from generator.writers.docx import write_docx
from generator.writers.docx_annotate import with_findings
from tests.render import pdf
from tests.render.speech import rich
from tests.test_docx_reading import BODIES, BOX, SHAPE, saved
from tests.test_ooxml_numbers import item, numbering
from tests.wordfile import paragraph, unzipped, word_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAME = "稿.docx"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def found(start: int, end: int, message: str = "这里不妥", **more) -> Finding:
    return Finding("PL01", ((start, end),), message, severity=Severity.ERROR, **more)


def at(data: bytes, words: str, message: str = "这里不妥", **more) -> Finding:
    start = read_docx(data, NAME).text.index(words)
    return found(start, start + len(words), message, **more)


def tree(data: bytes, part: str = "word/document.xml"):
    return etree.fromstring(unzipped(data)[part])


def marked(data: bytes) -> dict[str, str]:
    """Return the text of each comment with the characters that it marks."""
    spans: dict[str, str] = {}
    running: set[str] = set()
    signs = {"t": lambda each: each.text or "", "tab": lambda _: "\t", "br": lambda _: "\n"}
    for each in tree(data).iter():
        name = etree.QName(each).localname
        if name == "commentRangeStart":
            running.add(each.get(f"{W}id"))
            spans[each.get(f"{W}id")] = ""
        elif name == "commentRangeEnd":
            running.remove(each.get(f"{W}id"))
        elif name in signs and each.getparent().tag == f"{W}r":
            for id in running:
                spans[id] += signs[name](each)
    assert not running
    references = [each.get(f"{W}id") for each in tree(data).iter(f"{W}commentReference")]
    assert sorted(references) == sorted(spans)
    said = {each.get(f"{W}id"): "".join(each.itertext()) for each in tree(data, "word/comments.xml")}
    assert len(set(said.values())) == len(said)
    return {said[id]: words for id, words in spans.items()}


def test_a_comment_says_what_is_wrong_and_what_to_do() -> None:
    data = word_file(paragraph("全区上下要动起来。"))
    made = with_findings(data, [at(data, "全区", "“全区”应为“全县”", edits=(Edit(0, 2, "全县"),))])
    (comment,) = docx.Document(io.BytesIO(made)).comments
    assert comment.text == "错误 PL01：“全区”应为“全县”\n改法：“全区”改为“全县”。"
    assert (comment.author, comment.initials, comment.timestamp) == ("讲稿", "讲", None)
    assert list(marked(made).values()) == ["全区"]


@pytest.mark.parametrize("name", BODIES)
def test_every_character_of_every_kind_of_body_can_be_marked(name: str) -> None:
    data = word_file(BODIES[name][0])
    draft = read_docx(data, NAME)
    findings = [
        found(start, start + 1, f"第{start}字")
        for passage in draft.passages
        for start in range(passage.start, passage.end)
    ]
    made = with_findings(data, findings)
    assert read_docx(made, NAME) == draft
    assert len(marked(made)) == len(findings)


def test_marked_words_are_exactly_the_words() -> None:
    data = word_file(paragraph("今天，", "全区", "上下") + paragraph("动起", "来。"))
    words = ["今", "天，全", "全区", "区上", "今天，全区上下", "下", "动起来", "。"]
    made = with_findings(data, [at(data, each, f"说{each}") for each in words])
    assert marked(made) == {f"错误 PL01：说{each}": each for each in words}
    assert read_docx(made, NAME) == read_docx(data, NAME)


RUNS = st.lists(
    st.lists(st.text("甲乙 丙\t", min_size=1, max_size=4), min_size=1, max_size=4), min_size=1, max_size=4
)


@settings(max_examples=60, deadline=None)
@given(RUNS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8))
def test_whatever_is_marked_the_text_stays_and_the_marks_hold_their_words(runs, spans) -> None:
    document = docx.Document()
    for texts in [["首"], *runs]:
        own = document.add_paragraph()
        for number, text in enumerate(texts):
            own.add_run(text).bold = bool(number % 2)
    data = saved(document)
    draft = read_docx(data, NAME)
    findings, expected = [], []
    for number, (start, end) in enumerate(spans):
        words = draft.text[start:end]
        if words and "\n" not in words:
            findings.append(found(start, end, f"第{number}处"))
            expected.append(words)
    made = with_findings(data, findings)
    assert read_docx(made, NAME) == draft
    assert [each.text for each in opened(made)] == [each.text for each in opened(data)]
    assert looks(made) == looks(data)
    if findings:
        assert list(marked(made).values()) == expected or sorted(marked(made).values()) == sorted(expected)


def opened(data: bytes):
    return docx.Document(io.BytesIO(data)).paragraphs


def looks(data: bytes) -> list[tuple[str, bool | None]]:
    """Return every character with its look."""
    return [(letter, run.bold) for each in opened(data) for run in each.runs for letter in run.text]


def test_nothing_missing_is_marked_at_the_character_before() -> None:
    data = word_file(paragraph("“两会期间。"))
    made = with_findings(data, [found(3, 3)])
    assert list(marked(made).values()) == ["会"]
    assert list(marked(with_findings(data, [found(0, 0)])).values()) == ["“"]


def test_places_in_one_paragraph_are_marked_from_the_first_to_the_last() -> None:
    data = word_file(paragraph("抓三件事：一是学，二是干。"))
    made = with_findings(data, [Finding("CT01", ((1, 4), (8, 11)), "点数不符")])
    assert marked(made) == {"CT01：点数不符": "三件事：一是学，二是"}


def test_places_in_other_paragraphs_are_named() -> None:
    data = word_file("".join(map(paragraph, ("抓三件事。", "一是学。", "二是干。"))))
    made = with_findings(data, [Finding("CT01", ((1, 4), (6, 8), (11, 13)), "点数不符")])
    assert marked(made) == {"CT01：点数不符另见：“一是”（第 2 段）；“二是”（第 3 段）": "三件事"}


def test_a_place_that_reaches_over_the_end_of_a_paragraph_is_cut_there() -> None:
    data = word_file(paragraph("前一段") + paragraph("后一段"))
    assert list(marked(with_findings(data, [found(2, 6)])).values()) == ["段"]


def test_an_automatic_number_is_marked_at_the_text_behind_it() -> None:
    data = word_file(item(text="加强领导") + item(text=""), numbering=numbering())
    draft = read_docx(data, NAME)
    made = with_findings(data, [found(0, 2, "甲"), found(1, 4, "乙"), at(data, "二、", "丙")])
    assert sorted(marked(made).values()) == ["", "加", "加强"]
    assert read_docx(made, NAME) == draft


def test_comments_of_others_stay_and_their_numbers_are_not_taken() -> None:
    document = docx.Document()
    run = document.add_paragraph("今天开会，").add_run("全区动员。")
    document.add_comment(run, "王主任说再看看", author="王", initials="王")
    data = saved(document)
    made = with_findings(data, [at(data, "全区")])
    assert [(each.author, each.text) for each in docx.Document(io.BytesIO(made)).comments] == [
        ("王", "王主任说再看看"),
        ("讲稿", "错误 PL01：这里不妥"),
    ]
    assert list(marked(made).values()) == ["全区动员。", "全区"]


def test_a_draft_of_our_own_with_comments_of_its_own_takes_more() -> None:
    speech = rich()
    data = write_docx(speech, lay_out(speech), trace=True)
    draft = read_docx(data, NAME)
    findings = [found(each.start, each.end, f"第{each.number}段") for each in draft.passages]
    made = with_findings(data, findings)
    before = len(list(docx.Document(io.BytesIO(data)).comments))
    assert len(list(docx.Document(io.BytesIO(made)).comments)) == before + len(findings)
    assert read_docx(made, NAME) == draft
    styles = {
        each.get(f"{W}val") for each in tree(made, "word/comments.xml").iter(f"{W}pStyle", f"{W}rStyle")
    }
    assert styles == {"CommentText", "CommentReference"}


def test_what_stands_outside_the_body_is_said_in_the_body() -> None:
    box = SHAPE.format(BOX.format(paragraph("框里的字")))
    data = word_file(
        paragraph("首段")
        + paragraph("有框的段", box)
        + paragraph("有注的段", '<w:r><w:footnoteReference w:id="1"/></w:r>'),
        header1=paragraph("页眉的字"),
        footnotes=f'<w:footnote w:id="1">{paragraph("脚注的字")}</w:footnote>',
    )
    made = with_findings(data, [at(data, f"{place}的字", place) for place in ("框里", "脚注", "页眉")])
    hosts = {}
    for number, own in enumerate(tree(made).iter(f"{W}p")):
        for each in own.iterchildren(f"{W}commentRangeStart"):
            hosts[each.get(f"{W}id")] = number
    # The text box holds the third and the fourth paragraph, once for each kind of reader.
    assert hosts == {"0": 1, "1": 4, "2": 0}
    assert list(marked(made)) == [
        "错误 PL01：页眉在页眉里：“页眉的字”",
        "错误 PL01：框里在文本框里：“框里的字”",
        "错误 PL01：脚注在脚注里：“脚注的字”",
    ]


def test_a_body_without_a_paragraph_gets_one_to_hold_the_comment() -> None:
    data = word_file("", header1=paragraph("页眉的字"))
    assert len(marked(with_findings(data, [at(data, "页眉")]))) == 1


def test_only_the_parts_of_the_comments_change() -> None:
    data = word_file(paragraph("全区"), styles="", media="x", header1=paragraph("页眉"))
    old, new = unzipped(data), unzipped(with_findings(data, [at(data, "全区")]))
    changed = {name for name in new if new[name] != old.get(name)}
    assert changed == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/comments.xml",
        "word/document.xml",
    }


def test_the_same_findings_give_the_same_bytes() -> None:
    data = word_file(paragraph("全区", "上下"))
    findings = [at(data, "全区"), at(data, "区上", "又")]
    assert with_findings(data, findings) == with_findings(data, findings)


def test_ten_thousand_findings_are_marked() -> None:
    data = word_file("".join(paragraph(f"第{number}段全区上下。") for number in range(1_000)))
    text = read_docx(data, NAME).text
    findings = [
        found(each.start() + shift, each.start() + shift + 1, f"{each.start()}{shift}")
        for each in re.finditer("全区上下。", text)
        for shift in range(5)
    ] * 2
    made = with_findings(data, findings)
    assert read_docx(made, NAME).text == text
    assert len(tree(made, "word/comments.xml")) == 10_000


@pytest.mark.render
@pytest.mark.skipif(bool(pdf.missing()), reason=f"render: {pdf.missing()}")
def test_libreoffice_opens_the_file_and_shows_the_comments(tmp_path) -> None:
    document = docx.Document()
    document.add_heading("一、全区动员", 1)
    document.add_paragraph("全区上下").add_run("动起来。").bold = True
    document.add_table(1, 1).cell(0, 0).text = "表里的全区"
    plain = saved(document)
    speech = rich()
    ours = write_docx(speech, lay_out(speech), trace=True)
    for name, data in {"plain": plain, "ours": ours}.items():
        draft = read_docx(data, NAME)
        findings = [
            found(each.start, min(each.start + 2, each.end), f"第{each.number}段") for each in draft.passages
        ]
        made = with_findings(data, findings)
        texts = pdf.convert({"before": data, "after": made}, tmp_path, "txt")
        assert texts["before"].read_text("utf-8-sig") == texts["after"].read_text("utf-8-sig"), name
        shown = etree.parse(pdf.convert({name: made}, tmp_path, "fodt")[name])
        said = ["".join(each.itertext()) for each in shown.iter(f"{OFFICE}annotation")]
        ours = [each for each in said if "PL01" in each]
        assert len(ours) == len(draft.passages)
        for passage, text in zip(draft.passages, ours, strict=True):
            assert f"第{passage.number}段" in text


def test_annotating_again_takes_the_earlier_comments_away_and_leaves_those_of_others():
    document = docx.Document()
    words = document.add_paragraph("全县上下要行动起来，各镇要跟上。")
    document.add_comment(words.runs, text="请领导过目", author="王主任", initials="王")
    data = saved(document)
    first = with_findings(data, [at(data, "全县")])
    again = with_findings(first, [at(first, "各镇")])
    texts = ["".join(each.itertext()) for each in tree(again, "word/comments.xml")]
    assert [text for text in texts if "PL01" in text] == ["错误 PL01：这里不妥"]
    assert any("请领导过目" in text for text in texts)
    assert read_docx(again, NAME).text == read_docx(data, NAME).text
