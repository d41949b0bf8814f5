"""Every county of China: the shipped deployment speech is complete there and passes every check."""

import re
from collections import defaultdict

import pytest

from generator.checking import Inspection, read_rulebook
from generator.diagnostics import Severity
from generator.layout import text_of
from generator.library import Library
from generator.manuscript import from_text
from generator.pipeline import generate_from
from generator.places.divisions import all_divisions, ancestors, full_name, usual_name
from generator.places.kinds import kind_of
from generator.readers.yamlnodes import Sheet

BRIEF = """骨架: 部署会
主题: {topic}
地点: "{code}"
日期: 2026-{month}-05
字数: 3000
种子: {seed}
开头: {opening}
部分: [弦: {{方式: {first}}}, 线: {{方式: {second}}}, 岗: {{方式: {third}}}]
"""
COUNTIES = [row for row in all_divisions() if row.level == 3]
BY_PROVINCE = defaultdict(list)
for county in COUNTIES:
    BY_PROVINCE[county.code[:2]].append(county)
BOOK = read_rulebook(Library())
# what a word of the level above or a word of the trade may hold of a county's character
PROTECTED = re.compile(r"县（市、区）|县（市、区、特区）|旗县（市、区）|区县（自治县）|县市|各县|县区")


def text_at(row, number):
    """Return the speech of a county; the number varies topic, month, ways and seed."""
    brief = BRIEF.format(
        topic=("疫情防控", "安全生产", "防汛抗旱", "森林草原防灭火")[number % 4],
        code=row.code,
        month=number % 12 + 1,
        seed=number,
        opening=("会议目的", "开门见山")[number % 2],
        first=("三性", "三看", "三论")[number % 3],
        second=("分点", "分项")[number % 2],
        third=("四方", "层层")[number // 2 % 2],
    )
    draft = generate_from(Sheet("讲话.yaml", brief), Library(), {})
    return draft, text_of(draft.paragraphs)


def faults(row, draft, text):
    """Yield what is wrong with the speech of a county."""
    if draft.gaps or "{{" in text or "【" in text:
        yield "待填"
    if doubled := re.search(r"([\u4e00-\u9fff]{2,})、\1(?![\u4e00-\u9fff])", text):
        yield f"重复：{doubled.group()}"
    if "乡镇" not in draft.material.place.features and "农村" not in draft.material.place.features:
        rural = re.search(r".{4}(?:乡镇|村组|村民|(?<!业)农村).{2}", text)
        if rural:
            yield f"乡村：{rural.group()}"
    if hole := re.search(r"、、|，，|。。|^、|、[。，]|“”|（）", text):
        yield f"空：{hole.group()}"
    material = draft.material
    report = Inspection(BOOK, place=material.place, day=material.brief.date).of(from_text("", text)).report
    yield from map(str, report.crashes)
    for each in report.findings:
        if each.severity is not Severity.INFO:
            yield f"{each.rule}：{each.message}：{text[max(0, each.start - 9) : each.end + 9]}"
    own = {row.name, *(above.name for above in ancestors(row))}
    bare = PROTECTED.sub("", text)
    for mine in sorted({*own, usual_name(row), *map(usual_name, ancestors(row))}, key=len, reverse=True):
        bare = bare.replace(mine, "")
    kind = kind_of(row).name
    if kind not in ("县", "自治县") and (wrong := re.search(r".{4}县.{4}", bare)):
        yield f"层级：{wrong.group()}"
    other = re.search(r".{4}(?:我区|本区|区委|区政府|区直|我旗|全旗|旗委).{4}", bare)
    if kind in ("县", "自治县") and other and "自治区" not in full_name(row):
        yield f"层级：{other.group()}"


@pytest.mark.parametrize("province", sorted(BY_PROVINCE))
def test_every_county_of_a_province_gets_its_own_speech(province):
    wrong = {}
    for number, row in enumerate(BY_PROVINCE[province]):
        draft, text = text_at(row, number + int(province))
        if found := list(faults(row, draft, text)):
            wrong[full_name(row)] = found
    assert not wrong


def test_there_are_as_many_counties_as_the_data_say():
    assert len(COUNTIES) == 2845 + 2, "the official table and the two counties of 2026"
