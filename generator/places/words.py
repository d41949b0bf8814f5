"""地点词: every canonical word of the closed list, in the form of one place. The rules are in the tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.material import Place
from generator.places.divisions import Division, ancestors, usual_name
from generator.places.features import features_of
from generator.places.kinds import Kind, kind_of
from generator.places.notes import notes_of
from generator.places.returning import province_returning, returning
from generator.places.superiors import Superior, chain, superior_words, superiors_of
from generator.places.tables import by_code, table
from generator.places.units import Units, peers_of, units_of

ORGANS = "部门"
OFTEN_LACKING = frozenset({"县公安局", "县人民医院", "县中医院", "县妇幼保健院"})
"""organs that a 市辖区 often lacks or that are branches of the city's"""


@dataclass(frozen=True, slots=True)
class Basis:
    """底子: what the words of a place are made from; a profile changes it before the words are made."""

    name: str
    usual: str
    code: str
    kind: Kind
    parents: tuple[str, ...]
    above: tuple[Superior, ...]
    units: Units
    peers: str
    returning: str
    province_returning: str
    features: frozenset[str]


def basis_of(row: Division) -> Basis:
    """Return what the table and the rules say of a division."""
    kind = kind_of(row)
    units = units_of(row)
    return Basis(
        name=row.name,
        usual=usual_name(row),
        code=row.code,
        kind=kind,
        parents=tuple(usual_name(part) for part in ancestors(row)),
        above=superiors_of(row),
        units=units,
        peers=peers_of(row),
        returning=returning(row, kind),
        province_returning=province_returning(row.code),
        features=features_of(row, kind, units),
    )


def place_of(basis: Basis, own: Mapping[str, str] | None = None, notes: tuple[str, ...] = ()) -> Place:
    """Return the place with all its words; own words of a profile come before every rule."""
    own = own or {}
    derived = derived_words(basis)
    words = {word: own.get(word, text) for word, (text, _) in derived.items()}
    unsure = {word for word, (_, neutral) in derived.items() if neutral}
    if basis.kind.name == "市辖区":
        unsure |= OFTEN_LACKING
    return Place(
        name=basis.name,
        code=basis.code,
        kind=basis.kind.name,
        parents=basis.parents,
        words=words,
        chain=own.get("国家省市") or chain(basis.above),
        sub_units=basis.units.together,
        features=basis.features,
        unsure=frozenset(unsure - set(own)),
        notes=notes + notes_of(basis.code, basis.kind, basis.units),
    )


def derived_words(basis: Basis) -> dict[str, tuple[str, bool]]:
    """Return every word of the closed list, each with whether its form is neutral for want of the local name."""
    atoms = atoms_of(basis)
    forms = {row["词"]: row["写法"] for row in table("forms") if _fits(row["类型"], basis.kind)}
    exact = {row["词"]: row["写法"] for row in table("forms") if basis.kind.name in row["类型"].split("、")}
    # Checked names are those of counties unless the row says otherwise: 镇卫生健康委 does not exist.
    local = {
        row["词"]: row["写法"]
        for row in reversed(by_code("organs", basis.code))
        if _fits(row["类型"] or "县级", basis.kind)
    }
    known = {**forms, **exact, **local}
    words = {}
    for row in table("words"):
        template, neutral = _template(row, known, basis.kind)
        words[row["词"]] = (template.format_map(atoms), neutral)
    return words


def _fits(kinds: str, kind: Kind) -> bool:
    return not {kind.name, kind.rank}.isdisjoint(kinds.split("、"))


def _template(row: Mapping[str, str], known: Mapping[str, str], kind: Kind) -> tuple[str, bool]:
    """Return how a word is written: the checked local form, the form all share, or the neutral one."""
    if row["词"] in known:
        form = known[row["词"]]
        return form, row["组"] == ORGANS and form == row["通称"] != row["写法"]
    if row["组"] != ORGANS:
        return row["写法"], False
    if row["写法"] and kind.rank in ("县级", "地级"):
        return row["写法"], False
    return row["通称"], row["通称"] != row["写法"]


def atoms_of(basis: Basis) -> dict[str, str]:
    """Return what may stand in braces in the tables."""
    kind = basis.kind
    return {
        **basis.units.words,
        **superior_words(basis.above, kind, basis.usual),
        "用字": kind.self_word,
        "机构": kind.prefix,
        "党委": kind.party,
        "政府": kind.government,
        "首长": kind.head,
        "县名": basis.name,
        "惯称": basis.usual,
        "来返": basis.returning,
        "来返省": basis.province_returning,
        "同级": basis.peers,
        "部门": "工作机构" if kind.rank == "乡级" else "部门",
    }


def word_list() -> tuple[tuple[str, str, str], ...]:
    """Return the closed list: word, group, explanation."""
    return tuple((row["词"], row["组"], row["说明"]) for row in table("words"))
