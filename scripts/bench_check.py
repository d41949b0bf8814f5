"""Time `jianggao check` as a whole process against `python -c 'import click, yaml'`, and how it grows with the text.

usage: python scripts/bench_check.py [ROUNDS]
Prints, for a text and a DOCX of 8,000 characters, median milliseconds, the median ratio to the base within a round and
peak memory; then the seconds for 125,000 to 1,000,000 characters. Ratios of one run are comparable, seconds of two are not.
"""

import sys
import tempfile
from pathlib import Path

from bench_commands import JIANGGAO, ROOT, compare, run

from generator.layout import text_of
from generator.library import Library
from generator.pipeline import generate
from generator.writers.docx_plain import write_plain

LONGEST = "03-*.yaml"
GROWTH = (125_000, 250_000, 500_000, 1_000_000)


def speech(size: int) -> str:
    """Return a text of so many characters: speeches of different seeds, one behind the other."""
    path = next((ROOT / "examples").glob(LONGEST))
    texts, length, seed = [], 0, 0
    while length < size:
        seed += 1
        text = text_of(generate(path, Library(), {"种子": str(seed % 40)}).paragraphs)
        texts.append(text)
        length += len(text)
    return "".join(texts)[:size]


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = speech(8_000)
        (folder / "8000.txt").write_text(text, encoding="utf-8")
        (folder / "8000.docx").write_bytes(write_plain(line for line in text.splitlines() if line.strip()))
        never = ["--fail-on", "never"]
        commands = {
            "import click, yaml (base)": [sys.executable, "-c", "import click, yaml"],
            "check, text of 8,000": [*JIANGGAO, "check", str(folder / "8000.txt"), *never],
            "check, DOCX of 8,000": [*JIANGGAO, "check", str(folder / "8000.docx"), *never],
        }
        compare(commands, rounds)
        whole = speech(GROWTH[-1])
        for size in GROWTH:
            path = folder / f"{size}.txt"
            path.write_text(whole[:size], encoding="utf-8")
            wall, memory = run([*JIANGGAO, "check", str(path), *never])
            print(f"{size:>9,} characters {wall / 1000:8.2f} s {memory:8.1f} MB")


if __name__ == "__main__":
    main()
