"""DOCX: a speech as a Word file in the national format (GB/T 9704).

Only the text, the core properties and the comments are made for each speech; all else is copied, finished, from
the house template. No clock, no network, and neither python-docx nor lxml at run time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.layout import Paragraph
from generator.model import Speech
from generator.page import Page
from generator.writers.docx_body import Body
from generator.writers.docx_comments import Remarks, comments_xml
from generator.writers.docx_house import COMMENTS, CORE, DOCUMENT, house
from generator.writers.docx_reading import time_notes
from generator.writers.docx_text import DECLARATION, ForbiddenCharacter, encoded, escape, refusal
from generator.writers.docx_zip import pack, record

MAKER = "jianggao"
HOUSE_STYLE = Page()
DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
CORE_HEAD = (
    f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)


def write_docx(
    speech: Speech,
    paragraphs: tuple[Paragraph, ...],
    questions: Mapping[str, str] | None = None,
    *,
    page: Page = HOUSE_STYLE,
    trace: bool = False,
) -> bytes:
    """Return the speech as a DOCX file.

    Args:
        speech: the speech, for what the file says of itself.
        paragraphs: the speech laid out.
        questions: what each slot asks for; said in the comment of a gap.
        page: the layout of the pages.
        trace: add a comment to each sentence that says where it comes from.

    Raises:
        GeneratorError: the text holds a character that XML does not allow.
    """
    base = house(page)
    body = Body(page, Remarks(questions or {}, trace))
    body.add(paragraphs, time_notes(paragraphs, speech.minutes_rate) if page.minutes else {})
    texts = {DOCUMENT: "".join((base.before, *body.out, base.after)), CORE: core_xml(speech, paragraphs)}
    if body.comments:
        texts[COMMENTS] = comments_xml(body.comments, iso_date(speech.date))
    try:
        made = {name: record(name, encoded(text)) for name, text in texts.items()}
    except ForbiddenCharacter:
        raise refusal(paragraphs) from None
    return pack((*(part for part in base.ready if part.name not in made), *made.values()))


def core_xml(speech: Speech, paragraphs: tuple[Paragraph, ...]) -> str:
    """Return what the file says of itself: title, author, date, and the seed that makes it again."""
    title = paragraphs[0].text if paragraphs else ""
    day = iso_date(speech.date)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f"{CORE_HEAD}<dc:title>{escape(title)}</dc:title><dc:creator>{escape(speech.speaker or MAKER)}</dc:creator>"
        f"<cp:keywords>种子 {speech.seed}</cp:keywords><cp:lastModifiedBy>{MAKER}</cp:lastModifiedBy>"
        f"<cp:revision>1</cp:revision>{dates if day else ''}<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def iso_date(date: str) -> str:
    """Return 2026年3月8日 as 2026-03-08; empty when the text is no such date."""
    found = DATE.search(date)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""
