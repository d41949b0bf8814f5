"""谋篇: decide parts, order, ways and heading sets for one brief: skeleton + topic + brief -> Outline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random

from generator.diagnostics import Diagnostic, Location
from generator.material import GROUP, POINT, Brief, Choice, HeadingSet, Node, Skeleton, Slot, Topic
from generator.model import Break
from generator.template import Missing, Template, literal

SEPARATOR = "·"
ANY = "*"
"""ends 要点组 where any group of the topic will do whose name begins so"""


@dataclass(frozen=True, slots=True)
class Outline:
    """提纲: a skeleton's part decided for one brief; what is left open is which phrase fills each slot."""

    key: str
    path: tuple[str, ...] = ()
    heading: Template | None = None
    numbering: str = ""
    layout: Break = Break.PARAGRAPH
    slots: tuple[Slot, ...] = ()
    own: tuple[Template, ...] = ()
    """sentences of the writer's own, after those of the slots"""
    origin: str = "自拟"
    """出处 of the own sentences: 自拟, or 要素 for the items of a list"""
    over: str = ""
    """逐项: the list whose items the points are"""
    points: tuple[Outline, ...] = ()


class Planner:
    """Walks the skeleton along the brief's choices and collects every fault on the way."""

    def __init__(
        self, brief: Brief, skeleton: Skeleton, topic: Topic, context: Mapping[str, object], rng: Random
    ) -> None:
        self.brief = brief
        self.skeleton = skeleton
        self.topic = topic
        self.context = context
        self.rng = rng
        self.problems: list[Diagnostic] = []
        self.paths: list[tuple[str, ...]] = []
        self.group = ""
        """组名: the group taken where the skeleton leaves it open"""
        self.words: dict[str, object] = {}
        """词语 of the parts taken, for the whole speech"""

    def outline(self) -> Outline:
        """Return the whole speech: opening, parts, closing as the points of one root."""
        self.define(self.skeleton.body)
        opening = self.edge(self.skeleton.opening, self.brief.opening)
        body = self.points(self.skeleton.body, self.brief.body, ())
        if not body:
            names = "、".join(point.key for point in self.skeleton.body.points)
            self.fault(self.brief.body.location, "“部分”里一个也没有选", f"可以写的有：{names}。")
        closing = self.edge(self.skeleton.closing, self.brief.closing)
        self.check_own_sentences()
        return self.settled(Outline("", points=(opening, *body, closing)))

    def settled(self, outline: Outline) -> Outline:
        """Return an outline whose moves name the group that was taken."""
        slots = tuple(slot.about(GROUP, self.group) for slot in outline.slots)
        return replace(outline, slots=slots, points=tuple(map(self.settled, outline.points)))

    def edge(self, node: Node, choice: Choice) -> Outline:
        """Return the opening or the closing: a part without heading."""
        decided = self.decide(node, choice)
        return Outline(
            node.key,
            (node.key,),
            layout=decided.layout,
            slots=decided.slots,
            own=self.own_of((node.key,)),
            points=self.points(decided, choice, (node.key,)),
        )

    def decide(self, node: Node, choice: Choice) -> Node:
        """Return the node with its way (方式) chosen and its group (要点组) put in."""
        self.define(node)
        if node.group.endswith(ANY):
            node = self.any_group(node, choice)
        elif node.ways:
            node = self.way(node, choice)
        elif choice.way:
            self.fault(choice.location, f"“{node.key}”没有几种方式可选", f"删去“{choice.way}”。")
        if node.group in self.topic.groups:
            group = self.topic.groups[node.group]
            self.define(group)
            points = tuple(given(point, node.each) for point in group.points)
            node = replace(group, key=node.key, slots=(*node.slots, *group.slots), points=points)
        elif node.group:
            self.no_group(node)
        numbering = node.numbering if choice.numbering is None else choice.numbering
        return replace(node, numbering=numbering, layout=choice.layout or node.layout)

    def any_group(self, node: Node, choice: Choice) -> Node:
        """Return the node with one of the groups that it leaves open; such a group is taken whole."""
        stem = node.group.removesuffix(ANY)
        groups = {name.removeprefix(stem): name for name in self.topic.groups if name.startswith(stem)}
        ways = tuple(Node(key=key, group=name, each=node.each) for key, name in groups.items())
        taken = self.way(replace(node, group="", ways=ways), choice)
        if taken.group:
            self.group = taken.group.removeprefix(stem)
            keys = [point.key for point in self.topic.groups[taken.group].points]
            if choice.points is not None and [each.key for each in choice.points] != keys:
                message = f"“{node.key}”的一组要点要整组用，不能增减，也不能换次序"
                self.fault(choice.location, message, f"写成“{node.key}: {self.group}”。")
        return taken

    def define(self, node: Node) -> None:
        """Take the words of a part; a later one, such as that of a group, goes before an earlier."""
        for name, word in node.words.items():
            if word is None:
                continue
            self.words[name] = word.text({**dict.fromkeys(word.needs, ""), **self.context})
            for need in sorted(word.needs):
                if isinstance(self.context.get(need, Missing(need)), Missing):
                    remedy = "这里只能用地点词、主题词语和要素给了的参数。"
                    self.fault(self.brief.topic_location, f"词语“{name}”里的“{{{{{need}}}}}”没有值", remedy)

    def way(self, node: Node, choice: Choice) -> Node:
        """Return the way that the brief names, else the first that has all its points."""
        usable = [way for way in node.ways if not way.group or way.group in self.topic.groups]
        named = [way for way in usable if way.key == choice.way]
        if choice.way and not named:
            names = "、".join(way.key for way in usable)
            self.fault(choice.location, f"“{node.key}”没有“{choice.way}”这种方式", f"可以写的有：{names}。")
        if not usable:
            self.no_group(node)
            return replace(node, ways=())
        asked = {each.key for each in choice.points or () if each.own is None}
        holding = [way for way in usable if asked <= self.keys_of(way)]
        way = [*named, *holding, *usable][0]
        self.define(way)
        return replace(way, key=node.key, slots=(*node.slots, *way.slots))

    def no_group(self, node: Node) -> None:
        """Report that the topic has nothing for a part of the skeleton."""
        message = f"主题“{self.topic.name}”没有骨架“{self.skeleton.name}”的“{node.key}”要用的要点组"
        self.fault(self.brief.topic_location, message, "换一个主题，或换一副骨架；哪个配哪个见 README。")

    def keys_of(self, way: Node) -> set[str]:
        """Return the points that a way offers."""
        group = self.topic.groups[way.group] if way.group else way
        return {point.key for point in group.points}

    def points(self, node: Node, choice: Choice, path: tuple[str, ...]) -> tuple[Outline, ...]:
        """Return the chosen points of a part, with one heading set for all of them."""
        if node.over:
            return self.items(node, path)
        chosen = [pair for pair in self.chosen(node, choice) if self.has_material(pair[0])]
        names = [point.key for point, own in chosen if own.own is None]
        row = self.heading_set(node, choice, names)
        return tuple(self.point(node, point, own, row, path) for point, own in chosen)

    def chosen(self, node: Node, choice: Choice) -> list[tuple[Node, Choice]]:
        """Return each chosen point with the brief's choice about it."""
        known = {point.key: point for point in node.points}
        if choice.points is None:
            return [(known[key], Choice(key)) for key in node.defaults or known if key in known]
        chosen = []
        for each in choice.points:
            if each.own is not None:
                chosen.append((Node(key=each.key), each))
            elif each.key in known:
                chosen.append((known[each.key], each))
            elif known:
                message = f"“{node.key}”下没有“{each.key}”这个要点"
                self.fault(each.location, message, f"可以写的有：{'、'.join(known)}。")
            else:
                self.fault(each.location, f"“{node.key}”下面不能再选要点", f"删去“{each.key}”。")
        return chosen

    def has_material(self, node: Node) -> bool:
        """Tell whether the brief gives the list or the parameter that a part cannot do without."""
        needed = (name for name in (node.over, node.requires) if name)
        return not any(isinstance(self.context.get(name), Missing | None) for name in needed)

    def heading_set(self, node: Node, choice: Choice, names: list[str]) -> HeadingSet:
        """Return the row named by the brief, or one by the seed among those that fit all points."""
        rows = {row.name: row for row in node.heading_sets}
        if choice.heading_set and choice.heading_set not in rows:
            message = f"“{node.key}”没有标题式“{choice.heading_set}”"
            self.fault(choice.location, message, f"可以写的有：{'、'.join(rows) or '（无）'}。")
        named = rows.get(choice.heading_set)
        if named is not None:
            lacking = [name for name in names if name not in named.headings]
            if lacking:
                message = f"标题式“{named.name}”没有给“{'”“'.join(lacking)}”标题"
                self.fault(choice.location, message, "换一种标题式，或去掉这些要点。")
            return named
        fitting = [row for row in rows.values() if all(name in row.headings for name in names)]
        return self.rng.choice(fitting) if fitting else HeadingSet("", {})

    def point(
        self, group: Node, node: Node, choice: Choice, row: HeadingSet, path: tuple[str, ...]
    ) -> Outline:
        """Return one point of a group."""
        here = (*path, node.key)
        self.paths.append(here)
        decided = self.decide(node, choice)
        return Outline(
            node.key,
            here,
            heading=choice.own or row.headings.get(node.key),
            numbering=group.numbering if row.numbering is None else row.numbering,
            layout=group.layout,
            slots=decided.slots,
            own=(*choice.sentences, *self.own_of(here)),
            over=decided.over,
            points=self.points(decided, choice, here),
        )

    def items(self, node: Node, path: tuple[str, ...]) -> tuple[Outline, ...]:
        """Return a point for each item of the list that the part goes over."""
        values = self.context.get(node.over)
        made = []
        for number, item in enumerate(values if isinstance(values, tuple) else (), 1):
            text = node.item.text(item) if node.item and isinstance(item, Mapping) else str(item)
            sentence = literal(text if text.endswith(("。", "！", "？")) else f"{text}。")
            here = (*path, str(number))
            made.append(
                Outline(str(number), here, None, node.numbering, node.layout, (), (sentence,), "要素")
            )
        return tuple(made)

    def own_of(self, path: tuple[str, ...]) -> tuple[Template, ...]:
        """Return the writer's own sentences for a part, named by its path or the path's end."""
        own = self.brief.own_sentences
        return own.get(SEPARATOR.join(path), ()) or (own.get(f"{path[0]}{SEPARATOR}{path[-1]}", ()))

    def check_own_sentences(self) -> None:
        """Report own sentences for parts that the speech does not have."""
        known = {"开头", "结尾"}
        for path in self.paths:
            known |= {SEPARATOR.join(path), f"{path[0]}{SEPARATOR}{path[-1]}", path[0]}
        for key in self.brief.own_sentences:
            if key not in known:
                shown = "、".join(sorted(known)[:40])
                location = self.brief.own_locations.get(key)
                self.fault(location, f"自拟里的“{key}”不在这篇讲话里", f"可以写的有：{shown}。")

    def fault(self, location: Location | None, message: str, remedy: str) -> None:
        """Collect a fault of the brief."""
        self.problems.append(Diagnostic(message, location, remedy=remedy))


def given(point: Node, each: tuple[Slot, ...]) -> Node:
    """Return a point of a group, with the moves that the skeleton gives each point if it has none."""
    slots = point.slots or tuple(slot.about(POINT, point.key) for slot in each)
    return replace(point, slots=slots)
