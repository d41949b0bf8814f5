"""jianggao preview: the speech in the terminal."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.chinese import ChineseCommand
from generator.commands.shared import brief_options, open_library, overrides, tell_findings


@click.command(cls=ChineseCommand)
@click.argument("brief", type=click.Path(path_type=Path), metavar="要素.yaml")
@brief_options
@click.option("--trace", is_flag=True, help="标出每句来自哪条语句。")
@click.option("--plain", is_flag=True, help="只印正文，与 DOCX 里的文字完全一样。")
def preview(
    brief: Path,
    place: str | None,
    settings: tuple[str, ...],
    seed: int | None,
    folder: Path | None,
    trace: bool,
    plain: bool,
) -> int:
    """在终端里预览一篇讲话。"""
    from generator.pipeline import generate as generate_draft

    draft = generate_draft(brief, open_library(folder), overrides(place, settings, seed))
    if plain:
        from generator.writers.text import write_text

        click.echo(write_text(draft.paragraphs), nl=False)
    else:
        from rich.console import Console

        from generator.writers.terminal import write_terminal

        Console(highlight=False).print(write_terminal(draft.speech, draft.paragraphs, trace))
    tell_findings(draft)
    return 0
