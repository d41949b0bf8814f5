"""The laws over everything shipped: skeletons × heading sets × ways × examples × seeds × places."""

import re
from itertools import combinations, pairwise, permutations
from pathlib import Path

import pytest

from generator.catalogue import read_catalogue
from generator.chinese import characters, sentences
from generator.layout import Role, text_of
from generator.library import Library
from generator.pipeline import generate
from tests.conftest import EXAMPLES

LIBRARY = Library()
SEEDS = range(50)
LENGTHS = {
    "01": 2339,
    "02": 3590,
    "03": 8039,
    "04": 871,
    "05": 4058,
    "06": 646,
    "07": 1743,
    "08": 2339,
    "09": 1415,
}
"""how long the kind of text is that the example stands for"""
MARKS = {
    "标": r"[一二三四五]、",
    "节": r"（[一二三四五六七八九]）",
    "条": r"\d+\.",
    "要": r"[一二三四五六七]要",
    "是": r"[一二三四五六七]是",
    "第": r"第[一二三四五]，",
    "首": r"(?:首先|其次|最后)，",
    "从": r"从.{2,12}来看",
}
SHAPES = {
    "01": "段标段首{3}标段是{3}标段(?:是{4}|要{4})段",
    "02": "段标段从{3}标段是{6}标段(?:是{4}|要{4})段",
    "03": "段标段第{3}标段(?:节段{4,6}){5}标段要{5}段",
    "04": "[段首]+",
    "05": "段标段要{4}标段(?:第要*){4}标段(?:是{4}|要{4})段",
    "06": "段+",
    "07": "段标(?:节段+){2}标(?:节条{3})?(?:节段){5}标段标段(?:段节{4})?段*",
    "08": "段标段首{3}标段是{4}标段(?:是{4}|要{4})段",
    "09": "段+",
}
"""the parts and numerals of the kind of text that the example stands for, a sign a paragraph"""
DEPLOYMENT = ("疫情防控", "安全生产", "防汛抗旱", "森林草原防灭火")
HAN = "一二三四五六七八九十"


def drafts(path, seeds=SEEDS, **overrides):
    """Return the text of an example for each seed."""
    return [generate(path, LIBRARY, {"种子": str(seed), **overrides}) for seed in seeds]


def body(draft):
    """Return the sentences of the speech proper, without title, date and salutation."""
    found = []
    for paragraph in draft.paragraphs:
        if paragraph.role is Role.BODY:
            found += sentences(paragraph.text)
    return found


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.stem)
def example(request):
    return request.param, drafts(request.param)


def test_no_sentence_occurs_twice(example):
    for draft in example[1]:
        found = body(draft)
        repeated = {text for text in found if found.count(text) > 1}
        assert not repeated, (draft.speech.seed, repeated)


def test_nothing_is_left_open(example):
    for draft in example[1]:
        text = text_of(draft.paragraphs)
        assert not draft.gaps
        assert not re.search(r"\{\{|\}\}|[Xx×]{1,2}(?=[县区市年月])|XX|【", text)


def test_every_fact_of_the_example_is_told(example):
    path, found = example
    untold = [name for draft in found for name in draft.unused]
    assert len(untold) <= len(found) * 0.5, (path.name, {name: untold.count(name) for name in untold})


def test_headings_are_in_sequence_and_of_one_set(example):
    for draft in example[1]:
        headings = [p.text for p in draft.paragraphs if p.role is Role.HEADING and p.level == 1]
        assert [heading[:2] for heading in headings] == [f"{HAN[n]}、" for n in range(len(headings))]
        bare = tuple(heading[2:] for heading in headings)
        rows = draft.material.skeleton.body.heading_sets
        context = draft.material.context
        sets = [tuple(t.text(context) for t in row.headings.values()) for row in rows]
        assert bare in sets or not rows


def test_run_in_numerals_are_in_sequence(example):
    for draft in example[1]:
        for paragraph in draft.paragraphs:
            series = re.findall(r"(?:^|[。：])([一二三四五六七八九十]+)[要是](?=\S)", paragraph.text)
            for before, now in pairwise(series):
                assert now == "一" or HAN.index(now) == HAN.index(before) + 1, series


