"""编号: gaps, repeats, wrong beginnings and mixed words in the series of a manuscript."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from generator.checks.outline import CIRCLED, Label, Line, full_width, lines_of
from generator.checks.series import COUNTING_WORDS, Series, faults, series_of
from generator.checks.setting import Setting
from generator.diagnostics import Severity
from generator.findings import Finding, finding
from generator.manuscript import Manuscript
from generator.numbering import numeral
from generator.rulebook import Confidence

GRAVE = frozenset({"一、", "（一）", "第一编", "第一部分", "第一章", "第一节", "第一条"})
"""schemes of headings, where a wrong number is an error"""
TYPED = frozenset({"1.", "（1）", "1）", "①"})
SINGLE = frozenset({"一是", "一要", "其一，"})
OPENERS = re.compile(
    r"首先|首要|第一(?=[，、：是要])|一是|一要|一靠|其一|一方面|一个是|(?<![\u4e00-\u9fff])一[来则]|最重要的是|最要紧的是"
)
PARAGRAPHS_BACK = 6
"""how far before a paragraph with 其次 its 首先 may stand"""
FOLLOWERS = re.compile("二是|二要|其二|第二|另一个?是|再就是|再一个|再者|二来|二则|还要|其次")
ONE_SIDE = re.compile(r"(?<![\u4e00-\u9fff“])一方面(?=[，、要是：])")
OTHER_SIDE = re.compile("(?:另|另外|再|又|其他|还有)一?方面|一方面")
LABEL_OF = {"缺": "NB01", "乱": "NB01", "重": "NB02", "首": "NB03"}
REACH = 1000
"""how many characters around a label are searched for the words that answer it"""
MOST_NAMED = 100


def check_numbering(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield what is wrong with the numbers themselves."""
    plain = full_width(draft)
    lines = lines_of(plain)
    series = series_of(lines)
    holding = {id(each.within) for each in series}
    counted = {label.start for each in series if len(each.labels) > 1 for label in each.labels}
    begun = Counter((each.scheme, each.section) for each in series if each.labels[0].number == 1)
    for each in series:
        # Articles go on across chapters only where they do not begin again in each.
        goes_on = each.resumed and begun[each.scheme, each.section] <= 1
        yield from _sequence(plain, lines, each, goes_on, counted)
        yield from _repeated_beginning(plain, lines, each)
        yield from _mixed_words(plain, each)
        yield from _mixed_forms(draft, each)
        if id(each) not in holding:
            yield from _single(plain, lines, each)
    yield from _one_side(plain, lines)


def named(scheme: str, number: int) -> str:
    """Return what a label reads: （一） and 3 give （三）."""
    if scheme == "①":
        return CIRCLED[number - 1] if number <= len(CIRCLED) else str(number)
    return numeral(scheme, number - 1, 4) if 0 < number < MOST_NAMED else f"第{number}个"


def _text(draft: Manuscript, label: Label) -> str:
    return draft.text[label.start : label.end]


def _sequence(
    draft: Manuscript, lines: Sequence[Line], each: Series, goes_on: bool, counted: Collection[int]
) -> Iterator[Finding]:
    """Yield gaps, repeats and wrong beginnings of one series."""
    labels = each.labels
    shift = labels[0].number - 1 if goes_on else 0
    for index, kind, due in faults([number - shift for number in each.numbers]):
        label, due = labels[index], due + shift
        if not index and not _must_begin(draft, lines, each, counted):
            continue
        here, wanted = draft.text[label.start : label.end].strip(), named(each.scheme, due)
        if label.scheme == each.scheme:
            before = draft.text[labels[index - 1].start : labels[index - 1].end].strip() if index else ""
            message = _message(kind, here, wanted, before)
            severity = Severity.ERROR if each.scheme in GRAVE else Severity.WARNING
            related = ((labels[index - 1].start, labels[index - 1].end),) if index else ()
            yield finding(LABEL_OF[kind], label.start, label.end, message, severity=severity, related=related)


def _message(kind: str, here: str, wanted: str, before: str) -> str:
    if kind == "首":
        return f"这一组编号从“{here}”开始，前面没有“{wanted}”，请核对是漏了一项还是编错了号"
    if kind == "重":
        return f"“{here}”与前面的编号重复，按顺序应当是“{wanted}”"
    if kind == "乱":
        return f"编号次序颠倒：这里应当是“{wanted}”，却是“{here}”"
    return f"“{before}”之后接“{here}”，缺“{wanted}”，请核对是漏了一项还是编错了号"


def _must_begin(draft: Manuscript, lines: Sequence[Line], each: Series, counted: Collection[int]) -> bool:
    """Tell whether a series that begins with a later number is certainly wrong.

    Args:
        draft: the manuscript.
        lines: its paragraphs with their labels.
        each: the series.
        counted: where the labels stand that belong to a series of their own; they open no other.
    """
    label = each.labels[0]
    if label.scheme in GRAVE or label.scheme in TYPED:
        return label.leading
    if label.scheme not in COUNTING_WORDS:
        return (
            label.scheme[0] == "第" and len(each.labels) > 1 and (label.leading or label.scheme == "第一步")
        )
    far = PARAGRAPHS_BACK if label.scheme == "首先" else 1
    begin = lines[max(0, label.passage - far) if label.leading else label.passage].passage.start
    begin = max(begin, label.start - REACH)
    opened = any(match.start() not in counted for match in OPENERS.finditer(draft.text, begin, label.start))
    ordered = label.leading or label.scheme != "首先" or len(each.labels) > 1
    return not opened and (ordered or "最后" in draft.text[label.end : label.end + REACH])


