"""外地乡镇: full names of townships that the draft's own place does not have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.place_cues import FRONT, HISTORY, clause_before
from generator.checks.setting import Setting
from generator.diagnostics import Severity
from generator.findings import Finding, finding
from generator.manuscript import Manuscript
from generator.material import Place
from generator.places.divisions import division, full_name
from generator.places.mentions import mentions
from generator.places.own import OwnNames
from generator.places.township_mentions import TownshipMention, township_mentions
from generator.places.townships import township_kind
from generator.rulebook import Confidence

FOREIGN_TOWNSHIP, REFERENCE = "PL05", "PL07"
COMMON = 4
"""a name that so many townships bear may be an old one of the place itself"""


def check_foreign_townships(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the townships of other places; one of a foreign county that is only told of is noted."""
    if setting.place is None:
        return
    own = OwnNames(setting.place, setting.preferences.allowed_places)
    if not own.townships:
        return
    text, words = draft.text, setting.book.words
    spared = own.texts | own.townships
    behind = {each.end: each for each in mentions(text, words)}
    for each in township_mentions(text, words, spared):
        if each.name in spared or each.name.removesuffix(township_kind(each.name)) in own.stems:
            continue
        above = behind.get(each.start)
        if above and not own.is_superior(above):
            continue  # the county in front has been told of
        before = clause_before(text, each.start)
        if HISTORY.search(before) or any(name in each.name for name in own.texts):
            continue
        is_told = FRONT.search(before) and not above
        yield _note(each, setting.place) if is_told else _blame(each, setting.place)


def _blame(each: TownshipMention, place: Place) -> Finding:
    where = _where(each)
    message = f"“{each.name}”不是{place.name}的乡镇（{where}）。请改成本地的；刚改了名、并了乡的，请核对"
    if len(each.counties) >= COMMON:
        return finding(
            FOREIGN_TOWNSHIP,
            each.start,
            each.end,
            message,
            severity=Severity.WARNING,
            confidence=Confidence.LIKELY,
        )
    return finding(FOREIGN_TOWNSHIP, each.start, each.end, message)


def _note(each: TownshipMention, place: Place) -> Finding:
    message = f"“{each.name}”不是{place.name}的乡镇。看来是消息或者例子，请核对"
    return finding(
        REFERENCE, each.start, each.end, message, severity=Severity.INFO, confidence=Confidence.HINT
    )


def _where(each: TownshipMention) -> str:
    """Return the county of a township, or how many there are."""
    if len(each.counties) > 1:
        return f"全国有{len(each.counties)}处，都不在这里"
    county = division(each.counties[0]) if each.counties else None
    return f"属{full_name(county)}" if county else "属外地"
