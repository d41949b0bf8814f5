"""Every rule keeps its word: its bad examples are found, its good ones are left alone."""

import pytest

from generator.checking import read_rulebook
from generator.checks.run import run
from generator.checks.setting import Setting
from generator.checks.table import CHECKS, PATTERNS
from generator.gather import find_place
from generator.library import Library
from generator.manuscript import from_text
from generator.rulebook import Preferences

BOOK = read_rulebook(Library())
SAMPLES = [
    (rule.id, sample, wanted)
    for rule in BOOK.rules.values()
    for samples, wanted in ((rule.bad, True), (rule.good, False))
    for sample in samples
]


def found(id, sample):
    """Return the findings of one rule in an example."""
    place = find_place(sample.place) if sample.place else None
    draft = from_text("例.txt", sample.text)
    # A waiver is unused only when the rule that it waives has run.
    preferences = Preferences() if id.startswith("SU") else Preferences(select=(id,), nicknames=sample.nicknames)
    report = run(draft, Setting(BOOK, preferences, place, sample.day))
    assert not report.crashes, report.crashes
    return [each for each in report.findings if each.rule == id]


@pytest.mark.parametrize(("id", "sample", "wanted"), SAMPLES, ids=lambda value: str(value)[:40])
def test_a_rule_finds_its_bad_examples_and_no_good_one(id, sample, wanted):
    assert bool(found(id, sample)) is wanted, sample.text


def test_every_rule_has_both_kinds_of_example():
    lacking = [rule.id for rule in BOOK.rules.values() if not (rule.bad and rule.good)]
    assert not lacking


def test_every_rule_has_a_check_and_every_check_a_rule():
    coded = {id for _, ids in CHECKS if ids != (PATTERNS,) for id in ids}
    data = {id for id, rule in BOOK.rules.items() if rule.pattern}
    assert coded | data | {"SU01", "SU02"} == set(BOOK.rules)
    assert not coded & data
    assert len({rule.slug for rule in BOOK.rules.values()}) == len(BOOK.rules)
