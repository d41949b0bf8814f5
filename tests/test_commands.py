"""Transcripts: each tests/commands/*.md shows commands and exactly what they print.

A block begins with `% jianggao …`; then come the output, lines of standard error behind `2> `, and
`=> n` for an exit code other than 0. `pytest --accept` rewrites the transcripts; review the diff.
"""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

TRANSCRIPTS = sorted((Path(__file__).parent / "commands").glob("*.md"))
BLOCK = re.compile(r"```\n% jianggao (.*)\n([\s\S]*?)```")


def transcript(arguments):
    """Run a command and return what a transcript shows of it."""
    result = CliRunner().invoke(main, shlex.split(arguments), prog_name="jianggao", catch_exceptions=False)
    lines = [*result.stdout.splitlines(), *(f"2> {line}" for line in result.stderr.splitlines())]
    if result.exit_code:
        lines.append(f"=> {result.exit_code}")
    return "".join(f"{line.rstrip()}\n" for line in lines)


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_commands_print_what_their_transcript_shows(path, request, monkeypatch):
    monkeypatch.chdir(path.parent)
    text = path.read_text(encoding="utf-8")
    found = BLOCK.sub(lambda m: f"```\n% jianggao {m.group(1)}\n{transcript(m.group(1))}```", text)
    if request.config.getoption("--accept"):
        path.write_text(found, encoding="utf-8")
    assert found == text or request.config.getoption("--accept")
    assert BLOCK.search(text)
