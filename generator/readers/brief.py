"""讲话要素: the config file of one speech, read against the skeleton and the topic that it names."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from yaml.nodes import Node as YamlNode

from generator.diagnostics import GeneratorError
from generator.material import Brief, Choice, Parameter, Skeleton, Topic, Value
from generator.model import Attachment
from generator.page import Page, page_of
from generator.readers.nodes import read_layout
from generator.readers.phrasebank import TONES
from generator.readers.profiles import profile_values
from generator.readers.values import read_value
from generator.readers.yamlnodes import Sheet, is_list, is_mapping, plain_values
from generator.template import Template, TemplateFault, literal, parse_own

KEYS = (
    "骨架",
    "主题",
    "地点",
    "标题",
    "副标题",
    "讲话人",
    "日期",
    "称谓",
    "标题式",
    "开头",
    "部分",
    "结尾",
    "参数",
    "自拟",
    "落款",
    "附件",
    "版式",
    "字数",
    "语气",
    "种子",
)
REQUIRED = ("骨架", "主题", "地点", "日期")
CHOICE_KEYS = ("方式", "标题式", "编号", "排版", "要点")
OWN_KEYS = ("自拟要点", "标题", "文")
OPTIONS = {"地点": "--place", "种子": "--seed"}
"""keys that have an option of their own on the command line"""
NONE_WORD = "无"


def override(sheet: Sheet, key: str, value: str) -> None:
    """Set a key of the brief, or else a parameter, in place of what the file says."""
    option = OPTIONS.get(key)
    shown = f"{option} {value}" if option else f"--set {key}={value}"
    sheet.override((key,) if key in KEYS else ("参数", key), value, shown)


def read_names(sheet: Sheet) -> tuple[str, str]:
    """Return which skeleton and which topic a brief names, "" where it does not; reports nothing."""
    found = plain_values(sheet.root)
    return found.get("骨架", ""), found.get("主题", "")


def read_brief(
    sheet: Sheet,
    skeleton: Skeleton | None,
    topic: Topic | None,
    words: Collection[str],
    place_keys: Mapping[str, str],
) -> Brief:
    """Return the brief; faults wait in the sheet.

    Args:
        sheet: the file of the brief.
        skeleton: the skeleton that it names, None if there is none of that name.
        topic: the topic that it names, likewise.
        words: the place words, which may stand as slots in its own sentences.
        place_keys: what a brief may say of its place, key -> type.
    """
    found = sheet.mapping(sheet.root, "讲话要素", KEYS)
    for key in REQUIRED:
        if key not in found and sheet.root is not None:
            sheet.report(sheet.root, f"讲话要素缺少“{key}”", f"补上“{key}: …”一行。")
    declared = {**(skeleton.parameters if skeleton else {}), **(topic.parameters if topic else {})}
    own = _Own(sheet, (*words, *declared))
    text: dict[str, str] = {
        key: sheet.text(found[key], key)
        for key in ("骨架", "主题", "标题", "副标题", "落款", "语气")
        if key in found
    }
    profile: dict[str, object] = {}
    if "地点" in found and is_mapping(found["地点"]):
        profile = profile_values(sheet, found["地点"], place_keys)
    elif "地点" in found:
        text["地点"] = sheet.text(found["地点"], "地点")
    if "语气" in text and text["语气"] not in TONES:
        sheet.unknown(found["语气"], "讲话要素的语气", text["语气"], TONES, "写法")
    return Brief(
        skeleton=text.get("骨架", ""),
        topic=text.get("主题", ""),
        place=text.get("地点", ""),
        date=sheet.date(found["日期"], "日期") if "日期" in found else date(2000, 1, 1),
        topic_location=sheet.at(found["主题"]) if "主题" in found else sheet.whole,
        profile=profile,
        title=text.get("标题", ""),
        subtitle=_subtitle(text.get("副标题", "")),
        signature=text.get("落款", ""),
        attachments=_attachments(sheet, found.get("附件")),
        speaker=_speaker(sheet, found["讲话人"]) if "讲话人" in found else "",
        salutation=_salutation(sheet, found["称谓"]) if "称谓" in found else None,
        opening=own.choice("开头", found.get("开头"), way_only=True),
        closing=own.choice("结尾", found.get("结尾"), way_only=True),
        body=own.body(found),
        values=_values(sheet, found.get("参数"), declared),
        own_sentences=own.sentences(found.get("自拟")),
        own_locations={key: sheet.at(node) for key, node, _ in sheet.pairs(found.get("自拟"), "自拟")},
        page=_page(sheet, found.get("版式")),
        length=sheet.integer(found["字数"], "字数") if "字数" in found else 0,
        tone=text.get("语气", ""),
        seed=sheet.integer(found["种子"], "种子") if "种子" in found else 1,
    )


def _speaker(sheet: Sheet, node: YamlNode) -> str:
    """Return the speaker's line: post and name; a name of two characters gets a space inside."""
    if not is_mapping(node):
        return sheet.text(node, "讲话人")
    found = sheet.mapping(node, "讲话人", ("职务", "姓名"))
    post = sheet.text(found["职务"], "职务") if "职务" in found else ""
    name = sheet.text(found["姓名"], "姓名") if "姓名" in found else ""
    name = "\u3000".join(name) if len(name) == 2 else name
    return "\u3000".join(part for part in (post, name) if part)


