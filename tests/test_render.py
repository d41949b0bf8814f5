"""The printed page: ten assertions on the PDF that LibreOffice makes, with free stand-ins for the fonts."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from generator.layout import UNSPOKEN, Paragraph, Role, lay_out, text_of
from generator.library import Library
from generator.page import page_of
from generator.pipeline import generate
from generator.writers.docx import write_docx
from tests.conftest import EXAMPLES
from tests.render import pdf
from tests.render.speech import rich

pytestmark = [pytest.mark.render, pytest.mark.skipif(bool(pdf.missing()), reason=f"render: {pdf.missing()}")]

RICH = rich()
STANDARD = ("rich", *(path.stem[:2] for path in EXAMPLES))
VARIANTS = {
    "large": {"大字版": "是"},
    "timed": {"大字版": "是", "标注时长": "是"},
    "middle": {"页码": "居中"},
}
STAND_INS = {
    "FandolSong-Bold",
    "FandolKai-Regular",
    "FandolFang-Regular",
    "FandolHei-Regular",
    "FandolSong-Regular",
}
ROLE_FONTS = {
    (Role.TITLE, 0): "FandolSong",
    (Role.SPEAKER, 0): "FandolKai",
    (Role.SALUTATION, 0): "FandolFang",
    (Role.HEADING, 1): "FandolHei",
    (Role.HEADING, 2): "FandolKai",
    (Role.HEADING, 3): "FandolFang",
}
BLOCK_END, LEFT, RIGHT = 262, 28, 184
CLOSING, OPENING = "。，、；：？！）》”’…—", "（《“‘"
HANGING = "。，、；：？！"


@cache
def speeches() -> dict[str, tuple[Paragraph, ...]]:
    found = {"rich": lay_out(RICH)}
    for path in EXAMPLES:
        found[path.stem[:2]] = generate(path, Library(), {}).paragraphs
    return found


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    documents = {name: write_docx(RICH, paragraphs) for name, paragraphs in speeches().items()}
    documents |= {name: write_docx(RICH, speeches()["rich"], page=page_of(v)) for name, v in VARIANTS.items()}
    return pdf.convert(documents, tmp_path_factory.mktemp("pdf"))


def text_lines(path: Path) -> list[list[pdf.Line]]:
    """Return the lines of the text block of each page."""
    return [[line for line in page if line.top < BLOCK_END] for page in pdf.pages(path)]


@pytest.fixture(params=STANDARD)
def sheet(request: pytest.FixtureRequest, printed: dict[str, Path]) -> tuple[str, Path]:
    return request.param, printed[request.param]


def test_01_every_page_is_a4(sheet: tuple[str, Path]) -> None:
    sizes = re.findall(r"size:\s+([\d.]+) x ([\d.]+) pts", pdf.run("pdfinfo", "-l", "99", sheet[1]))
    assert sizes
    for width, height in sizes:
        assert abs(float(width) * pdf.MM - 210) <= 0.3
        assert abs(float(height) * pdf.MM - 297) <= 0.3


def test_02_a_page_has_22_lines(sheet: tuple[str, Path]) -> None:
    counts = [len(page) for page in text_lines(sheet[1])]
    assert max(counts) == 22 or (len(counts) < 3 and max(counts) < 22), counts


def test_03_lines_are_a_22nd_of_the_block_apart(sheet: tuple[str, Path]) -> None:
    steps: Counter[float] = Counter()
    for page in text_lines(sheet[1]):
        steps.update(round((below.top - above.top) / pdf.MM, 1) for above, below in pairwise(page))
    assert abs(steps.most_common(1)[0][0] - 28.95) <= 0.1


def test_04_a_full_line_has_28_characters(sheet: tuple[str, Path]) -> None:
    widths: Counter[float] = Counter()
    for page in text_lines(sheet[1]):
        for line in page:
            if line.right > RIGHT - 1.5 and not re.search(r"[0-9A-Za-z]", line.text):
                indent = round((line.left - LEFT) / 5.6)
                hanging = line.right > RIGHT + 0.5
                # LibreOffice looks for the font at the neighbours: a quote that opens a paragraph becomes
                # a Western one, and the space that it sets around that is one character.
                western = indent > 0 and line.text.startswith("“")
                widths[line.ems + indent + western - hanging] += 1
    width, count = widths.most_common(1)[0]
    assert width == 28, widths
    assert count / widths.total() >= 0.8, widths


def test_05_the_text_stays_in_its_block(sheet: tuple[str, Path]) -> None:
    for page in text_lines(sheet[1]):
        for line in page:
            assert line.left >= 27.8, line
            # LibreOffice reads overflowPunct the wrong way round and lets one closing mark hang.
            assert line.right <= (189.9 if line.text[-1] in HANGING else 184.2), line


def test_06_the_page_number_stands_at_the_outer_edge(sheet: tuple[str, Path]) -> None:
    for number, page in enumerate(pdf.pages(sheet[1]), 1):
        foot = page[-1]
        assert foot.text == f"—{number}—"
        if number % 2:
            assert abs(foot.right - 179.06) <= 0.6
        else:
            assert abs(foot.left - 32.94) <= 0.6
        assert abs(pdf.dash_height(sheet[1], number, foot.right) - 7) <= 0.5


def test_07_each_font_is_the_stand_in_of_its_role(sheet: tuple[str, Path]) -> None:
    name, path = sheet
    found = pdf.fonts(path)
    assert set(found) <= STAND_INS
    assert all(found.values())
    families = pdf.families(path)
    for paragraph in speeches()[name]:
        if family := ROLE_FONTS.get((paragraph.role, paragraph.level)):
            whole = paragraph.text.replace("\u3000", "")
            line = max((text for text in families if whole.startswith(text)), key=len)
            assert families[line] == family, line


def test_08_no_line_begins_or_ends_with_a_wrong_mark(sheet: tuple[str, Path]) -> None:
    lines = [line.text for page in text_lines(sheet[1]) for line in page]
    # a subtitle opens with its dash; no other line may
    inner = [text for text in lines if not text.startswith("——")]
    assert not [text for text in inner if text[0] in CLOSING or text[-1] in OPENING]
    assert not [pair for pair in pairwise(lines) if pair[0][-1].isdigit() and pair[1][0].isdigit()]


def test_09_headings_are_bookmarks_and_never_end_a_page(sheet: tuple[str, Path]) -> None:
    name, path = sheet
    headings = [(p.level, p.text) for p in speeches()[name] if p.role is Role.HEADING]
    shown = [(level, text) for level, text in headings if level <= 3]
    assert pdf.bookmarks(path) == shown
    ends = [page[-1].text for page in text_lines(path)[:-1]]
    assert not [text for text in ends if text in [heading for _, heading in headings]]


@pytest.mark.parametrize("name", ["large", "timed"])
def test_10_no_page_of_the_reading_copy_ends_in_mid_sentence(name: str, printed: dict[str, Path]) -> None:
    found = text_lines(printed[name])
    assert len(found) > len(text_lines(printed["rich"]))
    unspoken = {paragraph.text for paragraph in speeches()["rich"] if paragraph.role in UNSPOKEN}
    for page in found:
        assert page[-1].text[-1] in "。！？；：…〕" or page[-1].text in unspoken, page[-1]
        assert len(page) <= 15
    body = [line.height / pdf.MM for page in found for line in page if not line.text.startswith("〔")]
    assert min(body) >= 18


def test_the_page_number_of_the_middle_stands_in_the_middle(printed: dict[str, Path]) -> None:
    for page in pdf.pages(printed["middle"]):
        assert abs((page[-1].left + page[-1].right) / 2 - (LEFT + RIGHT) / 2) <= 0.5


def test_libreoffice_reads_the_text_of_the_preview(tmp_path: Path) -> None:
    documents = {name: write_docx(RICH, paragraphs) for name, paragraphs in speeches().items()}
    for name, path in pdf.convert(documents, tmp_path, "txt").items():
        assert path.read_text("utf-8-sig") == text_of(speeches()[name])
