"""词表: build the word lists that the checks look things up in, from the dictionary of jieba 0.42.1.

Run `python scripts/build_words.py` after the pinned package or one of the hand-kept lists changes;
tests/test_places_names.py proves that the committed files are what this script builds. jieba is a
development dependency: only its dictionary is read, and nothing of it is needed at run time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import distribution
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from generator.places.divisions import all_divisions
from generator.places.retired import retired

PACKAGE = "jieba"
ROOT = Path(__file__).resolve().parent.parent
PAIRS = "phrasebank/规则/双字词.txt"
NAMES = "generator/places/data/names.tsv"
MOST_PAIRS, ON_A_LINE = 25_000, 20
HAN_PAIR = re.compile("[一-鿿]{2}")
SURNAMES = "李王张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯曹彭曾田董袁潘蒋蔡杜叶程苏魏吕丁任沈姚卢姜"
FREQUENT = 600
"""a name that the dictionary counts so often is a word besides: 平原县, 长安区"""
NAMING = ("ns", "nr", "nrt", "nrfg", "nz")
COMMON_ENDS = ("城市", "山区", "城区", "市区", "林区", "新区", "港区", "河区", "湖区", "江区", "海区")
PERSONS = ("nr", "nrt", "nrfg")
"""the tags of persons; jieba gives them to 明白 and 道德 too, so the surname decides"""

LICENCE = "generator/places/data/LICENSE-words.txt"
LICENCE_TEXT = """\
The MIT License (MIT)

Copyright (c) 2013 Sun Junyi

Permission is hereby granted, free of charge, to any person obtaining a copy of
this software and associated documentation files (the "Software"), to deal in
the Software without restriction, including without limitation the rights to
use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of
the Software, and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS
FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER
IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""
"""the notice of jieba, which has to go with what is made from its dictionary; the package lacks the file"""


class Word(NamedTuple):
    """词: one line of the dictionary."""

    text: str
    count: int
    tag: str


def dictionary() -> Iterator[Word]:
    """Yield the words of the dictionary, the most frequent first."""
    path = distribution(PACKAGE).locate_file("jieba/dict.txt")
    lines = Path(str(path)).read_text(encoding="utf-8").splitlines()
    words = [Word(text, int(count), tag) for text, count, tag in (line.split(" ") for line in lines)]
    return iter(sorted(words, key=lambda word: (-word.count, word.text)))


def ordinary_pairs() -> Iterator[str]:
    """Yield the words of two characters that are no names of persons."""
    for word in dictionary():
        if HAN_PAIR.fullmatch(word.text) and not (word.tag in PERSONS and word.text[0] in SURNAMES):
            yield word.text


def pair_lines() -> list[str]:
    """Return the lines of 双字词.txt."""
    words = list(islice(ordinary_pairs(), MOST_PAIRS))
    rows = [" ".join(words[start : start + ON_A_LINE]) for start in range(0, len(words), ON_A_LINE)]
    return [
        "# 双字词：最常用的双字词，查重字、断词用。一行可以写几个，用空格隔开。",
        f"# 由 scripts/build_words.py 从 {PACKAGE} 0.42.1 的词典生成（MIT，Copyright (c) 2013 Sun Junyi），不要手改；",
        "# 要加词，另建“双字词-本县.txt”。",
        *rows,
    ]


def name_lines() -> list[str]:
    """Return the lines of names.tsv: the names that are ordinary words, or end like one.

    常词全名: a full name whose stem is a word (友谊县, 资源县) or whose end is (海城市, 西山区); it counts only
    where the character before it makes no word with its first. 常词短名: never counts without its kind.
    """
    tags = {word.text: word for word in dictionary()}
    rows = [row for row in all_divisions() if row.level > 1]
    full = {row.name for row in rows} | {old.name for old in retired()}
    wordy = sorted(name for name in full if name.endswith(COMMON_ENDS) or _is_word(tags.get(name[:-1])))
    shorts = sorted({row.short for row in rows if row.level == 3 and not _is_place(tags.get(row.short))})
    return [
        "# 地名分类：和普通词同形的地名。易混的另见手写的 name_traps.tsv。",
        f"# 由 scripts/build_words.py 从 {PACKAGE} 0.42.1 的词典生成（MIT，见 LICENSE-words.txt），不要手改。",
        f"常词全名\t{' '.join(wordy)}",
        f"常词短名\t{' '.join(shorts)}",
    ]


def _is_word(word: Word | None) -> bool:
    """Tell whether the stem of a name is met as a word of its own."""
    return word is not None and (word.tag not in NAMING or word.count >= FREQUENT)


def _is_place(word: Word | None) -> bool:
    """Tell whether a short name is known as that of a place only; one that is not in the dictionary is."""
    return word is None or (word.tag in NAMING and word.count < FREQUENT)


def built_files() -> dict[str, str]:
    """Return every file that the script makes, by its path in the repository."""
    files = {PAIRS: pair_lines(), NAMES: name_lines()}
    texts = {path: "\n".join(lines) + "\n" for path, lines in files.items()}
    return {**texts, LICENCE: LICENCE_TEXT}


def save(files: Mapping[str, str], folder: Path) -> None:
    """Write the files, with the same line ends on every system."""
    for path, text in files.items():
        (folder / path).write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    save(built_files(), ROOT)
