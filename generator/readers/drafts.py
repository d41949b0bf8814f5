"""原稿: a finished draft, DOCX or text, becomes a manuscript."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import GeneratorError
from generator.manuscript import Manuscript, from_text
from generator.readers.textfile import decode, read_bytes, shown

MOST_BYTES = 20_000_000
FOREIGN = {
    b"\xd0\xcf\x11\xe0": "旧版 Word（.doc）、WPS（.wps）或加了密码的文件",
    b"%PDF": "PDF 文件",
    b"{\\rtf": "RTF 文件",
    b"\x89PNG": "图片",
    b"\xff\xd8\xff": "图片",
}
"""how files begin that are often taken for drafts"""
OTHERS = {".yaml": "YAML 文件", ".yml": "YAML 文件", ".json": "JSON 文件", ".html": "网页", ".htm": "网页"}
"""what belongs to a draft and is none itself"""
ZIP = b"PK\x03\x04"
CONTROLS = frozenset(map(chr, range(32))) - set("\t\n\r\f\v\x1c\x1e")
MOST_CONTROLS = 0.01


def read_draft(path: Path) -> tuple[Manuscript, str]:
    """Return the manuscript of a file, or of standard input for -, and a notice.

    Raises:
        GeneratorError: the file is missing, too large, empty, broken or of another kind.
    """
    data, name = read_bytes(path, MOST_BYTES), shown(path)
    if is_docx(data):
        from generator.readers.docxfile import read_docx

        return read_docx(data, name), ""
    text, notice = text_of(data, path)
    return from_text(name, text), notice


def is_docx(data: bytes) -> bool:
    """Tell whether the bytes are a zip file, as a DOCX is."""
    return data.startswith(ZIP)


def text_of(data: bytes, path: Path) -> tuple[str, str]:
    """Return the text of a file that is no DOCX, as it stands, and a notice about its encoding."""
    name = shown(path)
    for magic, kind in FOREIGN.items():
        if data.startswith(magic):
            raise GeneratorError(f"{name} 读不了：{kind}", "请用 Word 或 WPS 打开，另存为 .docx 再来。")
    if path.suffix.lower() in OTHERS:
        raise GeneratorError(
            f"{name} 不是文稿：{OTHERS[path.suffix.lower()]}", "请查它写成的 .docx 或 .txt。"
        )
    if path.suffix.lower() == ".docx":
        raise GeneratorError(f"{name} 不是完好的 DOCX 文件", "请用 Word 或 WPS 打开，另存一份再来。")
    text, notice = decode(data, name)
    if sum(map(text.count, CONTROLS)) > MOST_CONTROLS * len(text):
        raise GeneratorError(f"{name} 不是文本文件", "能读的是 .docx 和文本（.txt、.md）。")
    if not text.strip():
        raise GeneratorError(f"{name} 是空的，没有可查的文字", "请确认选对了文件。")
    return text, notice
