"""级别用语: words of another level than the draft's own place: 全县 in the speech of a 区."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.checks.level_tokens import Token, tokens
from generator.checks.place_cues import BODIES
from generator.checks.setting import Setting
from generator.diagnostics import Severity
from generator.findings import Finding, finding
from generator.manuscript import Manuscript
from generator.material import Place
from generator.places.mentions import mentions
from generator.rulebook import Confidence

WRONG, MIXED = "PL03", "PL04"
SELVES = "县区旗"
"""levels of which a draft has one only; 市 may be its own or the one above"""
LEAST, SHARE = 3, 3
"""without a place: how often the majority must occur, and how many times as often as the minority"""
REGION = re.compile("自治区")
MODEL = re.compile(r"式的?$|名$|优秀$|“$|当好?$|做好?$|所有$|全国$|历任$|时任$")
HISTORY = re.compile(r"撤县|县改[区市]|撤市|撤地|撤乡")
ADDRESSEE = re.compile(r"贵([县区市旗盟省镇乡])")
"""贵县县委: the level words of that sentence are the addressee's"""
BODY = re.compile(BODIES)
POLICY = re.compile(r"以县城为|县城(?:城镇化|补短板|新型|建设|为重要载体)")
EXTRA = {
    "兵团市": frozenset("师市"),
    "林区": frozenset("区"),
    "特区": frozenset("区"),
    "功能区": frozenset("区市"),
    "419001": frozenset("区"),
}
"""levels that a kind of place or one place has besides: 济源 is a city and a 示范区"""
TOWNSHIPS = ("镇", "乡", "街道", "苏木", "区公所")
ZONE = re.compile(r"[发新经园范业假理库灌矿林护景街片港贸城]区|园区")
"""a zone that 全区 in the same sentence may speak of"""
REGION_WORDS = frozenset({"whole", "grade", "weak"})
"""of these 区 may be the 自治区 above"""


