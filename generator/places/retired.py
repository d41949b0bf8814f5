"""旧名: names that are no longer in force, and names that never were divisions. They are explained, not replaced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.places.divisions import division
from generator.places.tables import keyed, table

LAST_EDITION = "2019-04"
"""the last revision in the source of retired.tsv: a name still in it went at some later date"""
ZONE_ENDINGS = (
    "开发区",
    "高新区",
    "经开区",
    "新区",
    "管理区",
    "示范区",
    "度假区",
    "园区",
    "保税区",
    "试验区",
    "合作区",
    "新城",
    "风景区",
)


@dataclass(frozen=True, slots=True)
class Retired:
    """旧名: a name that is gone, and what its area belongs to now."""

    code: str
    name: str
    last_seen: str
    now: tuple[str, ...]
    reason: str

    @property
    def province(self) -> str:
        """Return the short name of its province."""
        above = division(self.code[:2] + "0000")
        return above.short if above else ""

    def sentence(self) -> str:
        """Return what became of it, as a sentence."""
        now = "".join(f"“{name}”" for name in self.now)
        return f"{self.province}的“{self.name}”{self._when()}，原来的地方现在主要属于{now}"

    def _when(self) -> str:
        if "：" in self.reason:
            return "已于" + self.reason.partition("：")[2]
        year, month = self.last_seen.split("-")
        after = "以后" if self.last_seen == LAST_EDITION else "前后"
        return f"已撤销或改名（{year}年{int(month)}月{after}）"


@cache
def retired() -> tuple[Retired, ...]:
    """Return every retired name of the table."""
    return tuple(
        Retired(row["代码"], row["旧名"], row["最后见于"], tuple(row["今属"].split("、")), row["依据"])
        for row in table("retired")
    )


def retired_named(text: str) -> tuple[Retired, ...]:
    """Return the retired divisions that a text names, by name, short name, code or with the superiors in front."""
    return tuple(old for old in retired() if text == old.code or text in _spellings(old))


def _spellings(old: Retired) -> Iterator[str]:
    names = [old.name] if len(old.name) < 3 else [old.name, old.name[:-1]]
    province, prefecture = division(old.code[:2] + "0000"), division(old.code[:4] + "00")
    above = ["", province.name, province.short] if province else [""]
    if prefecture:
        above += [first + last for first in above for last in (prefecture.name, prefecture.short)]
    yield from (head + name for head in above for name in names)


def zone(text: str) -> str | None:
    """Return what is known of a name that is no division; an empty text if only its ending tells."""
    if text in keyed("zones"):
        return keyed("zones")[text]["说明"]
    return "" if text.endswith(ZONE_ENDINGS) else None
