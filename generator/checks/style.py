"""文风与体例: sentences too long to be read aloud, a closing without salutation, attachments that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.setting import Setting
from generator.chinese import characters, sentences
from generator.findings import Finding, finding
from generator.manuscript import Manuscript

LONG, SALUTATION, ATTACHMENT = "ST01", "ST02", "ST03"
MOST = 150
GREETING = re.compile(
    r"^[^。；]{0,60}(?:同志们|各位|代表|委员|朋友们|同学们|老师们|乡亲们|战友们|来宾|女士们|先生们|家长)"
    r"[^。；，！]{0,20}[：:！!]$"
)
CALL = re.compile(r"^(同志们)[，！：]")
FIRST, OPENING, LAST = 12, 3, 0.6
"""a salutation stands among the first paragraphs; a closing in the last part of the text"""
MENTION = re.compile(
    r"[（(](?:详|具体|名单)?见(附件)([0-9一二三四五六七八九十]*)[）)]|(?:详见|见)(附件)([0-9一二三四五六七八九十]*)"
)
NOTE = re.compile(r"^附件[0-9一二三四五六七八九十]*(?:[：:]|$|\s)|^附件[0-9一二三四五六七八九十]+")


def check_long_sentences(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the sentences of more than 150 characters."""
    for passage in draft.passages:
        if len(passage.text) > MOST:
            start = passage.start
            for sentence in sentences(passage.text):
                if len(sentence) > MOST and (count := characters(sentence)) > MOST:
                    message = f"这一句有 {count} 个字，一口气念不完，断成两三句"
                    yield finding(LONG, start, start + len(sentence), message)
                start += len(sentence)


def check_salutation(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield a closing that addresses 同志们 in a speech that has not greeted anybody."""
    calls = [passage for passage in draft.passages if CALL.match(passage.text)]
    greeted = any(GREETING.match(passage.text) for passage in draft.passages[:FIRST])
    if greeted or not calls or calls[0].number <= max(OPENING, LAST * len(draft.passages) - 1):
        return
    start = calls[0].start
    yield finding(SALUTATION, start, start + 3, "结尾称呼“同志们”，开头却没有称谓，补上“同志们：”")


def check_attachments(draft: Manuscript, setting: Setting) -> Iterator[Finding]:
    """Yield the mentions of attachments in a draft that names none."""
    if "附件" not in draft.text or any(NOTE.match(passage.text) for passage in draft.passages):
        return
    for match in MENTION.finditer(draft.text):
        group = 1 if match[1] else 3
        end = match.end(group + 1)
        message = f"正文说见“{draft.text[match.start(group) : end]}”，文末没有列出附件"
        yield finding(ATTACHMENT, match.start(group), end, message)
