"""议程: how many items a host announces, against those that he calls up: 六项议程, 进行第一项议程."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.outline import HAN
from generator.checks.setting import Setting
from generator.checks.stated import NUMERAL, UNSURE, count_of, written
from generator.findings import Finding, finding
from generator.manuscript import Manuscript

ANNOUNCED = re.compile(
    rf"(?:会议|大会|活动|仪式)[^，。；\n]{{0,4}}(?:有|安排了?|为){UNSURE}(?P<数>{NUMERAL})(?P<物>项议程|个议程|项议题|个议题)"
)
CALLED = re.compile(rf"第(?P<数>{HAN}|[0-9]{{1,2}})(?P<物>[项个]议[程题])")
UNNUMBERED = re.compile("最后[^。；\n]{0,8}(?:项|个|进行|议程|议题)")
"""an item that is called up without its number"""


def check_agenda(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the number of items that a host announces, where he calls up one after the other and not so many."""
    if "议程" not in draft.text and "议题" not in draft.text:
        return
    said = list(ANNOUNCED.finditer(draft.text))
    if len(said) != 1:
        return
    (match,) = said
    called = [one for one in CALLED.finditer(draft.text, match.end()) if one["物"] == match["物"]]
    order = list(dict.fromkeys(count_of(one["数"]) for one in called))
    stated, count = count_of(match["数"]), len(order)
    if count < 2 or order != list(range(1, count + 1)) or stated == count:
        return
    if stated > count and UNNUMBERED.search(draft.text, called[-1].end()):
        return
    here = match["数"]
    message = f"这里说“{here}{match['物']}”，后面进行的是 {count} 项，请核对是数字错了还是漏了一项"
    related = tuple(one.span() for one in called)
    yield finding("CT02", *match.span("数"), message, written(count, here), related=related)
