"""本地: the draft's own place, inferred from the draft."""

from __future__ import annotations

from generator.manuscript import Manuscript
from generator.material import Place


def infer_place(draft: Manuscript) -> Place | None:
    """Return the place that a draft speaks for; None where it does not say so plainly."""
    return None
