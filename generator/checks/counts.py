"""点数: numbers that announce numbered items, against the items: 我讲三点意见, 三件事：一是…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from generator.checks.outline import Label, Line, full_width, lines_of
from generator.checks.series import Series, series_of
from generator.checks.setting import Setting
from generator.checks.stated import KINDS, Stated, stated_in, written
from generator.diagnostics import Severity
from generator.findings import Finding, finding
from generator.manuscript import Manuscript
from generator.rulebook import Confidence

SPEECH = re.compile(
    r"(?:讲|谈|提|强调|说|汇报|交流|部署|通报)(?:出|几句|以下|如下|这么|这样)?(?=[二两俩三四五六七八九十0-9])|(?:从|分)(?=[两三四五六七八九十]个?方面)"
)
VAGUE_SPEECH = re.compile("(?:讲|谈|提|强调|说|汇报|通报)[^，。；]{0,4}(?:几[点个条件]|有关|一些)")
OWN_SPEECH = re.compile("我|下面|再|借此|今天|这里|着重")
"""the speaker announces a speech of his own, and does not report another's"""
WHOLE = re.compile("意见|要求|建议|希望|方面|问题|体会|想法|看法|工作|认识|情况|话|^$")
VAGUE = re.compile("几[个点条项件方]|若干|多个|一些")
PARTLY = re.compile("其中|例如|比如|譬如|特别是|尤其|主要包括|突出的|之一")
BACKWARD = re.compile("[完这那]$|上述$")
"""the number looks back: 讲完这三个故事"""
DIVIDES = re.compile("(?:设|分为|分成|分|有|存在|讲|谈|提|聊|说|发现|反馈|指出)了?$")
AS_FOLLOWS = re.compile("如下|以下|分别|具体|归纳起来|概括起来|当面指出")
TASKS = re.compile("要|抓好|做好|做到|突出|重点|确保")
"""a clause that lists what to do, not what was counted before it"""
ANNOUNCING = re.compile(
    "讲|谈|提|说|聊|强调|汇报|设|分|有|存在|从|抓好|做好|抓|办|做到|实施|开展|以下|如下|下列|重点|把握|处理好|落实好|突出|围绕"
)
SENTENCE = re.compile("[。！？；]")
FURTHEST, WIDEST = 10, 2
"""how many characters may stand between the number and the items; how far both may differ"""
LAST_ITEM = re.compile("[。；，：](?:最后|再就是|再有就?是|还有就?是|此外|另外)[，是]?")
"""an item without a number behind numbered ones: 首先…其次…最后…"""
MANY = re.compile("[0-9一二三四五六七八九十]+[条项]$")
"""how many single points the counted things have: 5个方面15条"""
HEADED = re.compile("“?[^“”，。；：！？、]{1,4}”?(?:$|，)")
"""what a heading may have behind its number: 做强“三张牌”，让产业更旺"""
REACH = 300
"""how many characters before the first item and behind the last are looked at"""
OPENING = 12
"""how many paragraphs an opening has at most"""


