"""近似匹配: where a text has a phrase with one or two characters changed, left out or put in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Near:
    """近似处: a stretch of the text, and what was changed: (offset in the phrase, put in, left out)."""

    start: int
    end: int
    edits: tuple[tuple[int, str, str], ...]


def near(phrase: str, text: str, most: int) -> Iterator[Near]:
    """Yield the stretches of a text that differ from a phrase in at most `most` characters, exact ones left out.

    A phrase cut into most + 1 pieces has at least one of them whole in every such stretch; only around these
    the two are compared, so the time grows with the number of the pieces found and not with the text.
    """
    seen: set[tuple[int, int]] = set()
    size = len(phrase) // (most + 1)
    for number in range(most + 1):
        offset = number * size
        piece = phrase[offset : offset + size] if number < most else phrase[offset:]
        at = text.find(piece)
        while at >= 0:
            begin = max(0, at - offset - most)
            found = best(phrase, text[begin : at - offset + len(phrase) + most], most)
            if found and found.edits and (begin + found.start, begin + found.end) not in seen:
                seen.add((begin + found.start, begin + found.end))
                yield Near(begin + found.start, begin + found.end, found.edits)
            at = text.find(piece, at + 1)


def best(phrase: str, window: str, most: int) -> Near | None:
    """Return the stretch of a window that is nearest to a phrase; the first of the nearest."""
    rows = [[0] * (len(window) + 1)]
    for letter in phrase:
        above = rows[-1]
        row = [above[0] + 1]
        for column, other in enumerate(window):
            row.append(min(above[column] + (letter != other), above[column + 1] + 1, row[column] + 1))
        if min(row) > most:
            return None
        rows.append(row)
    fewest = min(rows[-1])
    ends = [end for end, count in enumerate(rows[-1]) if count == fewest]
    return min(
        (_traced(phrase, window, rows, end) for end in ends),
        key=lambda each: abs(each.end - each.start - len(phrase)),
    )


def _traced(phrase: str, window: str, rows: list[list[int]], end: int) -> Near:
    """Return the stretch that ends at `end`, with its edits, by going back through the table."""
    edits = []
    row, column = len(phrase), end
    while row:
        here = rows[row][column]
        if column and here == rows[row - 1][column - 1] + (phrase[row - 1] != window[column - 1]):
            row, column = row - 1, column - 1
            if phrase[row] != window[column]:
                edits.append((row, window[column], phrase[row]))
        elif here == rows[row - 1][column] + 1:
            row -= 1
            edits.append((row, "", phrase[row]))
        else:
            column -= 1
            edits.append((row, window[column], ""))
    return Near(column, end, tuple(reversed(edits)))
