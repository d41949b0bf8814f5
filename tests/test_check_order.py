"""The order of authorities: a shuffled list is found and mended, one that descends is left alone."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking import changed, read_rulebook
from generator.checks.run import run
from generator.checks.setting import Setting
from generator.library import Library
from generator.manuscript import from_text
from generator.rulebook import Preferences

BOOK = read_rulebook(Library())
ASKED = Preferences(select=("OR",))
LEVELS = ("党中央", "省委", "市委", "县委")
ORGANS = ("县委", "县人大", "县政府", "县政协")


def findings(text):
    """Return what the rules on order find in a text."""
    report = run(from_text("例.txt", text), Setting(BOOK, ASKED))
    assert not report.crashes, report.crashes
    return report.findings


@pytest.mark.parametrize("size", [2, 3, 4])
def test_levels_in_any_order_but_the_right_one_are_found_and_mended(size):
    for chosen in combinations(LEVELS, size):
        right = f"认真落实{'、'.join(chosen)}部署要求。"
        assert not findings(right)
        for row in permutations(chosen):
            text = f"认真落实{'、'.join(row)}部署要求。"
            for each in findings(text):
                assert changed(text, each.edits)[0] == right
            assert bool(findings(text)) is (row != chosen), text


@pytest.mark.parametrize("size", [2, 3, 4])
def test_organs_of_one_level_have_their_order(size):
    for chosen in combinations(ORGANS, size):
        for row in permutations(chosen):
            text = f"{'、'.join(row)}领导出席会议。"
            assert bool(findings(text)) is (row != chosen), text


def test_a_finding_marks_the_whole_list():
    text = "在县委、县政府和市委、市政府的领导下。"
    (each,) = findings(text)
    assert text[each.start : each.end] == "县委、县政府和市委、市政府"


@given(st.text("党中央国务院省市县区委政府人大协、和及书记长三级的领导下按照要求办", max_size=60))
def test_no_text_makes_the_check_fail(text):
    findings(text)


@pytest.mark.parametrize("unit", ["县委、", "县、", "县委、县政府和"])
def test_a_long_list_yields_a_result(unit):
    findings(unit * (100_000 // len(unit)))
