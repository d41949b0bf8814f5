"""目录: the whole library at once, read and checked: skeletons, topics, moves, phrases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, InputError
from generator.gather import known_words, read_bank
from generator.library import SHARED_TOPIC, Library
from generator.material import Phrase, Skeleton, Topic
from generator.readers.phrasebank import read_topic
from generator.readers.skeletons import read_skeleton
from generator.readers.yamlnodes import read_sheet


@dataclass(frozen=True, slots=True)
class Catalogue:
    """目录: everything that the library holds."""

    skeletons: Mapping[str, Skeleton]
    topics: Mapping[str, Topic]
    phrases: tuple[Phrase, ...]


def read_catalogue(library: Library) -> Catalogue:
    """Return the whole library; all faults of all its files are raised together."""
    problems: list[Diagnostic] = []
    skeletons: dict[str, Skeleton] = {}
    topics: dict[str, Topic] = {}
    for name, path in library.skeletons().items():
        try:
            skeletons[name] = read_skeleton(read_sheet(path, library.label(path)))
        except InputError as fault:
            problems += fault.diagnostics
    for name, path in library.topics().items():
        try:
            topics[name] = read_topic(read_sheet(path, library.label(path)))
        except InputError as fault:
            problems += fault.diagnostics
    shipped = frozenset(name for name, path in library.topics().items() if library.is_shipped(path))
    phrases: dict[str, Phrase] = {}
    for name in (*topics, SHARED_TOPIC):
        try:
            bank = read_bank(library, name, names_of(skeletons, topics, name, shipped), shared=False)
            phrases.update({phrase.id: phrase for each in bank.values() for phrase in each})
        except InputError as fault:
            problems += fault.diagnostics
    if problems:
        raise InputError(tuple(dict.fromkeys(problems)))
    return Catalogue(skeletons, topics, tuple(phrases.values()))


def names_of(
    skeletons: Mapping[str, Skeleton], topics: Mapping[str, Topic], topic: str, shipped: frozenset[str]
) -> frozenset[str]:
    """Return what may stand in a slot of a topic's phrases; 通用 may name what every shipped topic has."""
    names = set(known_words())
    for skeleton in skeletons.values():
        names |= {*skeleton.parameters, *skeleton.body.word_names}
    if topic in topics:
        groups = (group.word_names for group in topics[topic].groups.values())
        return frozenset(names.union(topics[topic].words, topics[topic].parameters, *groups))
    shared = [set(each.words) | set(each.parameters) for name, each in topics.items() if name in shipped]
    return frozenset(names.union(set.intersection(*shared) if shared else set()))
