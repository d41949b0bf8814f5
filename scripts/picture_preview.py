"""Draw the terminal preview of an example as docs/preview.png (needs Chromium and a Chinese font).

usage: python scripts/picture_preview.py [要素.yaml] [OUT.png]
"""

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI

from generator.library import Library
from generator.pipeline import generate
from generator.writers.terminal import write_terminal

ROOT = Path(__file__).parent.parent
PAGE = """<html><head><meta charset="utf-8"><style>
body {{ background: #272822; color: #f8f8f2; margin: 18px 24px; }}
pre {{ font: 15px/1.45 "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace; }}
</style></head><body><pre>{code}</pre></body></html>"""


def main() -> None:
    """Write the picture."""
    brief = Path(sys.argv[1]) if len(sys.argv) > 1 else next((ROOT / "examples").glob("01-*.yaml"))
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "docs" / "preview.png"
    draft = generate(brief, Library(), {})
    console = Console(record=True, width=92, file=io.StringIO(), force_terminal=True, highlight=False)
    console.print(write_terminal(draft.speech, draft.paragraphs))
    code = console.export_html(theme=MONOKAI, inline_styles=True, code_format="{code}")
    lines = code.split("\n")
    shown = "\n".join([*lines[:26], "<span style='color:#888'>　　……</span>", "", *lines[-10:]])
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "preview.html"
        page.write_text(PAGE.format(code=shown), encoding="utf-8")
        subprocess.run(
            [
                "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                "--disable-background-networking", f"--user-data-dir={folder}/profile",
                f"--screenshot={target}", "--window-size=900,960", page.as_uri(),
            ],
            check=True, capture_output=True,
        )  # fmt: skip


if __name__ == "__main__":
    main()
