"""参数值: the facts of a brief, each read by its declared type."""

from __future__ import annotations

import re

from yaml.nodes import Node as YamlNode

from generator.material import Fact, Parameter, Value
from generator.readers.yamlnodes import Sheet, is_mapping

NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)(万|亿)?")
SCALES = {"": 1, "万": 10_000, "亿": 100_000_000}
FACT_KEYS = ("值", "单位", "截至", "来源")
TEXT_KEYS = ("值", "截至", "来源")


def read_value(sheet: Sheet, node: YamlNode, parameter: Parameter) -> Value:
    """Return one value of the brief; a value of another type is a fault of the sheet."""
    what = f"参数“{parameter.name}”"
    if parameter.kind == "数":
        return _fact(sheet, node, parameter, what)
    if parameter.kind == "列表":
        return tuple(item.rstrip("。；") for item in _filled(sheet, node, what))
    if parameter.kind == "事项":
        return tuple(_row(sheet, item, parameter, what) for item in sheet.items(node, what))
    if is_mapping(node):
        node = sheet.mapping(node, what, TEXT_KEYS).get("值", node)
    if parameter.kind == "日期":
        day = sheet.date(node, what)
        return f"{day.month}月{day.day}日"
    return sheet.text(node, what)


def _filled(sheet: Sheet, node: YamlNode, what: str) -> tuple[str, ...]:
    """Return the items of a list; an empty one would be an empty sentence."""
    items = sheet.texts(node, what)
    if not all(items):
        sheet.report(node, f"{what}里有一项是空的", "写上内容，或删去这一项。")
    return items


def _row(sheet: Sheet, node: YamlNode, parameter: Parameter, what: str) -> dict[str, str]:
    found = sheet.mapping(node, f"{what}的一项", parameter.columns)
    for column in parameter.columns:
        if column not in found:
            sheet.report(node, f"{what}的一项缺少“{column}”", f"每项写 {'、'.join(parameter.columns)}。")
    return {column: sheet.text(value, column).rstrip("。；") for column, value in found.items()}


def _fact(sheet: Sheet, node: YamlNode, parameter: Parameter, what: str) -> Fact:
    found = sheet.mapping(node, what, FACT_KEYS) if is_mapping(node) else {"值": node}
    if "值" not in found:
        sheet.report(node, f"{what}没有写“值”", "写成 {值: 241, 截至: 2026-10-14, 来源: …}。")
        return Fact("0", 0)
    unit = sheet.text(found["单位"], "单位") if "单位" in found else parameter.unit
    written = sheet.text(found["值"], what).replace(",", "")
    if unit and written.endswith(unit):
        written = written[: -len(unit)]
    match = NUMBER.fullmatch(written)
    if match is None:
        sheet.report(found["值"], f"{what}写成了“{written}”，应当是数", f"只写数字，单位“{unit}”会自动加上。")
        return Fact("0", 0)
    number = float(match.group(1)) * SCALES[match.group(2) or ""]
    as_of = sheet.date(found["截至"], "截至") if "截至" in found else None
    return Fact(
        text=written,
        number=int(number) if number.is_integer() else number,
        unit=unit,
        as_of=f"{as_of.month}月{as_of.day}日" if as_of else "",
        source=sheet.text(found["来源"], "来源") if "来源" in found else "",
    )
