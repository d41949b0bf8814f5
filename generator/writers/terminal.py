"""终端预览: the speech as rich text, and its foot: characters, minutes, the share of each part."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from generator.chinese import characters, syllables
from generator.layout import UNSPOKEN, Paragraph, Role, RunKind
from generator.model import Speech

STYLES = {
    RunKind.NUMERAL: "bold cyan",
    RunKind.LEAD: "bold",
    RunKind.TEXT: "",
    RunKind.VALUE: "green",
    RunKind.GAP: "bold white on red",
}
INDENT = "\u3000\u3000"
BAR = 24
"""how many characters wide the bar of a part is when it is the whole speech"""


def write_terminal(speech: Speech, paragraphs: tuple[Paragraph, ...], trace: bool = False) -> RenderableType:
    """Return the preview; with `trace` the id of each phrase stands before it in brackets."""
    body = [_block(paragraph, trace) for paragraph in paragraphs]
    return Group(*body, Rule(style="dim"), _foot(speech, paragraphs))


def minutes(paragraphs: tuple[Paragraph, ...], rate: int) -> float:
    """Return how long the speech takes to read, in minutes, at `rate` syllables a minute."""
    spoken = (p for p in paragraphs if p.role not in UNSPOKEN)
    return sum(syllables(paragraph.text) for paragraph in spoken) / rate


def shares(paragraphs: tuple[Paragraph, ...]) -> list[tuple[str, int]]:
    """Return each part of the speech with its characters, in reading order."""
    counts: Counter[str] = Counter()
    for paragraph in paragraphs:
        for run in paragraph.runs:
            if run.part:
                counts[run.part] += characters(run.text)
    return list(counts.items())


def _block(paragraph: Paragraph, trace: bool) -> RenderableType:
    if paragraph.role in UNSPOKEN:
        style = "bold" if paragraph.role is Role.TITLE else "dim"
        return Padding(Text(paragraph.text, style=style, justify="center"), (0, 0, 1, 0))
    text = Text("" if paragraph.role is Role.SALUTATION else INDENT)
    if paragraph.role is Role.HEADING:
        text.append(paragraph.text, style="bold yellow" if paragraph.level == 1 else "bold")
    else:
        for provenance, runs in groupby(paragraph.runs, key=lambda run: run.provenance):
            if trace and provenance.key:
                text.append(f"〔{provenance.key}〕", style="dim magenta")
            for run in runs:
                text.append(run.text, style=STYLES[run.kind])
    return Padding(text, (0, 0, 1, 0))


def _foot(speech: Speech, paragraphs: tuple[Paragraph, ...]) -> RenderableType:
    parts = shares(paragraphs)
    total = sum(count for _, count in parts) or 1
    table = Table.grid(padding=(0, 2))
    for part, count in parts:
        bar = "█" * max(1, round(BAR * count / total))
        table.add_row(part, Text(bar, style="cyan"), f"{count} 字", f"{count / total:.0%}")
    length = sum(characters(paragraph.text) for paragraph in paragraphs)
    minute = minutes(paragraphs, speech.minutes_rate)
    summary = f"全文 {length} 字，不计标点，按每分钟 {speech.minutes_rate} 字约 {minute:.0f} 分钟。种子 {speech.seed}。"
    return Group(table, Text(summary, style="bold"))
