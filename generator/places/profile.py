"""地点文件: a place as its own office describes it. Whatever the file says comes before every rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.material import Place
from generator.places.complaints import ambiguous
from generator.places.divisions import Division, ancestors, usual_name
from generator.places.errors import PlaceError
from generator.places.features import unit_features
from generator.places.kinds import Kind, kind_named, kind_names, kind_of
from generator.places.profile_keys import AS_WORDS, OF_KIND
from generator.places.resolve import candidates, find, normal
from generator.places.returning import come_and_return, neutral, province_returning
from generator.places.superiors import superiors
from generator.places.units import (
    Units,
    county_units,
    guess_kinds,
    renamed,
    township_key,
    village_key,
    with_villages,
)
from generator.places.words import Basis, basis_of, place_of, word_list

NEW = "功能区"
UNKNOWN = "县（市、区）"


def profile_place(values: Mapping[str, object]) -> Place:
    """Return the place that a profile describes.

    Args:
        values: What the file says, by the keys of PROFILE_KEYS: texts as str, lists as a sequence of
            str, 对照 as a mapping of str to str. Keys and types have been checked by the reader.
    """
    row = _known(values)
    kind = _kind(values, row)
    basis = _new(values, kind) if row is None else replace(basis_of(row), kind=kind)
    basis = _with_own_units(basis, values)
    if features := _list(values, "特征"):
        basis = replace(basis, features=frozenset(features))
    if letter := _text(values, "简称"):
        basis = replace(basis, returning=come_and_return(letter))
    return replace(
        place_of(basis, own_words(values)),
        neighbours=frozenset(_list(values, "邻近")),
        own_terms=frozenset(_list(values, "本地名词")),
        allowed=frozenset(_list(values, "可用地名")),
    )


def own_words(values: Mapping[str, object]) -> dict[str, str]:
    """Return the canonical words that a profile states outright."""
    words = {word: text for key, word in AS_WORDS.items() if (text := _text(values, key))}
    if chain := _text(values, "上级链"):
        words["省市"] = chain.removeprefix("国家、")
    known = {word for word, _, _ in word_list()}
    for key in ("机构", "词语"):
        stated = values.get(key, {})
        assert isinstance(stated, Mapping)
        for name, text in stated.items():
            words[_canonical(str(name), known, key)] = str(text)
    return words


def _canonical(name: str, known: set[str], key: str) -> str:
    """Return the word that a profile means: 卫生健康委 does for 县卫生健康委."""
    word = next((word for word in (name, f"县{name}") if word in known), "")
    if not word:
        alike = [word for word in sorted(known) if len(set(word) & set(name)) > 1][:6]
        hint = f"相近的有：{'、'.join(alike)}。" if alike else ""
        raise PlaceError(
            f"地点文件的“{key}”里有不认识的词“{name}”。{hint}", "可用的词见 jianggao place 奉节县 的左栏。"
        )
    return word


def _known(values: Mapping[str, object]) -> Division | None:
    if code := _text(values, "代码"):
        return find(code)
    name = normal(_text(values, "名称"))
    if not name:
        raise PlaceError("地点文件没有写“名称”。", "请加一行，如“名称: 万盛经开区”。")
    for text in ("".join(_list(values, "所属")) + name, name):
        found = candidates(text)
        if len(found) > 1:
            raise ambiguous(text, found)
        if found:
            return find(text)
    return None


def _kind(values: Mapping[str, object], row: Division | None) -> Kind:
    name = _text(values, "类型")
    if name and name not in kind_names():
        raise PlaceError(f"地点文件的“类型”没有“{name}”这一种。", f"可以写：{'、'.join(kind_names()[1:])}。")
    kind = kind_named(name) if name else kind_of(row) if row else kind_named(NEW)
    stated = {field: text for key, field in OF_KIND.items() if (text := _text(values, key))}
    if "self_word" in stated:
        stated.setdefault("prefix", stated["self_word"])
    return replace(kind, **stated)


def _new(values: Mapping[str, object], kind: Kind) -> Basis:
    """Return the ground for a place that the table does not have."""
    name = _text(values, "名称")
    above = _parents(_list(values, "所属"), name)
    kinds = [kind_of(row) for row in above]
    names = [usual_name(row) for row in above]
    units = county_units(kind, "镇街道", "村（社区）", frozenset({"镇", "街道"}))
    return Basis(
        name=name,
        usual=name,
        code="",
        kind=kind,
        parents=tuple(names),
        above=superiors(kind, kinds, names),
        units=units,
        peers=UNKNOWN,
        returning=neutral(kind),
        province_returning=province_returning(above[0].code),
        features=unit_features(kind, units),
    )


def _parents(names: tuple[str, ...], name: str) -> tuple[Division, ...]:
    if not names:
        raise PlaceError(
            f"名册里没有“{name}”，地点文件又没有写“所属”，不知道它的上级。", "请加一行，如“所属: [重庆市]”。"
        )
    row = find("".join(names))
    return (*ancestors(row), row)


def _with_own_units(basis: Basis, values: Mapping[str, object]) -> Basis:
    units = basis.units
    if together := _text(values, "下级"):
        units = _called(units, together, basis)
    if villages := _text(values, "村级"):
        units = with_villages(units, villages)
    if units is basis.units:
        return basis
    listed = {mark for mark in basis.features if mark in ("口岸", "沿海")}
    return replace(basis, units=units, features=unit_features(basis.kind, units) | listed)


def _called(units: Units, together: str, basis: Basis) -> Units:
    kinds = guess_kinds(together) or units.kinds
    if kinds != units.kinds:
        units = county_units(
            basis.kind, township_key(kinds), village_key(basis.kind, kinds, basis.code), kinds
        )
    return renamed(units, together)


def _text(values: Mapping[str, object], key: str) -> str:
    return str(values.get(key) or "").strip()


def _list(values: Mapping[str, object], key: str) -> tuple[str, ...]:
    found = values.get(key) or ()
    return (found,) if isinstance(found, str) else tuple(str(item) for item in found)  # type: ignore[attr-defined]