def check_counts(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield numbers that differ from the numbered items that they announce."""
    draft = full_width(draft)
    lines = lines_of(draft)
    told: set[int] = set()
    series = [each for each in series_of(lines) if each.labels[0].number == 1 and not each.labels[0].weak]
    for each in series:
        parts = _beside(draft, lines, each), _whole(draft, lines, each), _headed(draft, lines, each)
        for found in chain.from_iterable(parts):
            if found.start not in told:
                told.add(found.start)
                yield found


def _beside(draft: Manuscript, lines: Sequence[Line], each: Series) -> Iterator[Finding]:
    """Yield the number in the sentence right before the first item."""
    label = each.labels[0]
    if len(each.labels) < 2 or (label.leading and label.passage == 0):
        return
    if label.leading:
        passage = lines[label.passage - 1].passage
        text = passage.text
    else:
        passage = lines[label.passage].passage
        text = passage.text[: label.start - passage.start].rstrip()
    base = passage.start + max(0, len(text) - REACH)
    text = text[-REACH:]
    if not text or (text[-1] not in "：:。，；—”" and not lines[label.passage - 1].titled):
        return
    begin = max(text.rfind(mark, 0, len(text) - 1) for mark in "。！？") + 1
    said = list(stated_in(text, begin))
    # Where the last number agrees, an item lost its own: that is told as a gap.
    if not _possible(lines, each).isdisjoint(one.number for one in said) or VAGUE.search(text, begin):
        return
    said = [one for one in said if not BACKWARD.search(text[max(0, one.start - 2) : one.start])]
    unit = label.scheme[2:] if label.scheme[0] == "第" else ""
    chosen = _announcing(text, begin, said, label.leading, unit)
    if chosen and abs(chosen.number - len(each.labels)) <= WIDEST and not PARTLY.search(text, chosen.behind):
        spoken = any(match.end() == chosen.start for match in SPEECH.finditer(text, begin))
        rule = "CT01" if spoken and label.leading else "CT02"
        yield _clash(draft, rule, base, chosen, each)


def _possible(lines: Sequence[Line], each: Series) -> frozenset[int]:
    """Return how many items a series may be said to have."""
    last = each.labels[-1]
    passage = lines[last.passage].passage
    behind = "" if last.leading else passage.text[last.end - passage.start :][:REACH]
    if last.leading and each.scheme == "首先" and last.passage + 1 < len(lines):
        behind = "。" + lines[last.passage + 1].passage.text[:2]
    more = last.spoken and bool(LAST_ITEM.search(behind))
    return frozenset({len(each.labels), each.reach, each.reach + more})


def _announcing(
    text: str, begin: int, said: Sequence[Stated], leading: bool, unit: str = ""
) -> Stated | None:
    """Return the number that announces what follows the sentence, if one certainly does.

    Args:
        text: what stands before the first item.
        begin: where its last sentence begins.
        said: the numbers in that sentence.
        leading: the first item begins a paragraph.
        unit: the measure word of the items, as 招 in 第一招.
    """
    if not said:
        return None
    last = said[-1]
    opens = text[-1] in "：:—”"
    between = text[last.behind :].strip("：:。，；—”“ ")
    clause = max(text.rfind(mark, begin, len(text) - 1) for mark in "，；：") + 1
    tail = KINDS.sub("", MANY.sub("", last.thing))
    same = bool(unit) and last.measure == unit
    if not (last.measure or KINDS.match(last.thing)):
        return None
    if last.start < clause:
        told = AS_FOLLOWS.search(text, last.behind) or DIVIDES.search(text, begin, last.start)
        direct = text.count("，", last.behind, len(text) - 1) < 2 and not TASKS.search(text, clause)
        return last if told and direct and len(said) == 1 and KINDS.search(last.thing) else None
    if opens:
        return last if len(between) + len(tail) <= FURTHEST else None
    named = same or last.measure == "点" or KINDS.search(last.thing)
    past = text[last.start - 1] == "了" if last.start else False
    certain = same or not leading or (ANNOUNCING.search(text, clause, last.start) and not past)
    return last if named and certain and len(between) <= 2 and len(tail) <= 2 else None


def _whole(draft: Manuscript, lines: Sequence[Line], each: Series) -> Iterator[Finding]:
    """Yield the number of points that an opening announces, where the headings are not so many."""
    label = each.labels[0]
    if each.scheme != "一、" or not label.leading:
        return
    for line in reversed(lines[max(0, label.passage - OPENING) : label.passage]):
        text = line.passage.text
        vague = max((match.start() for match in VAGUE_SPEECH.finditer(text)), default=-1)
        for match in reversed(list(SPEECH.finditer(text))):
            if match.start() < vague:
                return
            said = next(stated_in(text, match.end()), None)
            own = OWN_SPEECH.search(text, max(0, text.rfind("。", 0, match.start())), match.end())
            if (
                not own
                or not said
                or said.start != match.end()
                or not said.measure
                or not WHOLE.search(said.thing)
            ):
                continue
            if said.number not in (len(each.labels), each.reach):
                yield _clash(draft, "CT01", line.passage.start, said, each)
            return
        if line.breaks or line.labels or vague >= 0:
            return


def _headed(draft: Manuscript, lines: Sequence[Line], each: Series) -> Iterator[Finding]:
    """Yield the number in a heading whose items all name what it counts: 做强“三张牌”, 1.打好“古镇牌”."""
    label = each.labels[0]
    above = lines[label.passage - 1] if label.passage and label.leading else None
    if above is None or not (above.lead and above.titled) or len(each.labels) < 2:
        return
    text = above.passage.text
    said = list(stated_in(text, above.lead.end - above.passage.start))
    if len(said) != 1 or not said[0].measure or not HEADED.match(text, said[0].start):
        return
    thing, count = said[0].thing, len(each.labels)
    named = bool(thing) and all(thing in _item(lines, one) for one in each.labels)
    if named and said[0].number not in _possible(lines, each) and abs(said[0].number - count) <= WIDEST:
        yield _clash(draft, "CT02", above.passage.start, said[0], each)


def _item(lines: Sequence[Line], label: Label) -> str:
    """Return the first words behind a label."""
    passage = lines[label.passage].passage
    return SENTENCE.split(passage.text[label.end - passage.start :][:40], maxsplit=1)[0]


def _clash(draft: Manuscript, rule: str, base: int, said: Stated, each: Series) -> Finding:
    start, end = base + said.start, base + said.end
    here, count = draft.text[start:end], len(each.labels)
    items = "、".join(draft.text[label.start : label.end].strip("、，. ") for label in each.labels[:12])
    what = f"{here}{said.measure}{said.thing[:4]}"
    message = f"前面说“{what}”，后面列了 {count} 项（{items}），请核对是数字错了还是漏了一项"
    far = abs(said.number - count) > WIDEST
    return finding(
        rule,
        start,
        end,
        message,
        written(count, here),
        related=tuple((label.start, label.end) for label in each.labels),
        severity=Severity.WARNING if far else Severity.ERROR,
        confidence=Confidence.LIKELY if far else None,
    )
