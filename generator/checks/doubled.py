"""重字: words and characters written twice by a slip of the hand.

A doubling is right when the list of 叠词 has it, when it counts (一户一户), or when two words meet:
建立|立体化 has 立 twice and no fault. Where words end is told by the list of ordinary words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.setting import Setting
from generator.findings import Finding, finding
from generator.manuscript import Manuscript
from generator.rulebook import Rulebook

RULE = "WD01"
LONGER = re.compile(r"([\u4e00-\u9fff]{2,8}?)\1")
SINGLE = re.compile(r"([\u4e00-\u9fff])\1+")
NUMERALS = frozenset("一二三四五六七八九十百千万亿零〇○两")
BEFORE_WORDS = frozenset("和与及或为在对将把被从向到以就了的地得管")
"""characters that are words by themselves and stand before others: 为|为民, 就|就业"""
BEHIND_WORDS = frozenset("的地和与及在等任对作")
"""those that stand behind others: 目的|的"""
MEASURES = frozenset("个家户名项件条次位处座起种类只台辆张本份批场期组队级年月日天步双句页扇盏国班校镇村")
UNITS = frozenset("省市区县旗州镇乡村街校院局部委组")
"""what names of places and units end with: 奉节县|县委"""
UNIT_WORDS = frozenset("委政直级长城内里域区民外属办人纪府领机各")
OFFICERS = ("长", "员")
"""behind a doubling they begin a title: 支队|支队长, 科|科长"""
NAME = re.compile(r"(?:^|[、，。；（“\s])[\u4e00-\u9fff]([\u4e00-\u9fff])\1(?=[、，。；（）”\s]|同志|等|$)")
"""a person's name: 张丽丽"""
EVERY = frozenset("人天年月日事家户时处代季周件岁项样")
"""what is doubled to say every: 群众|人人会防, although 众人 is a word"""
BEFORE_VERBS = frozenset("再先就都也多常去来好可想要会能得一才不老小我你他她试")
"""what may stand before a doubled word although it makes a word with it: 再说说, 不仅仅, 老爷爷"""


def check_doubled(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the words and the characters that stand twice."""
    taken: list[tuple[int, int]] = []
    for match in LONGER.finditer(draft.text):
        if not is_right_pair(draft.text, match, setting.book):
            taken.append(match.span())
            yield _finding(match.start(), match[1], 2)
    spans = iter(taken)
    start, end = next(spans, (len(draft.text), len(draft.text)))
    for match in SINGLE.finditer(draft.text):
        while end <= match.start():
            start, end = next(spans, (len(draft.text), len(draft.text)))
        inside = start <= match.start() < end
        if not inside and not is_right_single(draft.text, match, setting.book):
            yield _finding(match.start(), match[1], len(match[0]))


def _finding(start: int, word: str, times: int) -> Finding:
    message = f"“{word}”写重了" if times == 2 else f"“{word}”连写了 {times} 个"
    return finding(RULE, start, start + len(word) * times, message, word)


def is_right_pair(text: str, match: re.Match[str], book: Rulebook) -> bool:
    """Tell whether a word of two or more characters may stand twice: 研究研究, 一户一户, 发展中国家|国家安全."""
    word, end = match[1], match.end()
    if text[match.start() - 1 : match.start()] == "“":
        return True  # somebody speaks
    if word * 2 in book.doubles or set(word) <= NUMERALS or (len(word) == 2 and word[1] in "着不"):
        return True
    if word[0] in "一半几" and (len(word) == 2 or word[1] in MEASURES or text[end : end + 1] in ("地", "的")):
        return True
    if text[end : end + 1] in OFFICERS:
        return True
    middle = end - 2
    longer = (
        text[max(0, middle - 4) : middle] in book.idioms or text[max(0, middle - 3) : middle] in book.words
    )
    return len(word) == 2 and longer and text[middle : middle + 3] in book.words


def is_right_single(text: str, match: re.Match[str], book: Rulebook) -> bool:
    """Tell whether a character may stand twice here."""
    letter, start, end = match[1], match.start(), match.end()
    if letter in NUMERALS:
        return True
    if end - start > 2:
        return letter in "哈呵谁"
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before == "一" or after in OFFICERS or NAME.match(text, max(0, start - 2)):
        return True
    if is_doubled_again(text, start, end) or in_idiom(text, start, book):
        return True
    cut_off = before + letter in book.words and before not in BEFORE_VERBS and letter not in EVERY
    listed, described = letter * 2 in book.doubles, after in ("的", "地")
    if listed and described:
        return True  # 一道长长的印, although 道长 is a word
    return ((listed or described) and not cut_off) or meets(text, start + 1, book)


def is_doubled_again(text: str, start: int, end: int) -> bool:
    """Tell whether another doubled character stands beside this one: 普普通通."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return any(len(pair) == 2 and pair[0] == pair[1] and not pair.isascii() for pair in (before, after))


def in_idiom(text: str, start: int, book: Rulebook) -> bool:
    """Tell whether the two characters stand in an idiom: 风尘仆仆."""
    return any(text[max(0, at) : at + 4] in book.idioms for at in (start - 2, start - 1, start))


def meets(text: str, middle: int, book: Rulebook) -> bool:
    """Tell whether a word ends before `middle` and another begins there."""
    letter = text[middle]
    ends, begins = ends_word(text, middle, book), begins_word(text, middle, book)
    if begins and (ends or letter in BEFORE_WORDS or letter in UNITS or is_counted(text, middle - 1)):
        return True
    return (ends and letter in BEHIND_WORDS) or (
        letter in UNITS and text[middle + 1 : middle + 2] in UNIT_WORDS
    )


def is_counted(text: str, at: int) -> bool:
    """Tell whether a measure word with its number stands at an offset: 11家|家庭农场."""
    before = text[max(0, at - 1) : at]
    return text[at] in MEASURES and (before in NUMERALS or before.isdigit() or before in tuple("几每各多余"))


def ends_word(text: str, end: int, book: Rulebook) -> bool:
    """Tell whether an ordinary word of two or three characters ends at `end`."""
    return any(end >= size and text[end - size : end] in book.words for size in (2, 3))


def begins_word(text: str, start: int, book: Rulebook) -> bool:
    """Tell whether an ordinary word of two or three characters begins at `start`."""
    return any(text[start : start + size] in book.words for size in (2, 3))
