"""排版成段: lay the tree of a speech out into paragraphs; numerals and stated counts arise here.

Every writer and every check reads these paragraphs, so all of them see the same text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum

from generator.chinese import han_count
from generator.model import Break, Part, Provenance, Sentence, Span, SpanKind, Speech
from generator.numbering import labelled

TOPIC = "主题"
"""the slot that every heading of a set may name; said three times in a row it would drone"""


class Role(Enum):
    """段落角色: what a paragraph is on the page."""

    TITLE = "标题"
    SUBTITLE = "副标题"
    SPEAKER = "讲话人"
    DATE = "日期"
    SALUTATION = "称谓"
    HEADING = "小标题"
    BODY = "正文"
    ATTACHMENT_NOTE = "附件说明"
    SIGNATURE = "署名"
    SIGNED_DATE = "落款日期"
    ATTACHMENT = "附件"
    ATTACHMENT_TITLE = "附件标题"


FRONT = (Role.TITLE, Role.SUBTITLE, Role.SPEAKER, Role.DATE)
"""the title block"""
UNSPOKEN = (
    *FRONT,
    Role.ATTACHMENT_NOTE,
    Role.SIGNATURE,
    Role.SIGNED_DATE,
    Role.ATTACHMENT,
    Role.ATTACHMENT_TITLE,
)
"""what stands on the page but is not read aloud"""


class RunKind(Enum):
    """文字角色: what a run of characters is."""

    NUMERAL = "编号"
    LEAD = "领句"
    TEXT = "文"
    VALUE = "值"
    GAP = "待填"


@dataclass(frozen=True, slots=True)
class Run:
    """文字: characters of one kind, from one sentence."""

    text: str
    kind: RunKind = RunKind.TEXT
    slot: str = ""
    part: str = ""
    """the top-level part that it belongs to"""
    provenance: Provenance = field(default=Provenance(""), compare=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """段落: role, runs, and the level of a heading (1 to 4, 0 for none)."""

    role: Role
    runs: tuple[Run, ...]
    level: int = 0

    @property
    def text(self) -> str:
        """Return the paragraph's bare text."""
        return "".join(run.text for run in self.runs)

    @property
    def part(self) -> str:
        """Return the top-level part that the paragraph begins in; a closing may run on in it."""
        return self.runs[0].part


def lay_out(speech: Speech) -> tuple[Paragraph, ...]:
    """Return the speech as paragraphs, with every numeral and every count in place."""
    return (*_front(speech), *_Page(speech).paragraphs(), *_back(speech))


def text_of(paragraphs: tuple[Paragraph, ...]) -> str:
    """Return the bare text, one line per paragraph."""
    return "".join(f"{paragraph.text}\n" for paragraph in paragraphs)


def gap(slot: str) -> str:
    """Return the visible mark of a slot that nothing filled."""
    return f"【待填：{slot}】"


def _front(speech: Speech) -> Iterator[Paragraph]:
    title = tuple(_Page(speech).runs(speech.title, Part()))
    yield Paragraph(Role.TITLE, title)
    lines = (
        (Role.SUBTITLE, speech.subtitle),
        (Role.SPEAKER, speech.speaker),
        (Role.DATE, f"（{speech.date}）" if speech.date and not speech.signature else ""),
        (Role.SALUTATION, speech.salutation),
    )
    yield from (Paragraph(role, (Run(text),)) for role, text in lines if text)


def _back(speech: Speech) -> Iterator[Paragraph]:
    """Yield what follows the text: the list of attachments, signature and date, the attachments."""
    several = len(speech.attachments) > 1
    for number, attachment in enumerate(speech.attachments, 1):
        name = f"{number}.{attachment.title}" if several else attachment.title
        yield Paragraph(Role.ATTACHMENT_NOTE, (Run(f"附件：{name}" if number == 1 else name),))
    if speech.signature:
        yield Paragraph(Role.SIGNATURE, (Run(speech.signature),))
        yield Paragraph(Role.SIGNED_DATE, (Run(speech.date),))
    for number, attachment in enumerate(speech.attachments, 1):
        if attachment.paragraphs:
            yield Paragraph(Role.ATTACHMENT, (Run(f"附件{number}" if several else "附件"),))
            yield Paragraph(Role.ATTACHMENT_TITLE, (Run(attachment.title),))
            yield from (Paragraph(Role.BODY, (Run(text),)) for text in attachment.paragraphs)


