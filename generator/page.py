"""版式: how the pages of a DOCX look, apart from their text; the defaults are the house style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from generator.diagnostics import GeneratorError

YES_NO = {"是": True, "否": False}
TIMES = "Times New Roman"


@dataclass(frozen=True, slots=True)
class Fonts:
    """字体: the font of each role."""

    title: str = "方正小标宋简体"
    level1: str = "黑体"
    level2: str = "楷体"
    body: str = "仿宋"
    number: str = "宋体"


@dataclass(frozen=True, slots=True)
class Page:
    """版式: one layout of the pages."""

    outer: bool = True
    """页码: at the outer edge, or in the middle"""
    digits: str = ""
    """数字字体: the font of digits and Latin letters; empty for the font of the text around them"""
    bold_level3: bool = False
    """三级标题加粗"""
    bold_leads: bool = True
    """要点句加粗: the leads that run into the text (一是…)"""
    mirrored: bool = False
    """双面镜像: margins mirrored, for printing on both sides"""
    large: bool = False
    """大字版: the reading copy"""
    minutes: bool = False
    """标注时长: how long each part takes to read, at its foot"""
    fonts: Fonts = field(default_factory=Fonts)


FONT_KEYS = {
    "标题字体": "title",
    "一级标题字体": "level1",
    "二级标题字体": "level2",
    "正文字体": "body",
    "页码字体": "number",
}
CHOICES: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "页码": ("outer", {"外侧": True, "居中": False}),
    "数字字体": ("digits", {"仿宋": "", TIMES: TIMES}),
    "三级标题加粗": ("bold_level3", YES_NO),
    "要点句加粗": ("bold_leads", YES_NO),
    "双面镜像": ("mirrored", YES_NO),
    "大字版": ("large", YES_NO),
    "标注时长": ("minutes", YES_NO),
}
PAGE_KEYS = (*CHOICES, *FONT_KEYS)
"""what may stand under 版式 in a brief"""


def page_of(settings: Mapping[str, str]) -> Page:
    """Return the layout that the words under 版式 ask for.

    Raises:
        GeneratorError: a key or a value that is not known.
    """
    chosen: dict[str, object] = {}
    fonts: dict[str, str] = {}
    for key, value in settings.items():
        if key in FONT_KEYS:
            fonts[FONT_KEYS[key]] = _font(key, value)
        elif key in CHOICES:
            name, values = CHOICES[key]
            if value not in values:
                raise GeneratorError(f"版式的“{key}”不能是“{value}”", f"可写：{'、'.join(values)}。")
            chosen[name] = values[value]
        else:
            raise GeneratorError(f"版式里没有“{key}”这一项", f"可写：{'、'.join(PAGE_KEYS)}。")
    return replace(Page(fonts=replace(Fonts(), **fonts)), **chosen)  # type: ignore[arg-type]


def font_roles(fonts: Fonts) -> dict[str, str]:
    """Return the font of the house style for each role, with the font that takes its place."""
    house = Fonts()
    return {getattr(house, each.name): getattr(fonts, each.name) for each in fields(Fonts)}


def _font(key: str, value: str) -> str:
    if not value.strip() or set(value) & set("<>&\"'") or not value.isprintable():
        raise GeneratorError(
            f"版式的“{key}”不是字体名：“{value}”", "写 Word 字体框里显示的名字，如 方正仿宋_GBK。"
        )
    return value
