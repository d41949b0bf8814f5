"""Every rule keeps its word: its bad examples are found, its good ones are left alone."""

import pytest

from generator.checking import read_rulebook
from generator.checks.run import run
from generator.checks.setting import Setting
from generator.checks.table import CHECKS, PATTERNS
from generator.gather import find_place
from generator.library import Library
from generator.manuscript import from_text
from generator.rulebook import Preferences, Sample

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
    preferences = (
        Preferences() if id.startswith("SU") else Preferences(select=(id,), nicknames=sample.nicknames)
    )
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


@pytest.mark.parametrize("entry", BOOK.wrong_words, ids=lambda entry: entry.wrong)
def test_a_wrong_word_is_found_in_its_bad_example_only(entry):
    def hits(text):
        return [
            each
            for each in found("WD02", Sample(text))
            if text[each.start : each.end] == entry.wrong and each.edits[0].text == entry.right[0]
        ]

    assert hits(entry.bad)
    assert not found("WD02", Sample(entry.good))


@pytest.mark.parametrize("entry", BOOK.set_phrases, ids=lambda entry: entry.text[:20])
def test_a_set_phrase_is_told_from_its_near_miss(entry):
    assert any(entry.text in each.message for id in ("SP01", "SP02") for each in found(id, Sample(entry.bad)))
    assert not [each for id in ("SP01", "SP02") for each in found(id, Sample(entry.good))]


def test_the_lists_are_as_long_as_promised_and_name_nothing_twice():
    assert len(BOOK.wrong_words) >= 400
    assert len(BOOK.set_phrases) >= 120
    assert len({(entry.wrong, entry.pattern) for entry in BOOK.wrong_words}) == len(BOOK.wrong_words)
    assert len({entry.text for entry in BOOK.set_phrases}) == len(BOOK.set_phrases)
    assert all(entry.basis for entry in (*BOOK.wrong_words, *BOOK.set_phrases))
