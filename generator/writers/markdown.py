"""Markdown: headings by level, leads in bold, gaps marked; signs of Markdown in the text are escaped."""

from __future__ import annotations

import re

from generator.layout import Paragraph, Role, Run, RunKind

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+|~!-])")
ORDERED = re.compile(r"^(\d+)\.")


def write_markdown(paragraphs: tuple[Paragraph, ...]) -> str:
    """Return the paragraphs as Markdown."""
    return "\n\n".join(_block(paragraph) for paragraph in paragraphs) + "\n"


def _block(paragraph: Paragraph) -> str:
    if paragraph.role is Role.TITLE:
        return f"# {_escape(paragraph.text)}"
    if paragraph.role is Role.HEADING:
        return f"{'#' * (paragraph.level + 1)} {_escape(paragraph.text)}"
    return ORDERED.sub(r"\1\\.", "".join(_run(run) for run in paragraph.runs))


def _run(run: Run) -> str:
    if run.kind in (RunKind.LEAD, RunKind.GAP):
        return f"**{_escape(run.text)}**"
    return _escape(run.text)


def _escape(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)
