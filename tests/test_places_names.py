"""The names that the checks look for: built by the script, told apart by what stands around them."""

import importlib.util
from pathlib import Path

import pytest

from generator.places.gazetteer import index
from generator.places.mentions import mentions
from generator.places.tables import table
from generator.places.township_mentions import township_mentions
from generator.readers.lists import read_words

ROOT = Path(__file__).parent.parent
WORDS = read_words(ROOT / "phrasebank" / "规则" / "双字词.txt")


def test_the_committed_lists_are_what_the_script_builds():
    pytest.importorskip("jieba", reason="未装 jieba==0.42.1，不能核对词表")
    spec = importlib.util.spec_from_file_location("build_words", ROOT / "scripts" / "build_words.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    for path, text in script.built_files().items():
        assert (ROOT / path).read_bytes() == text.encode("utf-8"), path


def test_every_trap_has_a_kind_and_a_name_that_exists():
    names = {name.text for group in index().values() for name in group}
    for row in table("name_traps"):
        assert row["类"] in ("动词", "名词", "不认", "停用"), row
        assert row["名"] in names or row["类"] in ("不认", "停用"), row


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在重庆市奉节县召开", ["重庆市", "奉节县"]),
        ("由县应急管理局会同县公安局办理", []),
        ("赴会同县学习", ["会同县"]),
        ("怀化市会同县", ["怀化市", "会同县"]),
        ("政法委和县公安局", []),
        ("安徽省和县、含山县", ["安徽省", "和县", "含山县"]),
        ("提高县内就诊率", []),
        ("高县要抓紧", ["高县"]),
        ("沿海城市、豫西山区、适应城市发展", []),
        ("在海城市召开", ["海城市"]),
        ("乡村振兴区域中心，深化合作市场", []),
        ("长治久安，重大理论，资源整合", []),
        ("大连、瑞丽、青岛等地", ["大连", "瑞丽", "青岛"]),
        ("武义县不是义县", ["武义县", "义县"]),
        ("弘扬延安精神，走上海路", []),
        ("津市市、沙市区", ["津市市", "沙市区"]),
    ],
)
def test_a_name_counts_only_where_it_is_one(text, expected):
    assert [each.name.text for each in mentions(text, WORDS)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("深入白帝镇督查", ["白帝镇"]),
        ("推进新型城镇化，建设美丽乡村", []),
        ("创建平安乡镇、文明街道、特色小镇", []),
        ("牵头，联合街道林业机构", []),
        ("请太白街道、龙驹镇发言", ["太白街道", "龙驹镇"]),
        ("各乡镇、各街道、全镇、家乡、城乡", []),
    ],
)
def test_a_township_counts_only_where_it_is_one(text, expected):
    assert [each.name for each in township_mentions(text, WORDS)] == expected
