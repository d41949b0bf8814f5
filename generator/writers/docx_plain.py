"""纯文本成 DOCX: the paragraphs of a plain text as a Word file in the house's layout, all of them as text."""

from __future__ import annotations

from collections.abc import Iterable

from generator.layout import Paragraph, Role, Run
from generator.model import Sentence, Speech
from generator.writers.docx import write_docx
from generator.writers.docx_text import FORBIDDEN

UNKNOWN = "\ufffd"


def write_plain(paragraphs: Iterable[str]) -> bytes:
    """Return a DOCX of these paragraphs; characters that no DOCX can hold become others, so that all offsets stay."""
    return write_docx(
        Speech(Sentence(()), ()),
        tuple(Paragraph(Role.BODY, (Run(storable(text)),)) for text in paragraphs),
    )


def storable(text: str) -> str:
    """Return a text of one line, of the same length, that a DOCX can hold."""
    return FORBIDDEN.sub(lambda found: " " if found[0].isspace() else UNKNOWN, text).replace("\n", " ")
