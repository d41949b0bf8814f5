"""大字版: the reading copy for the speaker. The text is the same; it is cut so that no page ends in mid-sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.chinese import sentences, syllables
from generator.layout import UNSPOKEN, Paragraph, Role, Run

PIECE = 70
"""how many characters stand together: one or two sentences"""
PAGE = 250
"""what surely fits on one page of 15 lines of 20 characters; a longer sentence is cut at a semicolon"""
CLAUSE = re.compile("(?<=；)")


def pieces(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield a paragraph in pieces that may not be broken."""
    if paragraph.role is not Role.BODY:
        yield paragraph
        return
    runs = list(paragraph.runs)
    for length in _lengths(paragraph.text):
        yield replace(paragraph, runs=tuple(_take(runs, length)))


def time_notes(paragraphs: tuple[Paragraph, ...], rate: int) -> dict[int, str]:
    """Return what stands at the foot of each part that has a heading, and of the speech.

    Args:
        paragraphs: the speech.
        rate: syllables a minute.

    Returns:
        the notes by the index of the paragraph below which they stand.
    """
    notes: dict[int, str] = {}
    part = whole = 0
    headed = False
    for index, paragraph in enumerate(paragraphs):
        if paragraph.role in UNSPOKEN:
            continue
        count = syllables(paragraph.text)
        part, whole = part + count, whole + count
        headed = headed or paragraph.role is Role.HEADING
        if index + 1 == len(paragraphs):
            own = f"本部分约{_minutes(part, rate)}，" if headed else ""
            notes[index] = f"〔{own}全文约{_minutes(whole, rate)}〕"
        elif paragraphs[index + 1].part != paragraph.part:
            if headed:
                notes[index] = f"〔本部分约{_minutes(part, rate)}，累计约{_minutes(whole, rate)}〕"
            part, headed = 0, False
    return notes


def _minutes(count: int, rate: int) -> str:
    """Return the time that so many syllables take, in half minutes: 30秒, 1分钟, 1分30秒."""
    halves = max(1, round(count * 2 / rate))
    minutes, half = divmod(halves, 2)
    if not minutes:
        return "30秒"
    return f"{minutes}分30秒" if half else f"{minutes}分钟"


def _lengths(text: str) -> list[int]:
    """Return how long each piece of a paragraph is."""
    lengths: list[int] = []
    for sentence in _breaths(text):
        if lengths and lengths[-1] + len(sentence) <= PIECE:
            lengths[-1] += len(sentence)
        else:
            lengths.append(len(sentence))
    return lengths


def _breaths(text: str) -> Iterator[str]:
    for sentence in sentences(text):
        yield from CLAUSE.split(sentence) if len(sentence) > PAGE else (sentence,)


def _take(runs: list[Run], length: int) -> Iterator[Run]:
    """Yield the runs of the next `length` characters, and take them off the list."""
    while length and runs:
        run = runs.pop(0)
        if len(run.text) > length:
            runs.insert(0, replace(run, text=run.text[length:]))
            run = replace(run, text=run.text[:length])
        length -= len(run.text)
        yield run
