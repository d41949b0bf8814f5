"""The words of a place: the golden table, every kind and combination of parents, and laws over all divisions."""

import re
from pathlib import Path

import pytest

from generator.places.divisions import all_divisions, full_name
from generator.places.notes import unsure_note
from generator.places.resolve import resolve
from generator.places.words import word_list

CASES = Path(__file__).parent / "data" / "places"
OWN = {"自称", "党政机关", "部门", "议事机构", "乡镇、村"}
GROUP = {word: group for word, group, _ in word_list()}
NAMES = {"县名", "县惯称", "各县区", "县区"}
COUNTIES = [row for row in all_divisions() if row.level == 3]


def cases(name):
    """Return the rows of a table of cases, each by its columns."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    columns = lines[1].removeprefix("# ").split("\t")
    return [
        pytest.param(dict(zip(columns, line.split("\t"), strict=True)), id=line.split("\t")[0])
        for line in lines[2:]
    ]


def shown(place):
    """Return what the tables of cases speak of."""
    facts = {
        "代码": place.code,
        "类型": place.kind,
        "所属": "、".join(place.parents),
        "上级链": place.chain,
        "下级": place.sub_units,
    }
    return {**place.words, **facts}


@pytest.mark.parametrize("case", cases("golden.tsv"))
def test_the_golden_table_holds_word_for_word(case):
    found = shown(resolve(case.pop("输入")))
    assert {key: found[key] for key in case} == case


@pytest.mark.parametrize("case", cases("more.tsv"))
def test_every_kind_of_place_speaks_its_own_words(case):
    found = shown(resolve(case.pop("输入")))
    assert {key: found[key] for key in case} == case


@pytest.fixture(scope="module")
def everywhere():
    """Return every county-level place, resolved from its full chain."""
    return [(row, resolve(full_name(row))) for row in COUNTIES]


def test_every_county_resolves_from_its_full_chain(everywhere):
    assert len(everywhere) >= 2845
    assert not [(row, place.code) for row, place in everywhere if place.code != row.code]


def test_every_county_resolves_from_its_code():
    assert not [row for row in COUNTIES if resolve(row.code).name != row.name]


def test_every_place_has_every_word_and_none_is_empty(everywhere):
    for row, place in everywhere:
        assert list(place.words) == list(GROUP), row
        assert not [word for word, text in place.words.items() if not text or set(text) & set("{} \t")], row


def test_no_word_names_a_level_twice(everywhere):
    for row, place in everywhere:
        for word, text in place.words.items():
            parts = text.split("、")
            assert len(parts) == len(set(parts)), (row, word, text)


def test_no_place_that_is_no_county_speaks_of_itself_as_one(everywhere):
    for row, place in everywhere:
        if place.kind in ("县", "自治县"):
            continue
        wrong = [(w, t) for w, t in place.words.items() if GROUP[w] in OWN and w not in NAMES and "县" in t]
        assert not wrong, row


def test_no_county_speaks_of_itself_as_another_kind(everywhere):
    stray = re.compile(
        r"[全我本](?:区|市|旗|州|盟)|(?:^|[、团])(?:区|市|旗|林区|特区|师市)(?:委|政|人|直|级|领|纪|总|妇)"
    )
    for row, place in everywhere:
        if place.kind in ("县", "自治县"):
            wrong = [
                (w, t)
                for w, t in place.words.items()
                if GROUP[w] in OWN and w not in NAMES and stray.search(t)
            ]
            assert not wrong, row


def test_a_municipality_has_one_level_above_its_districts(everywhere):
    for row, place in everywhere:
        if row.code[:2] in ("11", "12", "31", "50"):
            words = place.words
            assert place.chain == words["国家省市"] == "国家、市", row
            assert words["省"] == words["市"] == "市", row
            assert words["省委市委"] == "市委", row
            assert words["全省全市"] == "全市", row
            assert words["省市县三级"] in ("市县两级", "市区两级"), row


def test_a_county_level_city_names_the_city_above_it(everywhere):
    for row, place in everywhere:
        if place.kind == "县级市" and place.chain.endswith("市"):
            assert place.words["市"] == place.parents[-1], row
            assert place.words["市委"] == f"{place.parents[-1]}委", row


def test_no_other_place_is_named_but_the_parents(everywhere):
    full = {row.name for row in all_divisions() if len(row.name) > 2}
    for row, place in everywhere[::7]:
        own = {place.name, place.words["县惯称"], *place.parents}
        for text in place.words.values():
            named = {name for name in full if name in text}
            allowed = {name for name in named if any(name in mine for mine in own)}
            assert named == allowed, (row, text)


def test_a_district_of_streets_only_is_urban_and_not_rural(everywhere):
    streets = [place for _, place in everywhere if place.sub_units == "街道"]
    assert len(streets) == 197
    for place in streets:
        assert "农村" not in place.features
        assert "城区" in place.features
        assert not re.search(
            r"[乡镇村]", "".join(t for w, t in place.words.items() if GROUP[w] == "乡镇、村")
        )


@pytest.mark.parametrize(
    ("name", "features"),
    [
        ("锡林浩特市", {"农村", "牧区", "街道"}),
        ("瑞丽市", {"农村", "口岸"}),
        ("龙港市", {"城区", "沿海"}),
        ("奉节县", {"农村", "乡镇", "街道", "四大班子"}),
    ],
)
def test_features_follow_from_the_units_and_the_list(name, features):
    assert features <= resolve(name).features


@pytest.mark.parametrize(
    ("name", "word", "text"),
    [
        ("奉节县", "县卫生健康委", "县卫生健康委"),
        ("奉节县", "县教育局", "县教委"),
        ("石门县", "县卫生健康委", "县卫生健康局"),
        ("神农架林区", "县卫生健康委", "林区卫生健康委"),
        ("奈曼旗", "县卫生健康委", "旗卫生健康委"),
        ("赵县", "县卫生健康委", "县卫生健康部门"),
        ("赵县", "县应急管理局", "县应急管理局"),
        ("赵县", "县生态环境局", "生态环境部门"),
        ("渝中区", "县公安局", "区公安分局"),
        ("神农架林区", "县公安局", "林区公安局"),
        ("渝中区", "团县委", "团区委"),
        ("神农架林区", "团县委", "团林区委"),
        ("喀什地区", "县政府", "行署"),
        ("奉节县白帝镇", "县政府", "镇政府"),
        ("奉节县白帝镇", "县卫生健康委", "镇卫生健康工作机构"),
        ("南京鼓楼区湖南路街道", "县政府", "街道办事处"),
        ("南京鼓楼区湖南路街道", "县委书记", "街道党工委书记"),
        ("义乌市佛堂镇", "国家省市", "国家、省、金华市、义乌市"),
        ("渝中区", "乡镇党委", "街道党工委"),
        ("奉节县", "乡镇党委", "乡镇（街道）党（工）委"),
        ("奉节县", "乡镇政府", "乡镇政府、街道办事处"),
        ("青秀区", "全省", "全自治区"),
        ("横州市", "全省", "全区"),
        ("石河子市", "各村", "各连队（社区）"),
        ("锡林浩特市", "各村", "各嘎查村（社区）"),
    ],
)
def test_a_word_reads_as_its_office_writes_it(name, word, text):
    assert resolve(name).words[word] == text


def test_neutral_names_of_departments_are_told_to_the_writer_when_they_are_used():
    place = resolve("赵县")
    note = unsure_note(place, ["县卫生健康委", "全县"])
    assert "县卫生健康部门" in note
    assert "地点文件" in note
    assert unsure_note(place, ["全县", "县财政局"]) == ""
    assert "县卫生健康委" not in resolve("石门县").unsure
