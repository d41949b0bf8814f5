"""版式底稿: build generator/writers/house/house.docx, the parts of a DOCX that no speech changes.

The house style is made here with python-docx, once; the writer copies the finished parts. Every number comes
from GB/T 9704-2012, or is custom where the standard is silent. Usage: python scripts/build_template.py [OUT.docx]
"""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor, Twips
from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.writers.docx_text import DECLARATION  # noqa: E402
from generator.writers.docx_zip import pack, record  # noqa: E402

HOUSE = ROOT / "generator" / "writers" / "house" / "house.docx"
TITLE, BLACK, KAI, FANG, SONG = "方正小标宋简体", "黑体", "楷体", "仿宋", "宋体"
FALLBACKS = {
    TITLE: "方正小标宋_GBK",
    BLACK: "SimHei",
    KAI: "楷体_GB2312",
    FANG: "仿宋_GB2312",
    SONG: "SimSun",
}
COLOURS = ["dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink"]
IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
LINE, TITLE_LINE, INDENT, PAGE_INDENT, PAGE_LINE = 579, 720, 640, 280, 280
TIGHTEN = "-5"
"""−0.25 pt a character: without it a line of 156 mm holds 27 characters in place of 28"""
KEPT = {
    "Normal",
    "Title",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "Body Text",
    "Footer",
    "Date",
    "Salutation",
    "Subtitle",
    "Signature",
}
KEPT |= {"Default Paragraph Font", "Normal Table", "No List"}
SPARE_PARTS = ("stylesWithEffects", "customXml", "webSettings", "numbering", "thumbnail")
PARAGRAPH_ORDER = [
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "tabs", "kinsoku", "overflowPunct",
    "autoSpaceDE", "autoSpaceDN", "snapToGrid", "spacing", "ind", "jc", "outlineLvl",
]  # fmt: skip
RUN_ORDER = ["rStyle", "rFonts", "b", "color", "spacing", "kern", "sz", "szCs", "highlight", "lang"]
APP = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
APP += "<Application>jianggao</Application></Properties>"


def put(parent: Any, order: list[str], name: str, **attributes: str) -> None:
    """Set a child element with its attributes, at the place that the schema gives it."""
    old = parent.find(qn(f"w:{name}"))
    if old is not None:
        parent.remove(old)
    element = OxmlElement(f"w:{name}", {qn(f"w:{key}"): value for key, value in attributes.items()})
    later = {qn(f"w:{tag}") for tag in order[order.index(name) + 1 :]}
    for index, child in enumerate(parent):
        if child.tag in later:
            parent.insert(index, element)
            return
    parent.append(element)


def style(document: Any, name: str, font: str = "", size: float = 0, **paragraph: dict[str, str]) -> Any:
    """Return a paragraph style of the house, emptied and set anew.

    Args:
        document: the document.
        name: the style's name; built-in names keep their meaning in Word.
        font: the font of all four scripts; empty to inherit.
        size: in points; 0 to inherit.
        paragraph: paragraph properties by element name, each with its attributes.
    """
    styles = document.styles
    known = name in styles
    made = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.isascii())
    for tag in ("w:pPr", "w:rPr", "w:link", "w:next", "w:rsid"):
        for element in made.element.findall(qn(tag)):
            made.element.remove(element)
    if name != "Normal":
        made.base_style = styles["Normal"]
    made.hidden, made.quick_style, made.unhide_when_used = False, True, False
    properties = made.element.get_or_add_pPr()
    for tag, attributes in paragraph.items():
        put(properties, PARAGRAPH_ORDER, tag, **attributes)
    if font:
        set_font(made.element.get_or_add_rPr(), font)
    if size:
        set_size(made.element.get_or_add_rPr(), size)
    return made


