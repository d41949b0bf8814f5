"""词表文件: the lists of phrasebank/规则, as tables with tabs (*.tsv) and as one word a line (*.txt).

The last comment line of a table names its columns. All faults of a file are raised together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from generator.diagnostics import Diagnostic, InputError, Location, Severity
from generator.readers.textfile import read_text
from generator.rulebook import SetPhrase, WrongWord

Row = Mapping[str, str]
WRONG_WORDS = ("错", "正", "模式", "例外", "级别", "稳妥", "依据", "错例", "对例")
SET_PHRASES = ("表述", "又作", "自", "至", "依据", "错例", "对例")
MARKED = re.compile(r"〔(.*?)〕")
DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


def read_words(path: Path) -> frozenset[str]:
    """Return the words of a list; several may stand on a line."""
    text, _ = read_text(path)
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def read_sounds(path: Path) -> dict[str, frozenset[str]]:
    """Return the sounds of each character: 读音.tsv has a sound and its characters on a line."""
    text, _ = read_text(path)
    sounds: dict[str, set[str]] = {}
    for line in text.splitlines():
        sound, _, letters = line.partition("\t")
        for letter in letters if not line.startswith("#") else "":
            sounds.setdefault(letter, set()).add(sound)
    return {letter: frozenset(each) for letter, each in sounds.items()}


def read_wrong_words(path: Path, label: str, verified: bool = False) -> tuple[WrongWord, ...]:
    """Return the entries of 错字.tsv.

    Args:
        path: the file.
        label: how messages name it.
        verified: its patterns are known to be sound, as the tests see to it for the shipped file;
            to try each of them again would take a tenth of a second of every run.
    """
    problems: list[Diagnostic] = []
    entries = []
    for at, line, row in _rows(path, label, WRONG_WORDS, problems):
        marked = MARKED.findall(row["模式"])
        if row["模式"] and marked != [row["错"]]:
            problems.append(
                Diagnostic("模式里要用〔〕把“错”一栏的字括出来，只括一处", at, line, "如 如实〔反应〕。")
            )
            continue
        pattern = _pattern(row["模式"])
        if pattern and not verified:
            try:
                re.compile(pattern)
            except re.error as fault:
                problems.append(Diagnostic(f"模式不是合法的正则表达式（{fault}）", at, line))
                continue
        entries.append(
            WrongWord(
                wrong=row["错"],
                right=tuple(row["正"].split("|")),
                pattern=pattern,
                exceptions=tuple(filter(None, row["例外"].split("、"))),
                severity=Severity.ERROR if row["级别"] == Severity.ERROR.value else Severity.WARNING,
                safe=row["稳妥"] == "是",
                basis=row["依据"],
                bad=row["错例"],
                good=row["对例"],
                location=at,
            )
        )
    _finish(problems)
    return tuple(entries)


def read_set_phrases(path: Path, label: str) -> tuple[SetPhrase, ...]:
    """Return the entries of 固定表述.tsv."""
    problems: list[Diagnostic] = []
    entries = [
        SetPhrase(
            text=row["表述"],
            forms=tuple(filter(None, row["又作"].split("|"))),
            since=_day(row["自"], at, line, problems, last=False),
            until=_day(row["至"], at, line, problems, last=True),
            basis=row["依据"],
            bad=row["错例"],
            good=row["对例"],
            location=at,
        )
        for at, line, row in _rows(path, label, SET_PHRASES, problems)
    ]
    _finish(problems)
    return tuple(entries)


def _rows(
    path: Path, label: str, columns: tuple[str, ...], problems: list[Diagnostic]
) -> Iterator[tuple[Location, str, Row]]:
    """Yield place, line and cells of each row that has the right columns and no empty first cell."""
    text, _ = read_text(path)
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        at, cells = Location(label, number), [cell.strip() for cell in line.split("\t")]
        if len(cells) != len(columns) or not cells[0]:
            message = f"这一行有 {len(cells)} 栏，应当是 {len(columns)} 栏：{'、'.join(columns)}"
            problems.append(
                Diagnostic(message, at, line, "栏与栏之间用一个制表符（Tab）隔开，空栏也要留着。")
            )
            continue
        yield at, line, dict(zip(columns, cells, strict=True))


def _pattern(marked: str) -> str:
    """Return a pattern whose first group is what stood in 〔〕."""
    return re.sub(r"\((?!\?)", "(?:", marked).replace("〔", "(").replace("〕", ")")


def _day(text: str, at: Location, line: str, problems: list[Diagnostic], *, last: bool) -> date | None:
    """Return a year, month or day as a date: the first day that it means, or the last."""
    if not text:
        return None
    found = DAY.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        year, month, day = int(found[1]), int(found[2] or (12 if last else 1)), found[3]
        return date(year, month, int(day) if day else 28 if last else 1)
    except ValueError:
        problems.append(Diagnostic(f"“{text}”不是日期", at, line, "写成 2020-05 或 2020-05-01。"))
        return None


def _finish(problems: list[Diagnostic]) -> None:
    if problems:
        raise InputError(tuple(problems))
