"""纯文本: the bare paragraphs, one line each; the text that every other form must equal."""

from __future__ import annotations

from generator.layout import Paragraph, text_of


def write_text(paragraphs: tuple[Paragraph, ...]) -> str:
    """Return the paragraphs as plain text."""
    return text_of(paragraphs)
