"""地名的毛病: the messages for names that cannot be settled. Each says what is wrong and what to type."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from generator.places.divisions import (
    Division,
    all_divisions,
    ancestors,
    division,
    full_name,
    named,
    usual_name,
)
from generator.places.errors import PROFILE_HINT, PlaceError
from generator.places.retired import Retired, retired_named, zone

NEAR = 0.55
LONGEST = 30
"""more than any name of the table with its superiors in front; whole paragraphs get pasted too"""
OUTSIDE = "不在本程序范围内"


def ambiguous(text: str, found: Sequence[Division]) -> PlaceError:
    """Return the error for a name that several places bear, with every one of them."""
    lines = [f"  {typed(row, found)}（{_chain(row)}，代码{row.code}）" for row in found]
    listing = "\n".join(lines)
    return PlaceError(
        f"叫“{text}”的地方有{len(found)}处，请写明是哪一处：\n{listing}",
        f"照上面一行的开头写，如“{typed(found[0], found)}”，或写代码。",
    )


def typed(row: Division, others: Sequence[Division]) -> str:
    """Return the shortest name that means this division only."""
    if sum(other.name == row.name for other in others) == 1 and len(named(row.name)) == 1:
        return row.name
    above = ancestors(row)
    heads = [usual_name(above[-1]) if len(above[-1].short) < 2 else above[-1].short] if above else []
    name = "".join(heads) + row.name
    clash = [other for other in others if other != row and name == _near(other)]
    return full_name(row) if clash or row.level == 4 else name


def _near(row: Division) -> str:
    above = ancestors(row)
    return (above[-1].short if above else "") + row.name


def _chain(row: Division) -> str:
    return "、".join(part.name for part in ancestors(row)) or "省级"


def retired_error(found: Sequence[Retired]) -> PlaceError:
    """Return the error for a name that is no longer in force."""
    now = list(dict.fromkeys(name for old in found for name in old.now))
    return PlaceError(
        "；".join(old.sentence() for old in found) + "。",
        f"请改写现在的名称：{'、'.join(now)}；非用旧名不可的，{PROFILE_HINT}。",
    )


def zone_error(text: str, said: str) -> PlaceError:
    """Return the error for a 功能区, of which no table says how its organs are called."""
    if OUTSIDE in said:
        return PlaceError(f"“{text}”不适用：{said}。", "请写内地的地名。")
    because = f"（{said}）" if said else ""
    return PlaceError(
        f"“{text}”不在行政区划名册里{because}，它的机构叫什么，程序不猜。",
        f"请{PROFILE_HINT}。",
    )


def out_of_scope(row: Division) -> PlaceError:
    """Return the error for Hong Kong and Macao, whose names are known but whose words are not."""
    return PlaceError(f"“{row.name}”不适用：本程序只写内地省、市、县、乡的讲话。", "请写内地的地名。")


def failure(text: str) -> PlaceError:
    """Return the error for a name that no division has now: retired, a 功能区, or unknown."""
    if old := retired_named(text):
        return retired_error(old)
    if (said := zone(text)) is not None:
        return zone_error(text, said)
    return unknown(text)


def bad_code(text: str) -> PlaceError:
    """Return the error for a code that is not in the table."""
    if old := retired_named(text):
        return retired_error(old)
    prefixes = (text[:4] + "00", text[:2] + "0000")
    near = next((row for code in prefixes if (row := division(code))), None)
    hint = f"以{text[:2]}开头的是{full_name(near)}的代码；" if near else ""
    return PlaceError(f"没有代码为{text}的行政区划。", f"{hint}请核对六位代码，或直接写地名，如“奉节县”。")


def unknown(text: str) -> PlaceError:
    """Return the error for a name that the table does not have, with the nearest ones."""
    text = text if len(text) <= LONGEST else f"{text[:LONGEST]}……"
    near = nearest(text)
    names = "、".join(f"{full_name(row)}" for row in near)
    hint = f"相近的有：{names}。" if near else "名册里只有中国的省、市、县、乡。"
    return PlaceError(
        f"行政区划名册里没有“{text}”。{hint}",
        f"请写全名，如“奉节县”“南京鼓楼区”；开发区等功能区和名册没有的地方，{PROFILE_HINT}。",
    )


def nearest(text: str, most: int = 5) -> tuple[Division, ...]:
    """Return the divisions with the most similar names, the best first."""
    scored = [(score, row) for row in all_divisions() if (score := _likeness(text, row)) >= NEAR]
    # among equals a name that begins alike: the slip is more often in its second character
    scored.sort(key=lambda pair: (-pair[0], pair[1].name[:1] != text[:1], pair[1].code))
    return tuple(row for _, row in scored[:most])


def _likeness(text: str, row: Division) -> float:
    if not set(text[:-1]) & set(row.short):
        return 0.0
    # The short name is the better half: 奉节区 means 奉节县, not another 区.
    short = SequenceMatcher(None, text.rstrip("省市县区旗"), row.short, autojunk=False).ratio()
    return 0.6 * short + 0.4 * SequenceMatcher(None, text, row.name, autojunk=False).ratio()
