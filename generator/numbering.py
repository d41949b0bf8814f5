"""编号: the numeral of a part from its pattern, its place and the number of its siblings.

A pattern is what the first of a series looks like: 一、 （一） 1. （1） 一是 一要 第一， 其一，
首先， 一方面， or a frame around the lead such as 从…来看，. The empty pattern numbers nothing.
"""

from __future__ import annotations

from generator.chinese import han_numeral

SERIES = {
    "首先": ("首先", "其次", "再次", "最后"),
    "一方面": ("一方面", "另一方面"),
}
FRAME = "…"


def labelled(pattern: str, index: int, total: int, heading: str) -> tuple[str, str, str]:
    """Return what stands before the heading, the heading, and what stands after it.

    Args:
        pattern: the numbering pattern of the series.
        index: the place in the series, from 0.
        total: how many siblings the series has; a series of one carries no numeral.
        heading: the heading or lead.
    """
    if FRAME in pattern:
        before, after = pattern.split(FRAME, 1)
        return before, heading, after
    return (numeral(pattern, index, total), heading, "") if total > 1 else ("", heading, "")


def numeral(pattern: str, index: int, total: int) -> str:
    """Return the numeral of the part at `index` (from 0): 一、 -> 二、 for index 1."""
    for first, words in SERIES.items():
        if pattern.startswith(first):
            return _word(words, index, total) + pattern[len(first) :]
    if "一" in pattern:
        return pattern.replace("一", han_numeral(index + 1), 1)
    return pattern.replace("1", str(index + 1), 1)


def _word(words: tuple[str, ...], index: int, total: int) -> str:
    """Return the ordinal word; a series longer than its words counts 第一、第二 instead."""
    if total > len(words):
        return f"第{han_numeral(index + 1)}"
    return words[-1] if index == total - 1 > 1 else words[index]
