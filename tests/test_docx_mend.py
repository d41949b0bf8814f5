"""Edits made in a Word file: the characters change, their formats and everything else stay."""

from __future__ import annotations

import io
from itertools import groupby

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.findings import Edit
from generator.ooxml.package import Package
from generator.ooxml.story import Story
from generator.readers.docxfile import read_docx
from generator.writers.docx_mend import with_edits
from tests.test_docx_annotate import RUNS, W, looks
from tests.test_docx_reading import BODIES, BOX, SHAPE, saved
from tests.test_ooxml_numbers import item, numbering
from tests.wordfile import paragraph, unzipped, word_file, zipped

NAME = "稿.docx"


def text(data: bytes) -> str:
    return Story(Package(data)).manuscript(NAME).text


def mended(data: bytes, *changes: tuple[str, str]) -> tuple[bytes, int]:
    """Return the file with words replaced by others."""
    old = text(data)
    edits = [Edit(old.index(words), old.index(words) + len(words), new) for words, new in changes]
    return with_edits(data, edits)


def runs_of(data: bytes) -> list[str]:
    root = etree.fromstring(unzipped(data)["word/document.xml"])
    return ["".join(each.itertext(f"{W}t")) for each in root.iter(f"{W}r")]


# name: (the runs, the words to change, the words that come in their place, the runs afterwards)
CHANGES = {
    "in one run": (["全区上下"], "全区", "全县", ["全县上下"]),
    "over two runs, character by character": (["全", "区上", "下"], "全区上下", "全县上下", ["全", "县上", "下"]),
    "over two runs, both changed": (["全区", "上下"], "区上", "县中", ["全县", "中下"]),
    "longer, over two runs": (["全区", "上下"], "区上", "县上上", ["全县上", "上下"]),
    "shorter, over three runs": (["甲", "乙", "丙"], "甲乙丙", "丁", ["丁", "", ""]),
    "deleted": (["动起来", "，，", "干起来"], "，，", "，", ["动起来", "，", "干起来"]),
    "put in behind a run": (["他说", "好。"], "他说", "他说：", ["他说：", "好。"]),
    "put in at the beginning": (["两会”期间", "。"], "两会", "“两会", ["“两会”期间", "。"]),
    "blanks at the ends": (["甲乙"], "甲乙", " 甲 乙 ", [" 甲 乙 "]),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_change(name: str) -> None:
    before, old, new, after = CHANGES[name]
    data = word_file(paragraph(*before))
    made, count = mended(data, (old, new))
    assert (runs_of(made), count) == (after, 1)
    assert text(made) == text(data).replace(old, new)


def test_several_edits_of_one_run() -> None:
    data = word_file(paragraph("全区,上下;一心.", "全区"))
    made, count = with_edits(data, [Edit(1, 2, "县"), Edit(2, 3, "，"), Edit(5, 6, "；"), Edit(8, 9, "。")])
    assert (runs_of(made), count) == (["全县，上下；一心。", "全区"], 4)


@pytest.mark.parametrize("name", BODIES)
def test_every_character_of_every_kind_of_body_can_be_changed(name: str) -> None:
    data = word_file(BODIES[name][0])
    draft = read_docx(data, NAME)
    edits = [Edit(at, at + 1, "字") for each in draft.passages for at in range(each.start, each.end)]
    made, count = with_edits(data, edits)
    assert count == len(edits)
    new = read_docx(made, NAME)
    assert [each.text for each in new.passages] == ["字" * len(each.text) for each in draft.passages]


@pytest.mark.parametrize("name", BODIES)
def test_every_character_of_every_kind_of_body_can_go_and_be_put_before(name: str) -> None:
    data = word_file(BODIES[name][0])
    draft = read_docx(data, NAME)
    for passage in draft.passages:
        for at in range(passage.start, passage.end):
            made, _ = with_edits(data, [Edit(at, at + 1, "")])
            assert text(made).split() == (draft.text[:at] + draft.text[at + 1 :]).split()
            made, _ = with_edits(data, [Edit(at, at, "字")])
            assert text(made) == draft.text[:at] + "字" + draft.text[at:]


@settings(max_examples=60, deadline=None)
@given(
    RUNS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 4), st.text("丁戊 ", max_size=3)), max_size=6)
)
def test_the_text_afterwards_is_the_text_with_the_edits(runs, changes) -> None:
    document = docx.Document()
    for texts in runs:
        own = document.add_paragraph()
        for number, each in enumerate(texts):
            own.add_run(each).bold = bool(number % 2)
    data = saved(document)
    old = "".join(f"{''.join(texts)}\n" for texts in runs)
    edits, last, expected = [], 0, ""
    for start, length, new in sorted(changes):
        end = start + length
        if start >= last and end <= len(old) - 1 and "\n" not in old[start:end] and old[start:end] != new:
            edits.append(Edit(start, end, new))
            expected += old[last:start] + new
            last = end
    expected += old[last:]
    made, count = with_edits(data, edits)
    if any("".join(texts).strip() for texts in runs) and expected.strip():
        assert count == len(edits)
        assert "".join(letter for letter, _ in looks(made)) == expected.replace("\n", "")


