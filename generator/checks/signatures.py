"""落款: the lines of a draft that say who made it: the signature, the letterhead, the speaker's line, the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.manuscript import Manuscript, Passage
from generator.places.mentions import Mention
from generator.places.township_mentions import township_mentions

LONGEST_SIGNATURE, LONGEST_TITLE, TITLE_PASSAGES = 45, 60, 3
DATE = re.compile(
    r"\s*(?:\d{4}|二[〇○零][一-鿿〇○]{2})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日"
)
DATED = re.compile(r"\s*\d{4}年\d{1,2}月\d{1,2}日(?:印发)?\s*$")
ORGAN_END = re.compile(
    r"(?:委员会|政府|办公室|办事处|[局委办院部]|中心|指挥部|小组|党委|党组|协会|学校|小学|中学|大队|支队)\s*$"
)
MARKS = re.compile(r"[，。；：:！？、“”《》]")
SIGNER = re.compile(r"\s*(?:中共|中国共产党|共青团|第[一-鿿]{1,3}师)?$")
VISIT = re.compile("在.{2,30}(?:调研|考察|视察|检查|走访|慰问|推介|招商)|致.{0,20}函|复函")
"""in the title: the speaker is a guest"""
OFFICE = re.compile(r"党委|党工委|人民政府|办事处|镇长|乡长|20\d\d年|\s")
"""after a township that a title or a speaker's line begins with"""


def is_title(draft: Manuscript, start: int) -> bool:
    """Tell whether a name stands in one of the first lines, and not as that of a host."""
    return _opens(draft.passage_at(start))


def is_addressee(draft: Manuscript, start: int) -> bool:
    """Tell whether a name stands in a line that addresses somebody: 佛坪县人民政府办公室："""
    text = draft.passage_at(start).text.rstrip()
    return len(text) <= LONGEST_TITLE and text[-1:] in ("：", ":")


def is_signature(draft: Manuscript, each: Mention, ends: Mapping[int, Mention]) -> bool:
    """Tell whether a name heads the line of an organ that a date follows; its superiors may stand in front."""
    passage, first = draft.passage_at(each.start), each.start
    while first in ends:
        first = ends[first].start
    return SIGNER.match(draft.text[passage.start : first]) is not None and _signs(draft, passage)


def signing_townships(draft: Manuscript) -> Iterator[tuple[str, ...]]:
    """Yield the counties that the township of a title, a speaker's line or a signature may lie in."""
    for passage in draft.passages:
        if not (_opens(passage) or _signs(draft, passage)):
            continue
        for each in township_mentions(passage.text, ()):
            if not passage.text[: each.start].strip() and OFFICE.match(passage.text, each.end):
                yield each.counties


def _opens(passage: Passage) -> bool:
    """Tell whether a passage may be the title or the speaker's line, and not that of a guest."""
    short = len(passage.text) <= LONGEST_TITLE and passage.text[-1] not in "。；：:"
    return passage.number <= TITLE_PASSAGES and short and not VISIT.search(passage.text)


def _signs(draft: Manuscript, passage: Passage) -> bool:
    text = passage.text
    if len(text) > LONGEST_SIGNATURE or MARKS.search(text):
        return False
    dated = DATED.search(text)
    if dated:
        return ORGAN_END.search(text[: dated.start()]) is not None
    behind = draft.text[passage.start + len(text) :][:40].lstrip()
    return ORGAN_END.search(text) is not None and DATE.match(behind) is not None
