"""Shared fixtures: the command line as a user meets it, and briefs written on the spot."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("[0-9]*.yaml"))


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a function that runs jianggao in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def invoke(*args, **extra):
        return CliRunner().invoke(main, [str(arg) for arg in args], catch_exceptions=False, **extra)

    return invoke


@pytest.fixture
def brief(tmp_path):
    """Return a function that writes a brief and returns its path."""

    def write(text="", name="讲话.yaml", skeleton="部署会", topic="疫情防控", place="奉节县"):
        head = f"骨架: {skeleton}\n主题: {topic}\n地点: {place}\n日期: 2026-10-15\n"
        path = tmp_path / name
        path.write_text(head + text, encoding="utf-8")
        return path

    return write


def pytest_addoption(parser):
    """Let `pytest --accept` rewrite the transcripts."""
    parser.addoption("--accept", action="store_true", help="rewrite tests/commands/*.md")
