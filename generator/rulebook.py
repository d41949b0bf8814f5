"""规则库: what the checks go by: rules, lists, and what the user prefers. Plain frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from generator.diagnostics import Location, Severity


class Confidence(Enum):
    """把握: how sure a rule is of its findings; a hint is never an error."""

    CERTAIN = "确定"
    LIKELY = "很可能"
    HINT = "供参考"


class Tier(Enum):
    """来源: what a rule rests on."""

    STANDARD = "标准"
    REGULATION = "法规"
    PRACTICE = "惯例"
    HOUSE = "约定"


@dataclass(frozen=True, slots=True)
class Sample:
    """例: a text that a rule must find fault with, or must leave alone."""

    text: str
    place: str = ""
    day: date | None = None
    nicknames: frozenset[str] = frozenset()
    """别称 of the settings that belong to the example"""


@dataclass(frozen=True, slots=True)
class Rule:
    """规则: what one kind of finding is, why it matters, and its examples."""

    id: str
    slug: str
    title: str
    severity: Severity
    confidence: Confidence
    tier: Tier
    basis: str
    """依据: the standard, regulation or practice itself"""
    reason: str
    """理由: what happens when it slips through; printed by list rules and docs/rules"""
    location: Location
    pattern: str = ""
    """模式: a regular expression; a rule without one is a function of the checks"""
    exception: str = ""
    """例外: where this matches around the find, it is no fault"""
    message: str = ""
    """说法: may name {原文} and {改法}"""
    replacement: str | None = None
    """换成: as in a substitution of regular expressions"""
    safe: bool = False
    bad: tuple[Sample, ...] = ()
    good: tuple[Sample, ...] = ()


@dataclass(frozen=True, slots=True)
class WrongWord:
    """错字: characters that are wrong, alone or in a context, and what they should be."""

    wrong: str
    right: tuple[str, ...]
    pattern: str
    exceptions: tuple[str, ...]
    severity: Severity
    safe: bool
    basis: str
    bad: str
    good: str
    location: Location


@dataclass(frozen=True, slots=True)
class SetPhrase:
    """固定表述: a wording that stays as it is, with its licensed forms and its time."""

    text: str
    forms: tuple[str, ...]
    since: date | None
    until: date | None
    basis: str
    bad: str
    good: str
    location: Location


@dataclass(frozen=True, slots=True)
class Rulebook:
    """规则库: all rules and the lists that they look things up in."""

    rules: Mapping[str, Rule]
    wrong_words: tuple[WrongWord, ...] = ()
    set_phrases: tuple[SetPhrase, ...] = ()
    idioms: frozenset[str] = frozenset()
    doubles: frozenset[str] = frozenset()
    """叠词: doublings that are right, e.g. 牢牢"""
    words: frozenset[str] = frozenset()
    """常用词: ordinary words of two and three characters, to tell where a word ends"""
    sounds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """读音: the sounds of each character, tones apart"""


@dataclass(frozen=True, slots=True)
class Waiver:
    """免查: a finding that the user has looked at and lets stand, with the reason."""

    rule: str
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Preferences:
    """检查设定: what .jianggao.yaml and the options ask for."""

    place: str = ""
    select: tuple[str, ...] = ()
    """只查: ids or beginnings of ids, e.g. PL; empty for all"""
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    accepted: frozenset[str] = frozenset()
    """认可的词: a finding whose words are one of these is dropped"""
    allowed_places: frozenset[str] = frozenset()
    """可用地名: other places that may be named"""
    nicknames: frozenset[str] = frozenset()
    """别称: nicknames and landmarks of other places that must not be left, e.g. 诗城"""
    waivers: tuple[Waiver, ...] = ()
