"""DOCX 原稿: a Word file becomes a manuscript, with all the text that its reader sees."""

from __future__ import annotations

from generator.diagnostics import GeneratorError
from generator.manuscript import Manuscript
from generator.ooxml.package import Package
from generator.ooxml.story import Story


def read_docx(data: bytes, name: str) -> Manuscript:
    """Return the manuscript of a DOCX.

    Args:
        data: the file.
        name: what it is called in messages.

    Raises:
        GeneratorError: it is no DOCX, broken, too large, or holds no text.
    """
    draft = Story(Package(data, name)).manuscript(name)
    if not draft.passages:
        raise GeneratorError(
            f"{name} 是空的，没有可查的文字", "请确认选对了文件；扫描成图片的文稿，要先转成文字。"
        )
    return draft
