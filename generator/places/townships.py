"""乡级: the names of townships, read only when they are asked for, one province at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from generator.places.divisions import Division, all_divisions, below
from generator.places.tables import DATA, read_lines

ENDINGS = ("街道", "区公所", "苏木", "镇", "乡")


def townships(code: str) -> tuple[Division, ...]:
    """Return the townships of one county (or of a prefecture that has no counties); reads one province."""
    line = next((line for line in _lines(code[:2]) if line.startswith(f"{code}\t")), "\t")
    return tuple(_township(code, cell) for cell in line.split("\t")[1].split())


def townships_named(name: str) -> tuple[Division, ...]:
    """Return every township of that name in the country; reads all provinces, so ask it last."""
    provinces = [row.code[:2] for row in all_divisions() if row.level == 1]
    return tuple(found for province in provinces for found in _named_in(province, name))


def all_below(row: Division) -> Iterator[Division]:
    """Yield every township of a division of any level."""
    for county in (row, *below(row)):
        yield from townships(county.code)


@cache
def township_names() -> Mapping[str, tuple[str, ...]]:
    """Return the counties, by their codes, that have a township of each name; reads all provinces, once."""
    found: dict[str, list[str]] = defaultdict(list)
    for province in (row.code[:2] for row in all_divisions() if row.level == 1):
        for line in _lines(province):
            code, cells = line.split("\t")
            for cell in cells.split():
                found[cell[3:]].append(code)
    return {name: tuple(codes) for name, codes in found.items()}


def township_kind(name: str) -> str:
    """Return the ending that says what kind of township a name is of."""
    return next((ending for ending in ENDINGS if name.endswith(ending)), "")


def looks_like_township(name: str) -> bool:
    """Tell whether a name ends like that of a township."""
    return name.endswith(ENDINGS)


def _named_in(province: str, name: str) -> Iterator[Division]:
    for line in _lines(province):
        if name in line:
            code, cells = line.split("\t")
            yield from (_township(code, cell) for cell in cells.split() if cell[3:] == name)


def _township(code: str, cell: str) -> Division:
    name = cell[3:]
    ending = next(ending for ending in ENDINGS if name.endswith(ending))
    return Division(code + cell[:3], name, name.removesuffix(ending))


def _lines(province: str) -> list[str]:
    path = f"townships/{province}.tsv"
    return read_lines(path)[1] if (DATA / path).is_file() else []
