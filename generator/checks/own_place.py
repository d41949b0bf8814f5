"""本稿地点: the place that a draft speaks for, inferred from the draft itself. Sure, or None."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.checks.place_cues import BEHIND, FRONT, ORGAN_BEHIND, OWNING, TOLD, clause_before
from generator.manuscript import Manuscript, Passage
from generator.material import Place
from generator.places.divisions import division, full_name
from generator.places.errors import PlaceError
from generator.places.mentions import Mention, mentions
from generator.places.resolve import resolve
from generator.places.township_mentions import township_mentions

TITLE, ORGAN, PLAIN = 12, 3, 1
"""what a name counts for: in the title, before an organ, elsewhere"""
SURE, LEAD = 5, 2
"""the least that a place must count, and how many times as much as the next one"""
OFTEN, TWO = 3, 2
"""how often a place must be named that is not in the title; how many townships tell their county"""
TITLE_PASSAGES, LONGEST_TITLE = 3, 60
VISIT = re.compile("在.{2,30}(?:调研|考察|视察|检查|走访|慰问|推介|招商)|致.{0,20}函|复函")
"""in the title: the speaker is a guest"""
SELVES = {"县": "县", "自治县": "县", "市辖区": "区", "县级市": "市", "旗": "旗", "自治旗": "旗"}
SELF = re.compile(r"(?:(?<![安健完齐])全|我)([县区旗])")


def infer_place(draft: Manuscript) -> Place | None:
    """Return the place that a draft is made for, where the draft leaves no doubt."""
    found = mentions(draft.text)
    spoken = [each for each in _lowest(found) if not _is_told(draft.text, each)]
    titled = [each for each in spoken if _is_title(draft, each)]
    if any(not _code(each, found) for each in titled):
        return None  # the title names one of several places of that name
    votes, often = Counter[str](), Counter[str]()
    for each in spoken:
        code = _code(each, found)
        if code:
            votes[code] += TITLE if each in titled else _weight(draft.text, each)
            often[code] += OFTEN if each in titled else 1
    code = _winner(votes, often) if votes else _by_townships(draft)
    return _place(draft, code) if code else None


def _lowest(found: list[Mention]) -> Iterator[Mention]:
    """Yield the full names in force below the province that no lower one follows: 奉节县 of 重庆市奉节县."""
    touched = {each.start for each in found}
    for each in found:
        if each.end not in touched and not each.name.short and not each.codes[0].endswith("0000"):
            yield each


def _is_told(text: str, each: Mention) -> bool:
    """Tell whether a name is only told of: 赴奉节县, 奉节县疫情."""
    organ = ORGAN_BEHIND.match(text, each.end)
    return bool(
        FRONT.search(clause_before(text, each.start))
        or BEHIND.match(text, each.end)
        or (organ and TOLD.match(text, organ.end()))
    )


def _is_title(draft: Manuscript, each: Mention) -> bool:
    passage = draft.passage_at(each.start)
    return passage.number <= TITLE_PASSAGES and _is_short(passage) and not VISIT.search(passage.text)


def _is_short(passage: Passage) -> bool:
    return len(passage.text) <= LONGEST_TITLE and passage.text[-1] not in "。；"


def _code(each: Mention, found: list[Mention]) -> str:
    """Return the one division that a name can mean here, or nothing; its superiors elsewhere in the draft decide."""
    current = [code for code in each.codes if code not in each.name.gone]
    if len(current) > 1:
        above = {
            code for other in found if len(other.codes) == 1 for code in other.codes if code.endswith("00")
        }
        for stem in (4, 2):
            near = [code for code in current if f"{code[:stem]:0<6}" in above]
            if len(near) == 1:
                return near[0]
    return current[0] if len(current) == 1 else ""


def _weight(text: str, each: Mention) -> int:
    owns = ORGAN_BEHIND.match(text, each.end) or OWNING.match(text, each.end)
    return ORGAN if owns else PLAIN


def _winner(votes: Counter[str], often: Counter[str]) -> str:
    """Return the division that counts most by far, or nothing."""
    (code, count), *rest = votes.most_common()
    if code.endswith("00") and any(each[:4] == code[:4] for each, _ in rest):
        return ""  # a city and its county: the draft may be either's
    rivals = [other for each, other in rest if not (each.endswith("00") and each[:4] == code[:4])]
    sure = count >= SURE and often[code] >= OFTEN and count >= LEAD * max(rivals, default=0)
    return code if sure else ""


def _by_townships(draft: Manuscript) -> str:
    """Return the county that has all the townships of a draft that names no county; at least two of them."""
    named = {each.name: each.counties for each in township_mentions(draft.text, ())}
    votes = Counter(code for counties in named.values() for code in counties)
    if not votes:
        return ""
    (code, count), *rest = votes.most_common(2)
    lone = any(counties == (code,) for counties in named.values())
    sure = lone and count >= TWO and count == len(named) and (not rest or rest[0][1] < count)
    return code if sure else ""


def _place(draft: Manuscript, code: str) -> Place | None:
    """Return the place of a code, unless the draft calls itself by the word of another kind of place."""
    row = division(code)
    if row is None:
        return None
    try:
        place = resolve(full_name(row))
    except PlaceError:
        return None
    selves = Counter(match[1] for match in SELF.finditer(draft.text))
    own = SELVES.get(place.kind, "")
    strange = max((count for word, count in selves.items() if word != own), default=0)
    return None if own in ("县", "区", "旗") and strange > selves[own] else place
