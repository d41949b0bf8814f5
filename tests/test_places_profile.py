"""The profile of a place: it overrides any derived word, and makes a 功能区 out of nothing but its superiors."""

from pathlib import Path

import pytest
import yaml

from generator.places.errors import PlaceError
from generator.places.profile import profile_place
from generator.places.profile_keys import PROFILE_KEYS
from generator.places.resolve import resolve
from generator.places.words import word_list

EXAMPLES = Path(__file__).parent.parent / "examples"
ZONE = {"名称": "某某经开区", "所属": ["浙江省", "金华市"]}


def words(**values):
    """Return the words of 奉节县 with a profile."""
    return profile_place({"名称": "奉节县", **values}).words


def test_a_profile_that_says_nothing_changes_nothing():
    assert profile_place({"名称": "重庆市奉节县"}) == resolve("奉节县")


def test_a_zone_has_a_working_committee_and_every_word():
    place = profile_place(ZONE)
    assert place.kind == "功能区"
    assert place.chain == "国家、省、市"
    assert place.words["县委县政府"] == "党工委、管委会"
    assert place.words["县委书记"] == "党工委书记"
    assert place.words["县长"] == "管委会主任"
    assert place.words["县应急管理局"] == "区应急管理部门"
    assert [word for word, _, _ in word_list()] == list(place.words)
    assert all(place.words.values())
    assert "四大班子" not in place.features


def test_a_zone_in_a_district_names_the_district_above_it():
    place = profile_place({"名称": "某某园区", "所属": ["重庆市", "綦江区"]})
    assert place.chain == "国家、市、綦江区"
    assert place.words["省委市委"] == "市委、綦江区委"


@pytest.mark.parametrize(
    ("key", "value", "word", "text"),
    [
        ("用字", "开发区", "全县", "全开发区"),
        ("用字", "开发区", "县应急管理局", "开发区应急管理部门"),
        ("机构前缀", "经开区", "县领导", "经开区领导"),
        ("全境", "全开发区", "全县", "全开发区"),
        ("自称", "我开发区", "我县", "我开发区"),
        ("党委", "示范区党工委", "县委办", "示范区党工委办"),
        ("政府", "示范区管委会", "县政府办", "示范区管委会办"),
        ("首长", "主任", "县长", "主任"),
        ("书记", "工委书记", "县委书记", "工委书记"),
        ("直属", "区属", "县直", "区属"),
        ("下级", "镇街", "各乡镇", "各镇街"),
        ("下级", "街道", "乡镇党委", "街道党工委"),
        ("村级", "社区", "各村", "各社区"),
        ("简称", "万", "来县返县", "来万返万"),
        ("简称", "万盛", "来县返县", "来（返）万盛"),
        ("来返", "入万返万", "来县返县", "入万返万"),
        ("上级链", "国家、省", "省市", "省"),
        ("机构", {"县卫生健康委": "社会事业局"}, "县卫生健康委", "社会事业局"),
        ("机构", {"卫生健康委": "社会事业局"}, "县卫生健康委", "社会事业局"),
        ("词语", {"县城": "核心区"}, "县城", "核心区"),
    ],
)
def test_every_key_changes_its_words(key, value, word, text):
    assert profile_place({**ZONE, key: value}).words[word] == text


def test_a_local_name_for_the_townships_reaches_the_words_about_them():
    found = words(下级="镇乡街道")
    assert found["各乡镇"] == "各镇乡街道"
    assert found["乡镇党委"] == "镇乡街道党（工）委"
    assert found["乡镇政府"] == "乡镇政府、街道办事处"


def test_an_organ_that_the_profile_names_is_no_longer_neutral():
    place = profile_place({"名称": "赵县", "机构": {"县教育局": "县教育局"}})
    assert place.words["县教育局"] == "县教育局"
    assert "县教育部门" not in "".join(place.notes)


def test_a_place_can_be_told_to_be_of_another_kind():
    place = profile_place(
        {"名称": "济源市", "类型": "功能区", "用字": "区", "机构前缀": "示范区", "党委": "示范区党工委"}
    )
    assert place.words["全县"] == "全区"
    assert place.words["县委"] == "示范区党工委"
    assert place.words["县公安局"] == "示范区公安分局"
    assert place.sub_units == "镇（街道）"


def test_features_of_the_profile_take_the_place_of_the_derived_ones():
    assert profile_place({"名称": "奉节县", "特征": ["城区", "口岸"]}).features == {"城区", "口岸"}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "没有写“名称”"),
        ({"名称": "某某经开区"}, "所属"),
        ({"名称": "鼓楼区"}, "南京鼓楼区"),
        ({"名称": "某某经开区", "所属": ["某某省"]}, "没有“某某省”"),
        ({"名称": "奉节县", "类型": "州县"}, "类型"),
        ({"名称": "奉节县", "机构": {"县卫计委": "县卫健委"}}, "不认识的词“县卫计委”"),
        ({"名称": "奉节县", "代码": "999999"}, "999999"),
    ],
)
def test_a_profile_that_cannot_be_used_is_explained(values, said):
    with pytest.raises(PlaceError) as caught:
        profile_place(values)
    assert said in caught.value.message + caught.value.remedy


def test_an_ambiguous_name_is_settled_by_the_code_or_the_superiors():
    assert profile_place({"名称": "鼓楼区", "代码": "320106"}).code == "320106"
    assert profile_place({"名称": "鼓楼区", "所属": ["江苏省", "南京市"]}).code == "320106"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("地点-*.yaml")), ids=lambda path: path.stem)
def test_the_examples_are_profiles_that_work(path):
    values = yaml.safe_load(path.read_text(encoding="utf-8"))
    kinds = {"文本": str, "列表": list, "对照": dict}
    for key, value in values.items():
        assert isinstance(value, kinds[PROFILE_KEYS[key].type]), key
    place = profile_place(values)
    assert all(place.words.values())


def test_the_example_of_a_zone_reads_as_it_should():
    values = yaml.safe_load((EXAMPLES / "地点-开发区.yaml").read_text(encoding="utf-8"))
    place = profile_place(values)
    assert (place.name, place.chain, place.sub_units) == ("万盛经开区", "国家、市", "镇街")
    assert place.words["来县返县"] == "来（返）万盛"
