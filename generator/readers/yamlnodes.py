"""YAML 节点: typed access to a YAML file that knows the line of everything. The only importer of yaml.

Nodes are read, never objects: no tag builds anything, nothing is guessed from a bare word. All faults
of a file are collected in its Sheet and raised together.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path

import yaml
from yaml.error import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.diagnostics import Diagnostic, InputError, Location, Severity
from generator.readers.syntax import causes, explained
from generator.readers.textfile import read_text, shown
from generator.template import Template, TemplateFault, parse

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ANCHOR = re.compile(r"(?:^|[\s:,\[{-])[&*]\w", re.MULTILINE)
FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
STRING, MAPPING = "tag:yaml.org,2002:str", "tag:yaml.org,2002:map"
BARE = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:null")
YES, NO = ("是", "true", "yes"), ("否", "false", "no")


class Sheet:
    """一个 YAML 文件: its lines, and the faults found while it is read."""

    def __init__(self, name: str, text: str, notice: str = "") -> None:
        self.name = name
        self.lines = text.splitlines()
        self.written = len(self.lines)
        """how many lines the file itself has; overrides of the command line come after them"""
        self.notice = notice
        self.problems: list[Diagnostic] = []
        self.root: Node | None = self._compose(text)

    def _compose(self, text: str) -> Node | None:
        try:
            root: Node | None = yaml.compose(text, Loader=LOADER)
            for alias in aliases(text):
                self._add("用了锚点（& 和 *）", alias + 1, "锚点不受支持，请把内容写全。")
        except yaml.YAMLError as fault:
            self._syntax(fault)
            return None
        except RecursionError:
            self._add("嵌套太深", 1, "请检查括号是否配对。")
            return None
        if root is None and not self.problems:
            self._add("文件是空的", 0, "请对照 examples 里的样例填写。")
        return root

    def _syntax(self, fault: yaml.YAMLError) -> None:
        """Report a YAML syntax error by its probable causes, or where the parser gave up."""
        found = list(causes(self.lines))
        for line, message, remedy in found:
            self._add(message, line, remedy)
        if not found:
            mark = getattr(fault, "problem_mark", None)
            problem = getattr(fault, "problem", None) or getattr(fault, "reason", None) or fault
            message, remedy = explained(str(problem))
            self._add(message, min(mark.line + 1 if mark else 1, len(self.lines)), remedy)

    def _add(self, message: str, line: int, remedy: str = "", column: int = 0) -> None:
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        at = Location(self.name, line, column) if line <= self.written else Location("命令行")
        self.problems.append(Diagnostic(message, at, excerpt, remedy))

    def report(self, node: Node, message: str, remedy: str = "") -> None:
        """Add a fault at a node."""
        self._add(message, node.start_mark.line + 1, remedy, node.start_mark.column + 1)

    def report_key(self, key: str, message: str, remedy: str = "") -> None:
        """Add a fault at the value of a top-level key."""
        pairs = self.root.value if isinstance(self.root, MappingNode) else ()
        node = next((value for name, value in pairs if name.value == key), self.root)
        if node is not None:
            self.report(node, message, remedy)

    def add(self, problems: Iterable[Diagnostic]) -> None:
        """Add faults that were found elsewhere; each gets the line that it speaks of."""
        for problem in problems:
            at = problem.location or self.whole
            self._add(problem.message, at.line, problem.remedy, at.column)

    def override(self, path: tuple[str, ...], value: str, shown: str) -> None:
        """Set a key, as if the file ended with it; in messages it stands as the user typed it."""
        self.lines.append(shown)
        mark = Mark(self.name, 0, len(self.lines) - 1, 0, None, 0)
        node: Node = ScalarNode(STRING, value, mark, mark, style='"')
        if value.startswith("["):
            node = Sheet("--set", value).root or node
        mapping = self.root
        for key in path[:-1]:
            mapping = self._child(mapping, key, MappingNode(MAPPING, [], mark, mark))
        if isinstance(mapping, MappingNode):
            mapping.value = [pair for pair in mapping.value if pair[0].value != path[-1]]
            mapping.value.append((ScalarNode(STRING, path[-1], mark, mark), node))

    def _child(self, mapping: Node | None, key: str, new: MappingNode) -> Node | None:
        if not isinstance(mapping, MappingNode):
            return None
        found: Node | None = next((value for name, value in mapping.value if name.value == key), None)
        if found is None:
            mapping.value.append((ScalarNode(STRING, key, new.start_mark, new.end_mark), new))
        return found or new

    def at(self, node: Node) -> Location:
        """Return where a node begins."""
        return Location(self.name, node.start_mark.line + 1, node.start_mark.column + 1)

    @property
    def whole(self) -> Location:
        """Return the file as a place."""
        return Location(self.name)

    def finish(self) -> None:
        """Raise all faults of the file together, if there are any."""
        if any(p.severity is Severity.ERROR for p in self.problems):
            raise InputError(tuple(sorted(self.problems, key=lambda p: p.location.line if p.location else 0)))

    def pairs(self, node: Node | None, what: str) -> Iterator[tuple[str, Node, Node]]:
        """Yield key, key node and value node of a mapping; duplicates and other types are faults."""
        if node is None:
            return
        if not isinstance(node, MappingNode):
            self._wrong_type(node, what, "一组“键: 值”")
            return
        seen: dict[str, int] = {}
        for key_node, value in node.value:
            if not isinstance(key_node, ScalarNode):
                self.report(key_node, f"{what}的键必须是文字")
                continue
            key = key_node.value
            if key in seen:
                self.report(
                    key_node, f"{what}里“{key}”重复了（第 {seen[key]} 行已有）", "留下一个，删去另一个。"
                )
                continue
            seen[key] = key_node.start_mark.line + 1
            yield key, key_node, value

    def mapping(self, node: Node | None, what: str, known: Collection[str]) -> dict[str, Node]:
        """Return a mapping whose keys must be among `known`; others are faults with the nearest named."""
        found: dict[str, Node] = {}
        for key, key_node, value in self.pairs(node, what):
            if key in known:
                found[key] = value
            else:
                self.unknown(key_node, what, key, known, "键")
        return found

    def unknown(self, node: Node, what: str, word: str, known: Collection[str], kind: str) -> None:
        """Report a word that is not among the known ones."""
        if "：" in word:
            self.report(node, f"{what}里的“{word}”用了全角冒号“：”", "改成半角冒号加一个空格。")
            return
        self.report(node, f"{what}里没有“{word}”这个{kind}", suggestion(word, known))

    def text(self, node: Node, what: str) -> str:
        """Return a scalar as text."""
        if not isinstance(node, ScalarNode):
            self._wrong_type(node, what, "文字")
            return ""
        bare = not node.style and (
            node.tag in BARE or (":" in node.value and node.tag.endswith((":int", ":float")))
        )
        if bare and node.value.strip() in ("", "~", "null"):
            self.report(node, f"{what}没有写内容", "写上内容；不需要就删去这一行。")
        elif bare:
            self.report(
                node, f"{what}写成了不带引号的 {node.value}，容易被误读", f'加上引号："{node.value}"。'
            )
        elif bad := FORBIDDEN.search(node.value):
            self.report(node, f"{what}里有不能印出的控制字符 U+{ord(bad.group()):04X}", "删去这个字符。")
        return str(node.value).strip()

    def texts(self, node: Node, what: str) -> tuple[str, ...]:
        """Return a list of texts; a single text counts as a list of one."""
        if isinstance(node, ScalarNode):
            node = SequenceNode("", [node], node.start_mark, node.end_mark)
        return tuple(self.text(item, what) for item in self.items(node, what))

    def items(self, node: Node, what: str) -> list[Node]:
        """Return the nodes of a list."""
        if isinstance(node, SequenceNode):
            return list(node.value)
        self._wrong_type(node, what, "列表（每项前加“- ”，或写在方括号里）")
        return []

    def flag(self, node: Node, what: str) -> bool:
        """Return 是 or 否."""
        word = node.value if isinstance(node, ScalarNode) else None
        if word not in YES + NO:
            self._wrong_type(node, what, "“是”或“否”")
        return word in YES

    def integer(self, node: Node, what: str) -> int:
        """Return a whole number."""
        if isinstance(node, ScalarNode) and re.fullmatch(r"\d{1,9}", node.value):
            return int(node.value)
        self._wrong_type(node, what, "一个整数")
        return 0

    def date(self, node: Node, what: str) -> date:
        """Return a date written as 2026-10-15 or 2026年10月15日."""
        match = isinstance(node, ScalarNode) and re.fullmatch(
            r"(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})日?", node.value
        )
        if match:
            try:
                return date(*(int(group) for group in match.groups()))
            except ValueError:
                self.report(node, f"{what}“{node.value}”不是存在的日期", "请核对月和日。")
                return date(2000, 1, 1)
        self._wrong_type(node, what, "日期，如 2026-10-15")
        return date(2000, 1, 1)

    def template(self, node: Node, what: str) -> Template | None:
        """Return a template; a fault in its syntax is reported with its line."""
        source = self.text(node, what)
        try:
            return parse(source, self.at(node))
        except TemplateFault as fault:
            self.report(node, f"{what}：{fault}", "花括号要成对，里面只写名称。")
            return None

    def _wrong_type(self, node: Node, what: str, expected: str) -> None:
        got = "一组“键: 值”" if is_mapping(node) else "列表" if is_list(node) else f"“{node.value}”"
        remedy = f"{what}应当是{expected}。"
        if isinstance(node, ScalarNode) and "：" in node.value:
            remedy += "键后面请用半角冒号加空格。"
        self.report(node, f"{what}写成了{got}", remedy)


def aliases(text: str) -> list[int]:
    """Return the lines, from 0, on which an alias (*name) stands; a cycle of them would never end."""
    if not ANCHOR.search(text):
        return []
    events = yaml.parse(text, Loader=LOADER)
    return [e.start_mark.line for e in events if isinstance(e, yaml.AliasEvent) and e.start_mark]


def is_mapping(node: Node) -> bool:
    """Tell whether a node is a mapping."""
    return isinstance(node, MappingNode)


def is_list(node: Node) -> bool:
    """Tell whether a node is a list."""
    return isinstance(node, SequenceNode)


def is_empty(node: Node) -> bool:
    """Tell whether a key has no value at all."""
    return isinstance(node, ScalarNode) and not node.style and node.value in ("", "~", "null")


def plain_values(node: Node | None) -> dict[str, str]:
    """Return the keys of a mapping whose values are plain texts; reports nothing."""
    pairs = node.value if isinstance(node, MappingNode) else ()
    return {
        key.value: value.value.strip()
        for key, value in pairs
        if isinstance(key, ScalarNode) and isinstance(value, ScalarNode)
    }


def suggestion(word: str, known: Collection[str]) -> str:
    """Return “您是不是要写…” with the nearest known words, or all of them when none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=3, cutoff=0.5)
    if near:
        return f"您是不是要写：{'、'.join(near)}？"
    shown = list(known)[:30]
    return f"可以写的有：{'、'.join(shown)}{' …' if len(known) > len(shown) else ''}。" if shown else ""


def read_sheet(path: Path, name: str = "") -> Sheet:
    """Read a YAML file into a Sheet; its faults wait there for `finish`."""
    text, notice = read_text(path)
    return Sheet(name or shown(path), text, notice)
