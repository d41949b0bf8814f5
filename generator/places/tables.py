"""表: the rule tables beside this module. Tab-separated, with the columns named in the last comment line."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"

Row = Mapping[str, str]


def read_lines(path: str) -> tuple[list[str], list[str]]:
    """Return the comment lines at the head of a data file, and its other lines."""
    lines = (DATA / path).read_text(encoding="utf-8").splitlines()
    start = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return lines[:start], lines[start:]


@cache
def table(name: str) -> tuple[Row, ...]:
    """Return the rows of a rule table, each by its Chinese column names; missing cells are empty."""
    comments, lines = read_lines(f"{name}.tsv")
    columns = comments[-1].removeprefix("# ").split("\t")
    blank = [""] * len(columns)
    return tuple(dict(zip(columns, line.split("\t") + blank, strict=False)) for line in lines)


@cache
def _text(name: str) -> str:
    return (DATA / f"{name}.tsv").read_text(encoding="utf-8").replace("\n", "\t")


def mentions(name: str, cell: str) -> bool:
    """Tell whether a long table has a cell of that text, without taking the table apart."""
    return f"\t{cell}\t" in _text(name)


@cache
def keyed(name: str) -> Mapping[str, Row]:
    """Return a rule table by its first column, where that column is unique."""
    rows = table(name)
    key = next(iter(rows[0]))
    return {row[key]: row for row in rows}


def by_code(name: str, code: str) -> list[Row]:
    """Return the rows whose 代码开头 begins the code, the most specific first."""
    rows = [row for row in table(name) if code.startswith(row["代码开头"])]
    return sorted(rows, key=lambda row: -len(row["代码开头"]))


def override(code: str, column: str) -> str:
    """Return what overrides.tsv says of a place in one column, or nothing."""
    return next((row["值"] for row in by_code("overrides", code) if row["栏"] == column), "")


def dated(path: str) -> str:
    """Return the date that a data file gives in its header."""
    comments, _ = read_lines(path)
    return next(line.split("\t")[1] for line in comments if "截至\t" in line)
