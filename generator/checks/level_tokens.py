"""级别字: the compounds of a closed list that say of which level a draft speaks: 全县, 我区, 市委, 县应急管理局."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.place_cues import BODIES, ENDS, STEMS

LEVELS = "县区市旗州盟省镇乡"
NOBODY = frozenset("各邻外该某每本两二三四五六七八九十几多数一个×Xx*＊○□_")
"""characters before a level word that make it one of many or a blank: 各县委, XX县委, 邻县"""
BEFORE = {
    "县": frozenset("百强困范大小富穷农牧边产市区旗级原"),
    "区": frozenset(
        "社小园地辖片校景城山灾疫牧林矿库港战军新厂商住街湖江河郊湾禁封控管专特选农域时分发范治护养验作工营震旱洪滩盲"
        "误边治苏解放白红绿黄高术税流贸覆水源游假居活业产造雨热寒暖沙岛湿行政东西南北中老县市乡镇村开关棚核心能险危冲蓄滞"
        "洽谈展学生公舍点化用备厅站车服休闲等候"
    ),
    "市": frozenset("城都超门上夜集股楼罢休熊牛菜早街地县区开入面闹辖"),
    "旗": frozenset("红国党团军锦战彩队升挂扛大县"),
    "州": frozenset("治神九市贵杭广苏郑兰福徐扬常温湖台柳"),
    "盟": frozenset("联同结加欧东非阿"),
    "省": frozenset("节反俭弟邻内"),
    "镇": frozenset("城乡村集小重"),
    "乡": frozenset("城家故水老下返回山异"),
}
BEHIND = {
    "县": "域",
    "区": "域间块位别段划",
    "市": "场民值价面况容",
    "旗": "帜袍",
    "州": "际",
    "盟": "友员",
    "省": "略事力时心电",
    "镇": "静定痛压守",
    "乡": "村镇愁贤土情音",
}
BEFORE_WHOLE = {
    "全": frozenset("安健完齐保周俱成万双两顾不"),
    "我": frozenset("自忘无小大超唯"),
    "本": frozenset("日基根原资成样版书文课剧范蓝标脚副"),
}
WHOLE_AFTER = re.compile(
    "确保|力保|稳保|参保|医保|社保|完成|形成|建成|达成|促成|变成|组成|构成|造成|落成|生成|集成|兼顾|照顾|补齐|看齐"
)
"""words after which 全 begins a word of its own: 确保全区, 完成全县任务"""
OPEN = re.compile(
    r"[、，。；：！？（“《\s—]|[和与及由在向对把将按经到为是的了请听受以照据同跟从给报并出进驻回往及或非省跨]"
)
"""what may stand before the weaker words: 区内, 县属"""

TOKEN = re.compile(
    r"(?P<region>(?<!、)(?:自治区(?:党委|政府|人民政府|主席|人大|政协|纪委)|全自治区))"
    rf"|(?P<whole>[全我本])(?P<a>[{LEVELS}])"
    rf"|(?P<b>[县区市旗州盟省])(?:(?P<organ>{BODIES}|(?:{STEMS})[一-鿿]{{0,8}}?(?:{ENDS}))"
    r"|(?P<grade>直(?:机关|部门|各|单位|有关|相关|属(?:机关|单位|部门|各|企业|学校)|机构|企事业|医疗|学校)"
    r"|级(?:各|有关|相关)?(?:部门|单位|机关))"
    r"|(?P<head>长(?![期远效江征度短假久城]))|(?P<weak>级(?!以上|以下|及以|领导|干部|市|行政|单位|政府|人民|党委|层面|地方|医院|公立|医疗|融媒|媒体|城|财力|主流|职|人大|党政|总河长|林长|河长|统筹|区域)|[内外里](?!部|容|在|涵|科)|属(?![地于实性相])|城(?![乡市镇区关郊墙])))"
)


@dataclass(frozen=True, slots=True)
class Token:
    """级别字: one compound, and the character that says its level."""

    start: int
    end: int
    at: int
    """where the character of the level stands"""
    level: str
    weak: bool
    """县内, 县城: said of other places too"""
    kind: str
    """region, whole, organ, grade, head or weak"""


def tokens(text: str) -> Iterator[Token]:
    """Yield the compounds that speak of the draft's own place or of one above it."""
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or ""
        kind = next(name for name in ("region", "whole", "organ", "grade", "head", "weak") if match[name])
        at = match.start("a") if kind == "whole" else match.start()
        level = "自治区" if kind == "region" else text[at]
        token = Token(match.start(), match.end(), at, level, kind == "weak", kind)
        if _stands(text, token):
            yield token


def _stands(text: str, token: Token) -> bool:
    """Tell whether a compound is one: no part of another word, of nobody else."""
    left, right = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    if token.kind == "region":
        return left not in NOBODY
    if token.kind == "whole":
        joined = left in BEFORE_WHOLE[text[token.start]] | NOBODY - frozenset("一个")
        apart = text[token.start] == "全" and bool(
            WHOLE_AFTER.fullmatch(text, max(0, token.start - 2), token.start)
        )
        return (apart or not joined) and (not right or right not in BEHIND[token.level])
    if left and (left in NOBODY or left in BEFORE.get(token.level, frozenset())):
        return False
    if left == "、" and text[token.start - 2 : token.start - 1] in LEVELS and _of_many(text, token):
        return False
    return not token.weak or not left or OPEN.match(left) is not None


def _of_many(text: str, token: Token) -> bool:
    """Tell whether 市、县政府 speaks of all cities and counties, and not of 省、市、县 one below another."""
    return text[token.start - 3 : token.start - 2] not in ("、", "委", "和")
