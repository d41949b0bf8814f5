"""成对标点: quotes, brackets and book title marks that lack their other half."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.checks.setting import Setting
from generator.findings import Finding
from generator.manuscript import Manuscript, Passage

RULE = "PN02"
CLOSERS = {
    "”": "“",
    "’": "‘",
    "）": "（",
    "》": "《",
    "〉": "〈",
    "】": "【",
    "〕": "〔",
    "］": "［",
    "」": "「",
    "』": "『",
    ")": "(",
    "]": "[",
}
OPENERS = {opener: closer for closer, opener in CLOSERS.items()}
NAMES = {"“": "引号", "‘": "单引号", "《": "书名号", "〈": "单书名号", '"': "引号"}
MARK = re.compile(f'[{re.escape("".join((*CLOSERS, *OPENERS)))}"]')
LIST_MARK = re.compile(r"(?:^|(?<=[\s\u3000；;。，：:]))([0-9]{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])$")
WHOLE_LABEL = re.compile(r"[（(](?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[）)]")
APOSTROPHE = re.compile(r"[A-Za-z]?’(?:[A-Za-z]|[0-9０-９]{2})")
"""it’s, ’98"""


def check_pairs(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the marks that lack their other half in a paragraph.

    A quotation of several paragraphs opens each of them with “ and closes only the last (GB/T 15834).
    """
    labelled = bool(WHOLE_LABEL.search(draft.text))
    following = (*draft.passages[1:], None)
    carried = False
    for passage, after in zip(draft.passages, following, strict=True):
        lonely = list(unpaired(passage.text, not labelled))
        opens = next((at for at in lonely if passage.text[at] == "“"), None)
        runs_on = opens == 0 and after is not None and after.text.startswith("“")
        if carried or runs_on:
            carried = runs_on
            lonely = [at for at in lonely if passage.text[at] not in "“"]
        for mark in dict.fromkeys(passage.text[at] for at in lonely):
            yield _finding(passage, mark, [at for at in lonely if passage.text[at] == mark])


def unpaired(text: str, list_marks: bool) -> Iterator[int]:
    """Yield the offsets of the marks without a partner, in one pass.

    Args:
        text: a paragraph.
        list_marks: a lone closing bracket behind a numeral is a list mark, as in 1）.
    """
    stacks: dict[str, list[int]] = {opener: [] for opener in OPENERS}
    straight: list[int] = []
    for match in MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark == '"':
            straight.append(at)
        elif mark in stacks:
            stacks[mark].append(at)
        elif stacks[CLOSERS[mark]]:
            stacks[CLOSERS[mark]].pop()
        elif not _is_list_mark(text, at, list_marks) and not _is_apostrophe(text, at):
            yield at
    for lonely in stacks.values():
        yield from lonely
    if len(straight) % 2:
        yield straight[-1]


def _is_list_mark(text: str, at: int, list_marks: bool) -> bool:
    return text[at] in ")）" and list_marks and bool(LIST_MARK.search(text[max(0, at - 5) : at]))


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] == "’" and bool(APOSTROPHE.match(text, at) or APOSTROPHE.match(text, max(0, at - 1)))


def _finding(passage: Passage, mark: str, lonely: Iterable[int]) -> Finding:
    name = NAMES.get(mark) or NAMES.get(CLOSERS.get(mark, ""), "括号")
    lacking = "缺后一半" if mark in OPENERS else "缺前一半" if mark in CLOSERS else "有一个落单"
    places = tuple((passage.start + at, passage.start + at + 1) for at in sorted(lonely))
    return Finding(RULE, places, f"{name}不成对，{lacking}")
