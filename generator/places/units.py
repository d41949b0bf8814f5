"""下级: how the townships and villages of a place are called together, from the kinds that the table counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.chinese import han_count
from generator.places.divisions import Division, below, children, parent
from generator.places.kinds import CORPS, Kind, kind_name, kind_of
from generator.places.tables import keyed, override, table

TOWNSHIPS = ("苏木", "乡", "镇", "街道")
CLASSES = ("地级市", "自治州", "地区", "盟", "旗", "县", "市", "区", "特区", "林区", "师市")
MUNICIPAL = frozenset({"110000", "120000", "310000", "500000"})
CLASS_OF = {"自治县": "县", "自治旗": "旗", "县级市": "市", "市辖区": "区", "兵团市": "师市"}
SUBURB = "之下"


@dataclass(frozen=True, slots=True)
class Units:
    """下级用语: the words for what a place governs, by the columns of subunits.tsv and villages.tsv."""

    kinds: frozenset[str]
    """the kinds of township below: 苏木、乡、镇、街道"""
    words: Mapping[str, str]

    @property
    def together(self) -> str:
        """Return the wording for all of them: 乡镇（街道）."""
        return self.words["下级"]


def township_kinds(row: Division) -> frozenset[str]:
    """Return the kinds of township that a division has, or that the counties below it have."""
    counts = row.units + "".join(part.units for part in below(row) if row.level < 3)
    return frozenset(TOWNSHIPS) & frozenset(re.findall(r"苏木|乡|镇|街道", counts))


def township_key(kinds: frozenset[str]) -> str:
    """Return the key of subunits.tsv: the kinds in the fixed order."""
    return "".join(kind for kind in TOWNSHIPS if kind in kinds)


def units_of(row: Division) -> Units:
    """Return the wording for what lies below a division."""
    own = kind_of(row)
    kinds = township_kinds(row)
    if row.level == 4:
        return township_units(own, village_key(own, _around(row), row.code))
    if row.level < 3 and children(row):
        return _class_units(row, own, kinds)
    key = override(row.code, "下级种类") or township_key(kinds) or "村（社区）"
    if not kinds and key in keyed("villages"):
        return township_units(own, key)
    kinds = kinds or frozenset(kind for kind in TOWNSHIPS if kind in key)
    return county_units(own, key, village_key(own, kinds, row.code), kinds)


def _around(row: Division) -> frozenset[str]:
    """Return the kinds that matter to the villages of one township: its own, and 苏木 of the banner."""
    county = parent(row)
    own = frozenset({kind_name(row)})
    return own | (township_kinds(county) & {"苏木"} if county and kind_name(row) != "街道" else frozenset())


def village_key(own: Kind, kinds: frozenset[str], code: str = "") -> str:
    """Return the wording for villages: 村（社区）, 社区, 嘎查村（社区）, 连队（社区）."""
    if code.startswith(CORPS):
        return "连队（社区）"
    if "苏木" in kinds:
        return "嘎查村（社区）"
    return "社区" if kinds == {"街道"} else "村（社区）"


def village_words(key: str, with_streets: bool) -> dict[str, str]:
    """Return the words for villages."""
    row = dict(keyed("villages")[key])
    return row | {"村组": row["村组·有街道"] if with_streets else row["村组"]}


def county_units(own: Kind, key: str, village: str, kinds: frozenset[str]) -> Units:
    """Return the wording of a place that has townships."""
    row = dict(keyed("subunits")[key])
    words = row | village_words(village, "街道" in kinds)
    words["三级"] = row["三级·县"] if own.prefix == "县" else row["三级"]
    words["本级卫生院"] = row["卫生院"]
    return Units(kinds, _filled(words, own))


def township_units(own: Kind, village: str) -> Units:
    """Return the wording of a place that has only villages below it: a township, or 龙港市."""
    row = dict(keyed("subunits")[village])
    words = row | village_words(village + SUBURB, False)
    clinic = "社区卫生服务中心" if own.name == "街道" or village == "社区" else f"{own.prefix}卫生院"
    kinds = frozenset({own.name}) & frozenset(TOWNSHIPS)
    return Units(kinds, _filled(words | {"本级卫生院": clinic}, own, village))


def _filled(words: Mapping[str, str], own: Kind, village: str = "") -> dict[str, str]:
    levels = words["三级"].format(机构=own.prefix, 村=village or words["村"])
    # 东莞市 is a prefecture that has townships: its row of forms.tsv asks for 多级 all the same.
    return {**words, "三级": levels, "多级": levels}


def _class_units(row: Division, own: Kind, kinds: frozenset[str]) -> Units:
    """Return the wording of a prefecture or province, whose units are counties or prefectures."""
    name = override(row.code, "下级") or class_wording(row)
    village = village_words(village_key(own, kinds), "街道" in kinds)
    townships = keyed("subunits")[township_key(kinds) or "村（社区）"]["下级"]
    words = {
        "下级": name,
        "下级党委": f"{name}委" if len(name) == 1 else f"{name}党委",
        "下级政府": f"{name}政府",
        "下级党政": f"{name}党委、政府",
        "卫生院": "基层医疗卫生机构",
        "本级卫生院": "基层医疗卫生机构",
        "多级": _all_levels(own, name, below(row), townships, village["村"]),
        "三级": "",
    }
    return Units(kinds, words | village)


def _all_levels(own: Kind, name: str, inside: Iterable[Division], townships: str, village: str) -> str:
    if own.name == "省":
        return "省市县乡村五级"
    if own.rank == "省级" and own.name != "直辖市":
        counties = _class_name(_classes(part for part in inside if part.level == 3))
        return f"{own.prefix}、{name}、{counties}、{townships}、{village}五级"
    if name.startswith("县") and len(own.self_word) == 1 and "嘎查" not in village:
        return f"{own.self_word}县乡村四级"
    # 三沙市 has districts and nothing between them and the villages.
    levels = list(dict.fromkeys((own.self_word, name, townships, village)))
    return "、".join(levels) + f"{han_count(len(levels))}级"


def class_wording(row: Division) -> str:
    """Return the wording for the divisions directly below: 县（市、区）, 旗县区, 市（州）."""
    inside = children(row)
    return _class_name(
        _classes(part for part in inside if part.level == row.level + 1 or row.code in MUNICIPAL)
    )


def _classes(rows: Iterable[Division]) -> set[str]:
    return {CLASS_OF.get(kind, kind) for kind in map(kind_name, rows)} - {"师市"}


def _class_name(found: set[str]) -> str:
    return keyed("classes")["".join(kind for kind in CLASSES if kind in found)]["通称"]


def guess_kinds(together: str) -> frozenset[str]:
    """Return the kinds of township that a wording speaks of: 镇街 means 镇 and 街道."""
    marks = {"苏木": "苏木", "乡": "乡", "镇": "镇", "街": "街道", "办": "街道"}
    return frozenset(kind for mark, kind in marks.items() if mark in together)


def renamed(units: Units, together: str) -> Units:
    """Return the wording with a local name for all the townships: 镇街 for 镇（街道）."""
    old = units.together
    named = ("下级", "下级党委", "下级党政", "三级", "多级")
    words = {key: text.replace(old, together) if key in named else text for key, text in units.words.items()}
    return Units(units.kinds, words)


def with_villages(units: Units, village: str) -> Units:
    """Return the wording with another word for the villages."""
    row = keyed("villages").get(village)
    own = {"村": village, "村干部": f"{village}干部", "村党组织": f"{village}党组织"}
    levels = {key: units.words[key].replace(units.words["村"], village) for key in ("三级", "多级")}
    words = village_words(village, "街道" in units.kinds) if row else own
    return Units(units.kinds, {**units.words, **words, **levels})


def peers_of(row: Division) -> str:
    """Return 县（市、区）: what the superior calls all of its units of this rank together."""
    above = parent(row)
    if above is None:
        return "省（区、市）"
    if row.level != 3:
        return units_of(above).together
    found = _classes(children(above))
    if above.level == 2 and len(found) == 1:
        return found.pop()  # 厦门市 has districts only, 阿里地区 counties only
    kind = "兵团" if kind_name(row) == "兵团市" else kind_name(above)
    rows = table("peers")
    fits = (r for r in rows if r["上级类型"] in ("", kind) and row.code.startswith(r["代码开头"]))
    return next(fits)["通称"]
