"""改字体名: give an OpenType font another family name and the regular weight.

Usage: python tests/render/rename_font.py IN.otf OUT.otf NAME

LibreOffice reads the name table itself, so an alias of fontconfig cannot make a bold file a family of its own.
Written with struct, so that the render tests need no fontTools.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

WINDOWS = (3, 1, 0x409)
NAMES = {1: "{}", 2: "Regular", 3: "{}-Regular", 4: "{}", 6: "{}-Regular"}
MAC_STYLE = 44
WEIGHT_CLASS, FS_SELECTION = 4, 62
REGULAR = 0x40


def tables(font: bytes) -> dict[bytes, bytes]:
    """Return the tables of a font by tag."""
    count = struct.unpack_from(">H", font, 4)[0]
    found = {}
    for number in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        found[tag] = font[start : start + length]
    return found


def name_table(family: str) -> bytes:
    """Return a name table that holds the family name only."""
    texts = {key: pattern.format(family).encode("utf-16-be") for key, pattern in NAMES.items()}
    records, storage = b"", b""
    for key, text in texts.items():
        records += struct.pack(">6H", *WINDOWS, key, len(text), len(storage))
        storage += text
    return struct.pack(">3H", 0, len(texts), 6 + len(records)) + records + storage


def checksum(table: bytes) -> int:
    """Return the sum of a table's 32-bit words."""
    padded = table + b"\0" * (-len(table) % 4)
    return sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF


def assemble(version: bytes, parts: dict[bytes, bytes]) -> bytes:
    """Return a font file of these tables."""
    count = len(parts)
    power = 1 << (count.bit_length() - 1)
    head = version + struct.pack(">4H", count, power * 16, power.bit_length() - 1, (count - power) * 16)
    directory, body = b"", b""
    for tag in sorted(parts):
        table = parts[tag]
        start = 12 + 16 * count + len(body)
        directory += struct.pack(">4sIII", tag, checksum(table), start, len(table))
        body += table + b"\0" * (-len(table) % 4)
    return head + directory + body


def renamed(font: bytes, family: str) -> bytes:
    """Return the font under another family name, as a regular weight."""
    parts = tables(font)
    parts[b"name"] = name_table(family)
    os2, head = bytearray(parts[b"OS/2"]), bytearray(parts[b"head"])
    struct.pack_into(">H", os2, WEIGHT_CLASS, 400)
    struct.pack_into(">H", os2, FS_SELECTION, REGULAR)
    struct.pack_into(">H", head, MAC_STYLE, 0)
    parts[b"OS/2"], parts[b"head"] = bytes(os2), bytes(head)
    return assemble(font[:4], parts)


if __name__ == "__main__":
    source, target, name = sys.argv[1:4]
    Path(target).write_bytes(renamed(Path(source).read_bytes(), name))
