"""语句库: phrasebank/<主题>/*.yaml, and the file 主题.yaml that says what a topic is about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from yaml.nodes import Node as YamlNode

from generator.material import Phrase, Topic
from generator.readers.nodes import read_node, read_parameters
from generator.readers.yamlnodes import Sheet, suggestion
from generator.template import Template

TOPIC_KEYS = ("主题", "词语", "参数", "要点组")
PHRASE_KEYS = ("号", "文", "语气", "适用", "时期", "固定表述", "讲")
TONES = ("平实", "严肃", "鼓劲")


@dataclass(frozen=True, slots=True)
class Known:
    """已知: what phrases may name."""

    names: Collection[str]
    """in a slot: place words, topic words, parameters"""
    features: Collection[str]
    """under 适用: features of places"""


def read_topic(sheet: Sheet) -> Topic:
    """Return the topic of a 主题.yaml; all its faults are raised together."""
    found = sheet.mapping(sheet.root, "主题", TOPIC_KEYS)
    if "主题" not in found and sheet.root is not None:
        sheet.report(sheet.root, "缺少“主题”", "补上“主题: 名称”一行。")
    words = {}
    for name, _, value in sheet.pairs(found.get("词语"), "词语"):
        if word := sheet.template(value, f"词语“{name}”"):
            words[name] = word
    topic = Topic(
        name=sheet.text(found["主题"], "主题") if "主题" in found else "",
        words=words,
        parameters=read_parameters(sheet, found.get("参数")),
        groups={
            name: read_node(sheet, name, group)
            for name, _, group in sheet.pairs(found.get("要点组"), "要点组")
        },
    )
    sheet.finish()
    return topic


def read_phrases(
    sheet: Sheet, topic: str, known: Known, moves: Collection[str] | None = None
) -> tuple[Phrase, ...]:
    """Return the phrases of a file, or only those of some moves; faults wait in the sheet.

    Args:
        sheet: the file.
        topic: the folder it lies in; part of every phrase's id.
        known: what the phrases may name.
        moves: the moves that are wanted; None for all.
    """
    phrases: list[Phrase] = []
    for move, _, value in sheet.pairs(sheet.root, "语句文件"):
        if moves is None or move in moves:
            for item in sheet.items(value, f"环节“{move}”"):
                if phrase := _phrase(sheet, topic, move, item, known):
                    phrases.append(phrase)
    return tuple(phrases)


def _phrase(sheet: Sheet, topic: str, move: str, node: YamlNode, known: Known) -> Phrase | None:
    found = sheet.mapping(node, f"环节“{move}”的语句", PHRASE_KEYS)
    lacking = [key for key in ("号", "文") if key not in found]
    if lacking:
        sheet.report(node, f"环节“{move}”的一条语句缺少“{'”“'.join(lacking)}”", "每条语句写“号”和“文”。")
        return None
    template = sheet.template(found["文"], "文")
    if template is None:
        return None
    check_names(sheet, found["文"], template, known.names)
    return Phrase(
        id=f"{topic}/{sheet.text(found['号'], '号')}",
        move=move,
        template=template,
        location=sheet.at(node),
        tone=_tone(sheet, found["语气"]) if "语气" in found else "",
        needs_features=_features(sheet, found["适用"], known.features) if "适用" in found else frozenset(),
        period=_period(sheet, found["时期"]) if "时期" in found else None,
        verbatim=sheet.flag(found["固定表述"], "固定表述") if "固定表述" in found else False,
        treats=frozenset(sheet.texts(found["讲"], "讲")) if "讲" in found else frozenset(),
    )


def check_names(sheet: Sheet, node: YamlNode, template: Template, names: Collection[str]) -> None:
    """Report each name in a template that nothing declares."""
    for name in sorted(template.needs):
        if name not in names:
            remedy = suggestion(name, names) or "地点词见 jianggao place 地名；参数在骨架和主题里声明。"
            sheet.report(node, f"“{{{{{name}}}}}”没有声明过：不是地点词、主题词语，也不是参数", remedy)


def _features(sheet: Sheet, node: YamlNode, known: Collection[str]) -> frozenset[str]:
    features = sheet.texts(node, "适用")
    for feature in features:
        if feature not in known:
            sheet.unknown(node, "适用", feature, known, "特征")
    return frozenset(features)


def _tone(sheet: Sheet, node: YamlNode) -> str:
    word = sheet.text(node, "语气")
    if word not in TONES:
        sheet.unknown(node, "语气", word, TONES, "写法")
    return word


def _period(sheet: Sheet, node: YamlNode) -> tuple[date, date] | None:
    days = [sheet.date(item, "时期") for item in sheet.items(node, "时期")]
    if len(days) != 2 or days[0] > days[1]:
        sheet.report(node, "时期应当是先后两个日期", "如 [2024-01-01, 2026-12-31]。")
        return None
    return days[0], days[1]