def test_stated_counts_are_right(example):
    for draft in example[1]:
        text = text_of(draft.paragraphs)
        parts = sum(1 for p in draft.paragraphs if p.role is Role.HEADING and p.level == 1)
        for stated in re.findall(r"[讲提说谈](.)[点条](?:意见|要求|想法|看法)", text):
            assert stated == "零一两三四五"[parts], stated


def test_the_length_is_that_of_the_model_text(example):
    path, found = example
    target = LENGTHS.get(path.stem[:2])
    for draft in found:
        length = sum(characters(p.text) for p in draft.paragraphs)
        _, least, most = draft.material.skeleton.length
        assert least <= length <= most
        if target:
            assert abs(length - target) <= 0.15 * target, (draft.speech.seed, length)


def test_parts_and_numerals_are_those_of_the_model_text(example):
    path, found = example
    shape = SHAPES.get(path.stem[:2], "")
    for draft in found if shape else ():
        told = [p.text for p in draft.paragraphs if p.role in (Role.HEADING, Role.BODY)]
        signs = "".join(next((m for m, mark in MARKS.items() if re.match(mark, text)), "段") for text in told)
        assert re.fullmatch(shape, signs), (draft.speech.seed, signs)


def test_two_seeds_share_little(example):
    bodies = [set(body(draft)) for draft in example[1]]
    shares = [len(a & b) / min(len(a), len(b)) for a, b in combinations(bodies, 2)]
    assert sum(shares) / len(shares) <= 0.5
    # in a short text a few sentences are a large share
    assert max(shares) <= (0.6 if min(map(len, bodies)) >= 40 else 0.8), max(shares)


def test_the_same_seed_gives_the_same_text(example):
    path, found = example
    for draft in found[:10]:
        again = generate(path, LIBRARY, {"种子": str(draft.speech.seed)})
        assert again.paragraphs == draft.paragraphs


