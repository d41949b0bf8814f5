"""题目分行: where a title of two lines breaks. The lines are made by indents, so the text stays one paragraph."""

from __future__ import annotations

import re

WIDTH = 8844
"""twips between the margins"""
SLACK = 0.4
"""of a character: room for rounding, too little for one more character"""
SHORTEST = 4
BREAK = re.compile(
    "(?<=[、，；：》”—])|(?=暨)|(?=工作(?:会|动员|推进|部署|调度|总结|座谈|讲评|例会))"
    "|(?<!工作)(?=(?:动员|推进|部署|调度|总结|表彰|座谈|现场|专题|电视电话|视频)[^上]{0,6}[会班]上的)"
    "|(?<=工作)(?=会议)|(?=上的(?:讲话|发言|致辞))"
)
"""between words that belong to two sense groups"""


def title_indent(text: str, size: int) -> int:
    """Return the indent on both sides that breaks a title between two groups of words; 0 to leave it alone.

    A title goes first line long, second short (倒梯形), because the first line takes what fits into it.

    Args:
        text: the title.
        size: of its characters, in twips.
    """
    fits = int(WIDTH / size)
    if len(text) <= fits or not all(letter >= "\u2000" for letter in text):
        return 0
    places = [found.start() for found in BREAK.finditer(text)]
    good = [place for place in places if len(text) - place <= place <= fits and len(text) - place >= SHORTEST]
    return max(0, int(WIDTH - (min(good) + SLACK) * size) // 2) if good else 0
