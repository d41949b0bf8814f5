"""底稿: the ready parts of the house template, and what a layout other than the house's changes in them.

house.docx is built by scripts/build_template.py. Its parts are copied as finished records; only a layout that
asks for something else has a few of them rewritten, once for the whole run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.page import Page, font_roles
from generator.writers.docx_zip import Record, content, record, unpack

HOUSE = Path(__file__).resolve().parent / "house" / "house.docx"
DOCUMENT, CORE, COMMENTS = "word/document.xml", "docProps/core.xml", "word/comments.xml"
STYLES, SETTINGS, FOOTERS = "word/styles.xml", "word/settings.xml", ("word/footer1.xml", "word/footer2.xml")
PER_SPEECH = (DOCUMENT, CORE)
LARGE = {
    ("sz", "32"): "44", ("sz", "28"): "36", ("sz", "24"): "32",
    ("line", "579"): "800", ("line", "720"): "800", ("line", "280"): "360",
    ("linePitch", "579"): "800", ("firstLine", "640"): "880",
}  # fmt: skip
"""大字版: 22 pt on 40 pt for 16 on 28.95; the page number and the notes grow with it, the title has that size already"""
SIZES = re.compile(r'w:(sz|szCs|line|linePitch|firstLine)((?: w:val)?)="(\d+)"')
FONTS = re.compile(r'(w:(?:ascii|hAnsi|eastAsia|cs)=)"([^"]*)"')
LATIN = re.compile(r'(w:(?:ascii|hAnsi)=)"[^"]*"')
HEADING_3 = re.compile(r'(w:styleId="Heading3".*?)<w:b w:val="0"/>', re.S)
EVEN_FOOTER = re.compile(r'<w:footerReference w:type="even"[^>]*/>')


@dataclass(frozen=True, slots=True)
class House:
    """底稿: what stands before and after the text in document.xml, and the finished other parts."""

    before: str
    after: str
    ready: tuple[Record, ...]


@cache
def house(page: Page) -> House:
    """Return the ready parts of a layout."""
    parts = unpack(HOUSE.read_bytes())
    document = content(parts.pop(DOCUMENT)).decode()
    del parts[CORE]
    before, after = document.split("<w:sectPr", 1)
    if page != Page():
        after = _section(after, page)
        parts |= {name: record(name, _rewritten(name, content(parts[name]), page)) for name in _changing()}
    return House(before, f"<w:sectPr{after}", tuple(parts.values()))


def _changing() -> tuple[str, ...]:
    return (STYLES, SETTINGS, *FOOTERS)


def _rewritten(name: str, xml: bytes, page: Page) -> bytes:
    """Return a part as the layout wants it."""
    text = xml.decode()
    if name == SETTINGS:
        return _settings(text, page).encode()
    roles = font_roles(page.fonts)
    text = FONTS.sub(lambda found: f'{found[1]}"{roles.get(found[2], found[2])}"', text)
    if name in FOOTERS and not page.outer:
        text = re.sub(r'<w:ind [^>]*/><w:jc w:val="\w+"/>', '<w:jc w:val="center"/>', text)
    if name == STYLES:
        text = _styles(text, page)
    return (_enlarged(text) if page.large else text).encode()


def _styles(text: str, page: Page) -> str:
    if page.digits:
        text = LATIN.sub(rf'\1"{page.digits}"', text)
    return HEADING_3.sub(r"\1<w:b/>", text) if page.bold_level3 else text


def _settings(text: str, page: Page) -> str:
    """Return the settings: margins mirrored or not; a reading copy has one side, so one footer."""
    if page.large:
        return text.replace("<w:evenAndOddHeaders/>", "")
    return text.replace("<w:defaultTabStop", "<w:mirrorMargins/><w:defaultTabStop") if page.mirrored else text


def _section(text: str, page: Page) -> str:
    return _enlarged(EVEN_FOOTER.sub("", text)) if page.large else text


def _enlarged(text: str) -> str:
    def larger(found: re.Match[str]) -> str:
        name, value = found[1], found[3]
        size = LARGE.get((name.removesuffix("Cs"), value), value)
        return f'w:{name}{found[2]}="{size}"'

    return SIZES.sub(larger, text)
