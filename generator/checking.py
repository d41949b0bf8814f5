"""检查全程: the story of a check, from the rules and a draft to findings, mends and comments."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from generator.checks.own_place import infer_place
from generator.checks.patterns import matches
from generator.checks.run import run
from generator.checks.setting import Setting
from generator.diagnostics import Diagnostic, InputError
from generator.findings import Checked, Edit, Finding, beside
from generator.layout import Paragraph, RunKind
from generator.library import Library
from generator.manuscript import Block, Manuscript, from_blocks, from_text
from generator.material import Place
from generator.readers.lists import read_set_phrases, read_sounds, read_words, read_wrong_words
from generator.readers.rules import read_rules
from generator.readers.yamlnodes import read_sheet
from generator.rulebook import Preferences, Rule, Rulebook

T = TypeVar("T")
Identity = tuple[str, str, str, str]
ROUNDS = 5
"""how often a mended text is checked again; one mend may lay bare another"""


@dataclass(frozen=True, slots=True)
class Inspection:
    """检查: the rules, the user's preferences, and where and when the drafts are to be read."""

    book: Rulebook
    preferences: Preferences = Preferences()  # noqa: RUF009
    place: Place | None = None
    """None: each draft's own place is inferred from the draft"""
    day: date | None = None

    def of(self, draft: Manuscript) -> Checked:
        """Return what the rules find in a manuscript."""
        place = self.place or infer_place(draft)
        report = run(draft, Setting(self.book, self.preferences, place, self.day))
        name = "".join((*place.parents, place.name)) if place else ""
        return Checked(draft, report, name, inferred=self.place is None and place is not None)


def inspect_speech(paragraphs: Sequence[Paragraph], name: str, look: Inspection) -> Checked:
    """Return what the rules find in a speech that has just been made; its gaps are known and told elsewhere."""
    gaps = frozenset(run.text for each in paragraphs for run in each.runs if run.kind is RunKind.GAP)
    known = replace(look.preferences, accepted=look.preferences.accepted | gaps)
    draft = from_blocks(name, (Block(each.text) for each in paragraphs))
    return replace(look, preferences=known).of(draft)


def read_rulebook(library: Library) -> Rulebook:
    """Return every rule and every list; a library of the user's own may add files of its own.

    A list may stand in several files: 错字.tsv of the program and 错字-本县.tsv of the office both count.
    """
    paths = library.rule_files("*.yaml")
    rules = read_rules(read_sheet(path, library.label(path)) for path in paths)
    own = {library.label(path) for path in paths if not library.is_shipped(path)}
    # The tests hold the shipped rules to their examples.
    if misjudged := [each for rule in rules.values() if rule.location.file in own for each in unkept(rule)]:
        raise InputError(tuple(misjudged))
    return Rulebook(
        rules=rules,
        wrong_words=tuple(
            entry
            for path in library.rule_files("错字*.tsv")
            for entry in read_wrong_words(path, library.label(path), library.is_shipped(path))
        ),
        set_phrases=tuple(
            entry
            for path in library.rule_files("固定表述*.tsv")
            for entry in read_set_phrases(path, library.label(path))
        ),
        idioms=_words(library, "成语*.txt"),
        doubles=_words(library, "叠词*.txt"),
        words=_words(library, "[双三]字词*.txt"),
        sounds={
            letter: sounds
            for path in library.rule_files("读音*.tsv")
            for letter, sounds in read_sounds(path).items()
        },
    )


def without(checked: Checked, known: Collection[Identity]) -> Checked:
    """Return what is left when the findings of a baseline (旧账) are taken away."""
    draft = checked.draft
    kept = tuple(
        each
        for each in checked.report.findings
        if identity(each.rule, draft.text[each.start : each.end], *beside(draft, each)) not in known
    )
    return replace(checked, report=replace(checked.report, findings=kept))


def identity(rule: str, quote: str, before: str, after: str) -> Identity:
    """Return by what a finding is known again after edits elsewhere: its words, and those beside it on the line."""
    return rule, quote, before.rpartition("\n")[2], after.partition("\n")[0]


def mended(
    data: T,
    read: Callable[[T], Manuscript],
    change: Callable[[T, Sequence[Edit]], tuple[T, int]],
    look: Inspection,
) -> tuple[T, int, Checked]:
    """Return the draft with every safe mend made, how many were made, and what is left.

    Args:
        data: the draft as its file has it.
        read: makes a manuscript of it.
        change: makes edits in it, and tells how many it made.
        look: the inspection.
    """
    count = 0
    for _ in range(ROUNDS):
        checked = look.of(read(data))
        data, made = change(data, safe_edits(checked.report.findings))
        if not made:
            return data, count, checked
        count += made
    return data, count, look.of(read(data))


def safe_edits(findings: Iterable[Finding]) -> tuple[Edit, ...]:
    """Return the edits of safe findings that do not touch each other, in the order of the text."""
    edits = sorted(
        {edit for each in findings if each.safe for edit in each.edits}, key=lambda e: (e.start, e.end)
    )
    kept: list[Edit] = []
    for edit in edits:
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return tuple(kept)


def changed(text: str, edits: Sequence[Edit]) -> tuple[str, int]:
    """Return a text with edits made in it, and how many."""
    made, last = [], 0
    for edit in edits:
        made += [text[last : edit.start], edit.text]
        last = edit.end
    return "".join((*made, text[last:])), len(edits)


def moved(findings: Iterable[Finding], origin: Manuscript, other: Manuscript) -> tuple[Finding, ...]:
    """Return findings at their places in another manuscript of the same paragraphs, such as the DOCX of a text."""

    def there(place: tuple[int, int]) -> tuple[int, int]:
        passage = origin.passage_at(place[0])
        shift = other.passages[passage.number - 1].start - passage.start
        return place[0] + shift, min(place[1], passage.end) + shift

    return tuple(replace(each, places=tuple(map(there, each.places))) for each in findings)


def unkept(rule: Rule) -> Iterator[Diagnostic]:
    """Yield the examples of a pattern that it does not judge as they say."""
    for samples, wanted in ((rule.bad, True), (rule.good, False)) if rule.pattern else ():
        for sample in samples:
            if any(matches(from_text("", sample.text), rule)) is not wanted:
                kind = "错例里没有找到毛病" if wanted else "对例里找到了毛病"
                message = f"规则“{rule.id}”在{kind}：{sample.text}"
                yield Diagnostic(message, rule.location, remedy="请检查模式和例子，哪一个写错了。")


def _words(library: Library, pattern: str) -> frozenset[str]:
    return frozenset().union(*(read_words(path) for path in library.rule_files(pattern)))
