"""How good the checks are, measured: what share of seeded faults they find, and how often they cry wolf.

The texts are speeches of the project's own, and the texts of tests/data/clean in other registers and by other hands.
"""

import re
from functools import cache
from pathlib import Path
from random import Random

import pytest

from generator.checking import Inspection, read_rulebook
from generator.diagnostics import Severity
from generator.layout import text_of
from generator.library import Library
from generator.manuscript import from_text
from generator.pipeline import generate
from tests import mutations
from tests.conftest import EXAMPLES

BOOK = read_rulebook(Library())
CLEAN = sorted((Path(__file__).parent / "data" / "clean").glob("*.txt"))
COUNTRY = ("奉节县", "岳西县", "林甸县", "泾川县", "大姚县", "赵县", "石柱县")
EVERYWHERE = (
    "渝中区",
    "义乌市",
    "达茂旗",
    "石河子市",
    "神农架林区",
    "延吉市",
    "六枝特区",
    "浦东新区",
    "锡林浩特市",
)
ORDINARY = tuple(path for path in EXAMPLES if path.stem[:2] in ("01", "05", "08", "10", "11", "12"))
MUTANTS = 200
PHRASES = tuple(p.text for p in BOOK.set_phrases if len(re.sub("[、，；]", "", p.text)) >= 10 and not p.until)

NAMES = (
    "巫山县要带头落实。",
    "诸暨市的做法是先查后改。",
    "蒙城县上下都要行动。",
    "延庆区今年已经完成。",
    "宁乡市要加快进度。",
)
ORGANS = (
    "巫山县委已经作出部署。",
    "诸暨市应急管理局负责落实。",
    "蒙城县人民政府印发了方案。",
    "宁乡市纪委监委要加强监督。",
)
EXPRESSIONS = (
    "来郑返郑人员要登记。",
    "做好来（返）沪人员的服务。",
    "入闽返闽车辆逐一检查。",
    "来蓉返蓉人员主动报备。",
)
TOWNSHIPS = (
    "双龙镇要把人派到位。",
    "大渡口街道每天巡查一次。",
    "白沙镇党委要负总责。",
    "五十镇已经转移群众。",
    "新场乡政府要做好准备。",
)

KINDS = {
    "成对": (mutations.pair, ("PN", "PH"), 0.98),
    "编号": (mutations.numbering, ("NB", "CT"), 0.98),
    "占位": (mutations.placeholder, ("PH",), 0.98),
    "级别": (mutations.level, ("PL",), 0.98),
    "日期": (mutations.date, ("NM",), 0.98),
    "别处地名": (mutations.residue("别处地名", NAMES), ("PL",), 0.98),
    "别处机构": (mutations.residue("别处机构", ORGANS), ("PL",), 0.98),
    "来返": (mutations.residue("来返", EXPRESSIONS), ("PL",), 0.98),
    "别处乡镇": (mutations.residue("别处乡镇", TOWNSHIPS), ("PL",), 0.98),
    "重字": (mutations.doubled, ("WD",), 0.9),
    "点数": (mutations.count, ("CT",), 0.9),
    "固定表述": (mutations.set_phrase(PHRASES), ("SP", "WD"), 0.9),
}


@cache
def speeches():
    """Return speeches of every kind in ordinary counties, each with the inspection of its place."""
    found = []
    for number, path in enumerate(ORDINARY):
        for seed in range(4):
            place = COUNTRY[(number + seed) % len(COUNTRY)]
            draft = generate(path, Library(), {"地点": place, "种子": str(100 + seed)})
            look = Inspection(BOOK, place=draft.material.place, day=draft.material.brief.date)
            found.append((text_of(draft.paragraphs), look, path.read_text(encoding="utf-8")))
    return tuple(found)


def is_found(mutant, look, families):
    """Tell whether a finding of one of the families touches the fault."""
    report = look.of(from_text("变异.txt", mutant.text)).report
    assert not report.crashes, report.crashes
    return any(
        each.rule.startswith(families) and any(s <= mutant.end and mutant.start <= e for s, e in each.places)
        for each in report.findings
    )


@pytest.mark.parametrize("kind", KINDS)
def test_seeded_faults_are_found(kind, record_property):
    mutate, families, least = KINDS[kind]
    rng = Random(20261126)
    missed, made = [], 0
    while made < MUTANTS:
        text, look, _ = rng.choice(speeches())
        mutant = mutate(text, rng)
        if mutant is not None:
            made += 1
            if not is_found(mutant, look, families):
                missed.append(
                    mutant.text[max(0, mutant.start - 15) : min(mutant.end, mutant.start + 40) + 15]
                )
    share = 1 - len(missed) / made
    record_property("recall", round(share, 3))
    assert share >= least, (share, missed[:10])


def alarms(texts):
    """Return the characters of some texts and what is found in them; what stands in the brief is the user's."""
    size, found = 0, []
    for name, text, look, *brief in texts:
        size += len(re.sub(r"\s", "", text))
        report = look.of(from_text(name, text)).report
        assert not report.crashes, (name, report.crashes)
        for each in report.findings:
            quote = text[each.start : each.end]
            if quote not in "".join(brief):
                found.append((name, each.severity, each.rule, quote[:40]))
    return size, found


def rate(size, found, severities):
    """Return how many findings of some severities there are for 1,000 characters."""
    return sum(severity in severities for _, severity, _, _ in found) * 1000 / size


def test_texts_of_other_hands_raise_few_alarms(record_property):
    texts = [(path.name, path.read_text(encoding="utf-8"), Inspection(BOOK)) for path in CLEAN]
    size, found = alarms(texts)
    record_property("alarms", [size, len(found)])
    assert size >= 30_000
    assert rate(size, found, (Severity.ERROR, Severity.WARNING)) <= 0.3, found
    assert rate(size, found, (Severity.INFO,)) <= 1.0, found


def test_speeches_of_our_own_raise_no_alarm_anywhere():
    texts = [(f"讲话{number}", *speech) for number, speech in enumerate(speeches())]
    for number, path in enumerate(EXAMPLES):
        for seed, place in enumerate(EVERYWHERE):
            draft = generate(path, Library(), {"地点": place, "种子": str(seed + 7 * number)})
            look = Inspection(BOOK, place=draft.material.place, day=draft.material.brief.date)
            brief = path.read_text(encoding="utf-8")
            texts.append((f"{path.stem}-{place}-{seed}", text_of(draft.paragraphs), look, brief))
    size, found = alarms(texts)
    assert size >= 60_000
    grave = [each for each in found if each[1] is not Severity.INFO]
    assert not grave, grave[:20]
    assert rate(size, found, (Severity.INFO,)) <= 1.0, found[:40]
