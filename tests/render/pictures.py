"""样张: page pictures of a speech for the README. Usage: python -m tests.render.pictures BRIEF.yaml FOLDER."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from generator.library import Library
from generator.page import Page
from generator.pipeline import generate
from generator.writers.docx import write_docx
from tests.render.pdf import convert

SHEETS = {"标准版": (Page(), 1), "大字版": (Page(large=True), 2)}
"""name, layout, and the page that is shown"""


def main(brief: Path, folder: Path) -> None:
    """Write one picture for each layout."""
    draft = generate(brief, Library(), {})
    folder.mkdir(parents=True, exist_ok=True)
    documents = {
        name: write_docx(draft.speech, draft.paragraphs, page=page) for name, (page, _) in SHEETS.items()
    }
    with tempfile.TemporaryDirectory() as work:
        for name, path in convert(documents, Path(work)).items():
            number = str(SHEETS[name][1])
            command = ["pdftoppm", "-r", "75", "-f", number, "-l", number, "-gray", "-png", "-singlefile"]
            subprocess.run([*command, str(path), str(folder / name)], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
