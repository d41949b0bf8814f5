"""材料: what a speech is made from. Plain frozen records; reading and choosing happen elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generator.diagnostics import Location
from generator.model import Attachment, Break
from generator.page import Page
from generator.template import Template

POINT, GROUP = "{要点}", "{组名}"
"""stand in the name of a move for the key of the point, and for the name of the chosen group"""


@dataclass(frozen=True, slots=True)
class Place:
    """地点: an administrative division with the words that follow from it."""

    name: str
    code: str = ""
    kind: str = "县"
    parents: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    """地点词: canonical county form -> this place's form, e.g. 全县 -> 全区"""
    chain: str = ""
    """e.g. 国家、省、市"""
    sub_units: str = ""
    """e.g. 乡镇（街道）"""
    features: frozenset[str] = frozenset()
    """特征: what phrases may demand under 适用: 农村、牧区、口岸、沿海 …"""
    unsure: frozenset[str] = frozenset()
    """存疑: words whose local form varies and is not known; a common form stands in for it"""
    notes: tuple[str, ...] = ()
    neighbours: frozenset[str] = frozenset()
    """邻近: names of neighbours, which a check only notes"""
    own_terms: frozenset[str] = frozenset()
    """本地名词: its rivers, firms and landmarks"""
    allowed: frozenset[str] = frozenset()
    """可用地名: other places that its drafts may name"""


@dataclass(frozen=True, slots=True)
class Parameter:
    """参数: a declared local value; kind is one of 文本、数、日期、列表、事项."""

    name: str
    kind: str
    question: str = ""
    unit: str = ""
    columns: tuple[str, ...] = ()
    """栏: the fields of each item of a 事项"""
    default: Template | None = None
    example: str = ""
    times: int = 0
    """可重: how often it may be told, such as a deadline; 0: not more than needs be"""


@dataclass(frozen=True, slots=True)
class Fact:
    """事实: a number with its unit, as-of date and source; reads as the number and the unit."""

    text: str
    """the number as the brief writes it, e.g. 1.4万"""
    number: int | float
    unit: str = ""
    as_of: str = ""
    source: str = ""

    def __str__(self) -> str:
        return f"{self.text}{self.unit}"

    def __getitem__(self, key: str) -> object:
        """Return a field by its Chinese name: {{天数.值}}, {{天数.截至}} in a template."""
        return {"值": self.number, "单位": self.unit, "截至": self.as_of, "来源": self.source}[key]


Value = str | Fact | tuple[str, ...] | tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """环节位: a move that a part calls; an optional one is filled only when there is room."""

    move: str
    optional: bool = False
    fixed: Template | None = None
    """a sentence of the skeleton itself, in place of a phrase"""

    def about(self, stand_in: str, name: str) -> Slot:
        """Return the slot with a name in its move, in place of {要点} or {组名}."""
        return replace(self, move=self.move.replace(stand_in, name))


@dataclass(frozen=True, slots=True)
class HeadingSet:
    """标题式: a row of parallel headings, by the key of the part; one row serves all siblings."""

    name: str
    headings: Mapping[str, Template]
    numbering: str | None = None
    """编号: in place of the group's, where the grammar of the row wants another"""


@dataclass(frozen=True, slots=True)
class Node:
    """部分 of a skeleton: its own moves and a group of points below it, or several ways to build it."""

    key: str = ""
    slots: tuple[Slot, ...] = ()
    points: tuple[Node, ...] = ()
    defaults: tuple[str, ...] = ()
    """默认: the points taken when the brief names none; empty: all"""
    numbering: str = ""
    """编号 of the points; see generator.numbering"""
    layout: Break = Break.PARAGRAPH
    """排版 of the points (of the part itself where it has none)"""
    heading_sets: tuple[HeadingSet, ...] = ()
    over: str = ""
    """逐项: the list parameter whose items are the points; without the list the part is left out"""
    item: Template | None = None
    """每项: the sentence made of each item"""
    requires: str = ""
    """须有: a parameter without which the part is left out"""
    group: str = ""
    """要点组: the named group of the topic that takes the place of the points; 名·* is any of that name"""
    words: Mapping[str, Template | None] = field(default_factory=dict)
    """词语: words that the whole speech may use once the part is taken; None: a group has to give it"""
    each: tuple[Slot, ...] = ()
    """各点环节: the moves of points that have none of their own"""
    ways: tuple[Node, ...] = ()
    """方式: alternatives; the key of each is its name"""
    location: Location | None = None

    @property
    def word_names(self) -> frozenset[str]:
        """Return the names of all words that the part and what is below it may give."""
        return frozenset(self.words).union(*(each.word_names for each in (*self.points, *self.ways)))


@dataclass(frozen=True, slots=True)
class Skeleton:
    """骨架: the parts of a kind of speech, their order, numbering, headings and moves."""

    name: str
    genre: str
    purpose: str
    length: tuple[int, int, int]
    """字数: default, least, most"""
    parameters: Mapping[str, Parameter]
    title: Template
    salutation: str
    opening: Node
    body: Node
    closing: Node
    location: Location


@dataclass(frozen=True, slots=True)
class Topic:
    """主题: what a speech is about: its words, its parameters and its groups of points."""

    name: str
    words: Mapping[str, Template] = field(default_factory=dict)
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    groups: Mapping[str, Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Phrase:
    """语句: one to four sentences for one move, with slots."""

    id: str
    """主题/号"""
    move: str
    template: Template
    location: Location
    tone: str = ""
    needs_features: frozenset[str] = frozenset()
    """适用: features that the place must have"""
    period: tuple[date, date] | None = None
    """时期: from and until; outside it the phrase is not used"""
    verbatim: bool = False
    """固定表述: must stay word for word"""
    treats: frozenset[str] = frozenset()
    """讲: matters, such as 接种; no two phrases of a speech treat the same"""


@dataclass(frozen=True, slots=True)
class Choice:
    """选取: a part that the brief chooses, with what it says about it."""

    key: str
    way: str = ""
    heading_set: str = ""
    numbering: str | None = None
    """编号: in place of the skeleton's; likewise 排版"""
    layout: Break | None = None
    points: tuple[Choice, ...] | None = None
    """None: the default points"""
    own: Template | None = None
    """自拟要点: the lead of a point of the writer's own"""
    sentences: tuple[Template, ...] = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """讲话要素: the config file of one speech."""

    skeleton: str
    topic: str
    place: str
    date: date
    topic_location: Location
    profile: Mapping[str, object] = field(default_factory=dict)
    """what the brief itself says of the place, by the keys of a 地点文件"""
    title: str = ""
    subtitle: str = ""
    signature: str = ""
    attachments: tuple[Attachment, ...] = ()
    speaker: str = ""
    salutation: str | None = None
    """称谓: None leaves it to the skeleton, "" drops it"""
    opening: Choice = Choice("开头")
    closing: Choice = Choice("结尾")
    body: Choice = Choice("部分")
    values: Mapping[str, Value] = field(default_factory=dict)
    own_sentences: Mapping[str, tuple[Template, ...]] = field(default_factory=dict)
    """自拟: sentences of the writer's own, by the path of the part they are added to"""
    page: Page = field(default_factory=Page)
    length: int = 0
    tone: str = ""
    seed: int = 1
    own_locations: Mapping[str, Location] = field(default_factory=dict)
