"""A plain text as a Word file: the same paragraphs, each character at its place."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.manuscript import Area, from_text
from generator.readers.docxfile import read_docx
from generator.writers.docx_plain import storable, write_plain


def body(data: bytes) -> list[str]:
    return [each.text for each in read_docx(data, "稿.docx").passages if each.area is Area.BODY]


def test_paragraphs_come_back() -> None:
    texts = ["在会议上的讲话", "同志们：", "一、提高认识", "a < b & c  > d", "制表\t符", "“引”——·𠮷"]
    assert body(write_plain(texts)) == texts


def test_what_no_word_file_can_hold_becomes_something_of_the_same_length() -> None:
    text = "甲\x07乙\x0b丙\r丁\n戊\ufffe"
    assert storable(text) == "甲\ufffd乙 丙 丁 戊\ufffd"
    assert body(write_plain([text])) == [storable(text)]


@settings(max_examples=80, deadline=None)
@given(st.text(min_size=1))
def test_a_text_has_as_many_passages_and_as_long_ones_as_its_word_file(text: str) -> None:
    passages = [each.text for each in from_text("稿.txt", text).passages]
    if passages:
        found = body(write_plain(passages))
        assert found == [storable(each) for each in passages]
        assert [len(each) for each in found] == [len(each) for each in passages]
