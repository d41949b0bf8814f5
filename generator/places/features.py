"""特征: what a phrase may demand of a place under 适用."""

from __future__ import annotations

from generator.places.divisions import Division
from generator.places.kinds import Kind
from generator.places.tables import mentions, table
from generator.places.units import Units


def features_of(row: Division, kind: Kind, units: Units) -> frozenset[str]:
    """Return the features that follow from the units below and from the list kept by hand."""
    derived = unit_features(kind, units)
    if not mentions("features", row.code):
        return derived
    return derived | {found["特征"] for found in table("features") if found["代码"] == row.code}


def unit_features(kind: Kind, units: Units) -> frozenset[str]:
    """Return the features that follow from what a place governs."""
    rural = bool(units.kinds - {"街道"}) or "村" in units.words["村干部"]
    urban = kind.name in ("市辖区", "街道", "功能区") or not rural
    marks = {
        "农村": rural,
        "城区": urban,
        "牧区": "嘎查" in units.words["村干部"],
        "乡镇": bool(units.kinds & {"苏木", "乡", "镇"}),
        "街道": "街道" in units.kinds,
        "四大班子": kind.rank != "功能区" and kind.rank != "乡级",
    }
    return frozenset(mark for mark, holds in marks.items() if holds)


def known_features() -> frozenset[str]:
    """Return every feature that a place can have, so that a misspelt 适用 is noticed."""
    listed = {row["特征"] for row in table("features")}
    return frozenset({"农村", "城区", "牧区", "乡镇", "街道", "四大班子"}) | listed
