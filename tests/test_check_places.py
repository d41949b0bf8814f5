"""Places and levels: what is another place's is found, what only looks like it is left alone, and where it stands."""

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checking import read_rulebook
from generator.checks.own_place import infer_place
from generator.checks.run import run
from generator.checks.setting import Setting
from generator.diagnostics import Severity
from generator.gather import find_place
from generator.library import Library
from generator.manuscript import from_text
from generator.places.divisions import all_divisions
from generator.places.profile import profile_place
from generator.places.resolve import resolve
from generator.places.townships import townships
from generator.rulebook import Preferences

BOOK = read_rulebook(Library())
COUNTIES = [row for row in all_divisions() if row.level == 3]
NAMELESS = {"城区", "郊区", "矿区", "东区", "西区"}
TARGETS = (
    "奉节县",
    "渝中区",
    "义乌市",
    "达茂旗",
    "石柱县",
    "神农架林区",
    "六枝特区",
    "石河子市",
    "济源市",
    "浦东新区",
    "延吉市",
)


def findings(text, place="", **preferences):
    """Return what the rules of places find, as (rule, quote)."""
    return [(each.rule, text[each.start : each.end]) for each in full(text, place, **preferences)]


def full(text, place="", **preferences):
    known = find_place(place) if isinstance(place, str) and place else place or None
    report = run(from_text("稿", text), Setting(BOOK, Preferences(select=("PL",), **preferences), known))
    assert not report.crashes, report.crashes
    return report.findings


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("会上，云阳县委作了发言。", "奉节县", [("PL01", "云阳县委")]),
        ("对来鄂返鄂人员登记。", "奉节县", [("PL02", "来鄂返鄂")]),
        ("动员全县力量。", "渝中区", [("PL03", "全县")]),
        ("请高笋塘街道发言。", "奉节县", [("PL05", "高笋塘街道")]),
        ("这项工作，云阳县要抓紧。", "奉节县", [("PL06", "云阳县")]),
        ("赴云阳县学习。", "奉节县", [("PL07", "云阳县")]),
        ("蓟县要抓紧。", "蓟州区", [("PL08", "蓟县")]),
        ("在云阳县工作会议上的讲话", "奉节县", [("PL10", "云阳县")]),
        ("南京市鼓楼区要抓紧。", "徐州市鼓楼区", [("PL06", "南京市鼓楼区")]),
        ("鼓楼区要抓紧。", "徐州市鼓楼区", []),
    ],
)
def test_a_find_is_marked_at_the_words_themselves(text, place, expected):
    assert findings(text, place) == expected


def test_the_level_word_is_mended_to_the_form_of_the_place():
    found = full("县委、县应急管理局要求全县行动。", "渝中区")
    assert [each.edits[0].text for each in found] == ["区委", "区应急管理局", "全区"]
    assert not any(each.safe for each in found)


@pytest.mark.parametrize("target", TARGETS)
def test_the_words_of_a_place_are_its_own(target):
    place = resolve(target)
    text = "。".join(place.words.values())
    assert not [each for each in findings(text, target) if each[0] != "PL07"]


@pytest.mark.parametrize("target", TARGETS)
def test_the_townships_of_a_place_are_its_own(target):
    place = resolve(target)
    text = "、".join(row.name for row in townships(place.code)) + "要抓好落实。"
    assert findings(text, target) == []


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(COUNTIES),
    st.sampled_from(TARGETS),
    st.sampled_from(["委", "政府", "应急管理局", "干部群众"]),
)
def test_the_organ_of_any_other_county_is_an_error(county, target, organ):
    place = resolve(target)
    if county.name in NAMELESS or county.code[:4] == place.code[:4] or county.name == place.name:
        return
    text = f"下一步，由{county.name}{organ}抓好落实。"
    found = full(text, target)
    assert any(each.rule == "PL01" and each.severity is Severity.ERROR for each in found) or county.name in (
        "会同县",
        "比如县",
        "和县",
        "应县",
        "随县",
        "兴县",
        "富县",
    )


def test_a_seeded_name_is_found_almost_always():
    rng = Random(11)
    hits = total = 0
    for county in rng.sample(COUNTIES, 400):
        if county.name not in NAMELESS and county.code != "500236":
            total += 1
            text = f"要压实责任，{county.name}要把各项措施落到实处。"
            hits += bool(findings(text, "奉节县"))
    assert hits / total >= 0.98


def test_a_place_and_its_superiors_may_be_named_in_every_way():
    text = "奉节县、重庆市奉节县、奉节县委、重庆市委、白帝镇、来奉返奉、来渝返渝、进京返京。"
    assert findings(text, "奉节县") == []


def test_the_settings_and_the_profile_allow_other_places():
    text = "这项工作，云阳县要抓紧。"
    assert findings(text, "奉节县", allowed_places=frozenset({"云阳县"})) == []
    assert findings(text, "奉节县", allowed_places=frozenset({"云阳"})) == []
    assert findings(text, profile_place({"名称": "奉节县", "可用地名": ["云阳县"]})) == []
    neighbour = full(text, profile_place({"名称": "奉节县", "邻近": ["云阳县"]}))
    assert [each.severity for each in neighbour] == [Severity.INFO]


