"""部分: the parts of skeletons and the point groups of topics; both are written the same way."""

from __future__ import annotations

from yaml.nodes import Node as YamlNode

from generator.material import POINT, HeadingSet, Node, Parameter, Slot
from generator.model import Break
from generator.readers.yamlnodes import Sheet, is_empty, is_list, is_mapping
from generator.template import Template

NODE_KEYS = (
    "环节",
    "方式",
    "编号",
    "排版",
    "标题式",
    "各点环节",
    "要点",
    "默认",
    "逐项",
    "每项",
    "须有",
    "要点组",
    "词语",
)
KINDS = ("文本", "数", "日期", "列表", "事项")
PARAMETER_KEYS = ("类型", "单位", "栏", "问", "例", "默认", "可重")


def read_node(sheet: Sheet, key: str, node: YamlNode, inherited: tuple[Slot, ...] = ()) -> Node:
    """Return a part; without 环节 of its own it takes those that its group gives each point."""
    if is_empty(node):
        return Node(key=key, slots=inherited, location=sheet.at(node))
    found = sheet.mapping(node, f"“{key}”", NODE_KEYS)
    slots = read_slots(sheet, found["环节"], key) if "环节" in found else inherited
    each = read_slots(sheet, found["各点环节"], key) if "各点环节" in found else ()
    points = read_points(sheet, found["要点"], each) if "要点" in found else ()
    names = [point.key for point in points]
    return Node(
        key=key,
        slots=slots,
        points=points,
        defaults=sheet.texts(found["默认"], "默认") if "默认" in found else (),
        numbering=sheet.text(found["编号"], "编号") if "编号" in found else "",
        layout=read_layout(sheet, found["排版"]) if "排版" in found else Break.PARAGRAPH,
        heading_sets=read_heading_sets(sheet, found["标题式"], names) if "标题式" in found else (),
        over=sheet.text(found["逐项"], "逐项") if "逐项" in found else "",
        item=sheet.template(found["每项"], "每项") if "每项" in found else None,
        requires=sheet.text(found["须有"], "须有") if "须有" in found else "",
        group=sheet.text(found["要点组"], "要点组") if "要点组" in found else "",
        words=read_words(sheet, found.get("词语")),
        each=each,
        ways=tuple(read_node(sheet, name, way) for name, _, way in sheet.pairs(found.get("方式"), "方式")),
        location=sheet.at(node),
    )


def read_points(sheet: Sheet, node: YamlNode, each: tuple[Slot, ...]) -> tuple[Node, ...]:
    """Return the points of a group: a list of names, or a mapping of names to parts."""

    def inherited(name: str) -> tuple[Slot, ...]:
        return tuple(slot.about(POINT, name) for slot in each)

    if is_list(node):
        named = [(sheet.text(item, "要点"), item) for item in sheet.items(node, "要点")]
        return tuple(Node(key=name, slots=inherited(name), location=sheet.at(item)) for name, item in named)
    return tuple(
        read_node(sheet, name, value, inherited(name)) for name, _, value in sheet.pairs(node, "要点")
    )


def read_slots(sheet: Sheet, node: YamlNode, part: str) -> tuple[Slot, ...]:
    """Return 环节: each a move, {可添: move} or a fixed sentence {文: …}."""
    slots = []
    for item in sheet.items(node, f"“{part}”的环节"):
        if not is_mapping(item):
            slots.append(Slot(sheet.text(item, "环节")))
            continue
        found = sheet.mapping(item, "环节", ("可添", "文"))
        if "可添" in found:
            slots.append(Slot(sheet.text(found["可添"], "可添"), optional=True))
        if "文" in found:
            slots.append(Slot("", fixed=sheet.template(found["文"], "文")))
    return tuple(slots)


def read_words(sheet: Sheet, node: YamlNode | None) -> dict[str, Template | None]:
    """Return 词语: words for the whole speech; an empty one is left to the group that is chosen."""
    return {
        name: None if is_empty(value) else sheet.template(value, f"词语“{name}”")
        for name, _, value in sheet.pairs(node, "词语")
    }


def read_layout(sheet: Sheet, node: YamlNode) -> Break:
    """Return 排版: 独行、另起 or 接排."""
    names = {each.value: each for each in Break}
    word = sheet.text(node, "排版")
    if word not in names:
        sheet.unknown(node, "排版", word, names, "写法")
    return names.get(word, Break.PARAGRAPH)


def read_heading_sets(sheet: Sheet, node: YamlNode, points: list[str]) -> tuple[HeadingSet, ...]:
    """Return 标题式: rows of parallel headings, one for each point."""
    rows = []
    for name, _, row in sheet.pairs(node, "标题式"):
        found = sheet.mapping(row, f"标题式“{name}”", (*points, "编号"))
        numbering = sheet.text(found.pop("编号"), "编号") if "编号" in found else None
        headings: dict[str, Template] = {}
        for key, value in found.items():
            if heading := sheet.template(value, f"“{key}”的标题"):
                headings[key] = heading
        rows.append(HeadingSet(name, headings, numbering))
    return tuple(rows)


def read_parameters(sheet: Sheet, node: YamlNode | None) -> dict[str, Parameter]:
    """Return 参数: the declared local values of a skeleton or a topic."""
    return {name: _parameter(sheet, name, value) for name, _, value in sheet.pairs(node, "参数")}


def _parameter(sheet: Sheet, name: str, node: YamlNode) -> Parameter:
    found = sheet.mapping(node, f"参数“{name}”", PARAMETER_KEYS)
    kind = sheet.text(found["类型"], "类型") if "类型" in found else "文本"
    if kind not in KINDS:
        sheet.unknown(found["类型"], f"参数“{name}”的类型", kind, KINDS, "类型")
    example = found.get("例")
    return Parameter(
        name=name,
        kind=kind,
        question=sheet.text(found["问"], "问") if "问" in found else "",
        unit=sheet.text(found["单位"], "单位") if "单位" in found else "",
        columns=sheet.texts(found["栏"], "栏") if "栏" in found else (),
        default=sheet.template(found["默认"], "默认") if "默认" in found else None,
        example="、".join(sheet.texts(example, "例")) if example else "",
        times=sheet.integer(found["可重"], "可重") if "可重" in found else 0,
    )
