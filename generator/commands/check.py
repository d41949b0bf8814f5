"""jianggao check: what would shame the office, found before the draft goes out."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.chinese import ChineseCommand
from generator.commands.shared import check_target, open_library, save, settings, tell
from generator.diagnostics import GeneratorError, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from generator.checking import Identity, Inspection
    from generator.findings import Checked
    from generator.library import Library
    from generator.rulebook import Rulebook

THRESHOLDS = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO, "never": None}
FORMATS = ("text", "json", "sarif")
PATH = click.Path(path_type=Path)


@click.command(cls=ChineseCommand)
@click.argument("files", type=PATH, nargs=-1, required=True, metavar="文稿…")
@click.option("--place", metavar="地名", help="文稿是哪个地方的；不写就从文稿推定。")
@click.option("--date", "day", metavar="日期", help="讲话的日期，如 2026-10-15；查星期、期限和提法的时效用。")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", help="输出格式：text、json、sarif。"
)
@click.option("--select", multiple=True, metavar="规则", help="只查这些规则，如 PL 或 PL01，可写多次。")
@click.option("--ignore", multiple=True, metavar="规则", help="不查这些规则，可写多次。")
@click.option(
    "--fail-on",
    type=click.Choice(tuple(THRESHOLDS)),
    default="error",
    help="到哪一级就以 1 退出，缺省 error。",
)
@click.option("--fix", is_flag=True, help="把稳妥的改动改好，写到 -o 指定的新文件。")
@click.option("-o", "--output", type=PATH, metavar="文件", help="--fix 写出的文件。")
@click.option("--annotate", type=PATH, metavar="批注.docx", help="另写一份带批注的 DOCX，每个问题一条批注。")
@click.option(
    "--baseline",
    type=PATH,
    metavar="旧账.json",
    help="旧账里已有的问题不再报；旧账就是 --format json 的输出。",
)
@click.option(
    "--config", type=PATH, metavar="设定.yaml", help="检查设定；缺省读当前文件夹的 .jianggao.yaml。"
)
@click.option(
    "--library", "folder", type=PATH, metavar="文件夹", help="自己的素材文件夹，可以放自己的规则和词表。"
)
@click.option("--force", is_flag=True, help="覆盖已有的文件。")
def check(
    files: tuple[Path, ...],
    place: str | None,
    day: str | None,
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    fix: bool,
    output: Path | None,
    annotate: Path | None,
    baseline: Path | None,
    config: Path | None,
    folder: Path | None,
    force: bool,
) -> int:
    """检查文稿（DOCX 或文本）：别处的地名、没填的空、编号点数、错字、标点、数字、固定表述。"""
    check_request(files, fix, output, annotate, force)
    known = read_baseline(baseline) if baseline else frozenset()
    look = inspection(open_library(folder), config, (place or "", select, ignore), spoken_on(day))
    checked = [mend(files[0], output, look)] if output else inspect_all(files, look)
    from generator.checking import without

    checked = [without(each, known) for each in checked]
    if annotate:
        save(annotate, annotated(output or files[0], checked[0]))
        tell(f"已写出 {annotate}：{len(checked[0].report.findings)} 条批注。", "green")
    click.echo(written(checked, look.book, form), nl=False)
    return exit_code(checked, len(files), THRESHOLDS[fail_on])


def check_request(
    files: Sequence[Path], fix: bool, output: Path | None, annotate: Path | None, force: bool
) -> None:
    """Refuse options that do not go together, before any work is done."""
    if fix != (output is not None):
        raise GeneratorError("--fix 和 -o 要一起写", "如 --fix -o 改好.docx；原稿不会改动。")
    if (fix or annotate) and len(files) > 1:
        raise GeneratorError("--fix、--annotate 一次只能处理一份文稿", "一份一份来。")
    if output is not None and output.suffix.lower() != files[0].suffix.lower() and str(files[0]) != "-":
        raise GeneratorError(
            f"-o 的扩展名要与原稿相同（{files[0].suffix}）", f"如 -o 改好{files[0].suffix}。"
        )
    if annotate is not None and annotate.suffix.lower() != ".docx":
        raise GeneratorError("--annotate 只能写成 .docx", "如 --annotate 批注.docx。")
    for target in filter(None, (output, annotate)):
        check_target(target, force)


def spoken_on(day: str | None) -> date | None:
    """Return the date of --date."""
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        raise GeneratorError(f"--date {day}：不是存在的日期", "写成 2026-10-15。") from None


def inspection(
    library: Library,
    config: Path | None,
    asked: tuple[str, tuple[str, ...], tuple[str, ...]],
    day: date | None,
) -> Inspection:
    """Return the inspection that options and settings ask for; options come before settings."""
    from generator.checking import Inspection, read_rulebook
    from generator.gather import find_place

    place, select, ignore = asked
    book = read_rulebook(library)
    preferences = settings(config, book)
    for id in (*select, *ignore):
        if not any(rule.startswith(id) for rule in book.rules):
            raise GeneratorError(f"没有“{id}”这条规则", "有哪些规则，见 jianggao list rules。")
    preferences = replace(
        preferences, select=select or preferences.select, ignore=(*preferences.ignore, *ignore)
    )
    name = place or preferences.place
    return Inspection(book, preferences, find_place(name) if name else None, day)


def read_baseline(path: Path) -> frozenset[Identity]:
    """Return the findings that a baseline knows."""
    from generator.checking import identity
    from generator.readers.textfile import read_text

    try:
        found = json.loads(read_text(path, 100_000_000)[0])["findings"]
        return frozenset(identity(each["id"], each["quote"], each["before"], each["after"]) for each in found)
    except (ValueError, KeyError, TypeError):
        raise GeneratorError(f"{path} 不是旧账", "旧账由 jianggao check 文稿 --format json 写出。") from None


def inspect_all(files: Collection[Path], look: Inspection) -> list[Checked]:
    """Return what is found in each file; those that cannot be read are told, and left out."""
    from generator.readers.drafts import read_draft

    checked = []
    for path in files:
        try:
            draft, notice = read_draft(path)
        except GeneratorError as fault:
            if len(files) == 1:
                raise
            for diagnostic in fault.diagnostics:
                tell(diagnostic.render(), "red")
            continue
        if notice:
            tell(f"提示：{notice}")
        checked.append(look.of(draft))
    return checked


def mend(path: Path, output: Path, look: Inspection) -> Checked:
    """Write the file with every safe mend made, and return what is left."""
    from generator.readers.drafts import MOST_BYTES, is_docx
    from generator.readers.textfile import read_bytes

    data = read_bytes(path, MOST_BYTES)
    content, count, checked = (mended_docx if is_docx(data) else mended_text)(data, path, look)
    save(output, content)
    tell(f"已写出 {output}：改了 {count} 处。", "green")
    return checked


def mended_docx(data: bytes, path: Path, look: Inspection) -> tuple[bytes, int, Checked]:
    """Return the DOCX with its mends, how many, and what is left."""
    from generator.checking import mended
    from generator.readers.docxfile import read_docx
    from generator.writers.docx_mend import with_edits

    return mended(data, lambda file: read_docx(file, str(path)), with_edits, look)


def mended_text(data: bytes, path: Path, look: Inspection) -> tuple[bytes, int, Checked]:
    """Return the text with its mends, how many, and what is left."""
    from generator.checking import changed, mended
    from generator.manuscript import from_text
    from generator.readers.drafts import text_of

    text, _ = text_of(data, path)
    made, count, checked = mended(text, lambda each: from_text(str(path), each), changed, look)
    return made.encode("utf-8"), count, checked


def annotated(path: Path, checked: Checked) -> bytes:
    """Return the draft as a DOCX with a comment at each finding."""
    from generator.checking import moved
    from generator.readers.docxfile import read_docx
    from generator.readers.drafts import MOST_BYTES, is_docx
    from generator.readers.textfile import read_bytes
    from generator.writers.docx_annotate import with_findings
    from generator.writers.docx_plain import write_plain

    data = read_bytes(path, MOST_BYTES)
    findings = checked.report.findings
    if not is_docx(data):
        data = write_plain(passage.text for passage in checked.draft.passages)
        findings = moved(findings, checked.draft, read_docx(data, str(path)))
    return with_findings(data, findings)


def written(checked: Sequence[Checked], book: Rulebook, form: str) -> str:
    """Return the findings in the format that is asked for."""
    if form == "json":
        from generator.writers.findings_json import write_findings_json

        return write_findings_json(checked, book.rules)
    if form == "sarif":
        from generator import __version__
        from generator.writers.sarif import write_sarif

        return write_sarif(checked, book.rules, __version__)
    from generator.writers.findings_text import write_findings

    return write_findings(checked)


def exit_code(checked: Sequence[Checked], files: int, threshold: Severity | None) -> int:
    """Return 2 when a file could not be read or a rule crashed, 1 at or above the threshold, else 0."""
    from generator.findings import RANK

    crashes = [crash for each in checked for crash in each.report.crashes]
    for crash in crashes:
        tell(f"规则 {'、'.join(crash.rules)} 出了故障，其余的规则照查。请把下面这段报给开发者：", "red")
        tell(crash.trace)
    if crashes or len(checked) < files:
        return 2
    if threshold is None:
        return 0
    found = (each.severity for one in checked for each in one.report.findings)
    return int(any(RANK[severity] >= RANK[threshold] for severity in found if severity))
