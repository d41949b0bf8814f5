"""正文: the paragraphs of a speech as the XML of a DOCX's body."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby, takewhile

from generator.layout import FRONT, Paragraph, Role, Run, RunKind
from generator.model import Provenance
from generator.page import Page
from generator.writers.docx_comments import Remarks, closing, opening
from generator.writers.docx_reading import pieces
from generator.writers.docx_text import bare_xml, ordinary, text_xml
from generator.writers.docx_title import title_indent

STYLES = {
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.SPEAKER: "Speaker",
    Role.DATE: "Date",
    Role.SALUTATION: "Salutation",
    Role.ATTACHMENT_NOTE: "AttachmentNote",
    Role.SIGNATURE: "Signature",
    Role.SIGNED_DATE: "SignedDate",
    Role.ATTACHMENT: "Attachment",
    Role.ATTACHMENT_TITLE: "AttachmentTitle",
}
BODY, NOTE, HEADINGS = "BodyText", "Note", 3
LINE, LARGE_LINE, TITLE = 579, 800, 440
"""twips: a line in both copies, the size of the title"""
TEXT, LISTED, UNFILLED, LEAD, NUMERAL = (
    Role.BODY,
    Role.ATTACHMENT_NOTE,
    RunKind.GAP,
    RunKind.LEAD,
    RunKind.NUMERAL,
)
# Word takes quotes and dashes for Latin unless each run says that they are Chinese.
PLAIN = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
BOLD = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:b/></w:rPr>'
OPEN = '<w:p><w:pPr><w:pStyle w:val="'
KEEP = "<w:keepNext/>"
FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
GAP = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:highlight w:val="yellow"/></w:rPr>'


class Body:
    """The body under way: the XML so far, and the comments that it anchors."""

    def __init__(self, page: Page, remarks: Remarks) -> None:
        self.page = page
        self.remarks = remarks
        self.out: list[str] = []
        self.comments: list[str] = []

    def add(self, paragraphs: tuple[Paragraph, ...], notes: Mapping[int, str]) -> None:
        """Add the paragraphs, and below a paragraph the note that its index has."""
        front = sum(1 for _ in takewhile(lambda paragraph: paragraph.role in FRONT, paragraphs))
        write = self.reading if self.page.large else self.paragraph
        for index, paragraph in enumerate(paragraphs):
            style = style_of(paragraph)
            keep = KEEP if index in notes or (style is BODY and paragraph.role is not TEXT) else ""
            own = ""
            if index <= front:
                own = self.front_matter(paragraph, index == front)
            elif paragraph.role is LISTED:
                own = self.back_matter(paragraph)
            write(paragraph, style, keep, own)
            if index in notes:
                self.out.append(f'{OPEN}{NOTE}"/></w:pPr>{PLAIN}{text_xml(notes[index])}</w:r></w:p>')

    def front_matter(self, paragraph: Paragraph, follows: bool) -> str:
        """Return what breaks a title of two lines, or sets the text one blank line below the title block."""
        if paragraph.role is Role.TITLE:
            indent = title_indent(paragraph.text, TITLE)
            return f'<w:ind w:left="{indent}" w:right="{indent}"/>' if indent else ""
        return f'<w:spacing w:before="{LARGE_LINE if self.page.large else LINE}"/>' if follows else ""

    def back_matter(self, paragraph: Paragraph) -> str:
        """Return what sets the list of attachments one blank line below the text, and its later lines below the names."""
        if paragraph.text.startswith("附件："):
            return f'<w:spacing w:before="{LARGE_LINE if self.page.large else LINE}"/>'
        return '<w:ind w:left="1600" w:firstLine="0"/>'

    def reading(self, paragraph: Paragraph, style: str, keep: str, rest: str) -> None:
        """Add a paragraph of the reading copy, in pieces that no page end cuts."""
        parts = tuple(pieces(paragraph))
        for number, piece in enumerate(parts, 1):
            kept = keep if number == len(parts) else ""
            self.paragraph(piece, style, f"{kept}<w:keepLines/>", rest if number == 1 else FLUSH)

    def paragraph(self, paragraph: Paragraph, style: str, keep: str, rest: str) -> None:
        """Add one paragraph with these properties; the schema has an order for them."""
        self.out.append(f'{OPEN}{style}"/>{keep}{rest}</w:pPr>')
        bold = paragraph.role is TEXT and self.page.bold_leads
        if self.remarks.trace:
            for origin, runs in groupby(paragraph.runs, key=lambda run: run.provenance):
                self.traced(origin, tuple(runs), bold)
        else:
            self.runs(paragraph.runs, bold)
        self.out.append("</w:p>")

    def traced(self, origin: Provenance, runs: tuple[Run, ...], bold: bool) -> None:
        """Add the runs of one sentence, with its comment."""
        text = self.remarks.of_origin(origin)
        if not text:
            self.runs(runs, bold)
            return
        number = self.comment(text)
        self.runs(runs, bold)
        self.out.append(closing(number))

    def runs(self, runs: tuple[Run, ...], bold: bool) -> None:
        """Add runs; neighbours that look alike become one."""
        texts = [run.text for run in runs]
        whole = "".join(texts)
        xml = bare_xml if ordinary(whole) else text_xml
        if plain(runs):
            self.out.append(f"{PLAIN}{xml(whole)}</w:r>")
            return
        for head, start, end in stretches(runs, bold):
            number = self.comment(self.remarks.of_gap(runs[start])) if head is GAP else -1
            self.out.append(f"{head}{xml(''.join(texts[start:end]))}</w:r>")
            if number >= 0:
                self.out.append(closing(number))

    def comment(self, text: str) -> int:
        """Open a comment's range and return its number."""
        number = len(self.comments)
        self.comments.append(text)
        self.out.append(opening(number))
        return number


def style_of(paragraph: Paragraph) -> str:
    """Return the style of a paragraph; headings below the third level look like the text."""
    if paragraph.role is TEXT:
        return BODY
    if paragraph.role is Role.HEADING:
        return f"Heading{paragraph.level}" if paragraph.level <= HEADINGS else BODY
    return STYLES.get(paragraph.role, BODY)


def plain(runs: tuple[Run, ...]) -> bool:
    """Tell whether no run looks different from the text."""
    for run in runs:
        kind = run.kind
        if kind is UNFILLED or kind is LEAD:
            return False
    return True


def stretches(runs: tuple[Run, ...], bold: bool) -> list[tuple[str, int, int]]:
    """Return the looks of the runs, each with the first run that has it and the one behind the last."""
    found: list[tuple[str, int, int]] = []
    last, start = "", 0
    for index, run in enumerate(runs):
        kind = run.kind
        if kind is UNFILLED:
            look = GAP
        elif bold and (kind is LEAD or (kind is NUMERAL and beside_lead(runs, index))):
            look = BOLD
        else:
            look = PLAIN
        if look is not last or look is GAP:
            if last:
                found.append((last, start, index))
            last, start = look, index
    found.append((last, start, len(runs)))
    return found


def beside_lead(runs: tuple[Run, ...], index: int) -> bool:
    """Tell whether a numeral belongs to a lead: it stands before it, or closes a frame around it (从…看，)."""
    after = index + 1 < len(runs) and runs[index + 1].kind is LEAD
    return after or (index > 0 and runs[index - 1].kind is LEAD)
