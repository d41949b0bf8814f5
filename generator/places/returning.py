"""来X返X: the set expression for people coming from elsewhere, with a neutral form where no short name is safe."""

from __future__ import annotations

from generator.places.divisions import Division, children, parent
from generator.places.kinds import Kind
from generator.places.tables import keyed, table

VAGUE = frozenset("东西南北中上下大小新老一二三四五六七八九十百千万")


def province_letters() -> frozenset[str]:
    """Return every character that stands for a province."""
    rows = [row for row in table("abbreviations") if row["代码"].endswith("0000")]
    names = [name for row in rows for name in (row["首选"], *row["又称"].split("、"))]
    return frozenset(name for name in names if len(name) == 1)


def come_and_return(name: str) -> str:
    """Return 来奉返奉, or 来（返）内蒙古 for a longer name."""
    return f"来{name}返{name}" if len(name) == 1 else f"来（返）{name}"


def neutral(own: Kind) -> str:
    """Return 来（返）我县."""
    return f"来（返）我{'市' if own.name == '兵团市' else own.self_word}"


def returning(row: Division, own: Kind) -> str:
    """Return the expression for a division: its abbreviation, else its first character where that is safe."""
    listed = keyed("abbreviations").get(row.code)
    letter = listed["首选"] if listed else safe_letter(row, own)
    return come_and_return(letter) if letter else neutral(own)


def safe_letter(row: Division, own: Kind) -> str:
    """Return the first character of the short name, unless an exception holds (another unit has it, it names a province, …)."""
    if own.name in ("市辖区", "林区", "特区") or row.level == 4:
        return ""
    if len(row.name) == 2:
        return row.name[0]
    first = row.short[0]
    shared = first in province_letters() or first in VAGUE
    return "" if shared or len(row.short) > 2 or _has_namesake(row) else first


def _has_namesake(row: Division) -> bool:
    above = parent(row)
    siblings = children(above) if above else ()
    return any(other.short[0] == row.short[0] for other in siblings if other != row)


def province_returning(code: str) -> str:
    """Return 来渝返渝: the expression for the province."""
    listed = keyed("abbreviations").get(code[:2] + "0000")
    return come_and_return(listed["首选"]) if listed else "来（返）我省"
