"""jianggao list: what the library holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.chinese import characters
from generator.commands.chinese import ChineseCommand
from generator.commands.shared import open_library

if TYPE_CHECKING:
    from generator.catalogue import Catalogue
    from generator.library import Library

KINDS = ("skeletons", "topics", "moves", "phrases", "rules")
Row = dict[str, object]


@click.command("list", cls=ChineseCommand)
@click.argument("kind", type=click.Choice(KINDS), metavar="skeletons|topics|moves|phrases|rules")
@click.option("--move", metavar="环节", help="只列这个环节（或以它开头的环节）的语句。")
@click.option("--topic", metavar="主题", help="只列这个主题的语句。")
@click.option(
    "--library", "folder", type=click.Path(path_type=Path), metavar="文件夹", help="自己的素材文件夹。"
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def listing(kind: str, move: str | None, topic: str | None, folder: Path | None, as_json: bool) -> int:
    """列出骨架、主题、环节、语句、检查规则；同时检查这些素材文件。"""
    import json

    from generator.catalogue import read_catalogue

    library = open_library(folder)
    if kind == "rules":
        rows = rules_of(library)
    else:
        rows = rows_of(read_catalogue(library), kind, move or "", topic or "")
    if as_json:
        click.echo(json.dumps({"schema": 1, "kind": kind, "items": rows}, ensure_ascii=False, indent=2))
        return 0
    for row in rows:
        click.echo("　".join(str(value) for value in row.values()).replace("\n", "⏎"))
    click.echo(f"共 {len(rows)} 项。")
    return 0


def rules_of(library: Library) -> list[Row]:
    """Return the rules of the checks, one row a rule."""
    from generator.checking import read_rulebook

    return [
        {
            "号": rule.id,
            "名": rule.slug,
            "级别": rule.severity.value,
            "把握": rule.confidence.value,
            "题": rule.title,
            "来源": rule.tier.value,
            "依据": rule.basis,
            "理由": rule.reason,
            "错例": rule.bad[0].text,
            "对例": rule.good[0].text,
        }
        for rule in sorted(read_rulebook(library).rules.values(), key=lambda rule: rule.id)
    ]


def rows_of(catalogue: Catalogue, kind: str, move: str, topic: str) -> list[Row]:
    """Return what is to be listed, one row an item."""
    if kind == "skeletons":
        return [_skeleton(catalogue, name) for name in catalogue.skeletons]
    if kind == "topics":
        return [_topic(catalogue, name) for name in sorted({_topic_of(p.id) for p in catalogue.phrases})]
    chosen = [
        phrase
        for phrase in catalogue.phrases
        if phrase.move.startswith(move) and (not topic or _topic_of(phrase.id) == topic)
    ]
    if kind == "moves":
        counts: dict[str, int] = {}
        for phrase in chosen:
            counts[phrase.move] = counts.get(phrase.move, 0) + 1
        return [{"环节": name, "语句数": count} for name, count in sorted(counts.items())]
    return [{"号": p.id, "环节": p.move, "文": p.template.source, "语气": p.tone} for p in chosen]


def _topic_of(phrase_id: str) -> str:
    return phrase_id.split("/")[0]


def _skeleton(catalogue: Catalogue, name: str) -> Row:
    skeleton = catalogue.skeletons[name]
    rows = "、".join(row.name for row in skeleton.body.heading_sets)
    parts = "、".join(point.key for point in skeleton.body.points)
    return {"名称": name, "体裁": skeleton.genre, "用途": skeleton.purpose, "部分": parts, "标题式": rows}


def _topic(catalogue: Catalogue, name: str) -> Row:
    phrases = [phrase for phrase in catalogue.phrases if _topic_of(phrase.id) == name]
    size = sum(characters(phrase.template.source) for phrase in phrases)
    return {"主题": name, "语句数": len(phrases), "字数": size}
