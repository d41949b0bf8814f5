"""语境: what every slot of a template may name, for one brief at one place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.material import Brief, Place, Skeleton, Topic
from generator.model import SpanKind
from generator.template import Computed, Missing

COMPUTED: Mapping[str, Computed] = {
    "点数": Computed(SpanKind.COUNT),
    "要点数": Computed(SpanKind.COUNT),
    "标题名目": Computed(SpanKind.TITLES),
}
BUILT_IN = (*COMPUTED, "主题", "日期", "年份", "月份", "季节", "讲话人")
SEASONS = (((2, 4), "春季"), ((5, 5), "夏季"), ((8, 7), "秋季"), ((11, 7), "冬季"))
"""the usual days of 立春、立夏、立秋、立冬, month and day"""


def build_context(brief: Brief, skeleton: Skeleton, topic: Topic, place: Place) -> dict[str, object]:
    """Return a value for every declared name; what the brief lacks is Missing.

    The brief's values come last, so it may overrule a word of the topic or the place.
    """
    day = brief.date
    context: dict[str, object] = {
        **COMPUTED,
        **place.words,
        "主题": topic.name,
        "日期": f"{day.year}年{day.month}月{day.day}日",
        "年份": f"{day.year}年",
        "月份": f"{day.month}月",
        "季节": season(day),
        "讲话人": brief.speaker or Missing("讲话人"),
    }
    declared = {**skeleton.parameters, **topic.parameters}
    nodes = (skeleton.opening, skeleton.body, skeleton.closing, *topic.groups.values())
    words = frozenset().union(*(node.word_names for node in nodes))
    context.update({name: Missing(name) for name in (*declared, *sorted(words)) if name not in context})
    context.update(brief.values)
    context.update({name: word.text(context) for name, word in topic.words.items()})
    for name, parameter in declared.items():
        if name not in brief.values and parameter.default is not None:
            context[name] = parameter.default.text(context)
    return context


def season(day: date) -> str:
    """Return 季节 by the solar terms; before 立春 it is still winter."""
    begun = [name for begins, name in SEASONS if begins <= (day.month, day.day)]
    return begun[-1] if begun else SEASONS[-1][1]


def missing_names(context: Mapping[str, object]) -> frozenset[str]:
    """Return the declared names that have no value."""
    return frozenset(name for name, value in context.items() if isinstance(value, Missing))
