"""网页: the speech as one page of HTML that looks like the printed pages, and prints like them; nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby

from generator.layout import FRONT, Paragraph, Role, Run
from generator.model import Provenance, Speech
from generator.page import Page
from generator.writers.docx_body import BOLD, GAP, TITLE, stretches
from generator.writers.docx_comments import Remarks
from generator.writers.docx_reading import time_notes
from generator.writers.docx_text import FORBIDDEN, refusal
from generator.writers.docx_title import title_indent

HOUSE_STYLE = Page()
LARGE = ' class="large"'
CLASSES = {
    Role.SUBTITLE: "kai",
    Role.SPEAKER: "kai",
    Role.DATE: "kai",
    Role.SALUTATION: "flush",
    Role.SIGNATURE: "sign below",
    Role.SIGNED_DATE: "sign",
    Role.ATTACHMENT: "attachment",
    Role.ATTACHMENT_TITLE: "big",
}
STYLE = """
@page {{ size: A4; margin: 37mm 26mm 35mm 28mm; }}
@page :right {{ @bottom-{odd} {{ {number} }} }}
@page :left {{ @bottom-{even} {{ {number} }} }}
* {{ margin: 0; padding: 0; }}
html {{ background: #e8e8e8; }}
main {{ box-sizing: border-box; width: 210mm; min-height: 297mm; margin: 8mm auto; padding: 37mm 26mm 35mm 28mm;
  background: #fff; color: #000; box-shadow: 0 1mm 4mm #0003; font: {size}/{line} {body}; letter-spacing: -.25pt;
  text-align: justify; line-break: strict; text-spacing-trim: normal; text-autospace: no-autospace;
  overflow-wrap: break-word; }}
p, h1, h2, h3, h4 {{ white-space: pre-wrap; }}
p, h2, h3, h4 {{ font-size: inherit; font-weight: normal; text-indent: 2em; }}
h1 {{ font: 22pt/36pt {title}; letter-spacing: 0; text-align: center; text-wrap: balance; }}
h2 {{ font-family: {level1}; }}
h3, .kai {{ font-family: {level2}; }}
h4 {{ font-weight: {level3}; }}
h1, h2, h3, h4, .keep {{ break-after: avoid; break-inside: avoid; }}
.kai {{ text-align: center; text-indent: 0; }}
.flush {{ text-indent: 0; }}
.note {{ font: 12pt/{line} {level2}; text-align: right; text-indent: 0; break-before: avoid; }}
.sign {{ text-align: right; padding-right: 2em; }}
.attachment {{ font-family: {level1}; text-indent: 0; break-before: page; }}
.big {{ font: 22pt/36pt {title}; text-align: center; text-indent: 0; margin: {line} 0; }}
.below {{ margin-top: {line}; }}
mark {{ background: #ff0; color: inherit; }}
span[title], mark[title] {{ cursor: help; }}
@media print {{
  html {{ background: none; }}
  main {{ width: auto; min-height: 0; margin: 0; padding: 0; box-shadow: none; orphans: 1; widows: 1; }}
  main.large p {{ break-inside: avoid; }}
}}
"""
FALLBACKS = {
    "方正小标宋简体": "'方正小标宋_GBK', 'STZhongsong', 'Noto Serif CJK SC', serif",
    "黑体": "'SimHei', 'Noto Sans CJK SC', sans-serif",
    "楷体": "'KaiTi', '楷体_GB2312', 'STKaiti', serif",
    "仿宋": "'FangSong', '仿宋_GB2312', 'STFangsong', serif",
    "宋体": "'SimSun', 'STSong', serif",
}


def write_html(
    speech: Speech,
    paragraphs: tuple[Paragraph, ...],
    questions: Mapping[str, str] | None = None,
    *,
    page: Page = HOUSE_STYLE,
    trace: bool = False,
) -> str:
    """Return the speech as a page of HTML.

    Args:
        speech: the speech, for what the page says of itself.
        paragraphs: the speech laid out.
        questions: what each slot asks for; shown where the pointer rests on a gap.
        page: the layout.
        trace: show where a sentence comes from, where the pointer rests on it.

    Raises:
        GeneratorError: the text holds a character that HTML does not allow.
    """
    if any(FORBIDDEN.search(paragraph.text) for paragraph in paragraphs):
        raise refusal(paragraphs)
    remarks = Remarks(questions or {}, trace)
    notes = time_notes(paragraphs, speech.minutes_rate) if page.minutes else {}
    title = escape(paragraphs[0].text if paragraphs else "")
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<meta name="author" content="{escape(speech.speaker)}">\n<meta name="generator" content="jianggao">\n'
        f"<style>{_style(page)}</style>\n</head>\n<body>\n<main{LARGE if page.large else ''}>"
        f"\n{''.join(_blocks(paragraphs, page, remarks, notes))}</main>\n</body>\n</html>\n"
    )


def _style(page: Page) -> str:
    fonts = page.fonts
    names = {"title": fonts.title, "level1": fonts.level1, "level2": fonts.level2, "body": fonts.body}
    size = "18pt" if page.large else "14pt"
    number = f"content: '— ' counter(page) ' —'; font: {size} {_family(fonts.number, '')};"
    number += " vertical-align: top; padding: 4.6mm 14pt 0;"
    return STYLE.format(
        **{role: _family(name, page.digits) for role, name in names.items()},
        level3="bold" if page.bold_level3 else "normal",
        size="22pt" if page.large else "16pt",
        line="40pt" if page.large else "28.95pt",
        number=number,
        odd="right" if page.outer else "center",
        even=("right" if page.large else "left") if page.outer else "center",
    )


def _family(name: str, digits: str) -> str:
    """Return a font with the fonts that stand in for it."""
    first = f"'{digits}', " if digits else ""
    return f"{first}'{name}', {FALLBACKS.get(name, 'serif')}"


def _blocks(
    paragraphs: tuple[Paragraph, ...], page: Page, remarks: Remarks, notes: Mapping[int, str]
) -> Iterator[str]:
    front = False
    for index, paragraph in enumerate(paragraphs):
        below = front and paragraph.role not in FRONT
        front = paragraph.role in FRONT
        tag, names = _tag(paragraph)
        classes = f' class="{" ".join((*names, *["below"] * below))}"' if names or below else ""
        text = "".join(_sentences(paragraph, page, remarks))
        yield f"<{tag}{classes}{_title_lines(paragraph)}>{text}</{tag}>\n"
        if index in notes:
            yield f'<p class="note">{escape(notes[index])}</p>\n'


def _title_lines(paragraph: Paragraph) -> str:
    """Return what breaks a title where the DOCX breaks it."""
    indent = title_indent(paragraph.text, TITLE) if paragraph.role is Role.TITLE else 0
    return f' style="padding: 0 {indent / 20:g}pt; text-wrap: wrap"' if indent else ""


def _tag(paragraph: Paragraph) -> tuple[str, tuple[str, ...]]:
    """Return the element of a paragraph and its classes."""
    if paragraph.role is Role.TITLE:
        return "h1", ()
    if paragraph.role is Role.HEADING:
        return (f"h{paragraph.level + 1}", ()) if paragraph.level <= 3 else ("p", ("keep",))
    return "p", (CLASSES[paragraph.role],) if paragraph.role in CLASSES else ()


def _sentences(paragraph: Paragraph, page: Page, remarks: Remarks) -> Iterator[str]:
    bold = paragraph.role is Role.BODY and page.bold_leads
    for origin, group in groupby(paragraph.runs, key=_origin if remarks.trace else _none):
        runs = tuple(group)
        text = "".join(_stretch(runs, *place, remarks) for place in stretches(runs, bold))
        note = remarks.of_origin(origin)
        yield f'<span title="{escape(note)}">{text}</span>' if note else text


def _stretch(runs: tuple[Run, ...], look: str, start: int, end: int, remarks: Remarks) -> str:
    text = escape("".join(run.text for run in runs[start:end]))
    if look is GAP:
        return f'<mark title="{escape(remarks.of_gap(runs[start]))}">{text}</mark>'
    return f"<b>{text}</b>" if look is BOLD else text


def _origin(run: Run) -> Provenance:
    return run.provenance


def _none(_: Run) -> Provenance:
    return Provenance("")
