"""YAML 语法错: what the parser says in English, and what in the text probably caused it, in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

FULL_WIDTH_KEY = re.compile(r"^\s*(?:-\s+)?[\w·]{1,20}：")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
MESSAGES = (
    ("cannot start any token", "这里有一个不能用的字符（多半是制表符）", "缩进只用空格，不用 Tab 键。"),
    ("could not find expected ':'", "这附近缺少英文冒号", "键后面要写半角冒号加空格，如“地点: 奉节县”。"),
    (
        "mapping values are not allowed",
        "这里多了一个冒号，或上一行没有写完",
        "含冒号的内容请加双引号；键后用“: ”。",
    ),
    (
        "did not find expected ',' or",
        "花括号或方括号里缺逗号，或没有配对",
        "各项之间用半角逗号，括号要成对。",
    ),
    ("did not find expected key", "这里的缩进和上面对不齐，或引号没有配对", "同一层的键要左对齐；引号成对。"),
    ("did not find expected '-'", "列表各项没有对齐", "每项前的“-”要左对齐。"),
    ("end of stream", "引号没有配对，直到文件末尾", "给内容加上配对的引号。"),
    ("unknown escape", "双引号里用了反斜杠", "反斜杠请写两个，或改用单引号。"),
)


def explained(problem: str) -> tuple[str, str]:
    """Return the parser's complaint in Chinese, and the remedy."""
    for key, message, remedy in MESSAGES:
        if key in problem:
            return message, remedy
    return f"YAML 写法有误（{problem}）", "请检查缩进、冒号和引号。"


def causes(lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Yield line, message and remedy for each habit in the text that breaks YAML."""
    for number, line in enumerate(lines, 1):
        if FULL_WIDTH_KEY.match(line):
            yield number, "键后面用了全角冒号“：”", "改成半角冒号加一个空格，如“地点: 奉节县”。"
        if "\t" in line[: len(line) - len(line.lstrip())]:
            yield number, "缩进用了制表符（Tab）", "改成空格。"
        if "{{" in QUOTED.sub("", line.split(" #")[0]):
            yield number, "含花括号的句子没有加引号", '给整句加上双引号，如 "{{全县}}上下……"。'
