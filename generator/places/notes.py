"""说明: what a writer should know of the words of a place before they are printed."""

from __future__ import annotations

from collections.abc import Collection

from generator.material import Place
from generator.places.kinds import Kind
from generator.places.tables import override
from generator.places.units import Units


def notes_of(code: str, kind: Kind, units: Units) -> tuple[str, ...]:
    """Return the notes on a place, each a sentence."""
    only_streets = units.kinds == {"街道"} and kind.rank == "县级"
    notes = [
        override(code, "注"),
        "只有街道，没有乡镇：不选讲乡镇、农村的语句。" if only_streets else "",
        "功能区没有自己的人大、政协，讲话里一般不提四大班子。" if kind.rank == "功能区" else "",
    ]
    return tuple(note if note.endswith("。") else f"{note}。" for note in notes if note)


def unsure_note(place: Place, used: Collection[str]) -> str:
    """Return the note on those of the words used whose local form is not known, or ""."""
    forms = dict.fromkeys(place.words[word] for word in sorted(place.unsure & set(used)))
    if not forms:
        return ""
    return f"这些名称各地不一，请核对：{'、'.join(forms)}。当地叫法不同的，在地点文件的“机构”里写明。"