def test_the_formats_of_the_neighbours_stay() -> None:
    document = docx.Document()
    own = document.add_paragraph("甲")
    own.add_run("全区").bold = True
    own.add_run("乙").italic = True
    data = saved(document)
    made, _ = mended(data, ("全区", "全县"))
    old = [
        (format, "".join(letter for letter, _ in each))
        for format, each in groupby(looks(data), lambda x: x[1])
    ]
    new = [
        (format, "".join(letter for letter, _ in each))
        for format, each in groupby(looks(made), lambda x: x[1])
    ]
    assert new == [(format, words.replace("区", "县")) for format, words in old]


REFUSED = {
    "an automatic number": (item(text="文"), Edit(0, 2, "二、")),
    "a part of an automatic number": (item(text="文"), Edit(1, 3, "，文")),
    "over the end of a paragraph": (paragraph("甲") + paragraph("乙"), Edit(0, 3, "丙")),
    "the end of a paragraph": (paragraph("甲") + paragraph("乙"), Edit(1, 2, "")),
    "a line break": (paragraph("甲乙"), Edit(1, 1, "\n")),
    "nothing to change": (paragraph("甲乙"), Edit(0, 1, "甲")),
    "a place that is not there": (paragraph("甲乙"), Edit(90, 91, "丙")),
    "a paragraph without characters": (paragraph("甲") + paragraph(), Edit(2, 2, "丙")),
}


@pytest.mark.parametrize("name", REFUSED)
def test_not_made(name: str) -> None:
    body, edit = REFUSED[name]
    data = word_file(body, numbering=numbering())
    made, count = with_edits(data, [edit])
    assert count == 0
    assert made is data


def test_of_edits_that_overlap_one_is_made() -> None:
    made, count = with_edits(word_file(paragraph("甲乙丙")), [Edit(0, 2, "丁"), Edit(1, 3, "戊")])
    assert (text(made), count) == ("甲戊\n", 1)


def test_text_behind_an_automatic_number_can_be_changed() -> None:
    data = word_file(item(text="全区"), numbering=numbering())
    made, count = with_edits(data, [Edit(2, 2, "抓"), Edit(3, 4, "县")])
    assert (text(made), count) == ("一、抓全县\n", 2)


def test_all_other_parts_stay_byte_for_byte_and_the_bytes_are_the_same_each_time() -> None:
    data = word_file(paragraph("全区"), styles="", header1=paragraph("全区"), footnotes="")
    made, _ = mended(data, ("全区", "全县"))
    old, new = unzipped(data), unzipped(made)
    assert [name for name in old if old[name] != new[name]] == ["word/document.xml"]
    assert made == mended(data, ("全区", "全县"))[0]
    assert set(old) == set(new)


def test_names_of_parts_may_be_chinese() -> None:
    data = zipped(unzipped(word_file(paragraph("全区"))) | {"word/media/图片1.png": b"x"})
    made, _ = mended(data, ("全区", "全县"))
    assert unzipped(made)["word/media/图片1.png"] == b"x"
    assert docx.Document(io.BytesIO(made)).paragraphs[0].text == "全县"


def test_headers_and_notes_can_be_changed() -> None:
    data = word_file(
        paragraph("文"),
        header1=paragraph("全区的页眉"),
        footnotes=f'<w:footnote w:id="1">{paragraph("全区的脚注")}</w:footnote>',
    )
    made, count = mended(data, ("区的页眉", "县的页眉"), ("区的脚注", "县的脚注"))
    assert (text(made), count) == ("文\n全县的脚注\n全县的页眉\n", 2)


def test_both_copies_of_a_text_box_change() -> None:
    data = word_file(paragraph("前", SHAPE.format(BOX.format(paragraph("全区")))))
    made, _ = mended(data, ("全区", "全县"))
    xml = unzipped(made)["word/document.xml"].decode()
    assert (xml.count("全县"), xml.count("全区")) == (2, 0)


def test_blanks_that_were_not_shown_are_not_shown_afterwards() -> None:
    data = word_file("<w:p><w:r><w:t>  全区  </w:t></w:r><w:r><w:t>上下</w:t></w:r></w:p>")
    made, _ = mended(data, ("全区", "全县"))
    assert text(made) == "全县上下\n"
