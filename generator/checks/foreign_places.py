"""外地地名: names of divisions that are not the draft's own, and what the words around make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.checks.place_cues import (
    AIDED,
    BEHIND,
    FRONT,
    HISTORY,
    LETTER,
    ORGAN_BEHIND,
    ORGAN_FRONT,
    OWNER_IN_FRONT,
    OWNING,
    TOLD,
    clause_before,
    is_residue,
    tells_of_others,
)
from generator.checks.setting import Setting
from generator.diagnostics import Severity
from generator.findings import Finding, finding
from generator.manuscript import Manuscript, Passage
from generator.material import Place
from generator.places.divisions import division, full_name
from generator.places.mentions import Mention, mentions
from generator.places.own import OwnNames
from generator.rulebook import Confidence

FOREIGN_ORGAN, FOREIGN_PLACE, REFERENCE, RETIRED, FOREIGN_SELF = "PL01", "PL06", "PL07", "PL08", "PL10"
LONGEST_HEADING = 60
CAPITAL = "110000"
"""北京, which every draft may name"""
ADDRESS = "同志们"
"""a speech says it, a letter does not"""
SENTENCE_END = re.compile(r"[。！？\n]")
JOINS = frozenset("、和与及")


@dataclass(frozen=True, slots=True)
class Stray:
    """外地地名: names that touch (重庆市奉节县) and are not the draft's own."""

    start: int
    end: int
    parts: tuple[Mention, ...]

    @property
    def last(self) -> Mention:
        """Return the lowest of its divisions."""
        return self.parts[-1]

    @property
    def level(self) -> int:
        """Return 1 for a province, 2 for a prefecture, 3 for a county."""
        code = self.last.codes[0]
        return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


