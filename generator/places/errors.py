"""地名错误: a place that cannot be settled, said so that the user knows what to type."""

from __future__ import annotations

from generator.diagnostics import GeneratorError

PROFILE_HINT = "写一个地点文件（样本：examples/地点-开发区.yaml、examples/地点-县.yaml），“地点”或 --place 后面写这个文件的名字"


class PlaceError(GeneratorError):
    """A name that is empty, unknown, ambiguous, retired or no administrative division."""
