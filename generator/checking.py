"""检查全程: the story of a check, from the rules and a manuscript to the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from generator.checks.run import run
from generator.checks.setting import Setting
from generator.findings import Report
from generator.library import Library
from generator.manuscript import Manuscript
from generator.material import Place
from generator.readers.lists import read_set_phrases, read_words, read_wrong_words
from generator.readers.rules import read_rules
from generator.readers.yamlnodes import read_sheet
from generator.rulebook import Preferences, Rulebook

T = TypeVar("T")


def read_rulebook(library: Library) -> Rulebook:
    """Return every rule and every list; a library of the user's own may add files of its own.

    A list may stand in several files: 错字.tsv of the program and 错字-本县.tsv of the office both count.
    """
    sheets = (read_sheet(path, library.label(path)) for path in library.rule_files("*.yaml"))
    return Rulebook(
        rules=read_rules(sheets),
        wrong_words=_together(library, "错字*.tsv", read_wrong_words),
        set_phrases=_together(library, "固定表述*.tsv", read_set_phrases),
        idioms=_words(library, "成语*.txt"),
        doubles=_words(library, "叠词*.txt"),
        words=_words(library, "双字词*.txt"),
    )


def check(
    draft: Manuscript,
    book: Rulebook,
    preferences: Preferences,
    place: Place | None = None,
    day: date | None = None,
) -> Report:
    """Return what the rules find in a manuscript."""
    return run(draft, Setting(book, preferences, place, day))


def _together(library: Library, pattern: str, read: Callable[[Path, str], Iterable[T]]) -> tuple[T, ...]:
    return tuple(each for path in library.rule_files(pattern) for each in read(path, library.label(path)))


def _words(library: Library, pattern: str) -> frozenset[str]:
    return frozenset().union(*(read_words(path) for path in library.rule_files(pattern)))
