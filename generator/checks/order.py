"""排名次序: who comes first where authorities stand in one list: 中央、省、市、县、乡、村; 党委、人大、政府、政协.

A list may climb (村、乡、县三级; 受到县委、市委表彰). It is wrong when it neither climbs nor descends, or
when it climbs although it names those who give the orders.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.checks.setting import Setting
from generator.diagnostics import Severity
from generator.findings import Edit, Finding
from generator.manuscript import Manuscript
from generator.rulebook import Confidence

LEVELS, ORGANS = "OR01", "OR02"
LEVEL = {
    "中央": 0, "国家": 0, "全国": 0,
    "省": 1, "自治区": 1, "兵团": 1,
    "市": 2, "州": 2, "盟": 2, "地": 2,
    "县": 3, "区": 3, "旗": 3,
    "乡": 4, "镇": 4, "乡镇": 4, "街道": 4, "镇街": 4, "苏木": 4, "苏木镇": 4,
    "村": 5, "社区": 5, "嘎查": 5, "社": 5,
}  # fmt: skip
"""级别: how near to the centre"""
KIND = {
    "委": 0,
    "党委": 0,
    "党工委": 0,
    "工委": 0,
    "人大": 1,
    "人大常委会": 1,
    "政府": 2,
    "人民政府": 2,
    "政协": 3,
}
"""same level: 党委、人大、政府、政协"""
WHOLE = {"党中央": (0, 0), "中共中央": (0, 0), "中央": (0, 0), "国务院": (0, 2)}
SEPARATOR = "(?:、|和|及|与|以及)"
NOT_MORE = (
    r"(?!办|书记|常委(?!会)|宣|组织|统战|政法|党[校组]|副|主席|主任|机关|督查|部门|有关|直属|委员|代表|大楼|大院|工作|"
    r"常务|秘书|农[办业]|编|老干|社会|外[办事]|台办|保密|机要|档案|平安|信访|改革|深改|审计|教育|国安|全面|依法|政研|史志|领导(?:班子)?成员|纪委|军委|文件|企|媒|电视|网|巡|苏区|红军|公园|参事|研究|信|食堂|门口|广场)"
)
TOKEN = (
    r"(?:(?:党中央|中共中央|国务院|中央(?![经农一城政企财纪军预巡民文]))"
    r"|(?:自治区|省|市|州|盟|地|县|区|旗|苏木镇?|乡镇|镇街|镇|乡|街道|各级|全国)?"
    rf"(?:党工委|党委|(?<=[省市州盟地县区旗])委(?!员)|人大常委会|人大|人民政府|政府|政协)){NOT_MORE}"
)
RUN = re.compile(rf"{TOKEN}(?:{SEPARATOR}{TOKEN})+")
ONE = re.compile(TOKEN)
PLACE_CHAR = re.compile(r"[\u4e00-\u9fff]")
GIVERS_BEFORE = re.compile(
    r"(?:按照|根据|遵照|依照|对照|贯彻(?:好|执行)?|落实(?:好)?|围绕|服从|听从|传达(?:学习)?|学习(?:贯彻)?|在|把|不折不扣执行)[^，。；]{0,4}$"
)
GIVERS_BEHIND = re.compile(
    r"的?(?:坚强|正确|统一|高度|关心|大力|各项|最新|有关|部署|决策|工作)*"
    r"(?:领导|部署|要求|决策|安排|指示|精神|决定|重视|支持下|统一|号召|意见)"
)
BARE_LEVELS = re.compile(
    r"(?<![\u4e00-\u9fff、])(?:(?:健全|完善|建立|形成|构建|实现|从|由|在|按照|推动|覆盖|贯通)?)"
    r"(?P<list>(?:中央|国家|省|自治区|市|州|盟|县|区|旗|乡镇|镇街|乡|镇|街道|苏木|村|社区|嘎查)"
    r"(?:、(?:中央|国家|省|自治区|市|州|盟|县|区|旗|乡镇|镇街|乡|镇|街道|苏木|村|社区|嘎查)(?:（[^（）\n]{1,8}）)?){1,6})"
    r"(?=[两二三四五]级)"
)
TIGHT_LEVELS = re.compile(r"(?P<list>[省市州盟县区旗乡镇街村社组]{3,5})(?=[三四五]级(?!别|以|及))")
COUNTY_LEVEL = frozenset("县市区旗")
HEADS = re.compile(
    r"(?<!副)(?P<head>(?P<level>[县市区旗镇乡])长)(?:[\u4e00-\u9fff]{2,3}(?:同志)?)?[、和与]"
    r"(?P<first>(?:(?P=level)(?:委|党委)|党委)书记)"
)
BARE_HEADS = re.compile(
    r"(?<![\u4e00-\u9fff])(?:各)?(?P<head>[县市区旗镇乡]长)、(?P<first>书记)(?=[要，。；、])"
)


@dataclass(frozen=True, slots=True)
class Authority:
    """机关: one authority in a list."""

    start: int
    end: int
    level: int
    kind: int


def check_order(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the lists of authorities that stand in a wrong order."""
    text = draft.text
    region = setting.place is None or "自治区" in setting.place.chain
    for match in RUN.finditer(text):
        row = authorities(match[0], match.start())
        yield from judge(text, row)
    for pattern in (BARE_LEVELS, TIGHT_LEVELS):
        for match in pattern.finditer(text):
            yield from bare(text, match, region=region)
    for pattern in (HEADS, BARE_HEADS):
        for match in pattern.finditer(text):
            yield _heads(text, match)


