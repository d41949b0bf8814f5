"""来X返X: the set expressions for people coming from elsewhere, and nicknames; whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.level_words import levels_of
from generator.checks.setting import Setting
from generator.findings import Finding, finding
from generator.manuscript import Manuscript
from generator.places.divisions import named, short_named
from generator.places.own import OwnNames

EXPRESSION, LEVEL, NICKNAME = "PL02", "PL03", "PL09"
VERBS = "来返入回抵离进"
PAIR = re.compile(rf"(?P<v>[{VERBS}])(?P<x>[一-鿿]{{1,4}}?)[、和及或/]?(?!(?P=v))[{VERBS}](?P=x)")
BRACKET = re.compile(r"[来返入回抵离](?:（[来返入回抵离]）|\([来返入回抵离]\))(?P<x>[一-鿿])")
NEUTRAL = frozenset("华国乡校厂岗村家城企院馆店所司园京境")
"""来校返校, 来华返华; 京 is everybody's capital"""
NO_PLACE = frozenset("来去出往于自之不了着过一二三两几人户头手口心事时年月日此该各的")
LONGEST = 4
"""characters of a name that stands in an expression"""
SELVES = "县区市旗州省盟"


def check_set_expressions(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the expressions that name another place, or another level: 来鄂返鄂 in a speech of 奉节县."""
    if setting.place is None:
        return
    own = OwnNames(setting.place, setting.preferences.allowed_places)
    text = draft.text
    for match in PAIR.finditer(text):
        yield from _judged(text, match, match["x"], own)
    for match in BRACKET.finditer(text):
        yield from _judged(text, match, _named(text, match.start("x")), own)


def check_nicknames(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the nicknames and landmarks of other places that the settings list."""
    spared = setting.place.own_terms if setting.place else frozenset()
    for word in sorted(setting.preferences.nicknames - spared - {""}):
        for match in re.finditer(re.escape(word), draft.text):
            message = f"“{word}”是检查设定里写明不该留下的外地别称，请改成本地的"
            yield finding(NICKNAME, match.start(), match.end(), message)


def _named(text: str, start: int) -> str:
    """Return the name that stands in an expression: 我县, a name of the table, else one character."""
    if text[start] in "我本":
        return text[start : start + 2]
    longer = (text[start : start + size] for size in range(LONGEST, 1, -1))
    return next((name for name in longer if short_named(name) or named(name)), text[start])


def _judged(text: str, match: re.Match[str], name: str, own: OwnNames) -> Iterator[Finding]:
    if name in NEUTRAL or (len(name) == 1 and name in NO_PLACE) or _is_own(name, own):
        return
    end = max(match.end(), match.start("x") + len(name))
    what = text[match.start() : end]
    place = own.place
    fix = place.words.get("来县返县", "")
    hint = f"，本地可以写“{fix}”" if fix else ""
    if name[-1] in SELVES and (len(name) == 1 or name[0] in "我本"):
        if name[-1] not in levels_of(place):
            message = f"“{what}”里的“{name}”不是{place.name}的级别{hint}"
            yield finding(LEVEL, match.start(), end, message)
        return
    if len(name) > 1 and not (short_named(name) or named(name)):
        return
    message = f"“{what}”说的不是{place.name}，是从别处的稿子里留下来的{hint}"
    yield finding(EXPRESSION, match.start(), end, message)


def _is_own(name: str, own: OwnNames) -> bool:
    """Tell whether a name or abbreviation may be the place's own, or that of one above it."""
    if len(name) == 1:
        return name in own.letters
    return name in own.texts or any(name in (row.short, row.name) for row in own.rows)
