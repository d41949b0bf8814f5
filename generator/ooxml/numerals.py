"""编号数字: an automatic number in the numeral system that a Word file asks for."""

from __future__ import annotations

from collections.abc import Callable

DIGITS = "〇一二三四五六七八九"
PLACES = ("", "十", "百", "千")
FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
BRACKETED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
DOTTED = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
HAN_CIRCLED, HAN_BRACKETED = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyz"
MOST_COUNTED, MOST_ROMAN, MOST_LETTERED = 10_000, 4_000, 780


def han(number: int) -> str:
    """Return 12 as 十二, 20 as 二十, 105 as 一百〇五; digits one by one from 10,000 on."""
    if number >= MOST_COUNTED:
        return digits(number)
    if number == 0:
        return DIGITS[0]
    made, skipped = "", False
    for place, digit in zip(range(len(str(number)) - 1, -1, -1), map(int, str(number)), strict=True):
        if digit:
            made += DIGITS[0] * (skipped and bool(made)) + DIGITS[digit] + PLACES[place]
        skipped = not digit
    return made.removeprefix("一") if 10 <= number < 20 else made


def digits(number: int) -> str:
    """Return 12 as 一二."""
    return "".join(DIGITS[int(digit)] for digit in str(number))


def letters(number: int) -> str:
    """Return 1 as a, 26 as z, 27 as aa, as Word goes on."""
    if not 1 <= number <= MOST_LETTERED:
        return str(number)
    times, letter = divmod(number - 1, len(LETTERS))
    return LETTERS[letter] * (times + 1)


def roman(number: int) -> str:
    """Return 4 as iv."""
    if not 1 <= number < MOST_ROMAN:
        return str(number)
    made = ""
    for size, name in ROMAN:
        count, number = divmod(number, size)
        made += name * count
    return made


def one_of(series: str) -> Callable[[int], str]:
    """Return how to number with single characters; past the last one, in figures."""
    return lambda number: series[number - 1] if 1 <= number <= len(series) else str(number)


SYSTEMS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(WIDE),
    "decimalFullWidth2": lambda number: str(number).translate(WIDE),
    "chineseCounting": han,
    "chineseCountingThousand": han,
    "chineseLegalSimplified": lambda number: han(number).translate(FORMAL),
    "japaneseCounting": han,
    "taiwaneseCounting": han,
    "taiwaneseCountingThousand": han,
    "japaneseDigitalTenThousand": digits,
    "taiwaneseDigital": digits,
    "ideographDigital": digits,
    "ideographTraditional": one_of(STEMS),
    "ideographZodiac": one_of(BRANCHES),
    "ideographEnclosedCircle": one_of(HAN_CIRCLED),
    "decimalEnclosedCircle": one_of(CIRCLED),
    "decimalEnclosedCircleChinese": one_of(CIRCLED),
    "decimalEnclosedParen": one_of(BRACKETED),
    "decimalEnclosedFullstop": one_of(DOTTED),
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
}


def numeral(number: int, system: str) -> str:
    """Return a number in a numeral system of Word; in figures where the system is not known."""
    return SYSTEMS.get(system, str)(number)
