"""压缩包: the zip container of a DOCX, framed by hand so that ready records are copied as they are.

No clock and no file system: every entry is dated 1980-01-01, so the same parts give the same bytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from struct import Struct

LEVEL = 6
LOCAL = Struct("<4s5H3L2H")
CENTRAL = Struct("<4s6H3L5H2L")
END = Struct("<4s4H2LH")
VERSION, DEFLATED, TIME, DATE = 20, 8, 0, 0x21
PLAIN, UTF8 = 0, 0x800
"""flags: whether the name of an entry is ASCII or UTF-8"""
FIRST = ("[Content_Types].xml", "_rels/.rels")
"""the two entries that a reader wants before all others"""


class NotOurs(ValueError):
    """A zip that `pack` did not write."""


@dataclass(frozen=True, slots=True)
class Record:
    """记录: one finished entry; its bytes, and the head of its line in the directory."""

    name: str
    local: bytes
    entry: tuple[int, int, int]
    """checksum, compressed size, size"""


def record(name: str, content: bytes) -> Record:
    """Return the finished entry of a part."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    data = packer.compress(content) + packer.flush()
    entry = (zlib.crc32(content), len(data), len(content))
    label = name.encode()
    head = LOCAL.pack(b"PK\3\4", VERSION, _flags(name), DEFLATED, TIME, DATE, *entry, len(label), 0)
    return Record(name, b"".join((head, label, data)), entry)


def content(part: Record) -> bytes:
    """Return what an entry holds."""
    return zlib.decompress(part.local[LOCAL.size + len(part.name.encode()) :], -15)


def pack(parts: Iterable[Record]) -> bytes:
    """Return the zip of these entries, in the one order that a DOCX has here."""
    ordered = sorted(parts, key=_place)
    directory, offset = [], 0
    for part in ordered:
        label = part.name.encode()
        directory.append(
            CENTRAL.pack(
                b"PK\1\2",
                VERSION,
                VERSION,
                _flags(part.name),
                DEFLATED,
                TIME,
                DATE,
                *part.entry,
                len(label),
                0,
                0,
                0,
                0,
                0,
                offset,
            )
            + label
        )
        offset += len(part.local)
    size = sum(map(len, directory))
    end = END.pack(b"PK\5\6", 0, 0, len(ordered), len(ordered), size, offset, 0)
    return b"".join((*(part.local for part in ordered), *directory, end))


def unpack(archive: bytes) -> dict[str, Record]:
    """Return the entries of a zip that `pack` wrote, without unfolding them."""
    parts, offset = {}, 0
    while archive[offset : offset + 4] == b"PK\3\4":
        _, _, flags, method, *_, crc, packed, size, label, extra = LOCAL.unpack_from(archive, offset)
        if flags or extra or method != DEFLATED:
            raise NotOurs(f"entry at byte {offset}")
        start = offset + LOCAL.size
        name = archive[start : start + label].decode()
        end = start + label + packed
        parts[name] = Record(name, archive[offset:end], (crc, packed, size))
        offset = end
    return parts


def _flags(name: str) -> int:
    return PLAIN if name.isascii() else UTF8


def _place(part: Record) -> tuple[int, str]:
    return (FIRST.index(part.name) if part.name in FIRST else len(FIRST)), part.name
