"""检查条件: what a check may look at besides the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from generator.findings import Finding
from generator.manuscript import Manuscript
from generator.material import Place
from generator.rulebook import Preferences, Rulebook


@dataclass(frozen=True, slots=True)
class Setting:
    """检查条件: the rules, what the user prefers, where and when the draft is to be read."""

    book: Rulebook
    preferences: Preferences = Preferences()  # noqa: RUF009
    place: Place | None = None
    """the draft's own place; None where neither the user nor the draft names one"""
    day: date | None = None
    """the day of the speech; None where it is not known"""


Check = Callable[[Manuscript, Setting], Iterable[Finding]]
