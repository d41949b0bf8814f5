"""规则文件: phrasebank/规则/*.yaml, one mapping from the id of a rule to what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TypeVar

from yaml.nodes import Node as YamlNode

from generator.diagnostics import Severity
from generator.readers.yamlnodes import Sheet, is_mapping
from generator.rulebook import Confidence, Rule, Sample, Tier

E = TypeVar("E", bound=Enum)
KEYS = (
    "名",
    "题",
    "级别",
    "把握",
    "来源",
    "依据",
    "理由",
    "模式",
    "例外",
    "说法",
    "换成",
    "稳妥",
    "错例",
    "对例",
)
REQUIRED = ("名", "题", "级别", "把握", "来源", "依据", "理由", "错例", "对例")
ID = re.compile(r"[A-Z]{2}\d{2}")


def read_rules(sheets: Iterable[Sheet]) -> dict[str, Rule]:
    """Return the rules of several files by id; all faults of a file are raised together."""
    rules: dict[str, Rule] = {}
    for sheet in sheets:
        for id, key, node in sheet.pairs(sheet.root, "规则文件"):
            if not ID.fullmatch(id):
                sheet.report(key, f"规则的号“{id}”不合写法", "写两个大写字母加两位数字，如 PH01。")
            elif id in rules:
                sheet.report(key, f"规则“{id}”与 {rules[id].location} 重复", "换一个号。")
            else:
                rules[id] = _rule(sheet, id, node)
        sheet.finish()
    return rules


def _rule(sheet: Sheet, id: str, node: YamlNode) -> Rule:
    found = sheet.mapping(node, f"规则“{id}”", KEYS)
    lacking = [key for key in REQUIRED if key not in found]
    if lacking:
        sheet.report(node, f"规则“{id}”缺少“{'”“'.join(lacking)}”", "每条规则都要有理由和正反两种例子。")

    def text(key: str) -> str:
        return sheet.text(found[key], key) if key in found else ""

    rule = Rule(
        id=id,
        slug=text("名"),
        title=text("题"),
        severity=_one_of(sheet, found.get("级别"), "级别", Severity, Severity.WARNING),
        confidence=_one_of(sheet, found.get("把握"), "把握", Confidence, Confidence.LIKELY),
        tier=_one_of(sheet, found.get("来源"), "来源", Tier, Tier.HOUSE),
        basis=text("依据"),
        reason=text("理由"),
        location=sheet.at(node),
        pattern=_pattern(sheet, found.get("模式"), "模式"),
        exception=_pattern(sheet, found.get("例外"), "例外"),
        message=text("说法"),
        replacement=text("换成") if "换成" in found else None,
        safe=sheet.flag(found["稳妥"], "稳妥") if "稳妥" in found else False,
        bad=tuple(_samples(sheet, found.get("错例"), "错例")),
        good=tuple(_samples(sheet, found.get("对例"), "对例")),
    )
    if rule.confidence is Confidence.HINT and rule.severity is Severity.ERROR:
        sheet.report(node, f"规则“{id}”供参考，却定为错误", "供参考的规则最多定为警告。")
    if rule.pattern and not rule.message:
        sheet.report(node, f"规则“{id}”写了模式，没有写“说法”", "补上“说法: …”，可以用 {原文} 和 {改法}。")
    return rule


def _one_of(sheet: Sheet, node: YamlNode | None, key: str, kinds: type[E], fallback: E) -> E:
    if node is None:
        return fallback
    names = {kind.value: kind for kind in kinds}
    word = sheet.text(node, key)
    if word not in names:
        sheet.unknown(node, key, word, names, "写法")
    return names.get(word, fallback)


def _pattern(sheet: Sheet, node: YamlNode | None, key: str) -> str:
    if node is None:
        return ""
    source = sheet.text(node, key)
    try:
        re.compile(source)
    except re.error as fault:
        sheet.report(node, f"{key}不是合法的正则表达式（{fault}）", "请检查括号和反斜杠。")
        return ""
    return source


def _samples(sheet: Sheet, node: YamlNode | None, key: str) -> Iterator[Sample]:
    """Yield the examples: texts, or mappings where a place or a date belongs to them."""
    for item in sheet.items(node, key) if node is not None else ():
        if not is_mapping(item):
            yield Sample(sheet.text(item, key))
            continue
        found = sheet.mapping(item, key, ("文", "地点", "日期", "别称"))
        yield Sample(
            sheet.text(found["文"], "文") if "文" in found else "",
            sheet.text(found["地点"], "地点") if "地点" in found else "",
            sheet.date(found["日期"], "日期") if "日期" in found else None,
            frozenset({sheet.text(found["别称"], "别称")}) if "别称" in found else frozenset(),
        )
