"""标号: every number that orders a heading, a paragraph or a clause, as it stands in a manuscript."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.manuscript import Area, Manuscript, Passage

HAN = "[一二三四五六七八九十百零〇]{1,6}"
VALUES = {letter: value for value, letter in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
BRACKETED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
WORDS = {"首先": 1, "其次": 2, "再次": 3}
MARK = "[、.．，,﹑､丶]"
"""the marks that are typed behind a numeral, right or wrong"""

NOT_A_LABEL = r"(?!第|[一二三四五六七八九十]{1,2}(?:[、，季月产年期批级类线楼组队连号班等]|$))"
"""after 一、: an ordinary list of numerals goes on, as in 一、二季度"""

LEADS = tuple(
    (scheme, re.compile(pattern))
    for scheme, pattern in (
        ("一、", rf"(?P<数>{HAN})(?: ?{MARK}|[ \u3000]+){NOT_A_LABEL}"),
        ("（一）", rf"[（(](?P<数>{HAN})[）)]|(?P<圈>[{BRACKETED}])"),
        ("（1）", r"[（(](?P<数>[0-9０-９]{1,2})[）)]"),
        ("1）", r"(?P<数>[0-9０-９]{1,2})[）)]"),
        ("1.", r"(?P<数>[0-9０-９]{1,2})[.．、](?![0-9０-９])"),
        ("①", rf"(?P<圈>[{CIRCLED}])"),
    )
) + tuple(
    (f"第一{unit}", re.compile(rf"第(?P<数>{HAN}|[0-9]{{1,3}}){unit}(?=[\s：:、，]|$)"))
    for unit in ("编", "部分", "章", "节", "条")
)
ACTS = "靠抓看查防保促强建严盯想练帮谈讲学管控稳补优提推"
"""verbs that are counted like 一靠、二靠"""

RUN_IN = re.compile(
    rf"第(?P<第>{HAN})(?=[，,、：:](?!第)|[是要](?!第))"
    rf"|(?:第(?P<序>{HAN})|头(?P<头>一))(?P<量>步|个(?!月|星期|季|百年)|句话|件|点|条|项|方面|关|招)(?=[^，。；：、]{{0,5}}[，：:、是])"
    rf"|其(?P<其>{HAN})(?=[，,、：:是要])"
    r"|(?P<词>首先|其次|再次(?=[，,、：:是]|要(?!求)))"
    rf"|(?P<是>{HAN})是(?!{HAN}[、，。；])"
    rf"|(?P<要>{HAN})要(?![素件点闻紧塞员领求义害地道职务案诀])"
    rf"|[（(](?P<括>{HAN})[）)](?![项款、至到—-])"
    r"|[（(](?P<数>[0-9]{1,2})[）)](?![、至到—-])"
    rf"|(?P<圈>[{CIRCLED}])"
    r"|(?P<点>[0-9]{1,2})[.．、](?![0-9])"
    rf"|(?P<顿>{HAN})、{NOT_A_LABEL}"
    rf"|(?P<做>{HAN})(?P<字>[{ACTS}])"
)
SCHEMES = {
    "第": "第一，",
    "其": "其一，",
    "词": "首先",
    "是": "一是",
    "要": "一要",
    "括": "（一）",
    "数": "（1）",
    "圈": "①",
    "点": "1.",
    "顿": "一、",
}
HEADS = frozenset(scheme for scheme, _ in LEADS)
"""schemes of headings and lists; all others are words of a sentence"""

BEFORE_NUMERAL, BEFORE_WORD = "：:；;。！？", "：:；;。！？!?，,、—…”）) \u3000"
NEVER_BEFORE_FIRST = "第之统唯专单同万另每期周逐划合归定不"
"""before 一是, 一要: 统一是, 星期一是, 不一要…"""

QUOTED = re.compile("“[^“”]*”|《[^《》]*》")
ATTACHED = re.compile(r"附(?:件|表|录)?[ \u3000]*[0-9一二三四五六七八九十]{0,2}[：:]?[ \u3000]*")
SALUTATION = re.compile(r"(?:各位|尊敬的|亲爱的)[^。；]{0,40}[：:]$|同志们[：:！]$")
FULL_WIDTH = str.maketrans(",;:()!?", "，；：（）！？")
END_MARKS = "。！？；：，、…,;:!?"


@dataclass(frozen=True, slots=True)
class Label:
    """标号: one number with its place, and which scheme it belongs to."""

    scheme: str
    """what the first of the series looks like, e.g. 一、 （一） 1. 一是 第一，"""
    number: int
    start: int
    end: int
    passage: int
    """the index of its paragraph"""
    leading: bool
    """the paragraph begins with it"""
    weak: bool = False
    """it can open a series, but may be ordinary words"""

    @property
    def spoken(self) -> bool:
        """Tell whether it is a word of a sentence rather than a heading's number."""
        return self.scheme not in HEADS


