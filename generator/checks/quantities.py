"""数量: the numbers of a draft that have a unit, with what they are worth. Ordinals, years and dates are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from generator.checks.numerals import HAN, decimal
from generator.chinese import SENTENCE_END
from generator.manuscript import Manuscript

PERCENT, POINTS = "%", "个百分点"
UNITS = (
    "个百分点 百分点 亩次 人次 辆次 架次 场次 批次 户次 家次 件次 车次 班次 台次 台套 平方公里 平方千米 平方米 立方米 公里 "
    "千米 厘米 毫米 公斤 千克 公顷 千瓦时 千瓦 兆瓦 小时 分钟 课时 学时 美元 % ％ 元 家 个 名 人 位 户 处 起 件 项 条 "
    "宗 所 座 栋 幢 台 辆 艘 架 套 亩 吨 斤 克 米 头 只 羽 株 棵 本 册 份 篇 封 部 支 批 次 场 期 段 笔 张 块 间 床 班 门 "
    "眼 口 枚 面 幅 盏 箱 袋 包 瓶 桶 票 席 岁 倍 度 ℃ 天"
)
MEDALS = "[金银铜](?=[、，；0-9]|和|一?共|合计)"
"""3金、5银、2铜"""
PEOPLE = re.compile(
    r"(?:孩子|娃娃|小朋友|同学|学生|老师|教师|学员|队员|党员|干部|群众|村民|老人|儿童|职工|人)(?=[，、；。：（的中里]|$)"
)
"""after 个: the number counts people"""
SAME_UNIT = {"名": "人", "位": "人", "金": "枚", "银": "枚", "铜": "枚", "％": PERCENT, "百分点": POINTS}
QUANTITY = re.compile(
    r"(?P<about>(?<![附最邻])近|(?<![公条契合预节])约|超过|逾|(?<!商)超|不足|至少|最多|不到)?"
    rf"(?:(?P<whole>百分之)(?P<part>[0-9]{{1,6}}(?:\.[0-9]{{1,4}})?|[{HAN}]{{1,8}})"
    rf"|(?<![0-9.,A-Za-z第/{HAN}点])(?P<digits>[0-9]{{1,12}}(?:,[0-9]{{3}}){{0,4}}(?:\.[0-9]{{1,4}})?|[{HAN}]{{1,12}})"
    r"(?P<scale>万亿|[万亿])?(?P<more>余|多|几|来)?(?P<scale2>[万亿])?"
    rf"(?P<unit>{'|'.join(UNITS.split())}|{MEDALS}))"
    r"(?P<behind>左右|以上|以下|上下|以内|多|之多)?"
)


LONGEST, MOST = 1500, 60
"""characters and quantities of a sentence that are looked at; what is longer is a table"""


@dataclass(frozen=True, slots=True)
class Quantity:
    """数量: a number with its unit; offsets are those of the whole expression."""

    start: int
    end: int
    value: Decimal
    grain: Decimal
    """what a step of the last digit is worth; 0 where the number is exact"""
    unit: str
    about: bool
    """约数: said to be near, above or below"""


def quantities(text: str, offset: int = 0) -> Iterator[Quantity]:
    """Yield the quantities of a text; offsets begin at `offset`."""
    for match in QUANTITY.finditer(text):
        unit = PERCENT if match["whole"] else match["unit"]
        scale = (match["scale"] or "") + (match["scale2"] or "")
        worth = decimal(match["part"] or match["digits"], scale)
        if worth is None or match["digits"] == "一":
            continue
        if unit == "个" and PEOPLE.match(text, match.end("unit")):
            unit = "人"
        about = bool(match["about"] or match["more"] or match["behind"])
        start = match.end("about") if match["about"] else match.start()
        end = match.end("part") if match["whole"] else match.end("unit")
        yield Quantity(offset + start, offset + end, *worth, SAME_UNIT.get(unit, unit), about)


@dataclass(frozen=True, slots=True)
class Statement:
    """语句: one sentence with its quantities; one that opens with 其中 or 其余 has the sentence before it too."""

    start: int
    text: str
    quantities: tuple[Quantity, ...]

    def between(self, start: int, end: int) -> str:
        """Return the text between two offsets of the whole draft."""
        return self.text[start - self.start : end - self.start]

    def before(self, amount: Quantity, most: int | None = None) -> str:
        """Return what stands before a number in the sentence, or the last characters of it."""
        stop = amount.start - self.start
        return self.text[0 if most is None else max(0, stop - most) : stop]


def statements(draft: Manuscript) -> Iterator[Statement]:
    """Yield the sentences of a draft that have two quantities or more."""
    for passage in draft.passages:
        start, before = passage.start, ""
        for sentence in SENTENCE_END.split(passage.text):
            goes_on = before and sentence.startswith(("其中", "其余", "余下", "剩余", "剩下"))
            text = before + sentence if goes_on else sentence
            begin = start - len(text) + len(sentence)
            if any(letter.isdigit() for letter in text) or "其" in text or "计" in text:
                found = tuple(islice(quantities(text[:LONGEST], begin), MOST))
                if len(found) > 1:
                    yield Statement(begin, text[:LONGEST], found)
            before = sentence
            start += len(sentence)


def shown(value: Decimal, step: Decimal) -> str:
    """Return a value to the digit that a step has: 16.666 by 0.1 is 16.7."""
    places = max(0, -step.adjusted()) if step else 0
    return f"{value:.{places}f}"
