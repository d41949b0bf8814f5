"""讲话稿: the one immutable document. Plain data: nothing here reads, renders or numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class SpanKind(Enum):
    """文字成分: where the text of a span comes from."""

    TEXT = "文"
    VALUE = "值"
    """filled from a slot: a place word or a fact"""
    GAP = "待填"
    """a slot that nothing filled; shown as 【待填：…】"""
    COUNT = "点数"
    """how many parts: those of the whole speech (slot 点数) or of the enclosing part (slot 要点数)"""
    TITLES = "标题名目"
    """the headings of the top-level parts, joined"""


@dataclass(frozen=True, slots=True)
class Span:
    """文字: a run of characters of one origin. COUNT and TITLES get their text at layout."""

    text: str
    kind: SpanKind = SpanKind.TEXT
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """出处: where a sentence comes from.

    origin is one of 语句库, 骨架, 要素, 自拟, 原稿; key is the phrase id or the path in the brief.
    """

    origin: str
    key: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """句子 (or a few that belong together): spans, and where they come from."""

    spans: tuple[Span, ...]
    provenance: Provenance = field(default=Provenance(""), compare=False)


class Break(Enum):
    """排版: how a part stands on the page."""

    HEADING = "独行"
    """its heading is a paragraph of its own"""
    PARAGRAPH = "另起"
    """it opens a new paragraph; its heading, if any, is a lead that runs into the text"""
    RUN_IN = "接排"
    """it goes on in the paragraph before it"""


@dataclass(frozen=True, slots=True)
class Part:
    """部分、要点: a node of the speech.

    A part without heading and numbering is plain text: an opening, a closing, a further paragraph.
    """

    key: str = ""
    numbering: str = ""
    """编号: the pattern of the numeral, e.g. 一、 （一） 1. 一是 首先， 从…来看，; see generator.numbering"""
    heading: Sentence | None = None
    layout: Break = Break.PARAGRAPH
    sentences: tuple[Sentence, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """附件: its title and its paragraphs; one without paragraphs is only named."""

    title: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speech:
    """讲话稿: front matter and a tree of parts, in reading order."""

    title: Sentence
    parts: tuple[Part, ...]
    speaker: str = ""
    date: str = ""
    salutation: str = ""
    subtitle: str = ""
    """副标题, with its dash: ——在…会议上的讲话"""
    signature: str = ""
    """落款: the unit that signs a 方案; its date then stands below it and not below the title"""
    attachments: tuple[Attachment, ...] = ()
    seed: int = 0
    minutes_rate: int = 200
    """语速: characters a minute, for the estimate of the speaking time"""
