"""素材库: where the skeletons, phrases and examples are; the user's folder first, then the shipped ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import GeneratorError

PACKAGE = Path(__file__).resolve().parent
TOPIC_FILE = "主题.yaml"
SHARED_TOPIC = "通用"
RULES = "规则"


def data_folder(name: str) -> Path:
    """Return a shipped folder: inside the wheel, or beside the package in a checkout."""
    packed = PACKAGE / "_data" / name
    folder = packed if packed.is_dir() else PACKAGE.parent / name
    if not folder.is_dir():
        raise GeneratorError(f"安装不完整：找不到 {name} 文件夹", "请重新安装 jianggao。")
    return folder


@dataclass(frozen=True, slots=True)
class Library:
    """素材库: folders that are searched in order; a file of an earlier one hides its namesakes."""

    own: tuple[Path, ...] = ()

    def _folders(self, kind: str) -> tuple[Path, ...]:
        own = tuple(folder / kind for folder in self.own)
        return (*(folder for folder in own if folder.is_dir()), data_folder(kind))

    def skeletons(self) -> dict[str, Path]:
        """Return the skeleton files by name."""
        return self._named("skeletons", "*.yaml")

    def topics(self) -> dict[str, Path]:
        """Return the 主题.yaml of each topic by the name of its folder."""
        return {
            path.parent.name: path
            for folder in reversed(self._folders("phrasebank"))
            for path in sorted(folder.glob(f"*/{TOPIC_FILE}"))
        }

    def phrase_files(self, topic: str) -> tuple[Path, ...]:
        """Return the phrase files of a topic (or of 通用), in the order of their names."""
        found: dict[str, Path] = {}
        for folder in reversed(self._folders("phrasebank")):
            for path in sorted((folder / topic).glob("*.yaml")):
                if path.name != TOPIC_FILE:
                    found[path.name] = path
        return tuple(path for _, path in sorted(found.items()))

    def rule_files(self, pattern: str) -> tuple[Path, ...]:
        """Return the files of rules and lists whose names fit a pattern, in the order of their names."""
        found: dict[str, Path] = {}
        for folder in reversed(self._folders("phrasebank")):
            found.update({path.name: path for path in sorted((folder / RULES).glob(pattern))})
        return tuple(path for _, path in sorted(found.items()))

    def is_shipped(self, path: Path) -> bool:
        """Tell whether a file came with the program."""
        return path.is_relative_to(data_folder("phrasebank"))

    def label(self, path: Path) -> str:
        """Return how messages name a file: shipped ones by their place in the library, others in full."""
        for kind in ("skeletons", "phrasebank"):
            shipped = data_folder(kind)
            if path.is_relative_to(shipped):
                return f"{kind}/{path.relative_to(shipped).as_posix()}"
        return str(path)

    def _named(self, kind: str, pattern: str) -> dict[str, Path]:
        found = {
            path.stem: path
            for folder in reversed(self._folders(kind))
            for path in sorted(folder.glob(pattern))
        }
        return dict(sorted(found.items()))
