"""中文: numerals, counting of characters and cutting into sentences. Imports nothing of ours."""

from __future__ import annotations

import re

DIGITS = "零一二三四五六七八九"
SENTENCE_END = re.compile(r"(?<=[。！？])(?![”’』」）])|(?<=[。！？][”’』」）])")
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
DIGIT = re.compile(r"[0-9]")


def han_numeral(number: int) -> str:
    """Return 0–99 in Chinese: 3 -> 三, 12 -> 十二, 20 -> 二十."""
    if not 0 <= number < 100:
        raise ValueError(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    head = "" if tens == 1 else DIGITS[tens]
    return f"{head}十{DIGITS[ones] if ones else ''}"


def han_count(number: int) -> str:
    """Return the numeral that stands before a measure word: 2 -> 两."""
    return "两" if number == 2 else han_numeral(number)


def sentences(text: str) -> list[str]:
    """Cut a paragraph into sentences, each with its closing marks."""
    return [piece for piece in SENTENCE_END.split(text) if piece.strip()]


def characters(text: str) -> int:
    """Return 字数: all characters but blanks, as an office counts a draft."""
    return sum(1 for letter in text if not letter.isspace())


def syllables(text: str) -> int:
    """Return how many syllables are spoken: Han characters and digits, no punctuation."""
    return len(HAN.findall(text)) + len(DIGIT.findall(text))
