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

PACKAGE = "jieba"
ROOT = Path(__file__).resolve().parent.parent
PAIRS = "phrasebank/规则/双字词.txt"
MOST_PAIRS, ON_A_LINE = 25_000, 20
HAN_PAIR = re.compile("[一-鿿]{2}")
SURNAMES = "李王张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯曹彭曾田董袁潘蒋蔡杜叶程苏魏吕丁任沈姚卢姜"
PERSONS = ("nr", "nrt", "nrfg")
"""the tags of persons; jieba gives them to 明白 and 道德 too, so the surname decides"""


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


def built_files() -> dict[str, str]:
    """Return every file that the script makes, by its path in the repository."""
    files = {PAIRS: pair_lines()}
    return {path: "\n".join(lines) + "\n" for path, lines in files.items()}


def save(files: Mapping[str, str], folder: Path) -> None:
    """Write the files, with the same line ends on every system."""
    for path, text in files.items():
        (folder / path).write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    save(built_files(), ROOT)