def check_level_words(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the words of a level that is neither the draft's own nor one above it."""
    found = list(tokens(draft.text))
    if not found:
        return
    named = [
        (each.start, each.end) for each in mentions(draft.text, setting.book.words) if len(each.name.text) > 1
    ]
    free = _free(draft.text, found, named)
    if setting.place is None:
        yield from _minority(draft, free)
    else:
        yield from _wrong(draft, free, setting.place, named)


def _free(text: str, found: list[Token], named: list[tuple[int, int]]) -> list[Token]:
    """Return the compounds that do not begin inside a name: 云阳县委 says of which 县 it is."""
    inside = {place for start, end in named for place in range(start, end)}
    ends = {end for _, end in named}
    return [
        each
        for each in found
        if each.start not in inside
        and each.at not in inside
        and each.start not in ends
        and not _is_shared(text, each, ends)
    ]


def _is_shared(text: str, each: Token, ends: set[int]) -> bool:
    """Tell whether a name in front of the organ before owns this one too: 滨城区委、区政府."""
    if each.kind != "organ" or text[each.start - 1 : each.start] != "、":
        return False
    owners = (each.start - size for size in range(2, 7))
    return any(
        end in ends and text[end - 1] == each.level and BODY.fullmatch(text, end, each.start - 1)
        for end in owners
    )


def levels_of(place: Place) -> frozenset[str]:
    """Return the characters of the place's own level and of those above it."""
    chain = place.chain.split("、")
    above = frozenset(
        "自治区" if part == "自治区" else part[-1] for part in chain if part not in ("国家", "地区")
    )
    own = frozenset(place.words.get("全县", "")[-1:])
    return above | own | EXTRA.get(place.kind, frozenset()) | EXTRA.get(place.code, frozenset())


def _wrong(
    draft: Manuscript, found: list[Token], place: Place, named: list[tuple[int, int]]
) -> Iterator[Finding]:
    text = draft.text
    right = levels_of(place)
    region = "自治区" in place.chain or place.kind == "自治区"
    higher = place.code.endswith("00") or (not place.code and place.kind in ("地级市", "自治州"))
    for each in found:
        if each.level in right or (each.level in "镇乡" and place.kind not in TOWNSHIPS):
            continue
        if each.level == "区" and region and each.kind in REGION_WORDS:
            continue
        if each.level == "省" and each.weak:
            continue  # 省级 and 省内 are said in 重庆 and in 广西 too
        if higher and (each.kind != "whole" or each.level in "镇乡"):
            continue  # a city's speech may speak of 县委 and 县直
        if _is_spared(text, each, named):
            continue
        yield _told(draft.text, each, place, _grade(text, each, right, region or higher))


def _grade(text: str, each: Token, right: frozenset[str], loose: bool) -> Severity | None:
    """Return how grave a word is, where it is not the error that the rule says."""
    begin = max(text.rfind(mark, max(0, each.start - 80), each.start) for mark in "。！？\n") + 1
    if (
        each.level == "区"
        and each.kind == "whole"
        and ZONE.search(text, max(begin, each.start - 80), each.start)
    ):
        return Severity.INFO
    if each.weak or each.level == "市" or (loose and each.level == "区") or right >= frozenset("县区"):
        return Severity.WARNING
    return None


def _is_spared(text: str, each: Token, named: list[tuple[int, int]]) -> bool:
    """Tell whether the word speaks of another place or of the past."""
    begin = max(text.rfind(mark, max(0, each.start - 60), each.start) for mark in "。！？\n") + 1
    before = text[max(begin, each.start - 60) : each.start]
    if any(match[1] == each.level for match in ADDRESSEE.finditer(before)):
        return True
    if HISTORY.search(text, max(begin, each.start - 40), each.end + 40):
        return True
    if each.kind in ("organ", "head") and MODEL.search(before[-4:]) and text.startswith("书记", each.end):
        return True
    return each.level == "县" and POLICY.search(text, max(0, each.start - 2), each.end + 8) is not None


def _told(text: str, each: Token, place: Place, severity: Severity | None) -> Finding:
    word = text[each.start : each.end]
    fix = _remedy(word, each, place)
    hint = f"应为“{fix}”" if fix else "请改成本地的说法"
    message = f"“{word}”不是{place.name}的说法，{hint}"
    confidence = Confidence.LIKELY if severity else None
    return finding(WRONG, each.start, each.end, message, fix, severity=severity, confidence=confidence)


def _remedy(word: str, each: Token, place: Place) -> str | None:
    """Return what the place says for the word, where one character's change is all."""
    whole = place.words.get("全县", "")
    if each.level in "省州盟市" and each.level not in SELVES:
        return None
    canonical = word.replace(each.level, "县", 1)
    if canonical in place.words:
        return place.words[canonical]
    return (
        word.replace(each.level, whole[-1], 1)
        if len(whole) == 2 and place.kind not in ("林区", "特区")
        else None
    )


def _minority(draft: Manuscript, found: list[Token]) -> Iterator[Finding]:
    """Yield the few words of one level in a draft that calls itself by another throughout."""
    strong = [each for each in found if not each.weak and each.level in SELVES + "市"]
    region = REGION.search(draft.text)
    counted = [each for each in strong if not (region and each.level == "区" and each.kind in REGION_WORDS)]
    votes = Counter(each.level for each in counted)
    selves = {level: count for level, count in votes.items() if level in SELVES}
    if not selves:
        return
    major = max(selves, key=lambda level: selves[level])
    if _speaks_as_city(draft.text, selves[major], votes["市"]):
        major = "市"
    for each in counted:
        if each.level in (major, "市") or votes[major] < max(LEAST, SHARE * votes[each.level]):
            continue
        if (major == "市" and each.kind != "whole") or _is_spared(draft.text, each, []):
            continue
        word = draft.text[each.start : each.end]
        right = word.replace(each.level, major, 1)
        message = f"全文多处说“{major}”，这里却是“{word}”，疑为“{right}”。请核对"
        yield finding(MIXED, each.start, each.end, message, right)


def _speaks_as_city(text: str, counties: int, cities: int) -> bool:
    """Tell whether a draft is that of a city: it says 我市 or 全市 many times more than 全县 or 全区."""
    return cities >= max(LEAST, SHARE * counties) and ("我市" in text or text.count("全市") >= LEAST)
