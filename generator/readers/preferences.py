"""检查设定文件: .jianggao.yaml, what an office always wants of its checks."""

from __future__ import annotations

from collections.abc import Collection

from yaml.nodes import Node as YamlNode

from generator.diagnostics import Severity
from generator.readers.yamlnodes import Sheet
from generator.rulebook import Preferences, Waiver

FILE = ".jianggao.yaml"
KEYS = ("地点", "只查", "不查", "级别", "认可的词", "可用地名", "别称", "免查")
WAIVER_KEYS = ("号", "引文", "理由")


def read_preferences(sheet: Sheet, rules: Collection[str]) -> Preferences:
    """Return the settings of a file; all its faults are raised together.

    Args:
        sheet: the file.
        rules: the ids that there are.
    """
    found = sheet.mapping(sheet.root, "检查设定", KEYS)

    def texts(key: str) -> tuple[str, ...]:
        return sheet.texts(found[key], key) if key in found else ()

    preferences = Preferences(
        place=sheet.text(found["地点"], "地点") if "地点" in found else "",
        select=_ids(sheet, found.get("只查"), "只查", rules),
        ignore=_ids(sheet, found.get("不查"), "不查", rules),
        severities=_severities(sheet, found.get("级别"), rules),
        accepted=frozenset(texts("认可的词")),
        allowed_places=frozenset(texts("可用地名")),
        nicknames=frozenset(texts("别称")),
        waivers=tuple(
            waiver
            for node in (sheet.items(found["免查"], "免查") if "免查" in found else ())
            if (waiver := _waiver(sheet, node, rules))
        ),
    )
    sheet.finish()
    return preferences


def is_rule(id: str, rules: Collection[str]) -> bool:
    """Tell whether an id, or the beginning of one such as PL, names a rule."""
    return bool(id) and any(rule.startswith(id) for rule in rules)


def _ids(sheet: Sheet, node: YamlNode | None, key: str, rules: Collection[str]) -> tuple[str, ...]:
    ids = sheet.texts(node, key) if node is not None else ()
    for id in ids:
        if node is not None and not is_rule(id, rules):
            sheet.unknown(node, key, id, rules, "规则")
    return ids


def _severities(sheet: Sheet, node: YamlNode | None, rules: Collection[str]) -> dict[str, Severity]:
    names = {each.value: each for each in Severity}
    severities = {}
    for id, key_node, value in sheet.pairs(node, "级别"):
        word = sheet.text(value, f"{id}的级别")
        if id not in rules:
            sheet.unknown(key_node, "级别", id, rules, "规则")
        elif word not in names:
            sheet.unknown(value, f"{id}的级别", word, names, "写法")
        else:
            severities[id] = names[word]
    return severities


def _waiver(sheet: Sheet, node: YamlNode, rules: Collection[str]) -> Waiver | None:
    found = sheet.mapping(node, "免查", WAIVER_KEYS)
    if lacking := [key for key in WAIVER_KEYS if key not in found]:
        message = f"免查的一项缺少“{'”“'.join(lacking)}”"
        sheet.report(node, message, "每项写 号、引文、理由；不写理由的免查，过后没有人说得清。")
        return None
    rule, quote, reason = (sheet.text(found[key], key) for key in WAIVER_KEYS)
    if rule not in rules:
        sheet.unknown(found["号"], "免查", rule, rules, "规则")
    return Waiver(rule, quote, reason)
