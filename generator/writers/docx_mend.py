"""改好的 DOCX: a Word file with edits made in it; its formats and all its other parts stay as they were."""

from __future__ import annotations

from collections.abc import Sequence

from generator.findings import Edit
from generator.ooxml.package import Package
from generator.ooxml.splice import Change, make
from generator.ooxml.story import Story
from generator.writers.docx_zip import pack, record


def with_edits(data: bytes, edits: Sequence[Edit]) -> tuple[bytes, int]:
    """Return the file with edits made in it, and how many were made.

    An edit cannot be made that touches an automatic number, which is not in the text, or reaches over the end of a
    paragraph. When none can be made, the file comes back byte for byte.

    Args:
        data: a DOCX.
        edits: edits of the text that `read_docx` makes of it.
    """
    if not edits:
        return data, 0
    story = Story(Package(data))
    made = make(story, (Change(edit.start, edit.end, edit.text) for edit in edits))
    return (packed(story.package) if made else data), made


def packed(package: Package) -> bytes:
    """Return a package as a file: the same parts give the same bytes."""
    return pack(record(name, content) for name, content in package.saved())
