"""问题: what is wrong, where, how grave, and what to do about it. No printing and no exits here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """级别: how grave a diagnostic is."""

    ERROR = "错误"
    WARNING = "警告"
    INFO = "提示"


@dataclass(frozen=True, slots=True)
class Location:
    """位置: a place in a file; line and column count from 1, 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """问题: one finding, in Chinese, for a person."""

    message: str
    location: Location | None = None
    excerpt: str = ""
    """the line itself, as it stands in the file"""
    remedy: str = ""
    severity: Severity = Severity.ERROR

    def render(self) -> str:
        """Return the finding as lines of text: where, what, the line, the remedy."""
        where = f"{self.location}：" if self.location else ""
        lines = [f"{where}{self.severity.value}：{self.message}"]
        if self.excerpt.strip():
            lines.append(f"    {self.excerpt.rstrip()}")
        if self.remedy:
            lines.append(f"  → {self.remedy}")
        return "\n".join(lines)


class GeneratorError(Exception):
    """A fault that the user can mend; everything else is a bug and keeps its traceback."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return the fault as findings."""
        return (Diagnostic(self.message, remedy=self.remedy),)


class InputError(GeneratorError):
    """One or more faults in the files of the user, all of them at once."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("\n".join(d.render() for d in diagnostics))
        self._diagnostics = diagnostics

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return every fault that was found."""
        return self._diagnostics
