"""错字与成语: wrong characters from a list, each alone or in its context; idioms with one character wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.checks.setting import Setting
from generator.findings import Finding, finding
from generator.manuscript import Manuscript
from generator.rulebook import Rulebook, WrongWord

WRONG, IDIOM = "WD02", "WD03"
HAN_RUN = re.compile(r"[\u4e00-\u9fff]{4,}")
IDIOM_LENGTH = 4


def check_wrong_words(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the wrong characters that the list knows."""
    for entry in setting.book.wrong_words:
        if entry.wrong in draft.text:
            for start in starts(entry, draft.text):
                if not is_spared(draft.text, start, entry):
                    yield _wrong(start, entry)


def starts(entry: WrongWord, text: str) -> Iterator[int]:
    """Yield where a text has the wrong characters, in the context that the entry asks for."""
    if entry.pattern:
        yield from (match.start(1) for match in re.finditer(entry.pattern, text))
        return
    at = text.find(entry.wrong)
    while at >= 0:
        yield at
        at = text.find(entry.wrong, at + 1)


def is_spared(text: str, start: int, entry: WrongWord) -> bool:
    """Tell whether the characters stand inside one of the right strings that the entry names."""
    end = start + len(entry.wrong)
    return any(
        text.find(right, max(0, end - len(right)), start + len(right)) >= 0 for right in entry.exceptions
    )


def _wrong(start: int, entry: WrongWord) -> Finding:
    right = "”或“".join(entry.right)
    message = f"“{entry.wrong}”应作“{right}”（{entry.basis}）"
    end, fix = start + len(entry.wrong), entry.right[0]
    return finding(WRONG, start, end, message, fix, safe=entry.safe, severity=entry.severity)


def check_idioms(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield four characters that are an idiom but for one, which sounds like the right one."""
    book = setting.book
    holes = with_holes(book)
    for run in HAN_RUN.finditer(draft.text):
        at = run.start()
        while at + IDIOM_LENGTH <= run.end():
            four = draft.text[at : at + IDIOM_LENGTH]
            right = "" if four in book.idioms else near(four, holes, book)
            if right and not any(entry.wrong in four for entry in book.wrong_words):
                message = f"“{four}”像是“{right}”写错了一个字"
                yield finding(IDIOM, at, at + IDIOM_LENGTH, message, right)
            at += IDIOM_LENGTH if right or four in book.idioms else 1


def with_holes(book: Rulebook) -> Mapping[str, str]:
    """Return each idiom by what is left of it when one character is taken out: 一如□往 -> 一如既往."""
    return {
        f"{idiom[:hole]}□{idiom[hole + 1 :]}": idiom
        for idiom in book.idioms
        if len(idiom) == IDIOM_LENGTH
        for hole in range(IDIOM_LENGTH)
    }


def near(four: str, holes: Mapping[str, str], book: Rulebook) -> str:
    """Return the idiom that differs in one character of the same sound, or nothing."""
    for hole in range(IDIOM_LENGTH):
        idiom = holes.get(f"{four[:hole]}□{four[hole + 1 :]}")
        if idiom and sound_alike(four[hole], idiom[hole], book):
            return idiom
    return ""


def sound_alike(one: str, other: str, book: Rulebook) -> bool:
    """Tell whether two characters have a sound in common, tones apart."""
    return not book.sounds.get(one, frozenset()).isdisjoint(book.sounds.get(other, frozenset()))
