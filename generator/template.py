"""模板: text with slots in double braces, and what it needs. The only importer of jinja2.

A slot is a name ({{全县}}), a field of a fact ({{天数.截至}}), a list in one of our ways of joining
({{成效|顿号}}) or any other Jinja2 expression. The first three are filled directly; jinja2 is loaded
only for the last, which runs in its immutable sandbox. Statements ({% … %}) are not allowed: variants are phrases of their own.
Values are data: they are put in as they are and never read as templates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.chinese import han_count
from generator.diagnostics import GeneratorError, Location
from generator.model import Span, SpanKind

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

SLOT = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
NAME = re.compile(r"([^\W\d]\w*)(?:\.(\w+)|\s*\|\s*(\w+))?")
OWN_SLOT = re.compile(r"\{\{\s*([\u4e00-\u9fff]+)\s*\}\}")
FIELDS = ("值", "单位", "截至", "来源")
STRAY = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")


class TemplateFault(ValueError):
    """A template that cannot be read; the message is for the writer of the file."""


class UnfitExpression(ValueError):
    """An expression that its values do not fit, e.g. a sum of a number and a text."""


@dataclass(frozen=True, slots=True)
class Missing:
    """缺: stands in a context for a declared value that the brief does not give."""

    name: str


@dataclass(frozen=True, slots=True)
class Computed:
    """待算: stands in a context for what only the layout knows (点数、要点数、标题名目)."""

    kind: SpanKind


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of plain text, or one slot with the names that it needs."""

    text: str
    slot: bool = False
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Template:
    """模板: pieces in order; `needs` are the names without which it cannot be said."""

    source: str
    pieces: tuple[Piece, ...]
    needs: frozenset[str]
    location: Location | None = field(default=None, compare=False)

    def spans(self, context: Mapping[str, object]) -> tuple[Span, ...]:
        """Return the text with each slot filled from the context, missing ones as gaps."""
        try:
            return tuple(_fill(piece, context) if piece.slot else Span(piece.text) for piece in self.pieces)
        except UnfitExpression as fault:
            raise GeneratorError(
                f"{self.location or ''}：“{{{{{fault}}}}}”算不出来（{fault.__cause__}）", "请改写这个表达式。"
            ) from None

    def text(self, context: Mapping[str, object]) -> str:
        """Return the filled text; a gap is left out."""
        return "".join(span.text for span in self.spans(context))


def parse(source: str, location: Location | None = None) -> Template:
    """Read a template of a skeleton or a phrase; a fault in its syntax raises TemplateFault."""
    pieces = tuple(_pieces(source, SLOT, _expression_names))
    for piece in pieces:
        if not piece.slot and (stray := STRAY.search(piece.text)):
            raise TemplateFault(f"“{stray.group()}”没有配对，或用了不允许的写法；这里只能用 {{{{名称}}}}")
    return _template(source, pieces, location)


def parse_own(source: str, names: Iterable[str], location: Location | None = None) -> Template:
    """Read a sentence of the brief: only {{地点词}} of `names` are slots, all else is literal text."""
    known = frozenset(names)
    pieces = tuple(_pieces(source, OWN_SLOT, lambda name: frozenset({name})))
    unknown = [p.text for p in pieces if p.slot and p.text not in known]
    if unknown:
        raise TemplateFault(f"“{{{{{unknown[0]}}}}}”不是地点词，也不是本篇的参数")
    return _template(source, pieces, location)


def literal(text: str) -> Template:
    """Return text without any slot as a template."""
    return Template(text, (Piece(text),) if text else (), frozenset())


def _template(source: str, pieces: tuple[Piece, ...], location: Location | None) -> Template:
    needs: frozenset[str] = frozenset().union(*(piece.names for piece in pieces))
    return Template(source, pieces, needs, location)


def _pieces(source: str, pattern: re.Pattern[str], names: Callable[[str], frozenset[str]]) -> Iterable[Piece]:
    end = 0
    for match in pattern.finditer(source):
        if match.start() > end:
            yield Piece(source[end : match.start()])
        expression = match.group(1).strip()
        yield Piece(expression, slot=True, names=names(expression))
        end = match.end()
    if end < len(source):
        yield Piece(source[end:])


def _expression_names(expression: str) -> frozenset[str]:
    if plain := NAME.fullmatch(expression):
        name, part, way = plain.groups()
        if part and part not in FIELDS:
            raise TemplateFault(f"“{{{{{expression}}}}}”：一个数只有{'、'.join(FIELDS)}，没有“{part}”")
        if way and way not in FILTERS:
            raise TemplateFault(f"“{{{{{expression}}}}}”：{_no_filter(way)}")
        return frozenset({name})
    from jinja2 import TemplateSyntaxError, meta

    try:
        environment = _environment()
        environment.compile_expression(expression, undefined_to_none=False)
        return frozenset(meta.find_undeclared_variables(environment.parse(f"{{{{{expression}}}}}")))
    except TemplateSyntaxError as fault:
        raise TemplateFault(f"“{{{{{expression}}}}}”写法有误：{_in_chinese(fault)}") from None


def _in_chinese(fault: Exception) -> str:
    text = str(getattr(fault, "message", fault)) or "不完整"
    unknown = re.search(r"No filter named '(.+?)'", text)
    if unknown:
        return _no_filter(unknown.group(1))
    return f"不是合法的表达式（{text}）"


def _no_filter(name: str) -> str:
    return f"没有叫“{name}”的写法，可用的有：{'、'.join(FILTERS)}"


def _fill(piece: Piece, context: Mapping[str, object]) -> Span:
    """Return the span of one slot."""
    for name in sorted(piece.names):
        if isinstance(context[name], Missing):
            return Span("", SpanKind.GAP, name)
    value = _value(piece.text, context)
    if isinstance(value, Computed):
        return Span("", value.kind, piece.text)
    text = str(value)
    return Span(text, SpanKind.VALUE if text else SpanKind.GAP, piece.text)


def _value(expression: str, context: Mapping[str, object]) -> object:
    plain = NAME.fullmatch(expression)
    if plain is None:
        return _compiled(expression)(context)
    name, part, way = plain.groups()
    value: Any = context[name]
    if part:
        return value[part]
    if way:
        return FILTERS[way](value)
    return FILTERS["顿号"](value) if isinstance(value, tuple) else value


def _join(mark: str) -> Callable[[Iterable[str]], str]:
    """Return a filter that joins a list; names in 《》 or “” stand side by side without 、 (GB/T 15834)."""

    def join(items: Iterable[str]) -> str:
        return re.sub("(?<=[》”])、(?=[《“])", "", mark.join(items))

    return join


def _how_many(items: tuple[object, ...]) -> str:
    return han_count(len(items))


FILTERS: Mapping[str, Callable[[Any], str]] = {
    "顿号": _join("、"),
    "逗号": _join("，"),
    "分号": _join("；"),
    "个数": _how_many,
}


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    environment.globals.clear()
    environment.filters.update(FILTERS)
    return environment


@cache
def _compiled(expression: str) -> Callable[[Mapping[str, object]], object]:
    from jinja2 import TemplateError

    compiled = _environment().compile_expression(expression, undefined_to_none=False)

    def evaluate(context: Mapping[str, object]) -> object:
        try:
            return str(compiled(**context))
        except (TemplateError, TypeError, ValueError, ArithmeticError) as fault:
            raise UnfitExpression(expression) from fault

    return evaluate
