"""jianggao generate: from a brief to a finished document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.chinese import ChineseCommand
from generator.commands.shared import (
    brief_options,
    check_target,
    open_library,
    overrides,
    save,
    tell,
    tell_findings,
)
from generator.diagnostics import GeneratorError, Severity

if TYPE_CHECKING:
    from generator.findings import Checked, Finding
    from generator.library import Library
    from generator.pipeline import Draft

FORMATS = (".docx", ".txt", ".md", ".html", ".json")


@click.command(cls=ChineseCommand)
@click.argument("brief", type=click.Path(path_type=Path), metavar="要素.yaml")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="输出文件；扩展名决定格式。缺省：同名 .docx。",
)
@brief_options
@click.option("--trace", is_flag=True, help="在 DOCX、html 里用批注标出每句的出处。")
@click.option("--large", is_flag=True, help="大字版：给讲话人念的本子。")
@click.option("--strict", is_flag=True, help="有待填之处或查出问题，即以 1 退出，且不写文件。")
@click.option("--force", is_flag=True, help="覆盖已有的文件。")
@click.option("--ledger", type=click.Path(path_type=Path), metavar="出处.json", help="另写一份出处账。")
def generate(
    brief: Path,
    output: Path | None,
    place: str | None,
    settings: tuple[str, ...],
    seed: int | None,
    folder: Path | None,
    trace: bool,
    large: bool,
    strict: bool,
    force: bool,
    ledger: Path | None,
) -> int:
    """按讲话要素拼装一篇讲话，写成 DOCX（或 txt、md、html、json）。"""
    stem = brief.stem if brief.stem not in ("", "-") else "讲话"
    target = output or Path(f"{stem}.docx")
    if target.suffix.lower() not in FORMATS:
        raise GeneratorError(f"不认识的输出格式“{target.suffix}”", f"扩展名可用：{'、'.join(FORMATS)}。")
    if ledger is not None and (ledger.suffix.lower() != ".json" or ledger == target):
        raise GeneratorError(f"--ledger {ledger}：出处账要写成另一个 .json 文件", "如 --ledger 出处.json。")
    for path in filter(None, (target, ledger)):
        check_target(path, force)
    from generator.pipeline import generate as generate_draft

    library = open_library(folder)
    draft = generate_draft(brief, library, overrides(place, settings, seed))
    content = written(draft, target.suffix.lower(), trace, large)
    tell_findings(draft)
    checked = inspected(draft, library, target)
    faults = grave(checked)
    if strict and (draft.gaps or faults):
        tell(f"有 {len(draft.gaps)} 处待填、{len(faults)} 处问题，按 --strict 未写文件。", "red")
        return 1
    if faults and isinstance(content, bytes) and not large:
        content = annotated(content, checked)
    save(target, content)
    if ledger:
        from generator.writers.jsonfile import write_ledger

        save(ledger, write_ledger(draft.paragraphs))
    tell(summary(draft, target), "green")
    return 1 if faults else 0


def inspected(draft: Draft, library: Library, target: Path) -> Checked:
    """Return what the checks find in the draft, and tell it; the checks are those of `jianggao check`."""
    from generator.checking import Inspection, inspect_speech, read_rulebook
    from generator.commands.shared import settings
    from generator.writers.findings_text import described

    book = read_rulebook(library)
    look = Inspection(book, settings(None, book), draft.material.place, draft.material.brief.date)
    checked = inspect_speech(draft.paragraphs, target.name, look)
    for found in grave(checked):
        tell("\n".join(described(checked.draft, found)), "yellow")
    return checked


def grave(checked: Checked) -> tuple[Finding, ...]:
    """Return the errors and the warnings; mere hints are for `jianggao check`."""
    return tuple(each for each in checked.report.findings if each.severity is not Severity.INFO)


def annotated(content: bytes, checked: Checked) -> bytes:
    """Return the DOCX with a comment at each error and warning."""
    from generator.checking import moved
    from generator.readers.docxfile import read_docx
    from generator.writers.docx_annotate import with_findings

    places = moved(grave(checked), checked.draft, read_docx(content, checked.draft.name))
    return with_findings(content, places)


def written(draft: Draft, suffix: str, trace: bool, large: bool) -> str | bytes:
    """Return the document in the format of the suffix; each writer is imported only for its format."""
    if suffix in (".docx", ".html"):
        return printed(draft, suffix, trace, large)
    if suffix == ".json":
        from generator.writers.jsonfile import write_json

        return write_json(draft.speech, draft.paragraphs)
    if suffix == ".md":
        from generator.writers.markdown import write_markdown

        return write_markdown(draft.paragraphs)
    from generator.writers.text import write_text

    return write_text(draft.paragraphs)


def printed(draft: Draft, suffix: str, trace: bool, large: bool) -> str | bytes:
    """Return the document as pages: DOCX, or the same to look at in a browser."""
    from generator.writers.docx_text import rare_notice

    page = draft.material.brief.page
    page = replace(page, large=True) if large else page
    if notice := rare_notice("".join(paragraph.text for paragraph in draft.paragraphs)):
        tell(f"提示：{notice}")
    if suffix == ".html":
        from generator.writers.html import write_html

        return write_html(draft.speech, draft.paragraphs, draft.material.questions, page=page, trace=trace)
    from generator.writers.docx import write_docx

    return write_docx(draft.speech, draft.paragraphs, draft.material.questions, page=page, trace=trace)


def summary(draft: Draft, target: Path) -> str:
    """Return the line that ends the command: what was written where."""
    from generator.chinese import characters

    length = sum(characters(paragraph.text) for paragraph in draft.paragraphs)
    place = draft.material.place
    where = "".join((*place.parents, place.name))
    gaps = f"，待填 {len(draft.gaps)} 处" if draft.gaps else ""
    return f"已写出 {target}：{where}，{length} 字，种子 {draft.speech.seed}{gaps}。"
