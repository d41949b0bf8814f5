"""认地名: what the user typed -> one division, or an error that says what to type. Never a silent pick.

The messages are imported where one is raised: a name that is right, as nearly all are, does not pay for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.material import Place
from generator.places.divisions import (
    Division,
    alias_named,
    ancestors,
    division,
    named,
    short_named,
    usual_name,
)
from generator.places.errors import PlaceError
from generator.places.kinds import kind_name
from generator.places.tables import mentions
from generator.places.townships import looks_like_township, townships, townships_named
from generator.places.words import basis_of, place_of

FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def resolve(name: str) -> Place:
    """Return the place that a name means, with all its words."""
    row = find(name)
    return place_of(basis_of(row), notes=_namesake_notes(normal(name)))


def _namesake_notes(text: str) -> tuple[str, ...]:
    """Return what became of places that had the same name: 江北区 of 重庆, when 江北区 of 宁波 is meant."""
    if not mentions("retired", text):
        return ()
    from generator.places.retired import retired_named

    return tuple(f"另有同名的：{old.sentence()}。" for old in retired_named(text))


def find(name: str) -> Division:
    """Return the division that a name means."""
    text = normal(name)
    if not text:
        raise PlaceError(
            "没有写地名。", "请写县（市、区）的全名，如“奉节县”；同名的写上市名，如“南京鼓楼区”。"
        )
    if text.isdigit():
        return _by_code(text)
    if found := candidates(text):
        return _only(text, found)
    from generator.places.complaints import failure

    raise failure(text)


def candidates(text: str) -> tuple[Division, ...]:
    """Return every division that a text may mean, by the first way of naming that fits any."""
    ways = (_exact, _with_parents, _by_usual, _township)
    return next((found for way in ways if (found := way(text))), ())


def normal(name: str) -> str:
    """Return the text without blanks, with half-width digits, without marks between the levels."""
    return re.sub(r"[\s/\\>·,，、|-]", "", name).translate(FULL_WIDTH)


def _by_code(text: str) -> Division:
    rows = townships(text[:6]) if len(text) == 9 else ()
    row = division(text) or next((row for row in rows if row.code == text), None)
    if row is None:
        from generator.places.complaints import bad_code

        raise bad_code(text)
    return _checked(row)


def _only(text: str, found: tuple[Division, ...]) -> Division:
    if len(found) > 1:
        from generator.places.complaints import ambiguous

        raise ambiguous(text, found)
    return _checked(found[0])


def _checked(row: Division) -> Division:
    if kind_name(row) == "特别行政区":
        from generator.places.complaints import out_of_scope

        raise out_of_scope(row)
    return row


def _exact(text: str) -> tuple[Division, ...]:
    return named(text)


def _by_usual(text: str) -> tuple[Division, ...]:
    """Return what an alias or a short name means; both at once, so that neither hides the other."""
    return _distinct((*alias_named(text), *short_named(text)))


def _with_parents(text: str) -> tuple[Division, ...]:
    """Return the divisions whose name ends the text while the names of their superiors fill its start."""
    hits = []
    for cut in range(1, len(text) - 1):
        head, tail = text[:cut], text[cut:]
        rows = _distinct((*_exact(tail), *_by_usual(tail)))
        hits += [row for row in rows if _fills(head, ancestors(row))]
    return _distinct(hits)


def _fills(head: str, above: tuple[Division, ...]) -> bool:
    """Tell whether a text is made of the names of superiors, in order; levels may be left out."""
    if not head or not above:
        return not head
    first, rest = above[0], above[1:]
    names = {first.name, first.short, usual_name(first)}
    return _fills(head, rest) or any(
        head.startswith(name) and _fills(head[len(name) :], rest) for name in names
    )


def _township(text: str) -> tuple[Division, ...]:
    """Return the townships of that name; reads one province if the county stands in front, else all."""
    if not looks_like_township(text):
        return ()
    for cut in range(len(text) - 2, 1, -1):
        head, tail = text[:cut], text[cut:]
        counties = _distinct((*_exact(head), *_with_parents(head), *_by_usual(head)))
        if found := tuple(row for county in counties for row in _in(county, tail)):
            return found
    return townships_named(text)


def _in(county: Division, name: str) -> tuple[Division, ...]:
    return tuple(row for row in townships(county.code) if row.name == name)


def _distinct(rows: Iterable[Division]) -> tuple[Division, ...]:
    return tuple(dict.fromkeys(rows))
