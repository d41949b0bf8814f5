"""地点文件: a place as its own office describes it; which keys there are, the room of places says."""

from __future__ import annotations

from collections.abc import Mapping

from generator.readers.yamlnodes import Sheet

REQUIRED = "名称"


def read_profile(sheet: Sheet, types: Mapping[str, str]) -> dict[str, object]:
    """Return the values of a 地点文件; all its faults are raised together.

    Args:
        sheet: the file.
        types: the type of each key: 文本、列表 or 对照.
    """
    found = sheet.mapping(sheet.root, "地点文件", types)
    if REQUIRED not in found and sheet.root is not None:
        sheet.report(sheet.root, "地点文件缺少“名称”", "补上“名称: …”一行。")
    values: dict[str, object] = {}
    for key, node in found.items():
        if types[key] == "列表":
            values[key] = sheet.texts(node, key)
        elif types[key] == "对照":
            values[key] = {name: sheet.text(value, name) for name, _, value in sheet.pairs(node, key)}
        else:
            values[key] = sheet.text(node, key)
    sheet.finish()
    return values
