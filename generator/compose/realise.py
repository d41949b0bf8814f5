"""成文: outline and chosen phrases become the speech."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.compose.plan import Outline
from generator.material import Phrase, Slot
from generator.model import Break, Part, Provenance, Sentence, Span, SpanKind
from generator.template import Template

LEAD_ENDS = ("。", "，", "：", "；", "！", "？")


def realise(outline: Outline, phrases: Iterator[Phrase | None], context: Mapping[str, object]) -> Part:
    """Return the part of an outline; takes from `phrases` one for each slot, in reading order."""
    sentences = []
    for slot in outline.slots:
        phrase = next(phrases)
        if sentence := _sentence(slot, phrase, context):
            sentences.append(sentence)
    sentences += [from_template(own, context, outline.origin) for own in outline.own]
    return Part(
        key=outline.key,
        numbering=outline.numbering,
        heading=_heading(outline, context),
        layout=outline.layout,
        sentences=tuple(sentences),
        parts=tuple(realise(point, phrases, context) for point in outline.points),
    )


def from_template(template: Template, context: Mapping[str, object], origin: str, key: str = "") -> Sentence:
    """Return a template filled from the context, with where it comes from."""
    at = template.location
    provenance = Provenance(origin, key, at.file if at else "", at.line if at else 0)
    return Sentence(template.spans(context), provenance)


def _sentence(slot: Slot, phrase: Phrase | None, context: Mapping[str, object]) -> Sentence | None:
    if slot.fixed is not None:
        return from_template(slot.fixed, context, "骨架")
    if phrase is not None:
        return from_template(phrase.template, context, "语句库", phrase.id)
    if slot.optional:
        return None
    return Sentence((Span("", SpanKind.GAP, slot.move),), Provenance("骨架", slot.move))


def _heading(outline: Outline, context: Mapping[str, object]) -> Sentence | None:
    """Return the heading; a lead that runs into the text gets its full stop."""
    if outline.heading is None:
        return None
    heading = from_template(outline.heading, context, "骨架", "·".join(outline.path))
    source = outline.heading.source
    if outline.layout is Break.HEADING or not source or source.endswith(LEAD_ENDS):
        return heading
    if "…" in outline.numbering:
        return heading
    return Sentence((*heading.spans, Span("。")), heading.provenance)
