"""固定表述: wordings that stay as they are; near matches, parts in another order, parts left out, and their time.

Punctuation counts for nothing here: 、 and ， are both in use between the parts of most phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.alignment import Near, near
from generator.checks.setting import Setting
from generator.checks.words import sound_alike
from generator.findings import Finding, finding
from generator.manuscript import Manuscript
from generator.rulebook import Rulebook, SetPhrase

NEAR, ORDER, TIME = "SP01", "SP02", "SP03"
MARKS = re.compile(r"[、，,；;：:“”‘’\"《》\s]")
BETWEEN = re.compile(r"[、，,；;]")
SHORTEST, KNOWN = 4, 6
"""a phrase of fewer than six characters has too many neighbours, unless they sound alike"""
FREE_PER_EDIT = 4
"""how much of a near match must stand outside of other phrases that are right"""
PER_EDIT = 5
"""how many characters a phrase must have for each character that is wrong"""
MOST_EDITS = 2
SURE = 8
"""a phrase of so many characters is known even when its first or last one is wrong"""
LEAST_PARTS = 3
PARTICLES = frozenset("好了着过的地得和与要也都更并再")


@dataclass(frozen=True, slots=True)
class Bare:
    """去标点的文字: the text without marks, and where each of its characters stands in the whole."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the whole text of a stretch."""
        return self.places[start], self.places[end - 1] + 1


def bare(text: str) -> Bare:
    """Return a text without marks; a line break stays, so that nothing is matched across paragraphs."""
    kept = [(letter, at) for at, letter in enumerate(text) if letter == "\n" or not MARKS.match(letter)]
    return Bare("".join(letter for letter, _ in kept), tuple(at for _, at in kept))


def check_set_phrases(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield what looks like a set phrase and is not quite one, and phrases out of their time."""
    whole = bare(draft.text)
    exact = [
        (at, at + len(form), phrase)
        for phrase in setting.book.set_phrases
        for form in forms(phrase)
        for at in occurrences(form, whole.text)
    ]
    right = sorted((start, end) for start, end, _ in exact)
    for start, end, phrase in exact:
        yield from out_of_time(phrase, *whole.span(start, end), setting)
    told = [whole.span(start, end) for start, end in right]
    for phrase in setting.book.set_phrases:
        for found in misplaced(phrase, draft.text):
            if not any(first < found.end and found.start < last for first, last in told):
                told.append((found.start, found.end))
                yield found
        for found in near_matches(phrase, whole, right, setting.book):
            if (found.start, found.end) not in told:
                told.append((found.start, found.end))
                yield found


def forms(phrase: SetPhrase) -> tuple[str, ...]:
    """Return the licensed forms of a phrase without their marks."""
    return tuple(dict.fromkeys(MARKS.sub("", form) for form in (phrase.text, *phrase.forms)))


def occurrences(part: str, text: str) -> Iterator[int]:
    """Yield every offset at which a text has a part."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def out_of_time(phrase: SetPhrase, start: int, end: int, setting: Setting) -> Iterator[Finding]:
    """Yield a phrase that was not yet in use on the day of the speech, or no longer."""
    day = setting.day
    if day and phrase.since and day < phrase.since:
        yield finding(TIME, start, end, f"“{phrase.text}”到{phrase.since.year}年才有（{phrase.basis}）")
    if day and phrase.until and day > phrase.until:
        yield finding(TIME, start, end, f"“{phrase.text}”是{phrase.until.year}年以前的提法，请核对现在的提法")


def near_matches(
    phrase: SetPhrase, whole: Bare, right: list[tuple[int, int]], book: Rulebook
) -> Iterator[Finding]:
    """Yield the stretches that differ from a phrase in one character, or from a long one in two."""
    for form in forms(phrase):
        most = max(1, min(MOST_EDITS, len(form) // PER_EDIT))
        for found in near(form, whole.text, most) if len(form) >= SHORTEST else ():
            free = uncovered(found.start, found.end, right)
            alone = free == found.end - found.start or len(found.edits) * FREE_PER_EDIT <= free
            if alone and is_slip(found, form, book) and "\n" not in whole.text[found.start : found.end]:
                start, end = whole.span(found.start, found.end)
                yield finding(NEAR, start, end, f"固定表述应作“{phrase.text}”（{phrase.basis}）", phrase.text)


def uncovered(start: int, end: int, right: list[tuple[int, int]]) -> int:
    """Return how many characters of a stretch no exact match of any phrase has."""
    taken: set[int] = set()
    for first, last in right:
        taken.update(range(max(first, start), min(last, end)))
    return end - start - len(taken)


def is_slip(found: Near, form: str, book: Rulebook) -> bool:
    """Tell whether a near match is a slip and not another wording.

    A character of the same sound is always a slip. A particle put in (统筹好发展和安全) is grammar; a short phrase
    with another character is another phrase, and so is a longer one that begins or ends otherwise.
    """
    if all(new and old and sound_alike(new, old, book) for _, new, old in found.edits):
        return True
    if len(form) < KNOWN or any(not old and new in PARTICLES for _, new, old in found.edits):
        return False
    edges = {0, len(form) - 1, len(form)}
    return len(form) >= SURE or not any(offset in edges for offset, _, _ in found.edits)


def misplaced(phrase: SetPhrase, text: str) -> Iterator[Finding]:
    """Yield the phrases whose parts stand in another order, or lack one of four or more."""
    parts = BETWEEN.split(phrase.text)
    if len(parts) < LEAST_PARTS or sum(part in text for part in parts) < len(parts) - 1:
        return
    for chain in chains(parts, text):
        numbers = [number for _, _, number in chain]
        start, end = chain[0][0], chain[-1][1]
        if len(numbers) == len(parts) == len(set(numbers)) and numbers != sorted(numbers):
            yield finding(ORDER, start, end, f"各项的次序应作“{phrase.text}”（{phrase.basis}）", phrase.text)
        elif len(parts) > LEAST_PARTS and len(numbers) == len(parts) - 1 and numbers == sorted(set(numbers)):
            lacking = next(part for number, part in enumerate(parts) if number not in numbers)
            yield finding(
                NEAR, start, end, f"少了“{lacking}”，应作“{phrase.text}”（{phrase.basis}）", phrase.text
            )


def chains(parts: list[str], text: str) -> Iterator[list[tuple[int, int, int]]]:
    """Yield the runs of parts that only a mark parts from each other, each as start, end and number."""
    found = sorted(
        (at, at + len(part), number) for number, part in enumerate(parts) for at in occurrences(part, text)
    )
    chain: list[tuple[int, int, int]] = []
    for each in found:
        if chain and not (each[0] == chain[-1][1] + 1 and BETWEEN.match(text, chain[-1][1])):
            yield chain
            chain = []
        chain.append(each)
    if chain:
        yield chain
