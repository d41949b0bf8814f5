"""选句: which phrase fills each slot of the outline. Seeded; no phrase twice in a speech.

A phrase whose facts the brief lacks is passed over, and so is one that treats what another chosen one
treats; one that brings in a fact not yet told goes first. Then optional slots are filled and phrases exchanged until the speech has its length.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from generator.compose.context import missing_names
from generator.compose.plan import Outline
from generator.material import Brief, Phrase, Place, Slot

CLOSE_ENOUGH = 0.03
"""how far from its length, as a share, a speech may stay"""
SHARED = "通用/"
"""phrases of the topic go before those that suit every topic"""
MOST_FACTS = 2
"""a phrase with more new facts than this is not preferred, or the richest would always be taken; those
that may be told again count for nothing here, or a deadline would draw the same few phrases"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """备选: a phrase as it would read here."""

    phrase: Phrase
    size: int
    opening: str
    """its first two characters; neighbours must not begin alike"""
    facts: frozenset[str]
    missing: frozenset[str]


def all_slots(outline: Outline) -> Iterator[Slot]:
    """Yield the slots of an outline in reading order."""
    yield from outline.slots
    for point in outline.points:
        yield from all_slots(point)


class Chooser:
    """The choice under way: one candidate or none for each slot that a phrase fills."""

    def __init__(
        self,
        slots: Sequence[Slot],
        bank: Mapping[str, Sequence[Phrase]],
        context: Mapping[str, object],
        brief: Brief,
        place: Place,
        rng: Random,
        told: frozenset[str] = frozenset(),
        times: Mapping[str, int] | None = None,
    ) -> None:
        self.slots = slots
        self.told_elsewhere = told
        self.times = times or {}
        """可重: how often a fact may be told"""
        self.brief = brief
        self.context = context
        self.missing = missing_names(context)
        self.figures = frozenset(n for n, value in brief.values.items() if not isinstance(value, str))
        """facts that are told once only; a name, such as that of a meeting, may come again"""
        self.order = {move: rng.sample(phrases, len(phrases)) for move, phrases in sorted(bank.items())}
        self.candidates = {
            move: [self.candidate(phrase) for phrase in phrases if self.fits(phrase, place)]
            for move, phrases in self.order.items()
        }
        self.chosen: list[Candidate | None] = [None] * len(slots)
        self.turns = rng.sample(range(len(slots)), len(slots))

    def fits(self, phrase: Phrase, place: Place) -> bool:
        """Tell whether a phrase suits the place and the date at all."""
        in_time = phrase.period is None or phrase.period[0] <= self.brief.date <= phrase.period[1]
        return in_time and phrase.needs_features <= place.features

    def candidate(self, phrase: Phrase) -> Candidate:
        """Return a phrase with what the choice needs to know of it."""
        needs = phrase.template.needs
        text = phrase.template.text(self.context)
        facts = frozenset(name for name in needs if name in self.brief.values)
        return Candidate(phrase, len(text), text[:2], facts, needs & self.missing)

    def run(self, target: int) -> list[Phrase | None]:
        """Return the phrase of each slot, None where an optional slot stays empty.

        Args:
            target: how many characters the phrases together should have.
        """
        for index, slot in enumerate(self.slots):
            best = self.best(index)
            if best and (best.facts or not slot.optional):
                self.chosen[index] = best
        self.tell_all()
        self.lengthen(target)
        self.shorten(target)
        return [each.phrase if each else None for each in self.chosen]

    def best(self, index: int) -> Candidate | None:
        """Return the candidate that suits a slot best, given all that is chosen already."""
        free = self.free(index)
        if self.slots[index].optional:
            told = self.told(index) - self.times.keys()
            free = [each for each in self.new(index, free) if not each.missing and not each.facts & told]
        return min(free, key=lambda each: self.rank(each, index), default=None)

    def free(self, index: int) -> list[Candidate]:
        """Return the candidates of a slot that no other slot has taken."""
        taken = {each.phrase.id for each in self.chosen if each}
        return [c for c in self.candidates.get(self.slots[index].move, ()) if c.phrase.id not in taken]

    def new(self, index: int, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Return the candidates that repeat no matter and no fact of the other slots."""
        treated, spent = self.treated(index), self.spent(index)
        return [c for c in candidates if not c.phrase.treats & treated and not c.facts & spent]

    def rank(self, candidate: Candidate, index: int) -> tuple[int, int, int, int, bool, bool, bool]:
        """Return the order of preference; among equals the seeded order decides."""
        told = self.told(index)
        return (
            len(candidate.missing),
            len(candidate.phrase.treats & self.treated(index)),
            -min(MOST_FACTS, len(candidate.facts - told - self.times.keys())),
            len(candidate.facts & self.spent(index)),
            candidate.phrase.id.startswith(SHARED),
            self.off_tone(candidate),
            candidate.opening in self.openings_beside(index),
        )

    def off_tone(self, candidate: Candidate) -> bool:
        """Tell whether a phrase has another tone (语气) than the brief asks for."""
        return bool(self.brief.tone) and candidate.phrase.tone not in ("", self.brief.tone)

    def told(self, index: int) -> frozenset[str]:
        """Return the facts that the other slots tell."""
        others = (each.facts for i, each in enumerate(self.chosen) if each and i != index)
        return self.told_elsewhere.union(*others)

    def treated(self, index: int) -> frozenset[str]:
        """Return the matters that the phrases of the other slots treat."""
        others = (each.phrase.treats for i, each in enumerate(self.chosen) if each and i != index)
        return frozenset().union(*others)

    def spent(self, index: int) -> frozenset[str]:
        """Return the facts that the other slots tell as often as they may be told."""
        told = Counter(self.told_elsewhere)
        told.update(name for i, each in enumerate(self.chosen) if each and i != index for name in each.facts)
        once = dict.fromkeys(self.figures, 1)
        most = {**once, **self.times}
        return frozenset(name for name, count in told.items() if name in most and count >= most[name])

    def openings_beside(self, index: int) -> set[str]:
        """Return how the phrases before and after a slot begin."""
        before = next((each for each in reversed(self.chosen[:index]) if each), None)
        after = next((each for each in self.chosen[index + 1 :] if each), None)
        return {each.opening for each in (before, after) if each}

    def tell_all(self) -> None:
        """Exchange phrases while that tells more facts of the brief, and none of them twice."""
        for index in self.turns:
            told = self.told(index)
            now = self.chosen[index]
            gain = len(now.facts - told) if now else 0
            for each in self.new(index, self.free(index)):
                more = len(each.facts - told)
                if not each.missing and more > gain:
                    self.chosen[index], gain = each, more

    @property
    def size(self) -> int:
        """Return the characters of all chosen phrases."""
        return sum(each.size for each in self.chosen if each)

    def lengthen(self, target: int) -> None:
        """Fill optional slots, then take longer phrases, while the speech is too short."""
        for index in self.turns:
            if self.size >= target * (1 - CLOSE_ENOUGH):
                return
            if self.chosen[index] is None and self.slots[index].optional:
                self.chosen[index] = self.best(index)
        self.exchange(target)

    def shorten(self, target: int) -> None:
        """Empty optional slots that tell no fact, then take shorter phrases, while it is too long."""
        for index in self.turns:
            if self.size <= target * (1 + CLOSE_ENOUGH):
                return
            chosen = self.chosen[index]
            if chosen and self.slots[index].optional and not chosen.facts:
                self.chosen[index] = None
        self.exchange(target)

    def exchange(self, target: int) -> None:
        """Exchange phrases for others that bring the length nearer, losing no fact and adding no gap."""
        for index in self.turns:
            off = target - self.size
            if abs(off) <= target * CLOSE_ENOUGH:
                return
            now = self.chosen[index]
            if now is None:
                continue
            for each in self.alternatives(index, now):
                if abs(off - (each.size - now.size)) < abs(off):
                    self.chosen[index] = each
                    break

    def alternatives(self, index: int, now: Candidate) -> list[Candidate]:
        """Return the free candidates that tell the same facts, in seeded order, those of the topic first.

        None is half or double the length, or one point would shrink to a line beside a full neighbour.
        """
        beside = self.openings_beside(index)
        equal = [
            each
            for each in self.new(index, self.free(index))
            if each.facts == now.facts
            and len(each.missing) <= len(now.missing)
            and each.opening not in beside
            and self.off_tone(each) <= self.off_tone(now)
            and now.size / 2 <= each.size <= now.size * 2
        ]
        return sorted(equal, key=lambda each: each.phrase.id.startswith(SHARED))
