"""点数: where a text says how many things it lists: 三点意见, 四方责任, 5个问题."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.outline import value_of
from generator.chinese import han_count

MOST = 20
"""larger numbers count people and things, not points of a speech"""
NUMERAL = r"(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[二两俩仨三四五六七八九]|[1-9][0-9]?)"
UNSURE = r"(?<![第一二三四五六七八九十两百千万亿零〇0-9０-９.．近约超逾达数几每约月年周星期初])"
MEASURE = "个|大类|大项|大|项|点|条|件|种|类|方面|方|道|张|步|句|块|层|级|关|样|份|笔|场|支|篇|字|者|省|州|旗|县|市|镇|乡|村|位|招|本(?=账|台账)"
STATED = re.compile(
    rf"{UNSURE}(?P<数>{NUMERAL})(?![一二三四五六七八九十百千万亿几多余来年月日号时次0-9.．、，。：；%％])(?P<量>{MEASURE})?(?P<物>[^，。；：！？、“”‘’（）《》—\s]{{0,12}})"
)
KINDS = re.compile(
    "意见|要求|建议|希望|体会|想法|看法|认识|问题|不足|短板|差距|困难|原因|特点|方面|环节|重点|要点|关键|任务|工作|措施|举措|事|"
    "目标|原则|阶段|步骤|要素|故事|话|字|样|类|组|文章|提醒|教训|经验|做法|感受|要害|行动|工程|制度|机制|办法|情况|结合|责任|防线|坚持|到位|统一|落实|转变|特征|优势|机遇|挑战|打算"
)
WIDER = re.compile(
    f"(?:{KINDS.pattern}|场所|关系|领域|部位|群体|对象|产业|行业|清单|体系|平台|品牌|层面|维度|标准|指标|渠道|路径|抓手|风险|隐患|意识|账|仗|关)$"
)
"""what things may be listed in the same sentence"""


class Stated(NamedTuple):
    """点数: a number with what it counts, in the text of a paragraph."""

    number: int
    start: int
    end: int
    """the numeral itself"""
    behind: int
    """where the words that go with it end"""
    measure: str
    thing: str


def stated_in(text: str, begin: int = 0, end: int | None = None) -> Iterator[Stated]:
    """Yield the numbers of things in a stretch of text."""
    for match in STATED.finditer(text, begin, len(text) if end is None else end):
        number = count_of(match["数"])
        if 1 < number <= MOST:
            start, stop = match.span("数")
            yield Stated(number, start, stop, match.end(), match["量"] or "", match["物"])


def count_of(numeral: str) -> int:
    """Return the number of a numeral, where 两 and 俩 are two and 仨 is three."""
    return {"俩": 2, "仨": 3}.get(numeral) or value_of(numeral)


def written(number: int, like: str) -> str:
    """Return a number as another one is written: in digits or in Chinese."""
    return str(number) if like.isdigit() else han_count(number)
