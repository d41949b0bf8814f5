"""点数: numbers against the things listed in the same sentence: 四方责任：属地、部门、单位、个人."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.flatlists import COVERED, Listing, alike, listing_of, masked
from generator.checks.outline import full_width
from generator.checks.setting import Setting
from generator.checks.stated import KINDS, WIDER, Stated, stated_in, written
from generator.diagnostics import Severity
from generator.findings import Finding, finding
from generator.manuscript import Area, Manuscript, Passage
from generator.rulebook import Confidence

COLON = re.compile(r"(?P<尾>”?[^，。；：！？、“”（）]{0,8})(?:：|——|，?(?:即|也就是)(?:：|是)?)")
BRACKET = re.compile(r"”?（(?P<内>[^（）。；，]*、[^（）。；，]*)）")
LABELLED = re.compile(r"[（(]?[一1①首第][、.）)是要先一，]|[0-9]")
MOST_LISTED = 400
SENTENCE = re.compile(f"[^。！？]{{0,{MOST_LISTED}}}")
NOT_LISTS = re.compile("含|不含|包括|其中|如|例如|即|[0-9]|分别")
UNITS = frozenset(
    [
        "市",
        "区",
        "旗",
        "街道",
        "园区",
        "管委会",
        "社区",
        "开发区",
        "镇",
        "乡",
        "场",
        "苏木",
        "村",
        "行业",
        "林场",
        "农场",
    ]
)
"""（市、区） behind 县 is another name of the same thing"""

PARTS = re.compile("环节|阶段|方面|领域|层面|群体|维度|重点")
LEVELS = "省州市县旗区镇乡村级盟"
PLAIN_END = "的了等在为是有共各这每同近另其只再又还要能将被由从到把用以按对向于至及与和或不无"
VERB_END = re.compile(
    "(?:开展|进行|召开|组织|完成|建成|新建|实施|发现|做好|抓好|落实|设立|成立|印发|出台|投入|举办|培训|整改|排查|检查|确定|打造|形成|制定|建立|创建|推进|推出|明确|突出|聚焦|围绕|涉及|覆盖|获得|达到|累计|新增|连续|先后|遵循|坚持|存在|提出|分成|分为)$"
)
BREAK = "，。；：！？"
BEFORE_MEASURES = frozenset(
    [
        "个",
        "大",
        "类",
        "大类",
        "项",
        "大项",
        "级",
        "方面",
        "种",
        "方",
        "条",
        "道",
        "张",
        "字",
        "步",
        "样",
        "关",
        "层",
        "者",
        "件",
        "省",
        "县",
        "市",
        "镇",
        "乡",
        "村",
        "句",
        "位",
    ]
)
PLACES = re.compile("村|镇|县|乡|社区|街道|项目|企业|单位|学校|部门|小区|点|户|工程")
"""what is counted for itself behind a list: 甲镇、乙镇4个村"""

UNIT_WORDS = frozenset("省县市镇乡村州旗")
NEAR = 2


def check_listed(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield numbers that differ from the things listed behind or before them."""
    for passage in full_width(draft).passages:
        if passage.area is not Area.BODY:
            continue
        for said in stated_in(passage.text):
            yield from (found for found in _around(passage, said) if found)


def _around(passage: Passage, said: Stated) -> Iterator[Finding | None]:
    after, before = _behind(passage, said), _before(passage, said)
    yield after
    if not after:
        yield before


def _behind(passage: Passage, said: Stated) -> Finding | None:
    """Return the clash with a list behind a colon, a dash or 即, or in brackets."""
    text = passage.text
    bracket = BRACKET.match(text, said.behind)
    if bracket:
        return _bracketed(passage, said, bracket)
    colon = COLON.match(text, said.behind)
    if not colon or not (said.measure or KINDS.search(said.thing) or "”" in colon["尾"]):
        return None
    sentence = SENTENCE.match(text, colon.end())
    body = sentence[0] if sentence else ""
    if not body or len(body) == MOST_LISTED or LABELLED.match(body) or body.count("“") != body.count("”"):
        return None
    quoted = "”" in colon["尾"]
    if not quoted and not (WIDER.search(said.thing + colon["尾"]) or len(said.thing) <= 2):
        return None
    key = said.thing if quoted and said.measure else ""
    found = listing_of(body, key)
    if not found or said.number in found.possible or abs(found.count - said.number) > NEAR:
        return None
    if found.flat:
        return _clash(passage, said, found.count, Severity.ERROR)
    few = said.number == found.count + 1 and found.count > 2 and max(found.possible) < said.number
    return _clash(passage, said, found.count, Severity.WARNING) if few else None


