"""地名空位: turns of phrase with a slot that only the name of a place fills: 谱写现代化奉节篇章, 建设美丽奉节."""

from __future__ import annotations

import re

STORY = re.compile(
    r"(?:建设|发展|振兴)?(?:实践)?(?:崭新|全新|新|精彩|绚丽|壮丽|壮美|更加[一-鿿]{2})?的?(?:篇章|新篇|华章|答卷|画卷)"
)
"""after a name: its story"""
STORY_FRONT = re.compile(
    r"(?:现代化(?:建设)?|谱写|书写|续写|绘就|开创|打造|描绘|高质量发展|振兴|转型)(?:的)?$"
)
PRAISE = re.compile(
    r"(?:建设|打造|创建|共建|共创|推进|建成|的|[、，“])(?:美丽|活力|平安|幸福|法治|健康|文明|清廉|数字|生态|魅力|善治|诚信|锦绣|宜居|绿色|大美|现代化|"
    r"社会主义现代化)(?:新)?$"
)
PRAISED = re.compile(r"[、，。；！”》\s]|建设|创建|$")
SUMMARY = re.compile(
    r"经济(?:社会|运行|发展|总量|和社会)|(?:改革)?发展(?:稳定|大局|历程|实际)|各项事业|的(?:明天|未来|今天|发展|各项)|"
    r"是[^，。；！？\n]{1,14}(?:之乡|胜地|大[县市区旗]|强[县市区旗]|名城|老区|摇篮|门户|[县市区旗])[，。；]|被誉为|地处|素有|素称"
)
ORDINARY = re.compile(
    "安宁|长寿|康乐|和顺|兴隆|安康|万全|惠民|裕民|安定|长乐|安居|安乐|富平|永安|永乐|山城|江城|水城|西湖|太湖|东湖|花都|海港|新城|"
    "石林|草湖|绿园|方正|无极|中站|站前|城东|城西|城关|市中|新市|滨海|滨江|沿滩|河东|河西|海口|江口|河口|湖口|港口|沙湾"
)
"""names that are words too: 幸福安宁, 健康长寿, 美丽山城"""
LEAVE = re.compile(r"(?:不得|不准|不能|严禁|禁止|不可|擅自|不要)离开$")
LEVELLED = re.compile(
    r"[县区市旗](?:委(?!托|派|任|屈|婉|员)|人民政府|政府|人大|政协|纪委|监委|直(?:各|机关|部门)|各(?:级|部门|单位|镇|乡|街道))"
)
"""阳朔区人民政府: the word of the level is the draft's, the name is not"""
OPEN = re.compile(r"[。；！？：，（“《\s—]|[市州盟省区]")


def stands_in_slot(text: str, start: int, end: int) -> bool:
    """Tell whether two characters stand where only a name of a place can stand."""
    if ORDINARY.fullmatch(text, start, end):
        return False
    before = text[max(0, start - 12) : start]
    if (STORY.match(text, end) or text.startswith("样板", end)) and STORY_FRONT.search(before):
        return True
    if PRAISED.match(text, end) and PRAISE.search(before):
        return True
    if LEAVE.search(before):
        return True
    opened = not before or OPEN.match(before[-1])
    if opened and LEVELLED.match(text, end):
        return True
    return bool((not before or before[-1] in "。；！？，\n") and SUMMARY.match(text, end))