def check_foreign_places(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the names of other places; one that is only told of is noted once for each list."""
    if setting.place is None:
        return
    own = OwnNames(setting.place, setting.preferences.allowed_places)
    text = draft.text
    found = _outside(text, mentions(text, setting.book.words), own)
    yield from _retired(text, found, own)
    foreign = [each for each in found if not (own.has(each) or own.was(each) or _is_township(each, own))]
    lists = _lists(text, list(_strays(foreign)))
    told: list[Stray] = []
    letter = ADDRESS not in text and LETTER.search(text)
    for group in lists:
        for stray in group:
            blame = None if letter else _blame(draft, stray, group, own.place)
            if blame is not None and blame.rule == FOREIGN_PLACE and _goes_on(text, told, stray):
                blame = None
            if blame is not None:
                yield blame
            elif not _is_plain_reference(text, stray, group):
                told.append(stray)
    yield from _notes(draft, told)


def _outside(text: str, found: list[Mention], own: OwnNames) -> list[Mention]:
    """Return the mentions that do not lie inside a longer name of the place's own."""
    longer = [name for name in own.texts | own.townships if len(name) > 2 and name in text]
    spans = [match.span() for name in longer for match in re.finditer(re.escape(name), text)]
    inside = {place for start, end in spans for place in range(start, end)}
    kept = []
    for each in found:
        if each.name.text in own.texts or not (each.start in inside and each.end - 1 in inside):
            kept.append(each)
    return kept


def _is_township(each: Mention, own: OwnNames) -> bool:
    """Tell whether a short name is also that of a township of the place's own: 兴安 for 兴安镇."""
    return each.name.short and each.name.text in own.stems


def _retired(text: str, found: list[Mention], own: OwnNames) -> Iterator[Finding]:
    for each in found:
        if own.has(each) or not own.was(each):
            continue
        if HISTORY.search(clause_before(text, each.start)) or text[each.end : each.end + 1] == "时":
            continue
        message = f"“{each.name.text}”是本地的旧名，现在是“{own.place.name}”。请改写现名；确是讲历史的，写明“原{each.name.text}”"
        yield finding(RETIRED, each.start, each.end, message, own.place.name)


def _strays(foreign: list[Mention]) -> Iterator[Stray]:
    """Yield the foreign names, those that touch as one."""
    group: list[Mention] = []
    for each in foreign:
        if group and group[-1].end != each.start:
            yield Stray(group[0].start, group[-1].end, tuple(group))
            group = []
        group.append(each)
    if group:
        yield Stray(group[0].start, group[-1].end, tuple(group))


def _lists(text: str, strays: list[Stray]) -> list[list[Stray]]:
    """Return the names in groups: those that a mark joins stand together."""
    groups: list[list[Stray]] = []
    for stray in strays:
        if groups and stray.start - groups[-1][-1].end == 1 and text[stray.start - 1] in JOINS:
            groups[-1].append(stray)
        else:
            groups.append([stray])
    return groups


def _blame(draft: Manuscript, stray: Stray, group: list[Stray], place: Place) -> Finding | None:
    """Return what is wrong with a name, or None where it is only told of."""
    text, name = draft.text, draft.text[stray.start : stray.end]
    before = clause_before(text, group[0].start)
    if name in place.neighbours or stray.last.name.text in place.neighbours:
        return None
    if stray.last.codes[0] == CAPITAL and not ORGAN_BEHIND.match(text, stray.end):
        return None
    told = bool(FRONT.search(before) or BEHIND.match(text, group[-1].end) or _is_far_list(group))
    organ = ORGAN_BEHIND.match(text, stray.end)
    if organ:
        quoted = ORGAN_FRONT.search(before) or any(cue.match(text, organ.end()) for cue in (TOLD, AIDED))
        return None if quoted else _foreign_organ(text, stray, organ.end(), place)
    if OWNING.match(text, stray.end) and not FRONT.search(before) and len(group) == 1:
        return _foreign_organ(text, stray, stray.end, place)
    if _heads_own(text, stray, place) or OWNER_IN_FRONT.search(text[max(0, stray.start - 2) : stray.start]):
        return _foreign_self(stray, name, place, "这里说的是本地")
    if told or stray.level == 1 or (stray.last.name.short and stray.level < 3):
        return None
    residue = is_residue(text, stray.start, stray.end)
    if not residue and tells_of_others(text, stray.start, stray.end):
        return None
    if _is_heading(draft.passage_at(stray.start)):
        return _foreign_self(stray, name, place, "标题、称谓里出现了外地的地名")
    return _foreign_place(stray, name, place, residue)


def _goes_on(text: str, told: list[Stray], stray: Stray) -> bool:
    """Tell whether a place was told of earlier in the sentence, and this one is no more than another."""
    if not told or is_residue(text, stray.start, stray.end):
        return False
    end = told[-1].end
    return stray.start - end <= LONGEST_HEADING and not SENTENCE_END.search(text, end, stray.start)


def _is_far_list(group: list[Stray]) -> bool:
    return len({stray.last.codes[0][:2] for stray in group}) > 1


def _heads_own(text: str, stray: Stray, place: Place) -> bool:
    """Tell whether a foreign superior stands in front of the place's own name: 广东省奉节县."""
    return stray.level < 3 and text.startswith(place.name, stray.end)


def _is_heading(passage: Passage) -> bool:
    """Tell whether a paragraph is a title, a salutation or a heading: short, and no sentence."""
    return len(passage.text) <= LONGEST_HEADING and passage.text[-1] not in "。；！？…”"


def _foreign_organ(text: str, stray: Stray, end: int, place: Place) -> Finding:
    what = text[stray.start : max(end, stray.end)]
    message = f"“{what}”是外地的（{_where(stray)}），本稿的地点是{place.name}。请改成本地的；确要提到外地的，加上“赴”“学习”“据”一类的话"
    return finding(FOREIGN_ORGAN, stray.start, max(end, stray.end), message)


def _foreign_self(stray: Stray, name: str, place: Place, why: str) -> Finding:
    message = f"{why}，写的却是“{name}”（{_where(stray)}），本稿的地点是{place.name}。请改成本地的地名"
    return finding(FOREIGN_SELF, stray.start, stray.end, message)


def _foreign_place(stray: Stray, name: str, place: Place, residue: bool) -> Finding:
    message = f"“{name}”（{_where(stray)}）不是本地的地名，本稿的地点是{place.name}。请核对是不是从别处的稿子里留下来的"
    if residue:
        return finding(FOREIGN_PLACE, stray.start, stray.end, message)
    hint = Confidence.HINT
    return finding(FOREIGN_PLACE, stray.start, stray.end, message, severity=Severity.INFO, confidence=hint)


def _is_plain_reference(text: str, stray: Stray, group: list[Stray]) -> bool:
    """Tell whether a province is told of beyond doubt, so that even a note is too much: 学习浙江经验."""
    front = FRONT.search(clause_before(text, group[0].start))
    return stray.level == 1 and bool(front or BEHIND.match(text, group[-1].end) or len(group) > 1)


def _notes(draft: Manuscript, told: list[Stray]) -> Iterator[Finding]:
    """Yield one note for each paragraph that tells of other places for the first time in the draft."""
    seen: set[str] = set()
    for _, group in groupby(told, key=lambda stray: draft.passage_at(stray.start).number):
        fresh = {draft.text[each.start : each.end]: each for each in reversed(list(group))}
        first = [each for name, each in reversed(fresh.items()) if name not in seen]
        seen |= fresh.keys()
        if first:
            names = "、".join(draft.text[each.start : each.end] for each in first)
            yield finding(
                REFERENCE,
                first[0].start,
                first[0].end,
                f"提到了外地：{names}。看来是消息或者例子，请核对",
                severity=Severity.INFO,
                confidence=Confidence.HINT,
                related=tuple((each.start, each.end) for each in first[1:]),
            )


def _where(stray: Stray) -> str:
    """Return the full name of a division, or of the first of several that bear the name."""
    rows = [row for code in stray.last.codes if (row := division(code))]
    if not rows:
        return "旧地名"
    if len(rows) > 1:
        return f"全国有{len(rows)}处"
    return full_name(rows[0])
