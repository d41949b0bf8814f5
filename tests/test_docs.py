"""The README keeps its word: every command and option stands in it, its examples are the shipped ones."""

import re
from pathlib import Path

import click
import pytest

from generator.cli import main
from generator.library import Library
from generator.pipeline import generate

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", main.commands)
def test_every_command_has_help_and_stands_in_the_readme(name):
    command = main.commands[name]
    assert command.help
    assert f"jianggao {name}" in README
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.name}"
            assert any(option in README for option in parameter.opts), f"{name} {parameter.opts}"


def test_the_files_that_the_readme_names_exist():
    for name in re.findall(
        r"(?<!我的素材/)(?:examples|skeletons|phrasebank|docs)/[^\s`)\]|，。、*<…]+\.\w+", README
    ):
        assert (ROOT / name).exists(), name


def test_the_worked_brief_of_the_readme_generates(tmp_path):
    block = re.search(r"<!-- 要素样例 -->\n```yaml\n([\s\S]*?)```", README)
    path = tmp_path / "讲话.yaml"
    path.write_text(block.group(1), encoding="utf-8")
    assert not generate(path, Library(), {}).gaps


def test_the_worked_skeleton_and_phrases_of_the_readme_generate(tmp_path):
    library = tmp_path / "素材"
    for label, target in (
        ("骨架样例", "skeletons/动员会.yaml"),
        ("主题样例", "phrasebank/春季植树/主题.yaml"),
        ("语句样例", "phrasebank/春季植树/语句.yaml"),
        ("自用要素样例", "讲话.yaml"),
    ):
        block = re.search(rf"<!-- {label} -->\n```yaml\n([\s\S]*?)```", README)
        path = library / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.group(1), encoding="utf-8")
    draft = generate(library / "讲话.yaml", Library((library,)), {})
    assert not draft.gaps


def sample(label):
    """Return a worked example of the README."""
    return re.search(rf"<!-- {label} -->\n```yaml\n([\s\S]*?)```", README)[1]


def test_the_worked_settings_and_rule_of_the_readme_hold(run, tmp_path):
    (tmp_path / ".jianggao.yaml").write_text(sample("设定样例"), encoding="utf-8")
    rules = tmp_path / "素材/phrasebank/规则/本县.yaml"
    rules.parent.mkdir(parents=True)
    rules.write_text(sample("规则样例"), encoding="utf-8")
    (tmp_path / "稿.txt").write_text("由县安监局牵头，恐龙之乡也来。\n", encoding="utf-8")
    result = run("check", "稿.txt", "--library", "素材", "--fail-on", "warning")
    assert result.exit_code == 1
    assert "XB01：“县安监局”已改为“县应急管理局”" in result.stdout
    assert "PL09" in result.stdout


def test_contributing_names_every_room():
    rooms = {p.stem for p in (ROOT / "generator").iterdir() if p.is_dir() or p.suffix == ".py"}
    for room in rooms - {"__init__", "__main__", "__pycache__", "_data"}:
        assert room in CONTRIBUTING, room


def test_the_pages_of_the_rules_are_those_of_the_rule_files():
    from scripts.build_rule_pages import FOLDER, pages

    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert written == pages(), "run python scripts/build_rule_pages.py"
