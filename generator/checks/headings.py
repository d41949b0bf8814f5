"""标题: order of levels, parallel build, end marks and lost numbers of headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.checks.outline import Label, Line, full_width, lines_of
from generator.checks.series import Series, series_of
from generator.checks.setting import Setting
from generator.diagnostics import Severity
from generator.findings import Finding, finding
from generator.manuscript import Manuscript

RANKS = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "①": 5}
OWN_LINE = frozenset({"一、", "（一）"})
LONGEST, SHORTEST_BODY = 40, 20
WRONG_ENDS = "，、；,;"
CLAUSE = re.compile("[，,　 ：:]")
SENTENCE = re.compile("[^。！？；]*")
SIGNED = re.compile(r"\d{4}年|[局委办院室部会厅所队府校司处站]$|^附件|^[（(]|^——")


def check_headings(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield what is wrong with headings beside their numbers."""
    draft = full_width(draft)
    lines = lines_of(draft)
    series = [each for each in series_of(lines) if each.labels[0].leading and not each.labels[0].weak]
    yield from _levels(draft, series)
    for each in series:
        if each.scheme in OWN_LINE:
            yield from _parallel(draft, lines, each)
            yield from _end_marks(lines, each)
        yield from _lost_number(lines, each, series)


def _levels(draft: Manuscript, series: Sequence[Series]) -> Iterator[Finding]:
    """Yield a series inside an item of a lower level, as （一） below 1."""
    home = {
        label.start: each for each in series if each.scheme in RANKS for label in each.labels if label.leading
    }
    path: list[Series] = []
    for start in sorted(home):
        each = home[start]
        if each in path:
            del path[path.index(each) + 1 :]
            continue
        path = [*path[-len(RANKS) :], each]
        outer = path[-2] if len(path) > 1 else None
        if (
            outer
            and RANKS[outer.scheme] > RANKS[each.scheme]
            and outer.labels[-1].start > each.labels[-1].start
        ):
            label = each.labels[0]
            above = next(a for a in reversed(outer.labels) if a.start < label.start)
            here, there = (
                draft.text[label.start : label.end].strip(),
                draft.text[above.start : above.end].strip(),
            )
            message = f"“{here}”套在“{there}”下面，层次倒置：依次应当是“一、”“（一）”“1.”“（1）”"
            yield finding("NB04", label.start, label.end, message, related=((above.start, above.end),))


def heading_of(line: Line, label: Label) -> str:
    """Return what stands behind the number, to the end of the paragraph."""
    return line.passage.text[label.end - line.passage.start :].strip()


def _own(lines: Sequence[Line], each: Series) -> list[tuple[Label, str]]:
    """Return the labels of a series whose heading has a line of its own, with the heading."""
    pairs = ((label, heading_of(lines[label.passage], label)) for label in each.labels if label.leading)
    return [(label, text) for label, text in pairs if 0 < len(text) <= LONGEST and text.count("。") <= 1]


def shape(text: str) -> tuple[int, ...]:
    """Return how many characters each clause of a heading has."""
    return tuple(len(clause) for clause in CLAUSE.split(text))


def _parallel(draft: Manuscript, lines: Sequence[Line], each: Series) -> Iterator[Finding]:
    """Yield the one heading that is not built like its siblings."""
    own = [(label, text) for label, text in _own(lines, each) if lines[label.passage].titled]
    if len(own) < 3 or len(own) != len(each.labels):
        return
    for build, words in ((_clauses, "停顿"), (_quotes, "引号")):
        builds = [build(text) for _, text in own]
        usual, count = Counter(builds).most_common(1)[0]
        alike = [shape(text) for (_, text), made in zip(own, builds, strict=True) if made == usual]
        # Same pauses may be chance; headings that were made to match have the same lengths too.
        matched = Counter(alike).most_common(1)[0][1]
        if count != len(own) - 1 or matched < 2 or matched < count - 1 or not usual:
            continue
        odd = next(i for i, made in enumerate(builds) if made != usual)
        label, text = own[odd]
        start = label.end + draft.text[label.end :].index(text[0])
        message = f"同级标题的句式整齐，只有“{text}”的{words}和别的不同，请核对"
        yield finding("NB07", start, start + len(text), message)
        return


def _clauses(text: str) -> int:
    return len(shape(text)) - 1


def _quotes(text: str) -> int:
    return text.count("“")


def _end_marks(lines: Sequence[Line], each: Series) -> Iterator[Finding]:
    """Yield a heading that ends with a mark where its siblings have none."""
    own = _own(lines, each)
    bare = [text for _, text in own if text[-1] not in WRONG_ENDS + "。：:"]
    if len(bare) < 2 or len(own) != len(each.labels) or len(own) - len(bare) > 1:
        return
    for label, text in own:
        index = label.passage
        follows = index + 1 < len(lines) and len(lines[index + 1].passage.text) >= len(text)
        if text[-1] in WRONG_ENDS + "。" and follows and len(text) <= max(map(len, bare)) + 4:
            at = lines[index].passage.end - 1
            message = f"标题末尾多了“{text[-1]}”，同级的标题都没有"
            yield finding("NB09", at, at + 1, message, "")


def _lost_number(lines: Sequence[Line], each: Series, series: Sequence[Series]) -> Iterator[Finding]:
    """Yield the paragraph that is built like the items of a series and stands next to them without a number."""
    leads = [(label, _lead(lines[label.passage], label)) for label in each.labels if label.leading]
    if len(leads) < 2 or len(leads) != len(each.labels):
        return
    titled = all(lines[label.passage].titled for label, _ in leads)
    last = leads[-1][0].passage
    end = next((i for i in range(last + 1, len(lines)) if lines[i].breaks), len(lines))
    spots = range(last + 1, min(end, last + 40)) if titled else range(last + 1, min(end, last + 2))
    first = leads[0][0]
    if first.number > 1 and titled:
        spots = range(max(0, first.passage - 40), first.passage)
    found = [
        i for i in spots if not lines[i].labels and _alike(lines, i, [text for _, text in leads], titled)
    ]
    if len(found) == 1:
        passage = lines[found[0]].passage
        text = SENTENCE.match(passage.text)
        size = len(text[0]) if text else len(passage.text)
        message = f"“{passage.text[:size]}”和同级的各条写法一样，却没有编号"
        yield finding("NB10", passage.start, passage.start + size, message, severity=Severity.WARNING)


def _lead(line: Line, label: Label) -> str:
    text = heading_of(line, label)
    sentence = SENTENCE.match(text)
    return sentence[0] if sentence else text


def _alike(lines: Sequence[Line], index: int, leads: Sequence[str], titled: bool) -> bool:
    """Tell whether an unnumbered paragraph is built like the items of a series."""
    text = lines[index].passage.text
    if titled:
        body = index + 1 < len(lines) and len(lines[index + 1].passage.text) >= SHORTEST_BODY
        fits = Counter(map(shape, leads)).most_common(1)[0]
        return (
            lines[index].titled
            and body
            and not SIGNED.search(text)
            and shape(text) == fits[0]
            and fits[1] >= 2
            and len(fits[0]) > 1
        )
    found = SENTENCE.match(text)
    lead = found[0] if found else ""
    return 4 <= len(lead) <= LONGEST and all(_same_frame(lead, other) for other in leads)


def _same_frame(one: str, other: str) -> bool:
    """Tell whether two leads differ only in some words: 压实属地责任, 压实部门责任."""
    alike = sum(a == b for a, b in zip(one, other, strict=False))
    return len(one) == len(other) and 2 * alike >= len(one) and one[:1] == other[:1]
