"""The import rule: arrows go down only, siblings never meet, each package has its one door."""

import ast
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"
MOST_LINES, MOST_FUNCTION_LINES = 300, 60

# room -> the rooms that it may import; a room is a module or a folder of generator/
BASE = {"chinese", "diagnostics", "model", "numbering"}
MATERIAL = BASE | {"template", "material", "page", "layout"}
CHECKED = {"manuscript", "rulebook", "findings"}
ALLOWED = {
    "chinese": set(),
    "diagnostics": set(),
    "model": set(),
    "numbering": {"chinese"},
    "page": {"diagnostics"},
    "template": {"chinese", "diagnostics", "model"},
    "material": {"diagnostics", "model", "page", "template"},
    "layout": {"chinese", "model", "numbering"},
    "library": {"diagnostics"},
    "manuscript": set(),
    "rulebook": {"diagnostics"},
    "findings": {"diagnostics", "manuscript", "rulebook"},
    "ooxml": {"diagnostics", "manuscript"},
    "readers": MATERIAL - {"layout"} | {"manuscript", "rulebook", "ooxml"},
    "places": {"chinese", "diagnostics", "model", "material", "template"},
    "compose": MATERIAL - {"layout"},
    "checks": MATERIAL - {"layout"} | CHECKED | {"places"},
    "writers": BASE | CHECKED | {"layout", "page", "ooxml"},
    "gather": MATERIAL | {"library", "readers", "places", "compose"},
    "pipeline": MATERIAL | {"library", "readers", "places", "compose", "gather"},
    "catalogue": MATERIAL | {"library", "readers", "gather"},
    "checking": MATERIAL | CHECKED | {"library", "readers", "places", "gather", "checks"},
    "commands": MATERIAL
    | CHECKED
    | {"library", "readers", "places", "gather", "pipeline", "catalogue", "checking", "writers"},
    "cli": {"commands"},
    "__main__": {"cli"},
}
DOORS = {
    "yaml": ("readers/",),
    "jinja2": ("template.py",),
    "click": ("commands/", "cli.py"),
    "rich": ("writers/terminal.py", "commands/"),
    "docx": (),
    "lxml": ("ooxml/",),
}
FILES = sorted(GENERATOR.rglob("*.py"))


def room_of(path: Path) -> str:
    """Return the room a file lies in: its folder under generator/, or its own name."""
    parts = path.relative_to(GENERATOR).parts
    return parts[0] if len(parts) > 1 else path.stem


def imports_of(path: Path) -> set[str]:
    """Return the dotted names that a file imports, also inside functions."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names.add(node.module or "")
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GENERATOR)))
def test_imports_go_down_only(path):
    room = room_of(path)
    for name in imports_of(path):
        if name.startswith("generator."):
            other = name.split(".")[1]
            assert other == room or other in ALLOWED[room], f"{room} must not import {other}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GENERATOR)))
def test_each_package_is_imported_through_its_door(path):
    inside = path.relative_to(GENERATOR).as_posix()
    for name in imports_of(path):
        doors = DOORS.get(name.split(".")[0])
        assert doors is None or inside.startswith(doors), f"{inside} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GENERATOR)))
def test_files_and_functions_stay_readable(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < MOST_FUNCTION_LINES, node.name