def test_a_nickname_of_the_settings_is_found_unless_the_profile_owns_it():
    text = "让诗城更美，诗城更好。"
    assert [rule for rule, _ in findings(text, nicknames=frozenset({"诗城"}))] == ["PL09", "PL09"]
    own = profile_place({"名称": "奉节县", "本地名词": ["诗城"]})
    assert findings(text, own, nicknames=frozenset({"诗城"})) == []


def test_a_zone_of_a_profile_has_the_townships_of_its_superior():
    zone = profile_place({"名称": "万盛经开区", "所属": ["重庆市"]})
    assert findings("万盛经开区党工委、管委会，全区上下，白帝镇，全市。", zone) == []
    assert findings("澥浦镇要抓紧。", zone) == [("PL05", "澥浦镇")]


def test_one_paragraph_has_one_note_on_places_that_are_told_of():
    found = full("近期，大连、青岛、瑞丽等地出现疫情。\n大连、青岛再次报告病例。", "奉节县")
    assert [(each.rule, len(each.related)) for each in found] == [("PL07", 2)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("在奉节县安全生产工作会议上的讲话\n同志们：\n全县要抓紧。", "奉节县"),
        ("在鼓楼区工作会议上的讲话\n南京市已作部署。", "鼓楼区"),
        ("在鼓楼区工作会议上的讲话\n市委已作部署。", None),
        ("在全县会议上的讲话\n县委有部署。", None),
        ("在奉节县会议上的讲话\n全区、我区、全区、全区要行动。", None),
        ("讲话\n澥浦镇、骆驼街道作了发言。", "镇海区"),
        ("在奉节县调研座谈会上的讲话\n同志们好。", None),
        ("讲话\n赴奉节县、云阳县学习。奉节县疫情。", None),
        ("慰问信\n祝大家好。\n中共米林市委员会　米林市人民政府\n2024年2月5日", "米林市"),
        ("通知\n请抓好落实。\n莎车县人民政府办公室\n2024年11月18日\n附件", "莎车县"),
        ("纪要\n会议明确：\n昆山市人民政府办公室　　2025年9月5日印发", "昆山市"),
        ("总结\n我镇。\n崇明区竖新镇人民政府\n2024年12月20日", "崇明区"),
        ("方案\n落实东莞市要求。\n长安镇人民政府\n2025年4月8日", "东莞市"),
        ("方案\n抓好落实。\n长安镇人民政府\n2025年4月8日", None),
        ("在会上的讲话\n陈埭镇党委副书记\n邻近的石狮市有个案子。", "晋江市"),
        ("延安市安塞区人民政府办公室关于商请办会的函\n佛坪县人民政府办公室：\n欣悉贵县。", "安塞区"),
        ("通知\n一\n二\n莎车县人民政府办公室的同志\n来了。", None),
        ("通知\n全县、我县。\n昆山市人民政府\n2025年9月5日", None),
        ("通知\n派镇、羌纳乡、南伊珞巴民族乡。\n沂水县人民政府\n2025年9月5日", None),
        ("方案\n奉节县人民政府　云阳县人民政府\n2025年9月5日", None),
        ("", None),
    ],
)
def test_the_own_place_is_inferred_only_where_it_is_plain(text, name):
    place = infer_place(from_text("稿", text))
    assert (place and place.name) == name


@pytest.mark.parametrize(
    ("text", "place", "severity"),
    [
        ("要压实责任，云阳县要把措施落细。", "奉节县", Severity.WARNING),
        ("奋力谱写中国式现代化阳朔篇章。", "奉节县", Severity.WARNING),
        ("沿线有云阳县的三个车站。", "奉节县", Severity.INFO),
        ("厦门市湖里区倾情帮扶。", "奉节县", Severity.INFO),
        ("浚县新镇那边已经决口。", "滑县", Severity.INFO),
        ("云阳县要做好对口帮扶。", "奉节县", Severity.WARNING),
    ],
)
def test_only_a_name_that_stands_where_the_own_name_should_is_a_warning(text, place, severity):
    assert [each.severity for each in full(text, place)] == [severity]


def test_the_title_outweighs_what_was_left_in_the_body():
    text = "在奉节县工作会议上的讲话\n全县行动。云阳县委、云阳县政府高度重视。"
    assert infer_place(from_text("稿", text)).name == "奉节县"


def test_without_a_place_only_the_minority_of_level_words_is_told():
    text = "全县动员。全县排查。县委部署。全区行动。云阳县委要落实。"
    assert findings(text) == [("PL04", "全区")]


def test_a_hundred_thousand_names_yield_a_result():
    text = "云阳县委、来鄂返鄂、高笋塘街道、全区。" * 20_000
    assert len(full(text, "奉节县")) == 80_000


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="县区市全我委、。来返（）奉节云阳和会同合作镇乡街道", max_size=60))
def test_no_text_makes_a_check_fail_or_a_place_lie_outside(text):
    for each in full(text, "渝中区"):
        assert 0 <= each.start < each.end <= len(text)
        assert re.search(r"\S", text[each.start : each.end])