def _salutation(sheet: Sheet, node: YamlNode) -> str:
    """Return the salutation with its colon; 无 drops it."""
    text = sheet.text(node, "称谓")
    if text == NONE_WORD:
        return ""
    return text if text.endswith(("：", "！", ":")) or not text else f"{text}："


def _subtitle(text: str) -> str:
    """Return 副标题 behind its dash."""
    return f"——{text}" if text and not text.startswith("—") else text


def _attachments(sheet: Sheet, node: YamlNode | None) -> tuple[Attachment, ...]:
    """Return 附件: each a title, or {标题: …, 文: [paragraphs]}."""
    made = []
    for item in sheet.items(node, "附件") if node is not None else ():
        if not is_mapping(item):
            made.append(Attachment(sheet.text(item, "附件")))
            continue
        found = sheet.mapping(item, "附件", ("标题", "文"))
        title = sheet.text(found["标题"], "标题") if "标题" in found else ""
        if not title:
            sheet.report(item, "附件缺少“标题”", "写成 {标题: 物资清单, 文: [第一段, 第二段]}。")
        made.append(Attachment(title, sheet.texts(found["文"], "文") if "文" in found else ()))
    return tuple(made)


def _page(sheet: Sheet, node: YamlNode | None) -> Page:
    """Return 版式; each setting that it does not know is a fault of its own."""
    settings: dict[str, str] = {}
    for key, key_node, value in sheet.pairs(node, "版式"):
        try:
            page_of({key: sheet.text(value, key)})
        except GeneratorError as fault:
            sheet.report(key_node, fault.message, fault.remedy)
        else:
            settings[key] = sheet.text(value, key)
    return page_of(settings)


def _values(sheet: Sheet, node: YamlNode | None, declared: Mapping[str, Parameter]) -> dict[str, Value]:
    """Return 参数: each value by its declared type."""
    found = sheet.mapping(node, "参数", declared) if node is not None else {}
    return {name: read_value(sheet, value, declared[name]) for name, value in found.items()}


