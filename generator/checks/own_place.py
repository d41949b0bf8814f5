"""本稿地点: the place that a draft speaks for, inferred from the draft itself. Sure, or None."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from generator.checks.place_cues import BEHIND, FRONT, ORGAN_BEHIND, OWNING, TOLD, clause_before
from generator.checks.signatures import is_addressee, is_signature, is_title, signing_townships
from generator.manuscript import Manuscript
from generator.material import Place
from generator.places.divisions import division, full_name
from generator.places.errors import PlaceError
from generator.places.mentions import Mention, mentions
from generator.places.resolve import resolve
from generator.places.township_mentions import township_mentions

TITLE, ORGAN, PLAIN = 12, 3, 1
"""what a name counts for: in the title or the signature, before an organ, elsewhere"""
SURE, LEAD = 5, 2
"""the least that a place must count, and how many times as much as the next one"""
OFTEN, TWO = 3, 2
"""how often a place must be named that is not in the title; how many townships tell their county"""
MOST, SHARE = 4, 0.8
"""how many townships, and what share of all, tell their county beside a stray one"""
SELVES = {"县": "县", "自治县": "县", "市辖区": "区", "县级市": "市", "旗": "旗", "自治旗": "旗"}
BESIDES = {"县": 0, "区": 0, "旗": 0, "市": 1}
"""how many words of another level a draft may say more than of its own: a city speaks of 全县 once"""
SELF = re.compile(r"(?:(?<![安健完齐])全|我)([县区旗市])")


def infer_place(draft: Manuscript) -> Place | None:
    """Return the place that a draft is made for, where the draft leaves no doubt."""
    found = mentions(draft.text)
    spoken = [
        each
        for each in _lowest(found)
        if not _is_told(draft.text, each) and not is_addressee(draft, each.start)
    ]
    ends = {each.end: each for each in found}
    if any(_is_misplaced(each, ends) for each in spoken):
        return None  # 石家庄市凤庆县: one of the two was left from elsewhere
    titled = {
        each.start: _code(each, found)
        for each in spoken
        if is_title(draft, each.start) or is_signature(draft, each, ends)
    }
    if not all(titled.values()):
        return None  # the title names one of several places of that name
    votes, often = Counter[str](), Counter[str]()
    for each in spoken:
        if code := _code(each, found):
            votes[code] += TITLE if each.start in titled else _weight(draft.text, each)
            often[code] += OFTEN if each.start in titled else 1
    for counties in signing_townships(draft):
        if code := _narrowed(counties, found):
            votes[code] += TITLE
            often[code] += OFTEN
    code = (_winner(votes, often) if votes else "") or _by_townships(draft, votes)
    if not code or _townships_deny(draft, code):
        return None
    return _place(draft, code)


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


def _is_misplaced(each: Mention, ends: Mapping[int, Mention]) -> bool:
    """Tell whether the name that touches a name in front is of a prefecture that the division does not lie in."""
    above = ends.get(each.start)
    stems = [code[:4] for code in above.codes if not code.endswith("0000")] if above else []
    return bool(stems) and above is not None and not above.name.short and not _lies_in(each, stems)


def _lies_in(each: Mention, stems: list[str]) -> bool:
    return any(code[:4] in stems for code in each.codes)


def _code(each: Mention, found: list[Mention]) -> str:
    """Return the one division that a name can mean here, or nothing; its superiors elsewhere in the draft decide."""
    return _narrowed(tuple(code for code in each.codes if code not in each.name.gone), found)


def _narrowed(current: tuple[str, ...], found: list[Mention]) -> str:
    """Return the one code of several that lies in a prefecture or province that the draft names."""
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


def _by_townships(draft: Manuscript, votes: Counter[str]) -> str:
    """Return the county that has the townships of a draft that names no other county; at least two of them."""
    named = {each.name: each.counties for each in township_mentions(draft.text, ())}
    counties = Counter(code for codes in named.values() for code in codes)
    if not counties:
        return ""
    (code, count), *rest = counties.most_common(2)
    lone = any(codes == (code,) for codes in named.values())
    enough = count >= TWO and (count == len(named) or (count >= MOST and count >= SHARE * len(named)))
    sure = lone and enough and (not rest or rest[0][1] < count)
    above = (code, f"{code[:4]}00", f"{code[:2]}0000")
    return code if sure and all(each in above for each in votes) else ""


def _townships_deny(draft: Manuscript, code: str) -> bool:
    """Tell whether the townships of a draft are all those of another county: its title was left from elsewhere."""
    told = _by_townships(draft, Counter())
    return bool(told) and not told.startswith(code.rstrip("0") if code.endswith("00") else code)


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
    strange = max((count for word, count in selves.items() if word not in (own, "市")), default=0)
    return None if own and strange > selves[own] + BESIDES[own] else place
