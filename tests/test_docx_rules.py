"""The 25 rules of the national layout, each on whole files and each on a file broken in just that point."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from generator.layout import Role, lay_out
from generator.library import Library
from generator.model import Speech
from generator.pipeline import generate
from generator.writers.docx import write_docx
from generator.writers.docx_zip import content, pack, record, unpack
from tests.conftest import EXAMPLES
from tests.render.docx_rules import RULES, Docx
from tests.render.speech import rich

STYLES, SETTINGS, DOCUMENT = "word/styles.xml", "word/settings.xml", "word/document.xml"
FOOTER, CORE, COMMENTS = "word/footer1.xml", "docProps/core.xml", "word/comments.xml"
BROKEN = {
    "rule_01": [(DOCUMENT, 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')],
    "rule_02": [(DOCUMENT, 'w:left="1588"', 'w:left="1800"')],
    "rule_03": [(DOCUMENT, 'w:linePitch="579" w:type="lines"', 'w:linePitch="579"')],
    "rule_04": [(STYLES, 'w:line="579"', 'w:line="580"')],
    "rule_05": [(STYLES, '(styleId="Normal".*?w:eastAsia=)"仿宋"', r'\1"宋体"')],
    "rule_06": [(STYLES, '<w:spacing w:val="-5"/>', "")],
    "rule_07": [(STYLES, '<w:widowControl w:val="0"/>', "")],
    "rule_08": [(STYLES, '(styleId="Heading2".*?<w:color w:val=)"000000"', r'\1"365F91"')],
    "rule_09": [(STYLES, '(styleId="Title".*?<w:sz w:val=)"44"', r'\1"52"')],
    "rule_10": [
        (STYLES, '<w:rFonts w:ascii="黑体"', '<w:rFonts w:eastAsiaTheme="majorEastAsia" w:ascii="黑体"')
    ],
    "rule_11": [(DOCUMENT, '<w:rFonts w:hint="eastAsia"/></w:rPr><w:t>今天', "</w:rPr><w:t>“今天”")],
    "rule_12": [(STYLES, 'w:eastAsia="zh-CN"', 'w:eastAsia="en-US"')],
    "rule_13": [(SETTINGS, "<w:evenAndOddHeaders/>", "")],
    "rule_14": [(FOOTER, "<w:instrText[^>]*> PAGE ", "<w:instrText> DATE ")],
    "rule_15": [(FOOTER, 'w:right="280"', 'w:right="0"')],
    "rule_16": [(FOOTER, 'w:sz w:val="28"', 'w:sz w:val="18"')],
    "rule_17": [(DOCUMENT, 'w:footer="1446"', 'w:footer="720"')],
    "rule_18": [(DOCUMENT, '"Salutation"', '"BodyText"')],
    "rule_19": [(DOCUMENT, "（2026年3月8日）", "（2026年03月08日）")],
    "rule_20": [(DOCUMENT, ">二、突出", ">三、突出")],
    "rule_21": [(STYLES, '(styleId="BodyText".*?)w:firstLineChars="200" ', r"\1")],
    "rule_22": [(DOCUMENT, "<w:t>入冬", "<w:t>\u3000\u3000入冬")],
    "rule_23": [(DOCUMENT, "入冬以后，", "入冬以后,")],
    "rule_24": [(CORE, "县委书记[^<]*", "python-docx")],
}


def built() -> bytes:
    speech = rich()
    return write_docx(speech, lay_out(speech))


def broken(data: bytes, part: str, pattern: str, replacement: str) -> bytes:
    parts = unpack(data)
    text = content(parts[part]).decode()
    changed = re.sub(pattern, replacement, text, count=1, flags=re.S)
    assert changed != text, f"{pattern} is not in {part}"
    return pack((parts | {part: record(part, changed.encode())}).values())


def failing(data: bytes) -> list[str]:
    def fails(name: str) -> bool:
        try:
            RULES[name](Docx(data))
        except (AssertionError, StopIteration):
            return True
        return False

    return [name for name in RULES if fails(name)]


@pytest.mark.parametrize("name", RULES)
def test_the_rich_speech_keeps_the_rule(name: str) -> None:
    RULES[name](Docx(built()))


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_broken_in_one_point_fails_that_rule_alone(name: str) -> None:
    data = built()
    for change in BROKEN[name]:
        data = broken(data, *change)
    assert failing(data) == [name]


def test_a_zip_with_todays_date_fails_the_last_rule_alone() -> None:
    assert failing(redated(built())) == ["rule_25"]


def redated(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (2026, 11, 23, 12, 0, 0)), old.read(name))
    return out.getvalue()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_keeps_every_rule(path: Path) -> None:
    draft = generate(path, Library(), {})
    roles = {paragraph.role for paragraph in draft.paragraphs}
    assert failing(write_docx(draft.speech, draft.paragraphs)) == [
        rule for rule, role in SPEAKS_OF.items() if role not in roles
    ]


SPEAKS_OF = {"rule_18": Role.SALUTATION, "rule_19": Role.DATE, "rule_20": Role.HEADING}
"""rules on what a commentary or a plan need not have"""


def test_every_rule_has_a_file_that_breaks_it() -> None:
    assert sorted([*BROKEN, "rule_25"]) == sorted(RULES)


def test_comments_keep_the_rules() -> None:
    speech: Speech = rich()
    data = write_docx(speech, lay_out(speech), {"连续无事故天数": "连续多少天“零事故”？"}, trace=True)
    assert failing(data) == []
