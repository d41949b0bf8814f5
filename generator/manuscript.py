"""文稿: a draft of any origin as its reader sees it, with the place of every character. Imports nothing of ours."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from itertools import accumulate


class Area(Enum):
    """区域: where a paragraph of a draft stands."""

    BODY = "正文"
    TABLE = "表格"
    TEXT_BOX = "文本框"
    HEADER = "页眉"
    FOOTER = "页脚"
    FOOTNOTE = "脚注"
    ENDNOTE = "尾注"


@dataclass(frozen=True, slots=True)
class Passage:
    """段: one paragraph that is not blank, without the blanks at its ends."""

    text: str
    start: int
    """offset of its first character in the whole text, in code points"""
    number: int
    """which paragraph it is, from 1"""
    line: int
    """which line of the whole text it stands on, from 1"""
    area: Area = Area.BODY
    level: int = 0
    """大纲级别 that the DOCX gives it, from 1; 0 when it gives none"""

    @property
    def end(self) -> int:
        """Return the offset behind its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """文稿: the whole text, as it stands in the file, and its paragraphs."""

    name: str
    text: str
    passages: tuple[Passage, ...]
    _starts: tuple[int, ...] = field(default=(), repr=False, compare=False)
    """where each paragraph begins, and where each line does: a look-up must not scan the text"""
    _lines: tuple[int, ...] = field(default=(0,), repr=False, compare=False)

    def passage_at(self, offset: int) -> Passage:
        """Return the paragraph that an offset lies in, or the last one before it."""
        return self.passages[max(0, bisect_right(self._starts, offset) - 1)]

    def position(self, offset: int) -> tuple[int, int]:
        """Return line (from 1) and column (from 0) of an offset."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1]

    def line_span(self, offset: int) -> tuple[int, int]:
        """Return where the line that an offset lies in begins and ends."""
        line = bisect_right(self._lines, offset)
        end = self._lines[line] - 1 if line < len(self._lines) else len(self.text)
        return self._lines[line - 1], end


@dataclass(frozen=True, slots=True)
class Block:
    """块: a paragraph on its way into a manuscript: its text, where it stands, its 大纲级别."""

    text: str
    area: Area = Area.BODY
    level: int = 0


def from_text(name: str, text: str) -> Manuscript:
    """Return the manuscript of a plain text: every line that is not blank is a paragraph."""
    return _manuscript(name, text, (Block(line) for line in text.split("\n")))


def from_blocks(name: str, blocks: Iterable[Block]) -> Manuscript:
    """Return the manuscript of paragraphs; the text has one on a line."""
    kept = tuple(blocks)
    return _manuscript(name, "".join(f"{block.text}\n" for block in kept), kept)


def _manuscript(name: str, text: str, blocks: Iterable[Block]) -> Manuscript:
    passages: list[Passage] = []
    offset, line = 0, 1
    for block in blocks:
        bare = block.text.strip()
        if bare:
            start = offset + block.text.index(bare[0])
            passages.append(Passage(bare, start, len(passages) + 1, line, block.area, block.level))
        offset += len(block.text) + 1
        line += 1 + block.text.count("\n")
    ends = accumulate(len(piece) + 1 for piece in text.split("\n")[:-1])
    return Manuscript(name, text, tuple(passages), tuple(each.start for each in passages), (0, *ends))
