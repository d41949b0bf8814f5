"""说明: what a writer should know of the words of a place before they are printed."""

from __future__ import annotations

from collections.abc import Collection

from generator.places.kinds import Kind
from generator.places.tables import override
from generator.places.units import Units

CHOOSE = "当地叫法不同的，在地点文件的“机构”里写明"


def notes_of(
    code: str, kind: Kind, units: Units, neutral: Collection[str], own: Collection[str]
) -> tuple[str, ...]:
    """Return the notes on a place, each a sentence."""
    notes = [
        override(code, "注"),
        _neutral_note(neutral),
        _district_note(kind, own),
        "只有街道，没有乡镇：不选讲乡镇、农村的语句。"
        if units.kinds == {"街道"} and kind.rank == "县级"
        else "",
        "功能区没有自己的人大、政协，讲话里一般不提四大班子。" if kind.rank == "功能区" else "",
    ]
    return tuple(note if note.endswith("。") else f"{note}。" for note in notes if note)


def _neutral_note(neutral: Collection[str]) -> str:
    if not neutral:
        return ""
    return f"名称各地不一，用了中性写法：{'、'.join(neutral)}。{CHOOSE}"


def _district_note(kind: Kind, own: Collection[str]) -> str:
    if kind.name != "市辖区" or "县公安局" in own:
        return ""
    return (
        f"市辖区的公安多为市公安局的分局，写作“区公安分局”；区人民医院、区中医院等也不是每个区都有。{CHOOSE}"
    )