def ways():
    """Yield (topic, heading set, opening, way of 弦, way of 线, way of 岗, closing) so that each value occurs."""
    rows = ["短式", "长式", "网式", "平式"]
    openings = ["会议目的", "听取汇报", "成效在先", "开门见山"]
    for topic in DEPLOYMENT:
        for n in range(12):
            yield (
                topic,
                rows[n % 4],
                openings[(n + n // 4) % 4],
                ["三性", "三看", "三论"][n % 3],
                ["分点", "分项"][n % 2],
                ["四方", "层层"][(n // 2) % 2],
                ["独段", "接排"][(n // 3) % 2],
            )


PLACES = [
    "奉节县",
    "渝中区",
    "义乌市",
    "延吉市",
    "达茂旗",
    "石柱县",
    "神农架林区",
    "六枝特区",
    "石河子市",
    "浦东新区",
]


@pytest.mark.parametrize("choice", list(ways()), ids="-".join)
def test_every_way_of_every_topic_is_complete_anywhere(choice, brief):
    topic, row, opening, first, second, third, closing = choice
    text = (
        f"标题式: {row}\n开头: {opening}\n结尾: {closing}\n"
        f"部分: [弦: {{方式: {first}}}, 线: {{方式: {second}}}, 岗: {{方式: {third}}}]\n"
        "参数:\n  汇报单位: [甲局, 乙镇]\n  成效: [办成甲事, 办成乙事]\n  上级会议: 全市工作会议\n"
    )
    path = brief(text, topic=topic)
    for seed, place in enumerate(PLACES):
        draft = generate(path, LIBRARY, {"地点": place, "种子": str(seed)})
        found = body(draft)
        assert not draft.gaps, (place, draft.gaps)
        assert len(found) == len(set(found))
        assert sum(1 for p in draft.paragraphs if p.role is Role.HEADING) == 3


@pytest.mark.parametrize("count", [1, 2, 3])
def test_dropping_and_reordering_parts_changes_numerals_and_counts(count, brief):
    for chosen in permutations(["弦", "线", "岗"], count):
        draft = generate(brief(f"部分: [{', '.join(chosen)}]\n标题式: 平式\n"), LIBRARY, {})
        keys = {"弦": "把风险想在前面", "线": "把措施抓在手上", "岗": "把责任扛在肩上"}
        numerals = [f"{HAN[n]}、" if count > 1 else "" for n in range(count)]
        expected = [f"{numeral}{keys[key]}" for numeral, key in zip(numerals, chosen, strict=True)]
        assert [p.text for p in draft.paragraphs if p.role is Role.HEADING] == expected
        stated = re.findall(r"[讲提说谈](.)[点条](?:意见|要求|想法|看法)", text_of(draft.paragraphs))
        assert set(stated) <= {"零一两三四五"[count]}


def test_only_the_files_that_the_brief_needs_are_read(monkeypatch):
    opened = []
    original = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda self: opened.append(self) or original(self))
    generate(EXAMPLES[0], LIBRARY, {})
    names = [path.as_posix() for path in opened]
    assert not [name for name in names if "安全生产" in name]
    assert sum("skeletons/" in name for name in names) == 1


def test_own_sentences_points_and_tasks_enter_the_speech(brief):
    text = (
        "部分:\n  - 线: {方式: 分项, 要点: [监测预警, {自拟要点: 校园周边, 标题: 校园周边要再清理, "
        "文: ['{{各乡镇}}每周清一次{{ 7*7 }}。']}, 部门分工]}\n"
        "自拟:\n  线·监测预警: ['十月十日起，{{全县}}已开展监测。']\n"
        "参数:\n  部门任务:\n    - {单位: 县卫生健康委, 任务: 牵头排查冷库, 时限: 10月20日}\n"
    )
    draft = generate(brief(text, place="渝中区"), LIBRARY, {})
    written = text_of(draft.paragraphs)
    assert "十月十日起，全区已开展监测。" in written
    assert "校园周边要再清理。各街道每周清一次{{ 7*7 }}。" in written
    assert "县卫生健康委牵头排查冷库，10月20日前完成。" in written


def test_a_value_of_the_brief_is_never_a_template(brief):
    text = "参数:\n  会议名称: '{{ 7*7 }}会{% raw %}'\n"
    draft = generate(brief(text), LIBRARY, {})
    assert draft.paragraphs[0].text == "在{{ 7*7 }}会{% raw %}上的讲话"


@pytest.mark.parametrize("tone", ["严肃", "平实", "鼓劲"])
def test_the_tone_of_the_brief_is_respected(tone, brief):
    tones = {phrase.id: phrase.tone for phrase in read_catalogue(LIBRARY).phrases}

    def told(setting):
        keys = set()
        for seed in range(6):
            draft = generate(brief(setting), LIBRARY, {"种子": str(seed)})
            keys |= {(seed, run.provenance.key) for p in draft.paragraphs for run in p.runs}
        return sum(tones.get(key) not in ("", None, tone) for _, key in keys)

    assert told(f"语气: {tone}\n") <= told("") / 10


SHORTER = {
    4000: (
        "意义",
        "任务: [带头人队伍, 组织建设, 集体经济]",
        "责任: [压实责任, 树好导向, 分类施策]",
    ),
    2500: (
        "意义: [政治, 民生]",
        "任务: [带头人队伍: [选准人, 管住人], 集体经济: [找准路子]]",
        "责任: [压实责任, 锤炼作风]",
    ),
}
"""which points of 工作会 are left for a shorter speech"""


@pytest.mark.parametrize("length", SHORTER)
def test_a_work_meeting_speech_with_fewer_points_is_complete_and_short(length, tmp_path):
    text = next(path for path in EXAMPLES if path.stem.startswith("03")).read_text(encoding="utf-8")
    parts = "".join(f"  - {part}\n" for part in SHORTER[length])
    text = re.sub(r"(?ms)^部分:\n.*?(?=^结尾:)", f"部分:\n{parts}", text)
    path = tmp_path / "短.yaml"
    path.write_text(re.sub(r"(?m)^字数: .*$", f"字数: {length}", text), encoding="utf-8")
    for draft in drafts(path, range(20)):
        assert not draft.gaps
        assert abs(sum(characters(p.text) for p in draft.paragraphs) - length) <= 0.15 * length
        assert sum(p.role is Role.HEADING and p.level == 1 for p in draft.paragraphs) == 3