def _repeated_beginning(draft: Manuscript, lines: Sequence[Line], each: Series) -> Iterator[Finding]:
    """Yield a second 一、 that is neither a new list nor a list within an item."""
    outer, before, label = each.within, each.after, each.labels[0]
    if outer is None or before is None or label.number != 1 or label.weak:
        return
    if draft.text[label.start] == "头" or form_of(_text(draft, label)) != form_of(
        _text(draft, outer.labels[0])
    ):
        return
    lonely = len(outer.labels) == 1 or len(each.labels) == 1
    if not lonely or (before.number != outer.reach and len(each.labels) > 1):
        return
    if label.spoken:
        # A host's 首先 opens the meeting; a later one opens one item of it.
        next_to = label.scheme != "首先" or label.passage - before.passage <= 1
        near = before.passage == label.passage or (before.leading and label.leading and next_to)
        both = draft.text[label.end : label.end + 1] == draft.text[before.end : before.end + 1] == "，"
        both = both or "最后" in draft.text[label.end : label.end + REACH]
        enough = label.scheme != "首先" or both or len(outer.labels) + len(each.labels) > 2
        apart = not (near and enough)
    else:
        between = lines[before.passage + 1 : label.passage]
        apart = not label.leading or any(line.titled and not line.labels for line in between)
    if not apart:
        here = draft.text[label.start : label.end].strip()
        severity = Severity.ERROR if label.scheme in GRAVE else Severity.WARNING
        message = f"“{here}”与前面的编号重复，按顺序应当是“{named(label.scheme, before.number + 1)}”"
        yield finding(
            "NB02", label.start, label.end, message, severity=severity, related=((before.start, before.end),)
        )


def _mixed_words(draft: Manuscript, each: Series) -> Iterator[Finding]:
    """Yield a label of other words in a series, as 首先…其次…第三."""
    for label in each.labels[1:]:
        if label.scheme != each.scheme:
            here = draft.text[label.start : label.end]
            first = draft.text[each.labels[0].start : each.labels[0].end]
            wanted = named(each.scheme, label.number)
            message = f"前面用“{first}”起头，这里接“{here}”，一组序词前后不一致，可以改为“{wanted}”"
            yield finding(
                "NB05", label.start, label.end, message, related=((each.labels[0].start, each.labels[0].end),)
            )


def _mixed_forms(draft: Manuscript, each: Series) -> Iterator[Finding]:
    """Yield the labels whose mark is not that of most of their series."""
    typed = [(label, form_of(draft.text[label.start : label.end])) for label in each.labels if label.leading]
    forms = Counter(form for _, form in typed if form)
    if len(forms) < 2:
        return
    usual = forms.most_common(1)[0][0]
    for label, form in typed:
        if form and form != usual:
            here, wanted = draft.text[label.start : label.end].strip(), _with_form(label, each.scheme, usual)
            message = f"同一层的编号写法不一：别处用“{wanted}”这种写法，这里是“{here}”"
            yield finding("NB08", label.start, label.end, message)


def form_of(label: str) -> str:
    """Return the mark behind a numeral or the brackets around it; empty where the label has neither."""
    label = label.strip()
    return label[0] + label[-1] if label[0] in "（(" else "" if label[-1].isalnum() else label[-1]


def _with_form(label: Label, scheme: str, form: str) -> str:
    name = named(scheme, label.number)
    return f"{form[0]}{name[1:-1]}{form[1]}" if len(form) == 2 else name[:-1] + form


def _single(draft: Manuscript, lines: Sequence[Line], each: Series) -> Iterator[Finding]:
    """Yield a series that ends after its first item."""
    label = each.labels[0]
    if len(each.labels) > 1 or label.number != 1 or label.weak or label.scheme not in SINGLE:
        return
    if each.within is not None and label.passage == each.within.labels[-1].passage:
        return
    end = lines[min(len(lines) - 1, label.passage + 2)].passage.end
    if not FOLLOWERS.search(draft.text, label.end, min(end, label.end + REACH)):
        here = draft.text[label.start : label.end].strip("，")
        message = (
            f"只有“{here}”，后面没有“{named(label.scheme, 2).strip('，')}”，请核对是漏了一项还是不必编号"
        )
        yield finding("NB06", label.start, label.end, message)


def _one_side(draft: Manuscript, lines: Sequence[Line]) -> Iterator[Finding]:
    """Yield a 一方面 that no 另一方面 answers, nor a second 一方面."""
    answered = 0
    for index, line in enumerate(lines):
        if "一方面" not in line.passage.text:
            continue
        end = lines[min(len(lines) - 1, index + 2)].passage.end
        for match in ONE_SIDE.finditer(line.passage.text):
            start = line.passage.start + match.start()
            other = OTHER_SIDE.search(draft.text, start + 3, min(end, start + REACH))
            if other:
                answered = other.end()
            elif start >= answered:
                message = "有“一方面”，后面没有“另一方面”与它呼应"
                yield finding(
                    "NB06", start, start + 3, message, severity=Severity.INFO, confidence=Confidence.HINT
                )
