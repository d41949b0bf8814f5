"""要点组: a skeleton leaves open which group of the topic it takes; the group gives its words to the whole speech."""

import re

import pytest

from generator.diagnostics import InputError
from generator.layout import Role, text_of
from generator.library import Library
from generator.pipeline import generate
from generator.readers.phrasebank import read_topic
from generator.readers.yamlnodes import read_sheet

LIBRARY = Library()
TOPIC = read_topic(read_sheet(LIBRARY.topics()["疫情防控"]))
TRIPLES = [name.removeprefix("引语·") for name in TOPIC.groups if name.startswith("引语·")]
OWN_TOPIC = """主题: 春季植树
要点组:
  引语·三勤:
    词语:
      叠句: 这场春耕，我们
      甲: 眼勤
      甲解: 先看准墒情
      甲果: 地认得清
      乙: 手勤
      乙解: 不误一个工
      乙果: 活干得完
      丙: 腿勤
      丙解: 常到地头转
      丙果: 苗看得住
    标题式:
      为字式: {眼勤: “眼勤”为先，看天看地。, 手勤: “手勤”为本，挖坑浇水。, 腿勤: “腿勤”为要，早看晚看。}
    要点: [眼勤, 手勤, 腿勤]
"""


def paragraphs(draft):
    return [p.text for p in draft.paragraphs if p.role is Role.BODY]


@pytest.mark.parametrize("triple", TRIPLES)
def test_a_triple_is_announced_used_and_recapped(triple, brief):
    group = TOPIC.groups[f"引语·{triple}"]
    names = [point.key for point in group.points]
    words = {name: word.text({}) for name, word in group.words.items()}
    assert names == [words["甲"], words["乙"], words["丙"]]
    others = {p.key for name, each in TOPIC.groups.items() if name != f"引语·{triple}" for p in each.points}
    path = brief(f"部分: [三点: {triple}]\n", skeleton="评论·引语")
    for seed in range(20):
        draft = generate(path, LIBRARY, {"种子": str(seed)})
        _, announced, *points, recapped = paragraphs(draft)
        assert not draft.gaps
        assert re.findall("“(..)”", announced)[-3:] == names
        assert [point[:4] for point in points] == [f"“{name}”" for name in names]
        assert re.findall("“(..)”", recapped)[:3] == names
        tails = [re.search(rf"{words['叠句']}(\w{{4}})。$", point).group(1) for point in points]
        assert len(set(tails)) == len(names)
        assert not [name for name in others if f"“{name}”" in text_of(draft.paragraphs)]


def own_library(folder):
    """Write a topic of the user's own with a triple of its own, and one phrase for each of its moves."""
    moves = ["景", "数", "望", "典·三勤"]
    moves += [f"{step}·{point}" for point in ("眼勤", "手勤", "腿勤") for step in ("理", "例", "办")]
    lines = [f'引语·{move}:\n  - {{号: {n}, 文: "第{n}句说的是{move}。"}}\n' for n, move in enumerate(moves)]
    for point, tail in (("眼勤", "不误农时"), ("手勤", "说干就干"), ("腿勤", "天天不落")):
        lines.append(f'引语·收·{point}:\n  - {{号: 收{point}, 文: "{{{{叠句}}}}{tail}。"}}\n')
    topic = folder / "phrasebank" / "春季植树"
    topic.mkdir(parents=True)
    (topic / "主题.yaml").write_text(OWN_TOPIC, encoding="utf-8")
    (topic / "语句.yaml").write_text("".join(lines), encoding="utf-8")
    return Library((folder,))


def test_a_triple_of_the_users_own_needs_no_code(tmp_path, brief):
    library = own_library(tmp_path / "素材")
    draft = generate(brief(skeleton="评论·引语", topic="春季植树", place="达茂旗"), library, {})
    assert not draft.gaps
    _, announced, *points, recapped = paragraphs(draft)
    assert re.findall("“(..)”", announced) == ["眼勤", "手勤", "腿勤"]
    assert [point[:6] for point in points] == ["“眼勤”为先", "“手勤”为本", "“腿勤”为要"]
    refrains = [f"这场春耕，我们{tail}。" for tail in ("不误农时", "说干就干", "天天不落")]
    assert all(point.endswith(refrain) for point, refrain in zip(points, refrains, strict=True))
    assert re.findall("“(..)”", recapped) == ["眼勤", "手勤", "腿勤"]


def test_without_a_choice_the_first_group_of_the_topic_is_taken(brief):
    draft = generate(brief(skeleton="评论·引语"), LIBRARY, {})
    assert f"“{TOPIC.groups['引语·' + TRIPLES[0]].points[0].key}”" in text_of(draft.paragraphs)


def test_a_point_alone_tells_which_group_is_meant(brief):
    path = brief("部分: [三点: [存敬, 守静, 留净]]\n", skeleton="评论·三可", topic="党员干部")
    assert "“静”" in text_of(generate(path, LIBRARY, {}).paragraphs)


@pytest.mark.parametrize("points", ["[可验, 可言]", "[可言, 可验, 可研]"])
def test_an_open_group_is_taken_whole(points, brief):
    path = brief(f"部分: [三点: {points}]\n", skeleton="评论·三可", topic="党员干部")
    with pytest.raises(InputError, match="整组"):
        generate(path, LIBRARY, {})


@pytest.mark.parametrize(
    ("skeleton", "topic", "message"),
    [("评论·三可", "党员干部", "没有“三同”这种方式"), ("评论·引语", "安全生产", "要用的要点组")],
)
def test_a_group_that_the_topic_lacks_is_told(skeleton, topic, message, brief):
    path = brief("部分: [三点: 三同]\n", skeleton=skeleton, topic=topic)
    with pytest.raises(InputError, match=message):
        generate(path, LIBRARY, {})


def test_a_word_that_needs_what_nothing_gives_is_told(tmp_path, brief):
    library = own_library(tmp_path / "素材")
    path = tmp_path / "素材" / "phrasebank" / "春季植树" / "主题.yaml"
    faulty = OWN_TOPIC.replace("叠句: 这场春耕，我们", '叠句: "{{面积}}，我们"')
    path.write_text(faulty, encoding="utf-8")
    with pytest.raises(InputError, match="词语“叠句”里的"):
        generate(brief(skeleton="评论·引语", topic="春季植树"), library, {})


def test_a_word_may_hold_place_words(tmp_path, brief):
    library = own_library(tmp_path / "素材")
    path = tmp_path / "素材" / "phrasebank" / "春季植树" / "主题.yaml"
    local = OWN_TOPIC.replace("叠句: 这场春耕，我们", '叠句: "{{全县}}这场春耕，我们"')
    path.write_text(local, encoding="utf-8")
    draft = generate(brief(skeleton="评论·引语", topic="春季植树", place="达茂旗"), library, {})
    assert "全旗这场春耕，我们不误农时。" in text_of(draft.paragraphs)
