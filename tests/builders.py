"""Small builders, so that a test reads as the speech that it is about."""

import re

from generator.model import Break, Part, Sentence, Span, SpanKind, Speech

COMPUTED = {"点数": SpanKind.COUNT, "要点数": SpanKind.COUNT, "标题名目": SpanKind.TITLES}
HEADING, PARAGRAPH, RUN_IN = Break.HEADING, Break.PARAGRAPH, Break.RUN_IN


def says(text):
    """Return a sentence of plain text; 《点数》, 《要点数》 and 《标题名目》 are computed spans."""
    spans = [
        Span("", COMPUTED[piece], piece) if piece in COMPUTED else Span(piece)
        for piece in re.split(r"《(点数|要点数|标题名目)》", text)
    ]
    return Sentence(tuple(spans))


def part(heading="", *sentences, numbering="", layout=PARAGRAPH, parts=(), key=""):
    """Return a part with texts for its heading and its sentences."""
    return Part(
        key=key or heading,
        numbering=numbering,
        heading=says(heading) if heading else None,
        layout=layout,
        sentences=tuple(says(text) for text in sentences),
        parts=tuple(parts),
    )


def speech(*parts, title="在会议上的讲话", **front):
    """Return a speech of these parts."""
    return Speech(title=says(title), parts=tuple(parts), **front)
