"""批注: comments written into a Word file: their part, its relation and type, and their marks in the text.

Word has comments in the body and its tables. What is said of a text box stands at the paragraph that holds the box,
of a note at the paragraph that refers to it, of a header or footer at the first paragraph of the body.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from generator.manuscript import Area
from generator.ooxml.anchors import Anchors, Range
from generator.ooxml.names import (
    BODY,
    BOX,
    ID,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    PRESERVE,
    RELATION_FILE,
    RELATIONS,
    RUN,
    RUN_PROPERTIES,
    SPACE,
    TEXT,
    TYPES_FILE,
    VALUE,
    WORD,
    Element,
    w,
    whole_number,
)
from generator.ooxml.package import CONTENT_TYPES, Package, relations_of
from generator.ooxml.story import Paragraph, Story

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
NOTES = {Area.FOOTNOTE: "footnote", Area.ENDNOTE: "endnote"}


@dataclass(frozen=True, slots=True)
class Remark:
    """批注: what is said, in paragraphs, of the characters from start to end."""

    start: int
    end: int
    lines: tuple[str, ...]


def add(story: Story, remarks: Sequence[Remark], author: str, initials: str) -> None:
    """Add comments to the package of a story; the story itself is then out of date."""
    package = story.package
    part, root = _comments(package)
    first = 1 + max((whole_number(each.get(ID), -1) for each in _numbered(package, root)), default=-1)
    text_style, sign_style = (
        story.styles.id_of(name) for name in ("annotation text", "annotation reference")
    )
    for id, remark in enumerate(remarks, first):
        root.append(_comment(id, remark.lines, (author, initials), (text_style, sign_style)))
    anchors = Anchors(sign_style)
    inside: defaultdict[int, list[Range]] = defaultdict(list)
    for id, remark in enumerate(remarks, first):
        index = story.index_at(remark.start)
        begin = story.starts[index]
        inside[index].append(Range(remark.start - begin, remark.end - begin, id))
    outside: list[tuple[Element, list[int]]] = []
    for index, ranges in inside.items():
        paragraph = story.paragraphs[index]
        if can_hold(paragraph):
            anchors.mark(paragraph, ranges)
        else:
            outside.append((_host(package, paragraph), [each.id for each in ranges]))
    for host, ids in reversed(outside):
        anchors.point(host, ids)
    package.put(part, root)
    package.put(package.main, package.tree(package.main))


def drop(package: Package, author: str, begins: re.Pattern[str]) -> None:
    """Take away the comments of an author that begin in a certain way, with their marks in the text."""
    part = package.part_of_kind("comments")
    if not part:
        return
    root = package.tree(part)
    old = [
        each
        for each in root.iter(w("comment"))
        if each.get(w("author")) == author and begins.match("".join(each.itertext(TEXT)))
    ]
    ids = {each.get(ID) for each in old}
    for each in old:
        root.remove(each)
    document = package.tree(package.main)
    for mark in list(document.iter(w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))):
        if mark.get(ID) in ids:
            holder = mark.getparent()
            # The sign of a comment stands in a run of its own.
            gone = holder if mark.tag == w("commentReference") and holder.tag == RUN else mark
            gone.getparent().remove(gone)
    if ids:
        package.put(part, root)
        package.put(package.main, document)


def can_hold(paragraph: Paragraph) -> bool:
    """Tell whether Word has comments in a paragraph: in the body and its tables it has."""
    return paragraph.area in (Area.BODY, Area.TABLE)


def _host(package: Package, paragraph: Paragraph) -> Element:
    """Return the paragraph of the body where a comment on another one stands."""
    document = package.tree(package.main)
    place = paragraph.element
    if paragraph.area is Area.TEXT_BOX:
        return [each for each in place.iterancestors(PARAGRAPH) if _is_outside_boxes(each)][-1]
    if name := NOTES.get(paragraph.area):
        note = next(place.iterancestors(w(name)))
        for reference in document.iter(w(f"{name}Reference")):
            host = next(reference.iterancestors(PARAGRAPH), None)
            if reference.get(ID) == note.get(ID) and host is not None and _is_outside_boxes(host):
                return host
    return _first_paragraph(document.find(BODY))


def _is_outside_boxes(paragraph: Element) -> bool:
    return next(paragraph.iterancestors(BOX), None) is None


def _first_paragraph(body: Element) -> Element:
    found = next(body.iter(PARAGRAPH), None)
    if found is None:
        found = etree.Element(PARAGRAPH)
        body.insert(0, found)
    return found


def _numbered(package: Package, comments: Element) -> Iterable[Element]:
    """Yield every element that carries the id of a comment."""
    yield from comments.iter(w("comment"))
    yield from package.tree(package.main).iter(*map(w, ("commentRangeStart", "commentReference")))


def _comments(package: Package) -> tuple[str, Element]:
    """Return the part of the comments and its root; they are made where there are none."""
    part = package.part_of_kind("comments")
    if part:
        return part, package.tree(part)
    part = _free_name(package)
    types = _tree_or_new(package, CONTENT_TYPES, TYPES_FILE, "Types")
    override = etree.SubElement(types, f"{{{TYPES_FILE}}}Override")
    override.set("PartName", f"/{part}")
    override.set("ContentType", TYPE)
    name = relations_of(package.main)
    relations = _tree_or_new(package, name, RELATION_FILE, "Relationships")
    taken = {each.get("Id") for each in relations}
    relation = etree.SubElement(relations, f"{{{RELATION_FILE}}}Relationship")
    relation.set(
        "Id", next(id for id in (f"rId{number}" for number in range(1, len(taken) + 2)) if id not in taken)
    )
    relation.set("Type", f"{RELATIONS}/comments")
    relation.set("Target", posixpath.basename(part))
    package.put(CONTENT_TYPES, types)
    package.put(name, relations)
    return part, etree.Element(w("comments"), nsmap={"w": WORD})


def _free_name(package: Package) -> str:
    """Return a name for the part of the comments that no part has."""
    folder = posixpath.dirname(package.main)
    name, number = posixpath.join(folder, "comments.xml"), 1
    while name in package:
        number += 1
        name = posixpath.join(folder, f"comments{number}.xml")
    return name


def _tree_or_new(package: Package, part: str, space: str, name: str) -> Element:
    return package.tree(part) if part in package else etree.Element(f"{{{space}}}{name}", nsmap={None: space})


def _comment(id: int, lines: Sequence[str], by: tuple[str, str], styles: tuple[str, str]) -> Element:
    comment = etree.Element(w("comment"))
    for name, text in (("id", str(id)), ("author", by[0]), ("initials", by[1])):
        comment.set(w(name), text)
    for number, line in enumerate(lines):
        paragraph = etree.SubElement(comment, PARAGRAPH)
        if styles[0]:
            properties = etree.SubElement(paragraph, PARAGRAPH_PROPERTIES)
            etree.SubElement(properties, w("pStyle")).set(VALUE, styles[0])
        if number == 0:
            _run(paragraph, styles[1]).append(etree.Element(w("annotationRef")))
        text = etree.SubElement(_run(paragraph, ""), TEXT)
        text.text = line
        text.set(SPACE, PRESERVE)
    return comment


def _run(paragraph: Element, style: str) -> Element:
    run = etree.SubElement(paragraph, RUN)
    properties = etree.SubElement(run, RUN_PROPERTIES)
    if style:
        etree.SubElement(properties, w("rStyle")).set(VALUE, style)
    else:
        # Word takes quotes for Latin unless the run says that they are Chinese.
        etree.SubElement(properties, w("rFonts")).set(w("hint"), "eastAsia")
    return run
