"""字符: text made fit for the XML of a DOCX, and the characters that cannot be there or may not be seen there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.diagnostics import GeneratorError
from generator.layout import Paragraph

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""what XML 1.0 forbids; and the carriage return, which XML turns into a line feed"""
CONTROLS = bytes({*range(0x20)} - {0x09, 0x0A})
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class ForbiddenCharacter(ValueError):
    """A character that no XML file can hold."""


def escape(text: str) -> str:
    """Return the text as the content of an element."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def bare_xml(text: str) -> str:
    """Return the text of a run that is `ordinary`."""
    return f"<w:t>{text}</w:t>"


def text_xml(text: str) -> str:
    """Return the text of a run: blanks at its ends kept, tabs and line breaks as elements."""
    text = escape(text)
    keep = ' xml:space="preserve"' if " " in text or text != text.strip() else ""
    if "\t" in text or "\n" in text:
        text = text.replace("\t", f"</w:t><w:tab/><w:t{keep}>").replace("\n", f"</w:t><w:br/><w:t{keep}>")
    return f"<w:t{keep}>{text}</w:t>"


def ordinary(text: str) -> bool:
    """Tell whether a text needs no care at all; asked once for a paragraph, and true of nearly all."""
    return not (
        "&" in text
        or "<" in text
        or ">" in text
        or " " in text
        or "\t" in text
        or "\n" in text
        or "\u3000" in text
    )


def encoded(xml: str) -> bytes:
    """Return the part as UTF-8.

    Raises:
        ForbiddenCharacter: a character that XML does not allow. Thirty searches for one byte each, in the finished
            bytes, take a twentieth of the time of one regular expression.
    """
    try:
        data = xml.encode()
    except UnicodeEncodeError as fault:
        raise ForbiddenCharacter from fault
    if any([control in data for control in CONTROLS]) or "\ufffe" in xml or "\uffff" in xml:  # noqa: C419
        raise ForbiddenCharacter
    return data


def refusal(paragraphs: Iterable[Paragraph]) -> GeneratorError:
    """Return the error that names the place of the first forbidden character."""
    remedy = "这个字符看不见，也不能存进 Word 文件；请在要素或语句里删去它。"
    for number, paragraph in enumerate(paragraphs, 1):
        found = FORBIDDEN.search(paragraph.text)
        if found:
            before = paragraph.text[: found.start()][-10:]
            where = f"第 {number} 段第 {found.start() + 1} 个字符" + (
                f"（在“{before}”之后）" if before else ""
            )
            return GeneratorError(f"{where}是不能用的字符 U+{ord(found[0]):04X}", remedy)
    return GeneratorError("讲话人、日期或批注里有不能用的字符", remedy)


def rare_characters(text: str) -> tuple[str, ...]:
    """Return 生僻字: the Han characters outside GB 2312, in the order in which they first come.

    Fonts such as 仿宋_GB2312 and 方正小标宋简体 lack them, so Word puts another font's in their place.
    """
    found = dict.fromkeys(letter for letter in text if letter >= "\u2e80" and not _in_gb2312(letter))
    return tuple(letter for letter in found if letter.isalpha())


def rare_notice(text: str) -> str:
    """Return what to tell of the rare characters of a text; empty when it has none."""
    found = rare_characters(text)
    if not found:
        return ""
    return (
        f"“{'、'.join(found)}”不在 GB 2312 字集里，方正小标宋简体、仿宋_GB2312 等字体没有这些字，"
        "Word 会换用别的字体；打印前请核对字形。"
    )


def _in_gb2312(letter: str) -> bool:
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
