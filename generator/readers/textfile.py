"""文本文件: bytes become text; UTF-8 with or without a BOM, GB18030 with a notice."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.diagnostics import GeneratorError

MOST_BYTES = 5_000_000
STANDARD_INPUT = Path("-")


def read_text(path: Path, most: int = MOST_BYTES) -> tuple[str, str]:
    """Return the text of a file, or of standard input for -, and a notice ("" if there is nothing to say).

    Raises:
        GeneratorError: the file is missing, a folder, unreadable, too large or not text.
    """
    return decode(read_bytes(path, most), shown(path))


def read_bytes(path: Path, most: int) -> bytes:
    """Return the bytes of a file, or of standard input for -; one that is larger than `most` is a fault."""
    if path == STANDARD_INPUT:
        data = sys.stdin.buffer.read(most + 1)
        _within(path, len(data), most)
        return data
    try:
        _within(path, path.stat().st_size, most)
        return path.read_bytes()
    except FileNotFoundError:
        raise GeneratorError(f"找不到文件：{path}", "请检查路径和文件名（包括扩展名）。") from None
    except IsADirectoryError:
        raise GeneratorError(f"{path} 是文件夹，不是文件", "请写出文件夹里的文件名。") from None
    except OSError as fault:
        raise GeneratorError(f"读不了文件：{path}（{fault.strerror}）", "请检查文件的权限。") from None


def _within(path: Path, size: int, most: int) -> None:
    if size > most:
        raise GeneratorError(
            f"{shown(path)}：文件有 {size:,} 字节，超过上限 {most:,} 字节", "请确认选对了文件。"
        )


def shown(path: Path) -> str:
    """Return how messages name a file."""
    return "标准输入" if path == STANDARD_INPUT else str(path)


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Return the bytes of `name` as text and a notice about their encoding."""
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        raise GeneratorError(f"{name} 不是文本文件，或编码无法识别", "请另存为 UTF-8 编码。") from None
    return text, f"{name} 是 GB18030 编码，已按此读入；建议另存为 UTF-8。"
