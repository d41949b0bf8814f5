"""名称: the qualified names of the elements and attributes that are met in a Word file."""

from __future__ import annotations

from typing import Any, TypeAlias

Element: TypeAlias = Any
"""an element of lxml, which has no types of its own"""

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION_FILE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES_FILE = "http://schemas.openxmlformats.org/package/2006/content-types"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PRESERVE = "preserve"


def w(name: str) -> str:
    """Return the qualified name of an element or attribute of WordprocessingML."""
    return f"{{{WORD}}}{name}"


VALUE, ID = w("val"), w("id")
BODY, PARAGRAPH, RUN, TABLE, SECTION = w("body"), w("p"), w("r"), w("tbl"), w("sectPr")
PARAGRAPH_PROPERTIES, RUN_PROPERTIES = w("pPr"), w("rPr")
TEXT, TAB, BREAK, RETURN, SYMBOL = w("t"), w("tab"), w("br"), w("cr"), w("sym")
FIELD, BOX = w("fldChar"), w("txbxContent")
ALTERNATE, CHOICE, FALLBACK = (
    f"{{{COMPATIBILITY}}}{name}" for name in ("AlternateContent", "Choice", "Fallback")
)
RELATION_ID = f"{{{RELATIONS}}}id"


def value(parent: Element | None, path: str) -> str | None:
    """Return the w:val of an element below another; None where there is no such element or value."""
    found = None if parent is None else parent.find(path)
    return None if found is None else found.get(VALUE)


def switched_on(parent: Element | None, name: str) -> bool | None:
    """Return what a property that is on or off says; None where it says nothing."""
    found = None if parent is None else parent.find(name)
    if found is None:
        return None
    return found.get(VALUE) not in ("0", "false", "off")


def whole_number(text: str | None, otherwise: int = 0) -> int:
    """Return the number that a value states, kept within what a document can mean."""
    if not text:
        return otherwise
    try:
        return max(-1, min(int(text), 1_000_000_000))
    except ValueError:
        return otherwise
