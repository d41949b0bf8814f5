"""Packaging: the wheel holds what git holds, and an installed jianggao works from any folder."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DATA = ("skeletons", "phrasebank", "examples")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel from the sdist, as a package index would."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_data_file_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    packed = {name.removeprefix("generator/_data/") for name in names if "_data/" in name}
    kept = {
        path.relative_to(ROOT).as_posix()
        for folder in DATA
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert packed == kept
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "generator").rglob("*.py")}
    assert code <= set(names)


def test_an_installed_command_works_from_any_folder(wheel, tmp_path):
    target = tmp_path / "env"
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--target",
        str(target),
        str(wheel),
    ]
    subprocess.run(install, check=True, capture_output=True)
    example = next((target / "generator" / "_data" / "examples").glob("05-*.yaml"))
    script = f"import sys; sys.path.insert(0, {str(target)!r}); from generator.cli import main; main()"
    command = [sys.executable, "-c", script, "generate", str(example), "-o", "讲话.docx"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "讲话.docx").stat().st_size > 5000