class _Own:
    """What the writer chooses and adds: parts, points and sentences."""

    def __init__(self, sheet: Sheet, names: Collection[str]) -> None:
        self.sheet = sheet
        self.names = names

    def body(self, found: Mapping[str, YamlNode]) -> Choice:
        """Return the choice of the top-level parts and their heading set."""
        heading_set = self.sheet.text(found["标题式"], "标题式") if "标题式" in found else ""
        told = next((found[key] for key in ("标题式", "部分") if key in found), None)
        location = None if told is None else self.sheet.at(told)
        points = self.points(found["部分"], "部分") if "部分" in found else None
        return Choice("部分", heading_set=heading_set, points=points, location=location)

    def points(self, node: YamlNode, what: str) -> tuple[Choice, ...]:
        """Return a list of chosen points; repeats are faults."""
        chosen: list[Choice] = []
        for item in self.sheet.items(node, what):
            choice = self.point(item, what)
            if choice.key in [each.key for each in chosen]:
                self.sheet.report(item, f"{what}里“{choice.key}”重复了", "留下一个。")
            elif choice.key:
                chosen.append(choice)
        return tuple(chosen)

    def point(self, node: YamlNode, what: str) -> Choice:
        """Return one item: a name, {name: points}, {name: {方式…}} or a point of the writer's own."""
        if not is_mapping(node):
            return Choice(self.sheet.text(node, what), location=self.sheet.at(node))
        pairs = {key: value for key, _, value in self.sheet.pairs(node, what)}
        if "自拟要点" in pairs:
            return self.own_point(node)
        if len(pairs) != 1:
            self.sheet.report(
                node, f"{what}的一项写了 {len(pairs)} 个键", "每项写成“- 名称”或“- 名称: [要点]”。"
            )
            return Choice("")
        ((key, value),) = pairs.items()
        return self.choice(key, value)

    def choice(self, key: str, node: YamlNode | None, way_only: bool = False) -> Choice:
        """Return what the brief says of one part."""
        sheet = self.sheet
        if node is None:
            return Choice(key)
        location = sheet.at(node)
        if is_list(node) and not way_only:
            return Choice(key, points=self.points(node, f"“{key}”"), location=location)
        if not is_mapping(node):
            return Choice(key, way=sheet.text(node, key), location=location)
        found = sheet.mapping(node, f"“{key}”", CHOICE_KEYS)
        return Choice(
            key,
            way=sheet.text(found["方式"], "方式") if "方式" in found else "",
            heading_set=sheet.text(found["标题式"], "标题式") if "标题式" in found else "",
            numbering=sheet.text(found["编号"], "编号") if "编号" in found else None,
            layout=read_layout(sheet, found["排版"]) if "排版" in found else None,
            points=self.points(found["要点"], f"“{key}”的要点") if "要点" in found else None,
            location=location,
        )

    def own_point(self, node: YamlNode) -> Choice:
        """Return a point that the writer adds: 自拟要点 (its name), 标题 (its lead), 文 (its sentences)."""
        found = self.sheet.mapping(node, "自拟要点", OWN_KEYS)
        lead = self.template(found["标题"], "标题") if "标题" in found else literal("")
        lines = self.lines(found["文"], "文") if "文" in found else ()
        name = self.sheet.text(found["自拟要点"], "自拟要点") if "自拟要点" in found else ""
        return Choice(name, own=lead, sentences=lines, location=self.sheet.at(node))

    def sentences(self, node: YamlNode | None) -> dict[str, tuple[Template, ...]]:
        """Return 自拟: sentences by the path of the part that they are added to."""
        return {key: self.lines(value, f"自拟“{key}”") for key, _, value in self.sheet.pairs(node, "自拟")}

    def lines(self, node: YamlNode, what: str) -> tuple[Template, ...]:
        items = self.sheet.items(node, what) if is_list(node) else [node]
        return tuple(self.template(item, what) for item in items)

    def template(self, node: YamlNode, what: str) -> Template:
        """Return a sentence of the writer's own: place words and parameters are slots, all else literal."""
        source = self.sheet.text(node, what)
        try:
            return parse_own(source, self.names, self.sheet.at(node))
        except TemplateFault as fault:
            self.sheet.report(node, f"{what}：{fault}", "地点词见 jianggao place 地名；不要花括号就删去。")
            return literal(source)
