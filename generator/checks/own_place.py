"""本稿地点: the place that a draft speaks for, inferred from the draft itself. Sure, or None."""

from __future__ import annotations

import re
from collections import Counter

from generator.checks.place_cues import BEHIND, FRONT, ORGAN_BEHIND, OWNING, TOLD, clause_before
from generator.manuscript import Manuscript
from generator.material import Place
from generator.places.divisions import division, full_name
from generator.places.errors import PlaceError
from generator.places.mentions import Mention, mentions
from generator.places.resolve import resolve
from generator.places.township_mentions import township_mentions

TITLE, ORGAN, PLAIN = 6, 3, 1
"""what a name counts for: in the title, before an organ, elsewhere"""
SURE, LEAD = 4, 2.0
"""the least that a place must count, and how often more than the next one of another county"""
TITLE_PASSAGES, LONGEST_TITLE = 3, 60
TWO = 2
VISIT = re.compile("在.{2,30}(?:调研|考察|视察|检查|走访|慰问|推介|招商)")
"""in the title: the speaker is a guest"""
SELVES = {"县": "县", "自治县": "县", "市辖区": "区", "县级市": "市", "旗": "旗", "自治旗": "旗"}
SELF = re.compile(r"[全我](?=([县区旗市]))(?<!安全)(?<!健全)(?<!完全)")


def infer_place(draft: Manuscript) -> Place | None:
    """Return the place that a draft is made for, where the draft leaves no doubt."""
    found = [each for each in mentions(draft.text) if not each.name.short]
    votes = _votes(draft, found)
    code = _winner(votes) if votes else _by_townships(draft)
    return _place(draft, code) if code else None


def _winner(votes: Counter[str]) -> str:
    """Return the division that counts most by far, or nothing."""
    (code, count), *rest = votes.most_common()
    if code.endswith("00") and any(each[:4] == code[:4] for each, _ in rest):
        return ""  # a city and its county: the draft may be either's
    rivals = [other for each, other in rest if not _akin(code, each)]
    return code if count >= SURE and count >= LEAD * max(rivals, default=0) else ""


def _by_townships(draft: Manuscript) -> str:
    """Return the county that has all the townships of a draft that names no county; at least two of them."""
    named = {each.name: each.counties for each in township_mentions(draft.text, ())}
    votes = Counter(code for counties in named.values() for code in counties)
    if not votes:
        return ""
    (code, count), *rest = votes.most_common(2)
    lone = sum(counties == (code,) for counties in named.values())
    return code if lone and count >= TWO and count == len(named) and (not rest or rest[0][1] < count) else ""


def _votes(draft: Manuscript, found: list[Mention]) -> Counter[str]:
    """Return how much each division counts, by its code; one that is only told of counts for nothing."""
    text, votes = draft.text, Counter[str]()
    head = draft.passages[min(TITLE_PASSAGES, len(draft.passages)) - 1].end if draft.passages else 0
    touched = {each.start for each in found}
    for each in found:
        if each.end in touched or len(each.codes) != 1 or each.name.gone or each.codes[0].endswith("0000"):
            continue
        passage = draft.passage_at(each.start)
        before = clause_before(text, each.start)
        organ = ORGAN_BEHIND.match(text, each.end)
        if each.start < head and len(passage.text) <= LONGEST_TITLE and passage.text[-1] not in "。；":
            votes[each.codes[0]] += PLAIN if VISIT.search(passage.text) else TITLE
        elif (
            FRONT.search(before) or BEHIND.match(text, each.end) or (organ and TOLD.match(text, organ.end()))
        ):
            continue
        else:
            votes[each.codes[0]] += ORGAN if organ or OWNING.match(text, each.end) else PLAIN
    return votes


def _akin(code: str, other: str) -> bool:
    """Tell whether one division lies in the other."""
    return code[:4] == other[:4] and (code.endswith("00") or other.endswith("00"))


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
    others = sum(count for word, count in selves.items() if word in "县区旗" and word != own)
    if own in "县区旗" and own and others > selves[own] and not (own != "区" and selves["区"] >= others):
        return None
    return place
