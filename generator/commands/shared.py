"""共用: what several commands share: options, the library, saving a file, telling of findings."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from generator.diagnostics import GeneratorError
from generator.library import Library

if TYPE_CHECKING:
    from generator.pipeline import Draft
    from generator.rulebook import Preferences, Rulebook

F = TypeVar("F", bound=Callable[..., object])


def brief_options(command: F) -> F:
    """Add the options of a command that makes a speech from a brief."""
    for option in (
        click.option(
            "--library",
            "folder",
            type=click.Path(path_type=Path),
            metavar="文件夹",
            help="自己的素材文件夹，先于随带的素材。",
        ),
        click.option(
            "--seed", type=click.IntRange(0, 999_999_999), metavar="数", help="种子：换一个数，换一批语句。"
        ),
        click.option(
            "--set", "settings", multiple=True, metavar="键=值", help="改写要素里的一项，可写多次。"
        ),
        click.option("--place", metavar="地名", help="换一个地点，如 奉节县。"),
    ):
        command = option(command)
    return command


def overrides(place: str | None, settings: tuple[str, ...], seed: int | None) -> dict[str, str]:
    """Return what the options put in place of the brief's own values."""
    values: dict[str, str] = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals or not key.strip():
            raise GeneratorError(f"--set {setting}：少了等号", "写成 --set 键=值，如 --set 完成时限=10月底。")
        values[key.strip()] = value.strip()
    if place is not None:
        values["地点"] = place
    if seed is not None:
        values["种子"] = str(seed)
    return values


def open_library(folder: Path | None) -> Library:
    """Return the library: the folder of --library, the user's application folder, the shipped files."""
    if folder is not None and not folder.is_dir():
        raise GeneratorError(f"--library：找不到文件夹 {folder}", "请检查路径。")
    user = Path(click.get_app_dir("jianggao"))
    return Library(tuple(each for each in (folder, user) if each is not None and each.is_dir()))


def settings(config: Path | None, book: Rulebook) -> Preferences:
    """Return the settings of --config, else of the file in the current folder, else none."""
    from generator.readers.preferences import FILE, read_preferences
    from generator.readers.yamlnodes import read_sheet
    from generator.rulebook import Preferences

    path = config or Path(FILE)
    if config is None and not path.is_file():
        return Preferences()
    return read_preferences(read_sheet(path), book.rules)


def check_target(target: Path, force: bool) -> None:
    """Refuse a file that cannot or must not be written, before any work is done."""
    if not target.parent.is_dir():
        raise GeneratorError(f"输出的文件夹不存在：{target.parent}", "先建好这个文件夹，或换一个位置。")
    if target.is_dir():
        raise GeneratorError(f"{target} 是文件夹", "请写出文件名，如 讲话.docx。")
    if target.exists() and not force:
        raise GeneratorError(f"{target} 已经存在", "换一个文件名，或加 --force 覆盖它。")
    if not os.access(target.parent, os.W_OK):
        raise GeneratorError(f"没有权限写入文件夹：{target.parent}", "换一个能写的位置。")


def save(target: Path, content: str | bytes) -> None:
    """Write a file under a temporary name and move it into place, so that nothing stays half-written."""
    import tempfile

    data = content.encode("utf-8") if isinstance(content, str) else content
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(0o644)
        temporary.replace(target)
    except OSError as fault:
        temporary.unlink(missing_ok=True)
        raise GeneratorError(
            f"写不了文件：{target}（{fault.strerror}）", "文件可能正被 Word 打开，请关闭后再试。"
        ) from None


def tell(message: str, colour: str | None = None) -> None:
    """Print a line for the user on standard error, so that output in a pipe stays clean."""
    click.secho(message, fg=colour, err=True)


def tell_findings(draft: Draft) -> None:
    """Print notices, unused facts and gaps of a draft."""
    for notice in draft.notices:
        tell(f"提示：{notice}")
    if draft.unused:
        tell(f"提示：这些参数没有用上：{'、'.join(draft.unused)}（换种子、加长字数或改选要点）。")
    for slot in draft.gaps:
        question = draft.material.questions.get(slot, "")
        tell(f"待填：{slot}{f'（{question}）' if question else ''}", "yellow")
