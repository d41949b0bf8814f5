"""骨架文件: skeletons/*.yaml."""

from __future__ import annotations

from collections.abc import Mapping

from yaml.nodes import Node as YamlNode

from generator.diagnostics import Location
from generator.material import Node, Skeleton
from generator.readers.nodes import (
    read_heading_sets,
    read_layout,
    read_node,
    read_parameters,
    read_points,
    read_words,
)
from generator.readers.yamlnodes import Sheet
from generator.template import literal

KEYS = (
    "名称",
    "体裁",
    "用途",
    "字数",
    "参数",
    "词语",
    "标题",
    "称谓",
    "开头",
    "编号",
    "排版",
    "标题式",
    "部分",
    "结尾",
)
DEFAULT_LENGTH = (3000, 1000, 10000)


def read_skeleton(sheet: Sheet) -> Skeleton:
    """Return the skeleton of a file; all its faults are raised together."""
    found = sheet.mapping(sheet.root, "骨架", KEYS)
    for key in ("名称", "标题", "部分"):
        if key not in found and sheet.root is not None:
            sheet.report(sheet.root, f"骨架缺少“{key}”", f"补上“{key}: …”一行。")
    points = read_points(sheet, found["部分"], ()) if "部分" in found else ()
    names = [point.key for point in points]
    body = Node(
        key="部分",
        points=points,
        numbering=sheet.text(found["编号"], "编号") if "编号" in found else "",
        layout=read_layout(sheet, found["排版"]) if "排版" in found else Node().layout,
        heading_sets=read_heading_sets(sheet, found["标题式"], names) if "标题式" in found else (),
        words=read_words(sheet, found.get("词语")),
    )
    title = sheet.template(found["标题"], "标题") if "标题" in found else None
    skeleton = Skeleton(
        name=sheet.text(found["名称"], "名称") if "名称" in found else "",
        genre=sheet.text(found["体裁"], "体裁") if "体裁" in found else "讲话",
        purpose=sheet.text(found["用途"], "用途") if "用途" in found else "",
        length=_length(sheet, found),
        parameters=read_parameters(sheet, found.get("参数")),
        title=title or literal(""),
        salutation=sheet.text(found["称谓"], "称谓") if "称谓" in found else "",
        opening=read_node(sheet, "开头", found["开头"]) if "开头" in found else Node(key="开头"),
        body=body,
        closing=read_node(sheet, "结尾", found["结尾"]) if "结尾" in found else Node(key="结尾"),
        location=Location(sheet.name, 1),
    )
    sheet.finish()
    return skeleton


def _length(sheet: Sheet, found: Mapping[str, YamlNode]) -> tuple[int, int, int]:
    if "字数" not in found:
        return DEFAULT_LENGTH
    limits = sheet.mapping(found["字数"], "字数", ("默认", "最少", "最多"))
    named = zip(("默认", "最少", "最多"), DEFAULT_LENGTH, strict=True)
    default, least, most = (
        sheet.integer(limits[key], key) if key in limits else fallback for key, fallback in named
    )
    return default, least, most
