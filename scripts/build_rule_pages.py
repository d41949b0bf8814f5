"""规则说明: write docs/rules from phrasebank/规则: a page of reasons for each rule, and their list.

Run `python scripts/build_rule_pages.py` after a rule changes; tests/test_docs.py holds the pages against the rules.
"""

from __future__ import annotations

from pathlib import Path

from generator.checking import read_rulebook
from generator.library import Library
from generator.writers.rule_pages import write_index, write_rule

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "rules"


def pages() -> dict[str, str]:
    """Return every page by the name of its file."""
    rules = read_rulebook(Library()).rules
    return {
        "README.md": write_index(rules.values()),
        **{f"{id}.md": write_rule(r) for id, r in rules.items()},
    }


def main() -> None:
    """Write the pages, and delete those of rules that are gone."""
    FOLDER.mkdir(exist_ok=True)
    made = pages()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    for path in FOLDER.glob("*.md"):
        if path.name not in made:
            path.unlink()


if __name__ == "__main__":
    main()
