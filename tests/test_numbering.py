"""编号: every scheme of the field, its numerals and its limits."""

import pytest

from generator.numbering import labelled, numeral


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("一、", ["一、", "二、", "三、"]),
        ("（一）", ["（一）", "（二）", "（三）"]),
        ("1.", ["1.", "2.", "3."]),
        ("（1）", ["（1）", "（2）", "（3）"]),
        ("一是", ["一是", "二是", "三是"]),
        ("一要", ["一要", "二要", "三要"]),
        ("第一，", ["第一，", "第二，", "第三，"]),
        ("其一，", ["其一，", "其二，", "其三，"]),
        ("首先，", ["首先，", "其次，", "最后，"]),
        ("要", ["要", "要", "要"]),
        ("", ["", "", ""]),
    ],
)
def test_a_pattern_numbers_its_series(pattern, expected):
    assert [numeral(pattern, index, 3) for index in range(3)] == expected


def test_ordinal_words_follow_from_the_length_of_the_series():
    assert [numeral("首先，", i, 2) for i in range(2)] == ["首先，", "其次，"]
    assert [numeral("首先，", i, 4) for i in range(4)] == ["首先，", "其次，", "再次，", "最后，"]
    assert [numeral("首先，", i, 5) for i in range(5)] == ["第一，", "第二，", "第三，", "第四，", "第五，"]
    assert [numeral("一方面，", i, 2) for i in range(2)] == ["一方面，", "另一方面，"]


def test_numerals_go_beyond_ten():
    assert numeral("一、", 10, 21) == "十一、"
    assert numeral("（一）", 19, 21) == "（二十）"
    assert numeral("第一，", 20, 21) == "第二十一，"


def test_a_series_of_one_has_no_numeral():
    assert labelled("一、", 0, 1, "标题") == ("", "标题", "")


def test_a_frame_stands_around_its_heading():
    assert labelled("从…来看，", 0, 3, "全国") == ("从", "全国", "来看，")
    assert labelled("从…来看，", 0, 1, "全国") == ("从", "全国", "来看，")
