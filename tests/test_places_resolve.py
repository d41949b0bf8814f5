"""From what a user types to one place, or to a message that says what to type. Never a silent pick."""

import json
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from generator.diagnostics import GeneratorError
from generator.places.complaints import typed
from generator.places.divisions import all_divisions
from generator.places.errors import PlaceError
from generator.places.resolve import candidates, find, resolve

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "data" / "places"


@pytest.mark.parametrize(
    ("typed_in", "code"),
    [
        ("500236", "500236"),
        ("５００２３６", "500236"),
        ("奉节县", "500236"),
        ("奉节", "500236"),
        (" 奉节县 ", "500236"),
        ("重庆市奉节县", "500236"),
        ("重庆奉节县", "500236"),
        ("重庆奉节", "500236"),
        ("重庆市 奉节县", "500236"),
        ("重庆市/奉节县", "500236"),
        ("江苏省南京市鼓楼区", "320106"),
        ("南京鼓楼区", "320106"),
        ("南京市鼓楼区", "320106"),
        ("江苏南京鼓楼", "320106"),
        ("石柱县", "500240"),
        ("石柱土家族自治县", "500240"),
        ("酉阳县", "500242"),
        ("达茂旗", "150223"),
        ("内蒙古自治区包头市达尔罕茂明安联合旗", "150223"),
        ("包头达茂旗", "150223"),
        ("莫旗", "150722"),
        ("万州", "500101"),
        ("东乡族自治县", "622926"),
        ("雄安新区雄县", "130638"),
        ("浦东", "310115"),
        ("成都", "510100"),
        ("延边州", "222400"),
        ("延边朝鲜族自治州", "222400"),
        ("锡林郭勒盟", "152500"),
        ("四川", "510000"),
        ("广西", "450000"),
        ("奉节县白帝镇", "500236101"),
        ("重庆奉节白帝镇", "500236101"),
        ("500236101", "500236101"),
        ("东莞市虎门镇", "441900121"),
        ("岑岭县", "653132"),
    ],
)
def test_every_way_of_naming_a_place_finds_it(typed_in, code):
    assert find(typed_in).code == code


def failures():
    """Return the inputs that must fail, each with what the message must say."""
    lines = (CASES / "failures.tsv").read_text(encoding="utf-8").splitlines()[2:]
    rows = [line.split("\t") for line in lines]
    return [
        pytest.param(name.replace("\\s", " "), said.split("|"), id=name or "empty") for name, said in rows
    ]


@pytest.mark.parametrize(("typed_in", "said"), failures())
def test_a_name_that_cannot_be_settled_is_explained(typed_in, said):
    with pytest.raises(PlaceError) as caught:
        resolve(typed_in)
    message = caught.value.message + caught.value.remedy
    assert not [piece for piece in said if piece not in message], message


def test_a_place_error_is_one_that_the_command_line_reports():
    with pytest.raises(GeneratorError) as caught:
        resolve("鼓楼区")
    assert caught.value.remedy


def test_what_a_message_says_to_type_means_that_place():
    rows = list(all_divisions())
    names = {row.name for row in rows} | {row.short for row in rows}
    for name in sorted(names):
        found = candidates(name)
        for row in found if len(found) > 1 else ():
            assert candidates(typed(row, found)) == (row,), (name, row)


def test_ambiguous_names_are_the_28_that_are_known():
    names = {}
    for row in all_divisions():
        if row.level == 3:
            names.setdefault(row.name, []).append(row)
    shared = {name: rows for name, rows in names.items() if len(rows) > 1}
    assert len(shared) == 28
    for name in shared:
        with pytest.raises(PlaceError, match="请写明是哪一处"):
            find(name)


def test_a_current_name_is_told_about_its_retired_namesake():
    place = resolve("江北区")
    assert place.parents == ("浙江省", "宁波市")
    assert "重庆的“江北区”已于2025年11月撤销" in place.notes[0]
    assert not [note for note in resolve("宁波江北区").notes if "重庆" in note]


OPENED = """
import json, sys
sys.path.insert(0, sys.argv[2])
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from generator.places.resolve import resolve
resolve(sys.argv[1])
print(json.dumps([path.replace(chr(92), "/") for path in opened]))
"""


def files_opened(name):
    """Return the data files that resolving a name opens, in a fresh process."""
    run = subprocess.run([sys.executable, "-c", OPENED, name, str(ROOT)], capture_output=True, check=True)
    return [path.rpartition("/places/data/")[2] for path in json.loads(run.stdout) if "/places/data/" in path]


@pytest.mark.parametrize("name", ["奉节县", "南京鼓楼区", "达茂旗", "500236", "重庆市"])
def test_township_names_are_not_read_to_resolve_a_county(name):
    opened = files_opened(name)
    assert "divisions.tsv" in opened
    assert not [path for path in opened if path.startswith("townships/")]


def test_a_township_in_a_named_county_opens_one_province_only():
    assert {p for p in files_opened("奉节县白帝镇") if p.startswith("townships/")} == {"townships/50.tsv"}


def test_resolving_one_place_takes_little_memory():
    tracemalloc.start()
    try:
        for name in ("奉节县", "奉节县白帝镇"):
            resolve(name)
        peak = tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()
    assert peak < 10, f"{peak:.1f} MB"


COST = """
import sys, time
sys.path.insert(0, sys.argv[2])
import generator.material
start = time.perf_counter()
from generator.places.resolve import resolve
loaded = time.perf_counter()
resolve(sys.argv[1])
done = time.perf_counter()
print(f"{sys.argv[1]}: 导入 {1e3 * (loaded - start):.1f} ms，认地名 {1e3 * (done - loaded):.1f} ms")
"""


def test_the_cost_of_one_place_can_be_seen(capsys):
    """Print what resolving costs (pytest -s); the clock of a busy machine proves nothing, so none is asserted."""
    for name in ("奉节县", "南京鼓楼区", "奉节县白帝镇"):
        run = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", COST, name, str(ROOT)],
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        with capsys.disabled():
            sys.stdout.write(f"\n{run.stdout.strip()}")
        assert "ms" in run.stdout