class Line(NamedTuple):
    """行: a paragraph with the labels in it."""

    passage: Passage
    labels: tuple[Label, ...]
    breaks: bool
    """a new document or list may begin here, so that numbers begin again"""

    @property
    def lead(self) -> Label | None:
        """Return the label that the paragraph begins with; the outer one of two."""
        return self.labels[0] if self.labels and self.labels[0].leading else None

    @property
    def titled(self) -> bool:
        """Tell whether the paragraph is short and ends without a mark, as headings do."""
        return len(self.passage.text) <= 40 and self.passage.text[-1] not in END_MARKS


def full_width(draft: Manuscript) -> Manuscript:
    """Return a manuscript as if its marks had been typed right; every place stays the same."""
    passages = tuple(replace(passage, text=passage.text.translate(FULL_WIDTH)) for passage in draft.passages)
    return replace(draft, text=draft.text.translate(FULL_WIDTH), passages=passages)


def lines_of(draft: Manuscript) -> tuple[Line, ...]:
    """Return the paragraphs of the body with their labels."""
    body = (passage for passage in draft.passages if passage.area is Area.BODY)
    return tuple(_line(passage, index) for index, passage in enumerate(body))


def value_of(numeral: str) -> int:
    """Return the number of a numeral, 0 where it is none: 二十三, 23, ２３."""
    if numeral.isdigit():
        return int(numeral)
    total, ones, last = 0, 0, "零"
    for letter in numeral:
        if letter in "十百":
            total += (ones or int(letter == "十")) * (10 if letter == "十" else 100)
            ones = 0
        elif letter not in VALUES or (ones and last not in "十百零"):
            return 0
        else:
            ones = VALUES[letter]
        last = letter
    return total + ones


def _line(passage: Passage, index: int) -> Line:
    begins, breaks = _attachment(passage.text)
    leads = tuple(_leads(passage, index, begins))
    behind = leads[-1].end - passage.start if leads else begins
    breaks = breaks or bool(SALUTATION.match(passage.text))
    return Line(passage, (*leads, *_run_in(passage, index, behind)), breaks)


def _attachment(text: str) -> tuple[int, bool]:
    """Return where the words behind 附件： begin, and whether an attachment or a list of them does."""
    match = ATTACHED.match(text)
    if not match:
        return 0, False
    if match[0][-1] in "：: \u3000":
        return match.end(), True
    return 0, match[0] == text or match[0][-1] not in "附件表录"


def _leads(passage: Passage, index: int, begins: int) -> Iterator[Label]:
    """Yield the labels at the start of a paragraph: mostly one, two in 一、（一）…."""
    for _ in range(2):
        for scheme, pattern in LEADS:
            match = pattern.match(passage.text, begins)
            number = _number(match) if match else 0
            if match and number:
                start, end = passage.start + begins, passage.start + match.end()
                yield Label(scheme, number, start, end, index, True)
                begins = match.end()
                break
        else:
            return


def _number(match: re.Match[str]) -> int:
    """Return the number that a match of a label has."""
    groups = {name: value for name, value in match.groupdict().items() if value}
    circled = groups.get("圈")
    if circled:
        return (CIRCLED + BRACKETED).index(circled) % len(CIRCLED) + 1
    return WORDS.get(groups.get("词", "")) or value_of(next(iter(groups.values())))


def _run_in(passage: Passage, index: int, behind: int) -> Iterator[Label]:
    """Yield the labels inside a paragraph; what is quoted has none, nor has a verb counted once."""
    quoted = [match.span() for match in QUOTED.finditer(passage.text)]
    found = [_inner(passage, index, match, behind) for match in RUN_IN.finditer(passage.text, behind)]
    counted = Counter(label.scheme for label in found if label)
    at = 0
    for label in filter(None, found):
        offset = label.start - passage.start
        while at < len(quoted) and quoted[at][1] <= offset:
            at += 1
        once = label.scheme[-1] in ACTS and counted[label.scheme] < 2
        if not once and (at == len(quoted) or offset < quoted[at][0]):
            yield label


def _inner(passage: Passage, index: int, match: re.Match[str], behind: int) -> Label | None:
    """Return the label that a match is; None where the words before it say that it is none."""
    group = next(name for name, value in match.groupdict().items() if value)
    number = _number(match)
    before = passage.text[match.start() - 1 : match.start()]
    strong = match.start() == behind or before in (BEFORE_NUMERAL if group in "数点顿" else BEFORE_WORD)
    weak = not strong and number == 1 and group in "第词是要" and before not in NEVER_BEFORE_FIRST
    if not number or not (strong or weak):
        return None
    unit = f"第一{match['量']}"
    scheme = {"序": unit, "头": unit, "做": f"一{match['字']}"}.get(group) or SCHEMES[group]
    start, end = passage.start + match.start(), passage.start + match.end()
    return Label(scheme, number, start, end, index, match.start() == 0, weak=weak)
