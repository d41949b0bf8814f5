"""The laws over the phrase bank: enough phrases, no sentence twice, no figure and no place of its own."""

import re
from collections import Counter

from generator.catalogue import read_catalogue
from generator.chinese import sentences
from generator.library import Library

CATALOGUE = read_catalogue(Library())


def test_every_move_of_the_skeletons_has_enough_phrases():
    counts = {topic: {} for topic in (*CATALOGUE.topics, "通用")}
    for phrase in CATALOGUE.phrases:
        counts[phrase.id.split("/")[0]].setdefault(phrase.move, []).append(phrase)
    for topic in CATALOGUE.topics:
        for move in {*counts["通用"], *counts[topic]}:
            found = [*counts["通用"].get(move, ()), *counts[topic].get(move, ())]
            least = 5 if move.startswith(("开头", "结尾", "弦", "线", "岗", "总说")) else 3
            assert len(found) >= least, (topic, move)


def test_no_sentence_stands_twice_in_the_bank():
    seen = {}
    for phrase in CATALOGUE.phrases:
        for sentence in sentences(phrase.template.source):
            assert sentence not in seen, (phrase.id, seen.get(sentence))
            seen[sentence] = phrase.id


def test_the_bank_has_no_figure_of_its_own():
    for phrase in CATALOGUE.phrases:
        plain = "".join(piece.text for piece in phrase.template.pieces if not piece.slot)
        assert phrase.verbatim or not re.search(r"[0-9０-９]", plain), phrase.id


def test_the_bank_names_no_place_level_without_a_slot():
    bare = re.compile(r"全县|我县|本县|县委|县政府|县直|县城|各乡镇|全省|我省|省委|市委")
    for phrase in CATALOGUE.phrases:
        plain = "".join(piece.text for piece in phrase.template.pieces if not piece.slot)
        assert not bare.search(plain), phrase.id


def test_the_bank_is_large_enough():
    sizes = Counter()
    for phrase in CATALOGUE.phrases:
        plain = "".join(piece.text for piece in phrase.template.pieces if not piece.slot)
        sizes[phrase.id.split("/")[0]] += len(re.findall(r"[\u4e00-\u9fff]", plain))
    assert sizes["疫情防控"] + sizes["通用"] >= 25_000
    assert sizes["安全生产"] >= 10_000
    assert sizes.total() >= 80_000


def test_phrases_of_a_move_begin_differently():
    seen = {}
    for phrase in CATALOGUE.phrases:
        if not phrase.move.endswith("号召"):
            start = (phrase.id.split("/")[0], phrase.move, phrase.template.source[:2])
            assert phrase.template.source.startswith("{{") or start not in seen, (phrase.id, seen.get(start))
            seen[start] = phrase.id
