"""带批注的 DOCX: a Word file with a comment at each finding; its text and its formats stay as they were.

Each finding has one comment. It marks the characters from the finding's first place to its last when they stand in
one paragraph; else it marks the first place, and names the words of the others. No clock is read: comments have no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.diagnostics import Severity
from generator.findings import Finding
from generator.manuscript import Manuscript
from generator.ooxml.package import Package
from generator.ooxml.remarks import Remark, add, can_hold, drop
from generator.ooxml.story import Story
from generator.writers.docx_comments import AUTHOR, INITIALS
from generator.writers.docx_mend import packed
from generator.writers.docx_text import FORBIDDEN
from generator.writers.findings_text import remedy

EARLIER = re.compile(rf"(?:{'|'.join(severity.value for severity in Severity)}) [A-Z]{{2}}\d{{2}}：")
"""how the comments of an earlier check begin"""
MOST_OTHERS = 3
"""how many further places a comment names"""


def with_findings(data: bytes, findings: Sequence[Finding]) -> bytes:
    """Return the file with a comment at each finding; those of an earlier check are taken away.

    Args:
        data: a DOCX.
        findings: what was found in the text that `read_docx` makes of it.
    """
    package = Package(data)
    drop(package, AUTHOR, EARLIER)
    story = Story(package)
    draft = story.manuscript("")
    add(story, [_remark(story, draft, each) for each in findings], AUTHOR, INITIALS)
    return packed(story.package)


def _remark(story: Story, draft: Manuscript, each: Finding) -> Remark:
    first = story.index_at(each.start)
    start, end = each.places[0]
    if story.index_at(each.places[-1][0]) == first:
        end = each.end
    lines = tuple(FORBIDDEN.sub("\ufffd", line) for line in _lines(story, draft, each))
    return Remark(start, min(end, story.starts[first + 1] - 1), lines)


def _lines(story: Story, draft: Manuscript, each: Finding) -> Iterator[str]:
    """Yield what is said of a finding: severity, rule, message; where it is; how to mend it."""
    head = f"{each.severity.value} {each.rule}" if each.severity else each.rule
    yield f"{head}：{each.message}"
    paragraph = story.paragraphs[story.index_at(each.start)]
    if not can_hold(paragraph):
        yield f"在{paragraph.area.value}里：“{draft.text[each.start : each.places[0][1]]}”"
    others = [place for place in each.places[1:] if story.index_at(place[0]) != story.index_at(each.start)]
    if others:
        named = "；".join(
            f"“{draft.text[start:end]}”（{_where(draft, start)}）" for start, end in others[:MOST_OTHERS]
        )
        yield f"另见：{named}{f'等 {len(others)} 处' if len(others) > MOST_OTHERS else ''}"
    if each.edits:
        yield f"改法：{remedy(draft, each)}"


def _where(draft: Manuscript, offset: int) -> str:
    return f"第 {draft.passage_at(offset).number} 段"
