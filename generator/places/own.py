"""本地名: every name that a draft of a place may use of itself: its own, those above it, those below it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.material import Place
from generator.places.divisions import Division, alias_named, ancestors, division, named, short_named
from generator.places.mentions import Mention
from generator.places.tables import keyed
from generator.places.townships import all_below, township_kind


@dataclass(frozen=True)
class OwnNames:
    """本地名: which names of divisions and townships belong to a place."""

    place: Place
    allowed: frozenset[str] = frozenset()
    """可用地名 of the settings"""

    @cached_property
    def rows(self) -> tuple[Division, ...]:
        """Return the divisions above the place and itself, the province first; a township ends with its county."""
        row = division(self.place.code[:6])
        if row:
            return (*ancestors(row), row)
        return tuple(found[0] for name in self.place.parents if (found := _any_named(name)))

    @cached_property
    def codes(self) -> frozenset[str]:
        """Return the codes of the divisions above the place and its own, and of those allowed."""
        stated = (row.code for name in self.place.parents for row in _any_named(name))
        near = {code for code in stated if code.startswith(self.place.code[:2])}
        listed = (row.code for name in self.allowed | self.place.allowed for row in _any_named(name))
        return frozenset({row.code for row in self.rows} | near | set(listed))

    @cached_property
    def texts(self) -> frozenset[str]:
        """Return the names that are the place's own by their letters."""
        place = self.place
        usual = place.words.get("县惯称", "")
        return frozenset(
            {place.name, usual, *place.parents, *self.allowed, *place.allowed, *place.own_terms} - {""}
        )

    @cached_property
    def townships(self) -> frozenset[str]:
        """Return the full names of its townships; those of its superior, where the table has none of its own."""
        if len(self.place.code) > 6:
            return frozenset({self.place.name})
        levels = (all_below(row) for row in reversed(self.rows))
        return next(
            (names for found in levels if (names := frozenset(each.name for each in found))), frozenset()
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        """Return its townships without their kind: 白帝乡 became 白帝镇, and both are its own."""
        return frozenset(name.removesuffix(township_kind(name)) for name in self.townships)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Return the characters that may stand for the place or those above it in 来X返X."""
        names = [self.place.name, *self.texts]
        for row in self.rows:
            listed = keyed("abbreviations").get(row.code, {})
            names += [row.name, row.short, listed.get("首选", ""), listed.get("又称", "")]
        names += [self.place.words.get("来县返县", ""), self.place.words.get("来省返省", "")]
        return frozenset("".join(names)) - frozenset("（）、来返县市区省旗州盟族自治")

    def has(self, mention: Mention) -> bool:
        """Tell whether a mention may be of the place, of one above it or of one below it."""
        by_letters = mention.name.text in self.texts and mention.codes == mention.name.all_codes
        if by_letters or self.codes & set(mention.codes):
            return True
        if mention.name.short and any(row.name.startswith(mention.name.text) for row in self.rows):
            return True  # 科尔沁沙地 in a draft of 科尔沁左翼后旗
        code = self.place.code
        prefix = code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else ""
        return bool(prefix) and any(each.startswith(prefix) for each in mention.codes)

    def is_superior(self, mention: Mention) -> bool:
        """Tell whether a mention may be of the place or of one above it, and not of one that is allowed."""
        return mention.name.text in {self.place.name, *self.place.parents} or any(
            row.code in mention.codes for row in self.rows
        )

    def was(self, mention: Mention) -> bool:
        """Tell whether a mention is a retired name of the area of the place."""
        return bool(mention.name.gone) and any(
            code in mention.codes and code[:2] == self.place.code[:2] and self.place.name in _now(code)
            for code in mention.name.gone
        )


def _now(code: str) -> list[str]:
    return keyed("retired")[code]["今属"].split("、")


def _any_named(name: str) -> tuple[Division, ...]:
    return (*named(name), *alias_named(name), *short_named(name))
