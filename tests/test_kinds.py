"""Every example holds with every heading set, at a place of each kind: complete, numbered, counted, checked, of its length."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from generator.checking import Inspection, inspect_speech, read_rulebook
from generator.chinese import characters, sentences
from generator.diagnostics import Severity
from generator.layout import Role, text_of
from generator.library import Library
from generator.pipeline import generate
from tests.conftest import EXAMPLES

LIBRARY = Library()
BOOK = read_rulebook(LIBRARY)
SEEDS = range(50)
PLACES = (
    "奉节县",
    "石柱县",
    "渝中区",
    "义乌市",
    "延吉市",
    "达茂旗",
    "鄂伦春自治旗",
    "神农架林区",
    "六枝特区",
    "石河子市",
)
HAN = "一二三四五六七八九十"


def cases(path: Path):
    """Yield what to set for each seed, so that every heading set meets every kind of place."""
    rows = [row.name for row in generate(path, LIBRARY, {}).material.skeleton.body.heading_sets]
    for seed in SEEDS:
        settings = {"种子": str(seed), "地点": PLACES[seed % len(PLACES)]}
        yield settings | ({"标题式": rows[seed // len(PLACES) % len(rows)]} if rows else {})


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.stem)
def drafts(request):
    """Return the drafts of one example, and the text of its brief."""
    found = [(settings, generate(request.param, LIBRARY, settings)) for settings in cases(request.param)]
    return request.param.read_text(encoding="utf-8"), found


def test_a_draft_is_complete_anywhere(drafts):
    for settings, draft in drafts[1]:
        text = text_of(draft.paragraphs)
        assert not draft.gaps, (settings, draft.gaps)
        assert not re.search(r"\{\{|\}\}|【|、、|，，|。。|“”|《》", text), settings


def test_no_sentence_is_said_twice_anywhere(drafts):
    for settings, draft in drafts[1]:
        found = [s for p in draft.paragraphs if p.role is Role.BODY for s in sentences(p.text)]
        assert len(found) == len(set(found)), (settings, [s for s in found if found.count(s) > 1])


def test_numerals_are_in_sequence_anywhere(drafts):
    for settings, draft in drafts[1]:
        heads = [p.text for p in draft.paragraphs if p.role is Role.HEADING and p.level == 1]
        assert [head[:2] for head in heads] == [f"{HAN[n]}、" for n in range(len(heads))], settings
        series = [
            HAN.index(m) for m in re.findall(r"(?m)^（([一二三四五六七八九十])）", text_of(draft.paragraphs))
        ]
        assert all(now in (0, before + 1) for before, now in pairwise(series)), settings


def test_the_length_is_within_what_the_skeleton_declares(drafts):
    for settings, draft in drafts[1]:
        _, least, most = draft.material.skeleton.length
        assert least <= sum(characters(p.text) for p in draft.paragraphs) <= most, settings


def test_a_draft_opens_and_closes_as_its_kind_does(drafts):
    for settings, draft in drafts[1]:
        skeleton = draft.material.skeleton
        body = [p for p in draft.paragraphs if p.role is Role.BODY]
        parts = {run.part for p in draft.paragraphs for run in p.runs}
        assert bool(skeleton.salutation) == any(p.role is Role.SALUTATION for p in draft.paragraphs), settings
        for edge in (skeleton.opening, skeleton.closing):
            assert edge.key in parts or not (edge.slots or edge.ways), settings
        assert characters(body[0].text) >= 10, settings
        assert draft.paragraphs[0].role is Role.TITLE, settings


def test_a_draft_passes_every_check_anywhere(drafts):
    brief, found = drafts
    for settings, draft in found:
        look = Inspection(BOOK, place=draft.material.place, day=draft.material.brief.date)
        checked = inspect_speech(draft.paragraphs, "讲话.txt", look)
        assert not checked.report.crashes
        for each in checked.report.findings:
            quote = checked.draft.text[each.start : each.end]
            # what the brief itself says is the user's: its level words are right where the example is at home
            assert each.severity is Severity.INFO or quote in brief, (settings, each.rule, each.message)
