"""命令行: the group of commands. Each command imports what it needs when it runs.

Exit codes: 0 done; 1 done, but there are findings; 2 the command or an input is wrong.
"""

from __future__ import annotations

import click

from generator import __version__
from generator.commands.check import check
from generator.commands.chinese import ChineseGroup
from generator.commands.generate import generate
from generator.commands.listing import listing
from generator.commands.place import place
from generator.commands.preview import preview


@click.group(cls=ChineseGroup)
@click.version_option(__version__, prog_name="jianggao", message="%(prog)s %(version)s", help="显示版本。")
def main() -> None:
    """讲稿：按骨架和语句库拼装讲话稿，适配到任一县区，写成国标版式的 DOCX。"""


for command in (generate, preview, check, listing, place):
    main.add_command(command)