class _Page:
    """The paragraphs under way; walks the tree once."""

    def __init__(self, speech: Speech) -> None:
        self.speech = speech
        self.done: list[Paragraph] = []
        self.open: list[Run] = []
        self.top = ""

    def paragraphs(self) -> tuple[Paragraph, ...]:
        for part, index, total in _numbered(self.speech.parts):
            self.top = part.key
            self.walk(part, index, total, level=1)
            self.close()
        return tuple(self.done)

    def walk(self, part: Part, index: int, total: int, level: int) -> None:
        """Add a part: its numeral and heading, its own sentences, its child parts."""
        label = list(self.label(part, index, total))
        if part.layout is Break.HEADING and label:
            self.close()
            self.done.append(Paragraph(Role.HEADING, tuple(label), level))
            level += 1
        else:
            if part.layout is Break.RUN_IN:
                self.reopen()
            else:
                self.close()
            self.open += label
        for sentence in part.sentences:
            self.open += self.runs(sentence, part)
        for child, place, siblings in _numbered(part.parts):
            self.walk(child, place, siblings, level)

    def label(self, part: Part, index: int, total: int) -> Iterator[Run]:
        """Yield numeral and heading; a frame such as 从…来看， stands around the heading."""
        heading = tuple(self.runs(part.heading, part)) if part.heading else ()
        before, _, after = labelled(part.numbering, index, total, "")
        if before:
            yield Run(before, RunKind.NUMERAL, part=self.top)
        for run in heading:
            yield run if run.kind is RunKind.GAP else replace(run, kind=RunKind.LEAD)
        if after:
            yield Run(after, RunKind.NUMERAL, part=self.top)

    def runs(self, sentence: Sentence, part: Part) -> Iterator[Run]:
        """Yield the spans of a sentence as runs; counts and lists of headings get their text."""
        for span in sentence.spans:
            kind = RunKind.TEXT
            if span.kind is SpanKind.GAP:
                kind = RunKind.GAP
            elif span.kind is not SpanKind.TEXT:
                kind = RunKind.VALUE
            yield Run(self.words(span, part), kind, span.slot, self.top, sentence.provenance)

    def words(self, span: Span, part: Part) -> str:
        if span.kind is SpanKind.COUNT:
            counted = self.speech.parts if span.slot == "点数" else part.parts
            return han_count(sum(1 for each in counted if each.numbering))
        if span.kind is SpanKind.TITLES:
            return "、".join(self.announced(each) for each in self.speech.parts if each.numbering)
        return gap(span.slot) if span.kind is SpanKind.GAP else span.text

    def announced(self, part: Part) -> str:
        """Return a heading as the opening announces it: its last clause, without the topic's name."""
        spans = part.heading.spans if part.heading else ()
        heading = "".join(span.text for span in spans if span.slot != TOPIC)
        return heading.split("，")[-1]

    def close(self) -> None:
        if self.open:
            self.done.append(Paragraph(Role.BODY, tuple(self.open)))
            self.open = []

    def reopen(self) -> None:
        """Take the last body paragraph up again, for text that runs on in it."""
        if not self.open and self.done and self.done[-1].role is Role.BODY:
            self.open = list(self.done.pop().runs)


def _numbered(parts: tuple[Part, ...]) -> Iterator[tuple[Part, int, int]]:
    """Yield each part with its place in the series of its numbering and that series' length."""
    totals = Counter(part.numbering for part in parts)
    seen: Counter[str] = Counter()
    for part in parts:
        yield part, seen[part.numbering], totals[part.numbering]
        seen[part.numbering] += 1
