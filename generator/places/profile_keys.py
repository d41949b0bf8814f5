"""地点文件的键: the one table of what a profile may say. The reader of the file checks against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProfileKey:
    """地点文件的一个键: the type of its value, and what it is for."""

    type: str
    """文本、列表、对照"""
    meaning: str


PROFILE_KEYS: Mapping[str, ProfileKey] = {
    "名称": ProfileKey("文本", "地名，必填；名册里有的，以下各项都可以不写，写了的以这里为准"),
    "代码": ProfileKey("文本", "六位代码，同名的地方用它来分"),
    "类型": ProfileKey("文本", "县、市辖区、县级市、旗、功能区 等；名册里没有的地方不写就是功能区"),
    "所属": ProfileKey("列表", "上级，从省写起，如 [重庆市]；名册里没有的地方必填"),
    "上级链": ProfileKey("文本", "国家、省、市"),
    "用字": ProfileKey("文本", "全X、我X 里的字，如 区、开发区、示范区"),
    "全境": ProfileKey("文本", "全县的说法，如 全开发区"),
    "自称": ProfileKey("文本", "我县的说法，如 我区"),
    "机构前缀": ProfileKey("文本", "部门名称前面的字，如 区、示范区、经开区"),
    "党委": ProfileKey("文本", "县委的说法，如 党工委"),
    "政府": ProfileKey("文本", "县政府的说法，如 管委会"),
    "书记": ProfileKey("文本", "县委书记的说法"),
    "首长": ProfileKey("文本", "县长的说法，如 管委会主任"),
    "直属": ProfileKey("文本", "县直的说法，如 区级、区属"),
    "下级": ProfileKey("文本", "乡镇（街道）的说法，如 镇街、街镇、街乡镇"),
    "村级": ProfileKey("文本", "村（社区）的说法，如 社区、嘎查村（社区）"),
    "简称": ProfileKey("文本", "来X返X 里的字，如 万"),
    "来返": ProfileKey("文本", "来X返X 的整句，如 来万返万"),
    "机构": ProfileKey("对照", "部门的当地名称，如 县卫生健康委: 县卫生健康局"),
    "词语": ProfileKey("对照", "任何一个地点词的当地说法，如 县城: 城区"),
    "特征": ProfileKey("列表", "语句的适用要看的：农村、城区、牧区、口岸、沿海 等；写了就以这里为准"),
    "邻近": ProfileKey("列表", "邻县、邻区的名字，检查时只提示不报错"),
    "本地名词": ProfileKey("列表", "本地的山水、企业等，从别处的稿子改过来时不要留下的反例"),
    "可用地名": ProfileKey("列表", "允许在稿子里出现的外地地名"),
    "生效日期": ProfileKey("文本", "这份文件从哪天起可用"),
}
"""邻近、本地名词、可用地名、生效日期 say nothing of the words; they are for the checks."""

AS_WORDS = {
    "全境": "全县",
    "自称": "我县",
    "直属": "县直",
    "书记": "县委书记",
    "来返": "来县返县",
    "上级链": "国家省市",
}
"""keys that state one word outright"""
OF_KIND = {"用字": "self_word", "机构前缀": "prefix", "党委": "party", "政府": "government", "首长": "head"}
"""keys from which many words are built"""
