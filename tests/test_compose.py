"""拼装: what the brief chooses, what is left out, what follows from the date and the place."""

from datetime import date

import pytest

from generator.compose.context import season
from generator.layout import Role, text_of
from generator.library import Library
from generator.pipeline import generate


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ((2026, 1, 20), "冬季"),
        ((2026, 2, 3), "冬季"),
        ((2026, 2, 4), "春季"),
        ((2026, 5, 5), "夏季"),
        ((2026, 8, 7), "秋季"),
        ((2026, 11, 6), "秋季"),
        ((2026, 11, 7), "冬季"),
        ((2026, 12, 31), "冬季"),
    ],
)
def test_the_season_follows_the_solar_terms(day, expected):
    assert season(date(*day)) == expected


def test_the_brief_may_name_its_own_season(brief):
    path = brief("字数: 4500\n参数: {季节: 秋冬季}\n", topic="安全生产")
    texts = [text_of(generate(path, Library(), {"种子": str(seed)}).paragraphs) for seed in range(5)]
    assert any("秋冬季" in text for text in texts)
    assert not any("秋季" in text.replace("秋冬季", "") for text in texts)


def test_a_follow_up_stands_only_behind_a_list_of_problems(brief):
    way = "部分: [弦: {方式: 三性, 要点: [长期性, 短板]}]\n"
    bare = generate(brief(way), Library(), {})
    listed = generate(brief(way + "参数: {问题清单: [甲处堵塞, 乙处老化]}\n"), Library(), {})
    moves = {run.provenance.key.split("-")[0] for p in listed.paragraphs for run in p.runs}
    assert "通用/整改" in moves
    assert not any("整改-" in run.provenance.key for p in bare.paragraphs for run in p.runs)


@pytest.mark.parametrize(
    ("choice", "way"),
    [("[监测预警, 重点场所]", "分项"), ("[公众意识, 保障准备]", "分点")],
)
def test_points_alone_tell_which_way_is_meant(choice, way, brief):
    draft = generate(brief(f"部分: [线: {choice}]\n"), Library(), {})
    numerals = {run.text for p in draft.paragraphs for run in p.runs if run.kind.value == "编号"}
    assert {"分项": "一是", "分点": "第一，"}[way] in numerals


def test_numbering_and_layout_of_a_part_can_be_changed(brief):
    choice = "{方式: 分项, 编号: （一）, 排版: 独行, 要点: [监测预警, 重点场所]}"
    draft = generate(brief(f"部分: [线: {choice}]\n"), Library(), {})
    headings = [p.text for p in draft.paragraphs if p.role is Role.HEADING]
    assert [heading[:3] for heading in headings[1:]] == ["（一）", "（二）"]


def test_a_district_of_streets_hears_nothing_of_villages(brief):
    for seed in range(8):
        draft = generate(brief("字数: 4500\n", place="渝中区"), Library(), {"种子": str(seed)})
        text = text_of(draft.paragraphs)
        assert "乡镇" not in text
        assert "村" not in text.replace("农业农村", "")


def test_the_place_may_be_described_in_the_brief(brief):
    place = "{名称: 义乌市, 机构: {教育局: 市教育与体育局}}"
    text = "部分: [线: {方式: 分项, 要点: [重点场所, 宣传引导, 科学防护]}]\n字数: 2500\n"
    texts = [
        text_of(generate(brief(text, place=place), Library(), {"种子": str(s)}).paragraphs) for s in range(6)
    ]
    assert any("市教育与体育局" in text for text in texts)
    assert not any("市教育部门" in text for text in texts)


def test_a_phrase_is_used_once_and_neighbours_begin_differently(brief):
    for seed in range(10):
        draft = generate(brief(), Library(), {"种子": str(seed)})
        keys = [
            run.provenance.key
            for p in draft.paragraphs
            for run in p.runs
            if run.provenance.origin == "语句库"
        ]
        order = list(dict.fromkeys(keys))
        assert len(order) == sum(1 for a, b in zip([None, *keys], keys, strict=False) if a != b)


@pytest.mark.parametrize("length", [3000, 4000])
def test_the_speech_comes_near_the_length_asked_for(length, brief):
    for seed in range(5):
        draft = generate(brief(f"字数: {length}\n部分: [弦, 线, 岗]\n"), Library(), {"种子": str(seed)})
        total = sum(len(p.text) for p in draft.paragraphs)
        assert abs(total - length) <= 0.05 * length


SKELETON = """名称: 小会
字数: {默认: 60, 最少: 10, 最多: 200}
参数: {期限: {类型: 文本, 可重: 2}}
标题: 讲话
开头: {环节: [甲]}
部分: {正文: {环节: [乙, 丙, {可添: 丁}]}}
结尾: {环节: [戊]}
"""


def small(tmp_path, phrases):
    """Return a library with one small skeleton and these phrases, one move a line."""
    (tmp_path / "skeletons").mkdir()
    (tmp_path / "skeletons" / "小会.yaml").write_text(SKELETON, "utf-8")
    (tmp_path / "phrasebank" / "小事").mkdir(parents=True)
    (tmp_path / "phrasebank" / "小事" / "主题.yaml").write_text("主题: 小事\n", "utf-8")
    (tmp_path / "phrasebank" / "小事" / "语句.yaml").write_text(phrases, "utf-8")
    return Library((tmp_path,))


def test_no_two_phrases_treat_the_same_matter_while_there_is_a_choice(brief, tmp_path):
    moves = {"甲": "接种", "乙": "接种", "丙": "接种", "丁": "接种", "戊": "接种"}
    phrases = "".join(
        f"{move}:\n  - {{号: {move}重, 讲: [{matter}, 会商], 文: {move}的人按时接种。}}\n"
        + (f"  - {{号: {move}另, 文: {move}的人先摸底。}}\n" if move in "甲乙丙" else "")
        for move, matter in moves.items()
    )
    library = small(tmp_path, phrases)
    for seed in range(20):
        draft = generate(brief(skeleton="小会", topic="小事"), library, {"种子": str(seed)})
        keys = [run.provenance.key for p in draft.paragraphs for run in p.runs]
        assert sum(key.endswith("重") for key in keys) <= 2
        assert "小事/丁重" not in keys


def test_a_fact_is_told_as_often_as_its_parameter_allows(brief, tmp_path):
    phrases = "".join(
        f"{move}:\n  - {{号: {move}限, 文: '{move}组{{{{期限}}}}前办完。'}}\n  - {{号: {move}无, 文: {move}组当天办。}}\n"
        for move in "甲乙丙丁戊"
    )
    library = small(tmp_path, phrases)
    for seed in range(20):
        path = brief("参数: {期限: 10月底}\n", skeleton="小会", topic="小事")
        text = text_of(generate(path, library, {"种子": str(seed)}).paragraphs)
        assert 1 <= text.count("10月底") <= 2