def set_font(properties: Any, font: str) -> None:
    """Set one font for all four scripts."""
    put(properties, RUN_ORDER, "rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)


def set_size(properties: Any, size: float) -> None:
    """Set the size in points."""
    for tag in ("sz", "szCs"):
        put(properties, RUN_ORDER, tag, val=str(int(size * 2)))


def exact(line: int) -> dict[str, str]:
    """Return the spacing of lines of exactly so many twentieths of a point."""
    return {"before": "0", "after": "0", "line": str(line), "lineRule": "exact"}


def untightened(made: Any) -> Any:
    """Take the character spacing of Normal back: right only at 16 pt."""
    put(made.element.get_or_add_rPr(), RUN_ORDER, "spacing", val="0")
    return made


def add_styles(document: Any) -> None:
    """Make the styles of the house."""
    indent = {"firstLineChars": "200", "firstLine": str(INDENT)}
    off = {"val": "0"}
    normal = style(
        document, "Normal", FANG, 16, widowControl=off, overflowPunct=off, autoSpaceDE=off, autoSpaceDN=off,
        snapToGrid=off, spacing=exact(LINE), jc={"val": "both"},
    )  # fmt: skip
    run = normal.element.get_or_add_rPr()
    normal.font.color.rgb = RGBColor(0, 0, 0)
    put(run, RUN_ORDER, "spacing", val=TIGHTEN)
    put(run, RUN_ORDER, "kern", val="0")
    whole: dict[str, dict[str, str]] = {"keepNext": {}, "keepLines": {}}
    centre = {"val": "center"}
    untightened(style(document, "Title", TITLE, 22, **whole, spacing=exact(TITLE_LINE), jc=centre))
    style(document, "讲话人", KAI, jc=centre).element.set(qn("w:styleId"), "Speaker")
    style(document, "Date", KAI, jc=centre)
    style(document, "Subtitle", KAI, **whole, jc=centre)
    add_back_styles(document)
    style(document, "Salutation", keepNext={})
    style(document, "Body Text", ind=indent)
    for level, font in enumerate((BLACK, KAI, FANG), 1):
        outline = {"val": str(level - 1)}
        heading = style(document, f"Heading {level}", font, 16, **whole, ind=indent, outlineLvl=outline)
        heading.next_paragraph_style = document.styles["Body Text"]
        heading.font.bold, heading.font.color.rgb = False, RGBColor(0, 0, 0)
    untightened(style(document, "Footer", SONG, 14, snapToGrid=off, spacing=exact(PAGE_LINE)))
    note = style(document, "讲稿提示", KAI, 12, keepLines={}, jc={"val": "right"})
    note.element.set(qn("w:styleId"), "Note")
    untightened(note)
    single = {"line": "240", "lineRule": "auto"}
    comment = style(document, "annotation text", SONG, 10.5, spacing=single, jc={"val": "left"})
    comment.element.set(qn("w:styleId"), "CommentText")
    untightened(comment).quick_style = False
    mark = document.styles.add_style("annotation reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.element.set(qn("w:styleId"), "CommentReference")
    mark.font.size, mark.quick_style = Pt(10.5), False


def add_back_styles(document: Any) -> None:
    """Make the styles of what follows the text: attachments named, signature, date, attachments."""
    blank = {**exact(LINE), "before": str(LINE)}
    right = {"right": str(INDENT)}
    made = {
        "附件说明": ("AttachmentNote", style(document, "附件说明", ind={"left": "1600", "hanging": "960"})),
        "Signature": ("Signature", style(document, "Signature", spacing=blank, ind=right, jc={"val": "right"})),
        "落款日期": ("SignedDate", style(document, "落款日期", ind=right, jc={"val": "right"})),
        "附件": ("Attachment", style(document, "附件", BLACK, keepNext={}, pageBreakBefore={})),
        "附件标题": (
            "AttachmentTitle",
            untightened(
                style(
                    document, "附件标题", TITLE, 22, keepNext={},
                    spacing={**exact(TITLE_LINE), "before": str(LINE), "after": str(LINE)},
                    jc={"val": "center"},
                )
            ),
        ),
    }  # fmt: skip
    for key, each in made.values():
        each.element.set(qn("w:styleId"), key)


def prune_styles(document: Any) -> None:
    """Drop the template's other styles, its exceptions for latent styles, and its theme fonts."""
    for each in list(document.styles):
        if each.name not in KEPT:
            each.delete()
    latent = document.styles.latent_styles
    for exception in list(latent):
        exception.delete()
    latent.default_priority, latent.default_to_hidden, latent.default_to_unhide_when_used = 99, True, True
    defaults = document.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    run.clear()
    set_font(run, FANG)
    set_size(run, 16)
    put(run, RUN_ORDER, "lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    defaults.find(qn("w:pPrDefault")).clear()


def set_page(document: Any) -> None:
    """Set the page: A4, a text block of 156 × 225 mm, 22 lines, page numbers at the outer edge."""
    section = document.sections[0]
    properties = section._sectPr
    properties.attrib.clear()
    section.page_width, section.page_height = Twips(11906), Twips(16838)
    section.top_margin, section.bottom_margin = Twips(2098), Twips(1985)
    section.left_margin, section.right_margin = Twips(1588), Twips(1474)
    section.header_distance, section.footer_distance = Twips(851), Twips(1446)
    grid = properties.find(qn("w:docGrid"))
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(LINE))
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        add_page_number(footer, side)


def add_page_number(footer: Any, side: str) -> None:
    """Write — n — into a footer, one character from the outer edge."""
    paragraph = footer.paragraphs[0]
    paragraph.style = "Footer"
    put(paragraph._p.get_or_add_pPr(), PARAGRAPH_ORDER, "ind", **{side: str(PAGE_INDENT)})
    put(paragraph._p.get_or_add_pPr(), PARAGRAPH_ORDER, "jc", val=side)
    for content in ("— ", "begin", " PAGE ", "separate", "1", "end", " —"):
        run = paragraph.add_run("" if content.isalpha() or "PAGE" in content else content)
        if content.isalpha():
            run._r.append(OxmlElement("w:fldChar", {qn("w:fldCharType"): content}))
        elif "PAGE" in content:
            code = OxmlElement("w:instrText", {qn("xml:space"): "preserve"})
            code.text = content
            run._r.append(code)
        set_font(run._r.get_or_add_rPr(), SONG)
        run._r.rPr.find(qn("w:rFonts")).set(qn("w:hint"), "eastAsia")
        set_size(run._r.get_or_add_rPr(), 14)


def set_settings(document: Any) -> None:
    """Write the settings anew: current Word, Chinese, punctuation compressed at line ends."""
    word = "http://schemas.microsoft.com/office/word"
    new = parse_xml(
        f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{word}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )
    settings = document.settings.element
    settings.clear()
    settings.extend(list(new))
    document.settings.odd_and_even_pages_header_footer = True


def font_table() -> str:
    """Return the table of fonts; each names the font that stands in where it is not installed."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, other in FALLBACKS.items()
    )
    return f"<w:fonts {nsdecls('w')}>{fonts}</w:fonts>"


def theme() -> str:
    """Return a theme in black and white. Nothing in the house refers to it, but the standard demands one."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{"FFFFFF" if name.startswith("lt") else "000000"}"/></a:{name}>'
        for name in COLOURS
    )
    fonts = "".join(
        f'<a:{use}Font><a:latin typeface="{font}"/><a:ea typeface="{font}"/><a:cs typeface=""/></a:{use}Font>'
        for use, font in (("major", BLACK), ("minor", FANG))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:theme {nsdecls("a")} name="jianggao"><a:themeElements><a:clrScheme name="jianggao">{colours}</a:clrScheme>'
        f'<a:fontScheme name="jianggao">{fonts}</a:fontScheme><a:fmtScheme name="jianggao">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def prune_parts(document: Any) -> None:
    """Drop the parts of python-docx's own template, and write anew what it says of its makers."""
    package = document.part.package
    contents = {"fontTable": font_table(), "theme": theme(), "extended-properties": APP}
    for owner in (document.part, package):
        for key, relation in list(owner.rels.items()):
            kind = relation.reltype.rsplit("/", 1)[-1]
            if kind in SPARE_PARTS:
                del owner.rels[key]
            elif kind in contents:
                relation.target_part._blob = f"{DECLARATION}{contents[kind]}".encode()
    core = document.core_properties
    core.title, core.author, core.last_modified_by = "讲稿版式底稿", "jianggao", "jianggao"
    core.comments, core.keywords, core.language, core.revision = "", "", "zh-CN", 1
    core.created = core.modified = datetime(1980, 1, 1)


def build() -> bytes:
    """Return the template: a DOCX without text, reproducible byte by byte."""
    document = Document()
    prune_styles(document)
    add_styles(document)
    set_page(document)
    set_settings(document)
    prune_parts(document)
    # python-docx makes the comments part when it is first asked for; it is the slot of the speech's comments.
    assert not list(document.comments)
    for part in document.part.package.iter_parts():
        if hasattr(part, "_element"):
            # It names prefixes that are gone after the clean-up, and Word refuses a file that does so.
            part._element.attrib.pop(IGNORABLE, None)
            etree.cleanup_namespaces(part._element, keep_ns_prefixes=["w", "r"])
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as archive:
        return pack(record(name, archive.read(name)) for name in archive.namelist())


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HOUSE
    target.write_bytes(build())
    print(f"{target}: {target.stat().st_size} bytes")
