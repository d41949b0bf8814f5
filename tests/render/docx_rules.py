"""二十五条: what a DOCX of the house must hold; one function for each rule."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from functools import cached_property

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": W}
CHINESE_MARKS = re.compile("[“”‘’—…·]")
SALUTATION = re.compile("^[^。]{2,20}们?[：:]$")
DATE_LINE = re.compile(r"^（\d{4}年[1-9]\d?月[1-9]\d?日）$")
HAN = "[\u4e00-\u9fff]"
ORDER = {1: "一二三四五六七八九十", 2: "一二三四五六七八九十"}


class Docx:
    """文件: a DOCX taken apart."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.entries = archive.infolist()
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def tree(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    @cached_property
    def document(self) -> etree._Element:
        return self.tree("word/document.xml")

    @cached_property
    def styles(self) -> etree._Element:
        return self.tree("word/styles.xml")

    @cached_property
    def section(self) -> etree._Element:
        return self.document.findall(".//w:sectPr", NS)[-1]

    @property
    def paragraphs(self) -> list[tuple[str, str]]:
        """Return style id and text of each paragraph."""
        return [
            ("".join(p.xpath("w:pPr/w:pStyle/@w:val", namespaces=NS)), text_of(p))
            for p in self.document.findall("w:body/w:p", NS)
        ]

    def style(self, key: str, path: str) -> str:
        """Return one value of a style, its own or of Normal."""
        for each in (key, "Normal"):
            found = self.styles.xpath(f"w:style[@w:styleId='{each}']/{path}", namespaces=NS)
            if found:
                return str(found[0])
        return ""

    def footers(self) -> dict[str, etree._Element]:
        """Return the footers by type."""
        relations = {r.get("Id"): r.get("Target") for r in self.tree("word/_rels/document.xml.rels")}
        return {
            get(reference, "type"): self.tree(
                "word/"
                + relations[
                    reference.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
                ]
            )
            for reference in self.section.findall("w:footerReference", NS)
        }


def get(element: etree._Element | None, name: str) -> str:
    return "" if element is None else element.get(f"{{{W}}}{name}", "")


def text_of(paragraph: etree._Element) -> str:
    return "".join(paragraph.xpath(".//w:t/text()", namespaces=NS))


def near(element: etree._Element | None, name: str, value: int, slack: int) -> bool:
    return abs(int(get(element, name) or -9999) - value) <= slack


def rule_01(d: Docx) -> None:
    size = d.section.find("w:pgSz", NS)
    assert (get(size, "w"), get(size, "h")) == ("11906", "16838")


def rule_02(d: Docx) -> None:
    margin = d.section.find("w:pgMar", NS)
    sides = {side: int(get(margin, side)) for side in ("top", "left", "right", "bottom")}
    assert abs(sides["top"] - 2098) <= 3
    assert abs(sides["left"] - 1588) <= 3
    assert abs(11906 - sides["left"] - sides["right"] - 8844) <= 6
    assert abs(16838 - sides["top"] - sides["bottom"] - 12756) <= 6


def rule_03(d: Docx) -> None:
    grid = d.section.find("w:docGrid", NS)
    assert get(grid, "type") in ("lines", "linesAndChars")
    assert get(grid, "linePitch") == "579"


def rule_04(d: Docx) -> None:
    assert d.style("Normal", "w:pPr/w:spacing/@w:lineRule") == "exact"
    assert 560 <= int(d.style("Normal", "w:pPr/w:spacing/@w:line")) <= 579
    assert {d.style("Normal", f"w:pPr/w:spacing/@w:{side}") for side in ("before", "after")} == {"0"}


def rule_05(d: Docx) -> None:
    assert d.style("Normal", "w:rPr/w:sz/@w:val") == "32"
    assert d.style("Normal", "w:rPr/w:rFonts/@w:eastAsia") in ("仿宋_GB2312", "仿宋", "FangSong")


def rule_06(d: Docx) -> None:
    assert d.style("Normal", "w:rPr/w:spacing/@w:val") in ("-5", "-6")


def rule_07(d: Docx) -> None:
    assert d.style("Normal", "w:pPr/w:widowControl/@w:val") == "0"
    assert d.style("Normal", "w:pPr/w:snapToGrid/@w:val") == "0"


def rule_08(d: Docx) -> None:
    for level, font in enumerate(("黑体", "楷体", "仿宋"), 1):
        style = f"Heading{level}"
        assert d.style(style, "w:rPr/w:rFonts/@w:eastAsia").startswith(font)
        assert d.style(style, "w:rPr/w:sz/@w:val") == "32"
        assert d.style(style, "w:pPr/w:outlineLvl/@w:val") == str(level - 1)
        assert d.style(style, "w:rPr/w:color/@w:val") in ("000000", "auto")
        assert d.styles.xpath(f"w:style[@w:styleId='{style}']/w:pPr/w:keepNext", namespaces=NS)


def rule_09(d: Docx) -> None:
    assert "小标宋" in d.style("Title", "w:rPr/w:rFonts/@w:eastAsia")
    assert d.style("Title", "w:rPr/w:sz/@w:val") == "44"
    assert d.style("Title", "w:pPr/w:jc/@w:val") == "center"
    assert not d.styles.xpath("//w:pBdr", namespaces=NS)


def rule_10(d: Docx) -> None:
    names = "|".join(f"//@w:{each}" for each in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"))
    for part in d.parts:
        if part.startswith("word/") and part.endswith(".xml"):
            assert not d.tree(part).xpath(names, namespaces=NS), part


def rule_11(d: Docx) -> None:
    for part in ("word/document.xml", "word/comments.xml"):
        for run in d.tree(part).iterfind(".//w:r", NS):
            if CHINESE_MARKS.search(text_of(run)):
                fonts = run.find("w:rPr/w:rFonts", NS)
                assert get(fonts, "hint") == "eastAsia" or get(fonts, "eastAsia"), text_of(run)


def rule_12(d: Docx) -> None:
    assert d.styles.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:eastAsia", namespaces=NS) == ["zh-CN"]
    assert get(d.tree("word/settings.xml").find("w:themeFontLang", NS), "eastAsia") == "zh-CN"


def rule_13(d: Docx) -> None:
    assert d.tree("word/settings.xml").find("w:evenAndOddHeaders", NS) is not None
    assert sorted(d.footers()) == ["default", "even"]
    assert d.section.find("w:titlePg", NS) is None


def rule_14(d: Docx) -> None:
    for footer in d.footers().values():
        assert re.fullmatch(r"— ?\d* ?—", text_of(footer))
        assert "PAGE" in "".join(footer.xpath(".//w:instrText/text()", namespaces=NS))
        assert len(footer.findall(".//w:fldChar", NS)) == 3


def rule_15(d: Docx) -> None:
    for kind, side in (("default", "right"), ("even", "left")):
        properties = d.footers()[kind].find("w:p/w:pPr", NS)
        assert get(properties.find("w:jc", NS), "val") == side
        assert get(properties.find("w:ind", NS), side) == "280"


def rule_16(d: Docx) -> None:
    for footer in d.footers().values():
        for run in footer.iterfind(".//w:r", NS):
            fonts = run.find("w:rPr/w:rFonts", NS)
            assert {get(fonts, script) for script in ("ascii", "hAnsi", "eastAsia")} == {"宋体"}
            assert get(run.find("w:rPr/w:sz", NS), "val") == "28"


def rule_17(d: Docx) -> None:
    assert 1400 <= int(get(d.section.find("w:pgMar", NS), "footer")) <= 1500
    assert d.style("Footer", "w:pPr/w:spacing/@w:line") == "280"
    assert d.style("Footer", "w:pPr/w:spacing/@w:lineRule") == "exact"


def rule_18(d: Docx) -> None:
    style, text = next((s, t) for s, t in d.paragraphs if SALUTATION.match(t))
    assert text.endswith("：")
    assert d.style(style, "w:pPr/w:ind/@w:firstLine") in ("", "0")


def rule_19(d: Docx) -> None:
    style = next((s for s, t in d.paragraphs if DATE_LINE.match(t)), "")
    assert style
    assert d.style(style, "w:rPr/w:rFonts/@w:eastAsia").startswith("楷体")


def rule_20(d: Docx) -> None:
    counts = {1: 0, 2: 0, 3: 0}
    for style, text in d.paragraphs:
        if not style.startswith("Heading"):
            continue
        level = int(style[-1])
        counts[level] += 1
        for lower in range(level + 1, 4):
            counts[lower] = 0
        number = "零一二三四五六七八九十"[counts[level]]
        expected = {1: f"{number}、", 2: f"（{number}）", 3: f"{counts[level]}."}[level]
        assert text.startswith(expected), text
        assert text[-1] not in "。；，：", text
    assert counts[1]
    assert not d.document.findall(".//w:numPr", NS)


def rule_21(d: Docx) -> None:
    assert d.style("BodyText", "w:pPr/w:ind/@w:firstLineChars") == "200"
    assert d.style("BodyText", "w:pPr/w:ind/@w:firstLine") in ("630", "632", "640")


def rule_22(d: Docx) -> None:
    texts = [text for _, text in d.paragraphs]
    assert all(first or second for first, second in itertools.pairwise(texts))
    assert not [text for text in texts if text.startswith(("  ", "\u3000\u3000"))]


def rule_23(d: Docx) -> None:
    text = "\n".join(text for _, text in d.paragraphs)
    assert not re.search(f"{HAN}[,;:?!()]", text)
    assert not re.search(r"[\"']|\.\.\.|。。|，，", text)


def rule_24(d: Docx) -> None:
    core = d.tree("docProps/core.xml")
    values = {etree.QName(each).localname: each.text or "" for each in core}
    assert values["title"]
    assert values["creator"]
    assert "python-docx" not in "".join(values.values())
    mode = d.tree("word/settings.xml").xpath(
        "//w:compatSetting[@w:name='compatibilityMode']/@w:val", namespaces=NS
    )
    assert mode == ["15"]


def rule_25(d: Docx) -> None:
    assert {entry.date_time for entry in d.entries} == {(1980, 1, 1, 0, 0, 0)}
    assert d.entries[0].filename == "[Content_Types].xml"
    assert not [name for name in d.parts if "thumbnail" in name]


RULES = {name: rule for name, rule in sorted(globals().items()) if re.fullmatch(r"rule_\d\d", name)}
