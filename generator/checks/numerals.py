"""数字: what a numeral is worth, in Arabic or in Chinese. Pure functions; None where it is no exact number."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {"〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4} | {
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10_000, "亿": 100_000_000}
HAN = "〇○零一二两三四五六七八九十百千"
"""characters of a numeral below 万"""
LONGEST = 16
"""characters; a longer run of numerals counts nothing"""


def number(text: str) -> int | None:
    """Return the whole number that a numeral stands for: 12, 十二, 二〇二六, 一千二百; else None."""
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= LONGEST else None
    if not text or len(text) > LONGEST:
        return None
    if not any(letter in SMALL or letter in LARGE for letter in text):
        return _digit_by_digit(text)
    return _han(text)


def _digit_by_digit(text: str) -> int | None:
    """Return 二〇二六 -> 2026 and 三 -> 3; 三四 is an approximate number."""
    if any(letter not in DIGITS for letter in text) or len(text) in (2, 3):
        return None
    return int("".join(str(DIGITS[letter]) for letter in text))


def _han(text: str) -> int | None:
    total, part, digit = 0, 0, None
    for letter in text:
        if letter in DIGITS:
            if digit:  # 三四十 is an approximate number
                return None
            digit = DIGITS[letter]
        elif letter in SMALL:
            part += (1 if digit is None and letter == "十" else digit or 0) * SMALL[letter]
            digit = None
        elif letter in LARGE:
            total += (part + (digit or 0)) * LARGE[letter]
            part, digit = 0, None
        else:
            return None
    return total + part + (digit or 0)


def decimal(digits: str, scale: str = "") -> tuple[Decimal, Decimal] | None:
    """Return the value of a numeral with 万 or 亿 behind it, and its grain: 1.90万 -> 19000, 100.

    The grain is what one step of the last digit is worth; it is 0 for an exact whole number.
    """
    times = Decimal(1)
    for letter in scale:
        times *= LARGE.get(letter) or SMALL[letter]
    bare = digits.replace(",", "")
    if not bare[:1].isdigit() or not bare[:1].isascii():
        whole = number(bare)
        return None if whole is None else (whole * times, times if scale else Decimal(0))
    value = Decimal(bare)
    places = len(bare.partition(".")[2])
    grain = times.scaleb(-places) if scale or places else Decimal(0)
    return value * times, grain
