"""地点文件: a place as its own office describes it; which keys there are, the room of places says."""

from __future__ import annotations

from collections.abc import Mapping

from yaml.nodes import Node as YamlNode

from generator.readers.yamlnodes import Sheet

REQUIRED = "名称"


def read_profile(sheet: Sheet, types: Mapping[str, str]) -> dict[str, object]:
    """Return the values of a 地点文件; all its faults are raised together.

    Args:
        sheet: the file.
        types: the type of each key: 文本、列表 or 对照.
    """
    values = profile_values(sheet, sheet.root, types)
    sheet.finish()
    return values


def profile_values(sheet: Sheet, node: YamlNode | None, types: Mapping[str, str]) -> dict[str, object]:
    """Return what a mapping says of a place; faults wait in the sheet."""
    found = sheet.mapping(node, "地点", types)
    if REQUIRED not in found and node is not None:
        sheet.report(node, "地点缺少“名称”", "补上“名称: …”一行。")
    values: dict[str, object] = {}
    for key, value in found.items():
        if types[key] == "列表":
            values[key] = sheet.texts(value, key)
        elif types[key] == "对照":
            values[key] = {name: sheet.text(text, name) for name, _, text in sheet.pairs(value, key)}
        else:
            values[key] = sheet.text(value, key)
    return values
