"""印出来的样子: documents turned into PDF by LibreOffice, and the PDF read with the tools of poppler."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

FOLDER = Path(os.environ.get("JIANGGAO_RENDER", "/opt/jianggao-render"))
TOOLS = ("soffice", "pdftotext", "pdfinfo", "pdffonts", "pdftohtml", "pdftoppm")
MM = 25.4 / 72
SAME_LINE = 4
"""points: two boxes whose tops are no farther apart stand on one line"""


def missing() -> str:
    """Return why the render tests cannot run; empty when they can."""
    lacking = [tool for tool in TOOLS if not shutil.which(tool)]
    if not (FOLDER / "fonts.conf").is_file():
        lacking.append(f"{FOLDER}/fonts.conf")
    return f"{', '.join(lacking)} not there; run tests/render/install.sh" if lacking else ""


@dataclass(frozen=True)
class Line:
    """行: one printed line; lengths in millimetres from the page's upper left corner."""

    text: str
    left: float
    right: float
    top: float
    height: float

    @property
    def ems(self) -> float:
        """Return how many characters wide the text is."""
        return sum(0.5 if letter.isascii() else 1 for letter in self.text)


def convert(documents: Mapping[str, bytes], folder: Path, kind: str = "pdf") -> dict[str, Path]:
    """Convert documents in one run of LibreOffice, with a profile and fonts of its own."""
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    filter_name = {"txt": "txt:Text (encoded):UTF8"}.get(kind, kind)
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", filter_name, "--outdir", str(folder)]
    command += [str(folder / f"{name}.docx") for name in documents]
    environment = os.environ | {"FONTCONFIG_FILE": str(FOLDER / "fonts.conf")}
    done = subprocess.run(command, env=environment, capture_output=True, timeout=300, check=True)
    found = {name: folder / f"{name}.{kind}" for name in documents}
    assert all(path.is_file() for path in found.values()), done.stderr.decode(errors="replace")
    return found


def run(*command: str | Path) -> str:
    """Return what a tool prints."""
    return subprocess.run([str(word) for word in command], capture_output=True, check=True).stdout.decode()


def pages(pdf: Path) -> list[list[Line]]:
    """Return the lines of each page, from top to bottom."""
    text = run("pdftotext", "-bbox", pdf, "-")
    root = etree.fromstring(
        re.sub(' xmlns="[^"]*"', "", text, count=1).encode(), etree.XMLParser(recover=True)
    )
    return [_lines(page.iter("word")) for page in root.iter("page")]


def _lines(words: Iterable[etree._Element]) -> list[Line]:
    boxes = sorted((_box(word) for word in words), key=lambda line: (line.top, line.left))
    rows: list[list[Line]] = []
    for box in boxes:
        if rows and abs(rows[-1][0].top - box.top) < SAME_LINE * MM:
            rows[-1].append(box)
        else:
            rows.append([box])
    return [_joined(sorted(row, key=lambda line: line.left)) for row in rows]


def _joined(row: list[Line]) -> Line:
    text = "".join(box.text for box in row)
    return Line(text, row[0].left, max(box.right for box in row), row[0].top, max(box.height for box in row))


def _box(word: etree._Element) -> Line:
    sides = {side: float(word.get(side)) * MM for side in ("xMin", "xMax", "yMin", "yMax")}
    return Line(word.text or "", sides["xMin"], sides["xMax"], sides["yMin"], sides["yMax"] - sides["yMin"])


def bookmarks(pdf: Path) -> list[tuple[int, str]]:
    """Return level and text of each bookmark."""
    root = etree.fromstring(
        run("pdftohtml", "-xml", "-i", "-stdout", pdf).encode(), etree.XMLParser(recover=True)
    )
    return [(len(list(item.iterancestors("outline"))), item.text or "") for item in root.iter("item")]


def fonts(pdf: Path) -> dict[str, bool]:
    """Return the fonts of a PDF, each with whether it is embedded."""
    rows = [line.split() for line in run("pdffonts", pdf).splitlines()[2:]]
    return {row[0].split("+")[-1]: row[-5] == "yes" for row in rows}


def families(pdf: Path) -> dict[str, str]:
    """Return the font family of each printed line, by its text without blanks."""
    root = etree.fromstring(
        run("pdftohtml", "-xml", "-i", "-stdout", pdf).encode(), etree.XMLParser(recover=True)
    )
    names = {spec.get("id"): spec.get("family", "").split("+")[-1] for spec in root.iter("fontspec")}
    return {"".join("".join(text.itertext()).split()): names[text.get("font")] for text in root.iter("text")}


def dash_height(pdf: Path, page: int, right: float) -> float:
    """Return how far below the text block the dash that ends at `right` stands, in millimetres."""
    dots = 600
    scale = dots / 25.4
    x, y, width, height = (round(value * scale) for value in (right - 3, 262, 2, 12))
    area = ("-x", str(x), "-y", str(y), "-W", str(width), "-H", str(height))
    command = ["pdftoppm", "-gray", "-r", str(dots), "-f", str(page), "-l", str(page), *area, str(pdf)]
    picture = subprocess.run(command, capture_output=True, check=True).stdout
    size = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", picture)
    assert size
    columns, pixels = int(size[1]), picture[size.end() :]
    dark = [row for row in range(int(size[2])) if min(pixels[row * columns : (row + 1) * columns]) < 128]
    return (dark[0] + dark[-1]) / 2 / scale
