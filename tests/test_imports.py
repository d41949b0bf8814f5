"""Imports are made where they are used: cheap commands load nothing heavy."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = ["docx", "lxml", "rich", "zipfile", "importlib.metadata", "importlib.resources", "multiprocessing"]


@pytest.mark.parametrize(
    "args",
    [
        ["--help"],
        ["list", "moves"],
        ["preview", "--plain", "examples/01-泾川县-疫情防控.yaml"],
        ["place", "奉节县", "--json"],
    ],
    ids=" ".join,
)
def test_a_cheap_command_loads_nothing_heavy(args):
    script = (
        "import sys\nsys.path.insert(0, '.')\nbefore = set(sys.modules)\nfrom generator.cli import main\n"
        f"try:\n    main({args!r})\nexcept SystemExit as stop:\n    assert not stop.code, stop.code\n"
        f"print('LOADED', [name for name in {HEAVY!r} if name in sys.modules and name not in before])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines()[-1] == "LOADED []"