def authorities(run: str, offset: int) -> list[Authority]:
    """Return the authorities of a list; one without a level has that of the one before it."""
    row: list[Authority] = []
    level = -1
    for match in ONE.finditer(run):
        word = match[0]
        if word in WHOLE:
            level, kind = WHOLE[word]
        else:
            name = next(name for name in sorted(KIND, key=len, reverse=True) if word.endswith(name))
            own = word.removesuffix(name)
            kind, level = KIND[name], LEVEL.get(own, level)
        row.append(Authority(offset + match.start(), offset + match.end(), level, kind))
    return row


def judge(text: str, row: Sequence[Authority]) -> Iterator[Finding]:
    """Yield the fault of one list: of its levels, or else of the organs of one level."""
    levels = [each.level for each in row]
    climbs = levels == sorted(levels) or is_by_kind(row)
    if not climbs and -1 not in levels:
        descends = levels == sorted(levels, reverse=True)
        named = bool(PLACE_CHAR.match(text[row[0].start - 1 : row[0].start])) and is_named(text, row[0])
        if not descends or (gives_orders(text, row) and not named):
            message = f"“{quote(text, row)}”次序不对，应当先上级、后下级"
            yield _reordered(LEVELS, text, row, message, key=lambda each: (each.level, each.kind))
            return
    yield from same_level(text, row)


def is_named(text: str, first: Authority) -> bool:
    """Tell whether the first of a list belongs to a place that is named, such as 奉节县委."""
    before = text[max(0, first.start - 4) : first.start]
    return not re.search(
        r"(?:按照|根据|遵照|贯彻|落实|围绕|服从|听从|执行|传达|学习|[在把对向是受由和被到经])$", before
    )


def is_by_kind(row: Sequence[Authority]) -> bool:
    """Tell whether a list goes by organ and then by level: 省委、市委、省政府、市政府."""
    keys = [(each.kind, each.level) for each in row]
    return keys == sorted(keys) and len({each.kind for each in row}) < len(row)


def gives_orders(text: str, row: Sequence[Authority]) -> bool:
    """Tell whether the list names those who decide and lead."""
    before = text[max(0, row[0].start - 10) : row[0].start]
    return bool(GIVERS_BEHIND.match(text, row[-1].end)) and (
        bool(GIVERS_BEFORE.search(before)) or not before.endswith(("向", "为", "受到", "获得"))
    )


def same_level(text: str, row: Sequence[Authority]) -> Iterator[Finding]:
    """Yield the stretches of one level in which 政府 stands before 党委 and the like."""
    start = 0
    while start < len(row):
        end = start + 1
        while end < len(row) and row[end].level == row[start].level:
            end += 1
        group = row[start:end]
        kinds = [each.kind for each in group]
        if kinds != sorted(kinds) and len(set(kinds)) == len(kinds):
            message = f"“{quote(text, group)}”次序不对，同级依次是党委、人大、政府、政协"
            customary = kinds in ([0, 2, 1, 3], [0, 2, 1])
            yield _reordered(
                ORGANS, text, group, message, key=lambda each: (each.kind, each.level), slight=customary
            )
        start = end


def quote(text: str, row: Sequence[Authority]) -> str:
    """Return the words of a list."""
    return text[row[0].start : row[-1].end]


def _reordered(
    rule: str,
    text: str,
    row: Sequence[Authority],
    message: str,
    key: Callable[[Authority], tuple[int, int]],
    *,
    slight: bool = False,
) -> Finding:
    """Return the finding on a list, with each of its places taken by the one that belongs there."""
    sorted_row = sorted(row, key=key)
    edits = tuple(
        Edit(place.start, place.end, text[each.start : each.end])
        for place, each in zip(row, sorted_row, strict=True)
        if place is not each
    )
    severity, confidence = (Severity.INFO, Confidence.HINT) if slight else (None, None)
    if any(each.level < 0 for each in row) and rule == LEVELS:
        edits = ()
    return Finding(
        rule, ((row[0].start, row[-1].end),), message, edits, severity=severity, confidence=confidence
    )


def bare(text: str, match: re.Match[str], *, region: bool) -> Iterator[Finding]:
    """Yield the fault of a row of bare levels: 省、县、市三级. 县（市、区） and 自治区 have orders of their own."""
    words = re.sub(r"（[^（）]*）", "", match["list"])
    names = words.split("、") if "、" in words else list(words)
    levels = [LEVEL[name] for name in names if name in LEVEL]
    if levels in (sorted(levels), sorted(levels, reverse=True)) or set(names) <= COUNTY_LEVEL:
        return
    if (region and "区" in names) or {"乡", "镇"} <= set(names):
        return
    if not steps(levels):
        message = f"“{match['list']}”次序不对，应当从上级到下级，或者从下级到上级"
        yield Finding(LEVELS, (match.span("list"),), message)


def steps(levels: Sequence[int]) -> bool:
    """Tell whether levels keep one direction once the county level, written 县市区, is taken as one."""
    merged = [level for n, level in enumerate(levels) if n == 0 or level != levels[n - 1]]
    return merged in (sorted(merged), sorted(merged, reverse=True))


def _heads(text: str, match: re.Match[str]) -> Finding:
    """Return the finding on 县长、县委书记."""
    head, first = match.span("head"), match.span("first")
    message = f"“{text[head[0] : first[1]]}”次序不对，书记在前"
    swap = head[1] + 1 == first[0]
    edits = (Edit(*head, match["first"]), Edit(*first, match["head"])) if swap else ()
    return Finding(ORGANS, ((head[0], first[1]),), message, edits)