def _bracketed(passage: Passage, said: Stated, bracket: re.Match[str]) -> Finding | None:
    """Return the clash with a list in brackets: 三个组（综合、保障、宣传）."""
    items = masked(bracket["内"]).split("、")
    if any(item in UNITS for item in items) or NOT_LISTS.search(bracket["内"]) or items[-1].endswith("等"):
        return None
    sure = WIDER.search(said.thing) or not said.thing
    if not said.measure or not sure or not alike(items) or abs(len(items) - said.number) != 1:
        return None
    return _clash(passage, said, len(items), Severity.WARNING)


def _before(passage: Passage, said: Stated) -> Finding | None:
    """Return the clash with a list right before the number: “近、美、实、诚”四个字, 会前、会中、会后三个环节."""
    text = passage.text
    if said.measure not in BEFORE_MEASURES:
        return None
    stop = said.start - (text[said.start - 1 : said.start] == "这")
    if text[stop - 1 : stop] == "”":
        return _quoted_before(passage, said, stop)
    begin = max(text.rfind(mark, max(0, stop - 80), stop) for mark in BREAK) + 1
    if begin == 0 and stop > 80:
        return None
    head = masked(text[begin:stop])
    if "、" not in head or "“" in head or "”" in head:
        return None
    found = _plain_before(head, said)
    if found is None or said.number in found.possible or abs(found.count - said.number) != 1:
        return None
    return _clash(passage, said, found.count, Severity.ERROR if found.flat else Severity.WARNING)


def _quoted_before(passage: Passage, said: Stated, stop: int) -> Finding | None:
    """Return the clash with quoted things: one pair of quotes with 、, or a row of pairs."""
    text = passage.text
    begin = max(text.rfind(mark, max(0, stop - 120), stop) for mark in "。；：！？") + 1
    row: list[str] = []
    end = stop
    for match in reversed(list(COVERED.finditer(text, begin, stop))):
        if text[match.end() : end].strip("、和与以及") or match[0][0] != "“":
            break
        row.append(match[0][1:-1])
        end = match.start()
    inner = row[0] if len(row) == 1 else ""
    if inner and ("、" not in inner or "，" in inner):
        return None
    count = inner.count("、") + 1 if inner else len(row)
    if count < 2 or abs(count - said.number) > NEAR or count == said.number or inner.endswith("等"):
        return None
    return _clash(passage, said, count, Severity.ERROR)


def _plain_before(head: str, said: Stated) -> Listing | None:
    """Return what a clause lists up to the number; None where it may be no list of what is counted."""
    items = head.split("、")
    last = items[-1]
    if not last or last[-1] in PLAIN_END or VERB_END.search(last):
        return None
    thing = said.thing
    if said.measure in UNIT_WORDS:
        fits = thing[:1] in ("", "的", "交", "联")
    else:
        fits = said.measure != "个" or not thing or bool(KINDS.search(thing[:6]))
    if not fits or PLACES.match(thing):
        return None
    size = len(last)
    levels = said.measure == "级" and all(item[-1:] in LEVELS or "引" in item for item in items)
    even = len(items) > 2 and {len(item) for item in items[1:]} == {size} and len(items[0]) >= size
    ending = len({item[-1] for item in items if item}) == 1 and max(map(len, items[1:])) <= size + 2
    opening = len({item[:1] for item in items}) == 1 and {len(item) for item in items} == {size}
    pair = len(items) == 2 and PARTS.match(thing) and size <= 3 and len(items[0]) >= size
    if not (levels or even or ending or opening or pair):
        return None
    joined = sum(len(re.findall("[和与及]", item)) for item in items)
    possible = {len(items) + extra for extra in range(joined + 1)} | ({2} if joined else set())
    return Listing(len(items), frozenset(possible), not joined and not pair and size <= 6)


def _clash(passage: Passage, said: Stated, count: int, severity: Severity) -> Finding:
    start, end = passage.start + said.start, passage.start + said.end
    here = passage.text[said.start : said.end]
    what = f"{here}{said.measure}{said.thing[:4]}"
    message = f"这里说“{what}”，列出来的是 {count} 项，请核对是数字错了还是漏了一项"
    sure = Confidence.CERTAIN if severity is Severity.ERROR else Confidence.LIKELY
    return finding("CT02", start, end, message, written(count, here), severity=severity, confidence=sure)
