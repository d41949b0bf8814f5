"""编号序列: which labels belong together, through nesting, restarts and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.checks.outline import Label, Line

COUNTING_WORDS = frozenset({"第一，", "其一，", "首先", "一是", "一要"})
"""schemes of which one may slip into a series of another"""

DEEPEST = 12
"""open series beyond this depth are given up, so that a text of nothing but labels stays cheap"""


@dataclass(slots=True)
class Series:
    """序列: labels that count one after the other; it grows while the text is read."""

    labels: list[Label]
    section: int
    """how many 附件 or 称谓 lines stand before it"""
    within: Series | None = None
    """the open series of the same scheme in which it began"""
    after: Label | None = None
    """the label of that series that stood last when it began"""
    resumed: bool = False
    """it takes up the numbers of an earlier series, as articles do across chapters"""
    reach: int = field(default=0)

    @property
    def scheme(self) -> str:
        """Return the scheme of its first label."""
        return self.labels[0].scheme

    @property
    def numbers(self) -> list[int]:
        """Return its numbers in the order of the text."""
        return [label.number for label in self.labels]

    def add(self, label: Label) -> None:
        """Append a label."""
        self.labels.append(label)
        self.reach = max(self.reach, label.number)


def series_of(lines: Sequence[Line]) -> tuple[Series, ...]:
    """Return the series of a manuscript in the order in which they begin."""
    reading = _Reading()
    for line in lines:
        if line.breaks:
            reading.section += 1
            reading.open.clear()
        for label in line.labels:
            reading.place(label)
    return tuple(reading.all)


class _Reading:
    """读序: the open series, outermost first, while the labels go by."""

    def __init__(self) -> None:
        self.open: list[Series] = []
        self.all: list[Series] = []
        self.closed: dict[str, Series] = {}
        self.section = 0

    def place(self, label: Label) -> None:
        """Put a label into the series that it goes on with, or let it begin one."""
        same = [each for each in reversed(self.open) if each.scheme == label.scheme]
        if label.weak:
            if not same:
                self._begin(label, None)
            return
        home = self._home(label, same)
        if home is None:
            self._begin(label, same[0] if same else None)
        else:
            home.add(label)
            self._close_inside(home)

    def _home(self, label: Label, same: list[Series]) -> Series | None:
        """Return the open series that a label belongs to; None where it begins a new one."""
        near = [each for each in same if _alike(each, label)] or same
        for each in near:
            if each.reach + 1 == label.number or (label.number == 1 and not _has_first(each)):
                return each
        if label.number == 1:
            return None
        if near:
            return near[0]
        return self._mixed(label)

    def _mixed(self, label: Label) -> Series | None:
        """Return the series of other words that a label goes on with, as 第三 after 其次."""
        last = self.open[-1] if self.open else None
        if (
            last is None
            or last.reach + 1 != label.number
            or not {label.scheme, last.scheme} <= COUNTING_WORDS
        ):
            return None
        before = last.labels[-1]
        beside = before.passage == label.passage or (label.leading and before.leading)
        return last if beside and not before.weak else None

    def _begin(self, label: Label, within: Series | None) -> None:
        before = self.closed.get(label.scheme)
        resumed = bool(before and label.number > 1 and before.reach + 1 == label.number)
        made = Series(
            [label], self.section, within, within.labels[-1] if within else None, resumed, label.number
        )
        self.all.append(made)
        self.open.append(made)
        if len(self.open) > DEEPEST:
            del self.open[1]

    def _close_inside(self, home: Series) -> None:
        while self.open[-1] is not home:
            inner = self.open.pop()
            self.closed[inner.scheme] = inner


def _alike(series: Series, label: Label) -> bool:
    """Tell whether a series stands where the label does: at the start of paragraphs, or in the same one."""
    if label.leading:
        return series.labels[0].leading
    return series.labels[-1].passage == label.passage


def faults(numbers: Sequence[int]) -> Iterator[tuple[int, str, int]]:
    """Yield where a series goes wrong: the index, 首 缺 重 or 乱, and the number that was due."""
    last, early = 0, set[int]()
    for index, number in enumerate(numbers):
        following = numbers[index + 1] if index + 1 < len(numbers) else 0
        due = last + 1
        if number == due:
            last = number
        elif following == due and number > due:
            yield index, "乱", due
            early.add(number)
        else:
            kind = "重" if number <= last or number in early else "缺"
            yield index, kind if index else "首", due
            last = due if following == due + 1 else max(number, last)
        while last + 1 in early:
            last += 1
            early.discard(last)


def _has_first(series: Series) -> bool:
    return any(label.number == 1 for label in series.labels[:2])
