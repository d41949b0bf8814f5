"""jianggao place: what follows from a place's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.commands.chinese import ChineseCommand

if TYPE_CHECKING:
    from generator.material import Place


@click.command(cls=ChineseCommand)
@click.argument("name", metavar="地名|代码|地点文件.yaml")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def place(name: str, as_json: bool) -> int:
    """由地名推出全部地点词：全县、县委、各乡镇、上级……"""
    from generator.gather import find_place
    from generator.places.words import word_list

    found = find_place(name)
    if as_json:
        import json

        click.echo(json.dumps(as_object(found), ensure_ascii=False, indent=2))
        return 0
    above = "、".join(found.parents) or "（无）"
    click.echo(f"{found.name}　{found.kind}　代码 {found.code or '（无）'}　上级 {above}")
    click.echo(f"上级链 {found.chain}　下级 {found.sub_units}　特征 {'、'.join(sorted(found.features))}")
    group = ""
    for word, its_group, meaning in word_list():
        if its_group != group:
            group = its_group
            click.echo(f"\n【{group}】")
        mark = "　（待核）" if word in found.unsure else ""
        click.echo(f"  {word} → {found.words[word]}{mark}　{meaning}")
    click.echo(f"\n{dates()}")
    for note in found.notes:
        click.echo(f"提示：{note}")
    return 0


def as_object(found: Place) -> dict[str, object]:
    """Return a place as the JSON that programs read."""
    from generator.places.divisions import additions_as_of, data_as_of

    return {
        "schema": 1,
        "name": found.name,
        "code": found.code,
        "type": found.kind,
        "parents": list(found.parents),
        "words": dict(found.words),
        "chain": found.chain,
        "sub_units": found.sub_units,
        "features": sorted(found.features),
        "unsure": sorted(found.unsure),
        "notes": list(found.notes),
        "data_as_of": data_as_of(),
        "additions_as_of": additions_as_of(),
    }


def dates() -> str:
    """Return the line that says how old the data are."""
    from generator.places.divisions import additions_as_of, data_as_of

    return f"行政区划数据截至 {data_as_of()}，补充截至 {additions_as_of()}。标“待核”的各地叫法不一。"
