"""jianggao check: exit codes, formats, settings, baselines, mends and comments."""

import json
import re

import pytest

from generator.checking import read_rulebook
from generator.checks import run as runner
from generator.library import Library

FAULTY = "在全县安全生产工作会议上的讲话\n\n同志们：\n今天的会,讲一件事。\n巫山县委已经作出部署。\n"
CLEAN = "在全县安全生产工作会议上的讲话\n\n同志们：\n今天的会，讲一件事。\n奉节县委已经作出部署。\n"


@pytest.fixture
def draft(tmp_path):
    """Return a function that writes a draft and returns its path."""

    def write(text=FAULTY, name="稿.txt", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write


def report(run, path, *options):
    """Return the JSON of a check."""
    result = run("check", path, "--place", "奉节县", "--format", "json", *options)
    return json.loads(result.stdout)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 1),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "info"), 1),
        (("--fail-on", "never"), 0),
        (("--ignore", "PL"), 0),
        (("--ignore", "PL", "--fail-on", "warning"), 1),
        (("--select", "NB"), 0),
        (("--format", "sarif"), 1),
        (("--format", "json"), 1),
        (("--nonsense",), 2),
        (("--select", "XX99"), 2),
        (("--config", "没有.yaml"), 2),
        (("--baseline", "没有.json"), 2),
        (("--place", "鼓楼区"), 2),
    ],
)
def test_the_exit_code_tells_what_was_found(options, code, run, draft):
    assert run("check", draft(), "--place", "奉节县", *options).exit_code == code


def test_a_clean_draft_ends_with_zero(run, draft):
    result = run("check", draft(CLEAN), "--place", "奉节县")
    assert result.exit_code == 0
    assert result.stdout == f"{draft(CLEAN)}：没有发现问题；按重庆市奉节县检查。\n"


def test_the_place_is_inferred_from_the_draft_and_told(run, draft):
    text = CLEAN.replace("同志们：", "同志们：\n奉节县上下要行动起来，奉节县各镇要跟上。\n巫山县委也要跟上。")
    result = run("check", draft(text))
    assert "PL01" in result.stdout
    assert "按重庆市奉节县检查（由稿子推定" in result.stdout


def test_positions_count_code_points_of_the_text_as_it_stands(run, draft):
    text = "标题\r\n\r\n　　同志们：\r\n　　今天𠮷的会,讲一件事。\r\n"
    found = report(run, draft(text), "--select", "PN01")["findings"][0]
    assert text[found["start"] : found["end"]] == found["quote"] == ","
    assert (found["paragraph"], found["line"], found["column"]) == (3, 4, text.split("\n")[3].index(","))
    assert found["fix"] == "，"


def test_json_carries_its_schema_and_all_fields(run, draft):
    found = report(run, draft())
    assert found["schema"] == 1
    assert found["files"][0]["place"] == "重庆市奉节县"
    assert "PL01" in found["rules"]
    wanted = [
        "id",
        "slug",
        "severity",
        "confidence",
        "message",
        "file",
        "paragraph",
        "line",
        "column",
        "start",
        "end",
        "quote",
        "fix",
    ]
    for each in found["findings"]:
        assert set(wanted) <= set(each)
        assert each["severity"] in ("error", "warning", "info")
        assert each["confidence"] in ("certain", "likely", "hint")
    starts = [each["start"] for each in found["findings"]]
    assert starts == sorted(starts)


def test_sarif_names_every_rule_and_places_each_result(run, draft):
    log = json.loads(run("check", draft(), "--place", "奉节县", "--format", "sarif").stdout)
    sarif = log["runs"][0]
    assert (log["version"], sarif["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    ids = [rule["id"] for rule in sarif["tool"]["driver"]["rules"]]
    assert ids == sorted(read_rulebook(Library()).rules)
    result = next(each for each in sarif["results"] if each["ruleId"] == "PL01")
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["snippet"]["text"]) == (5, 1, "巫山县委")
    assert result["level"] == "error"
    assert ids[result["ruleIndex"]] == "PL01"
    assert result["partialFingerprints"]


def test_standard_input_is_read(run):
    result = run("check", "-", "--place", "奉节县", input=FAULTY.encode())
    assert result.exit_code == 1
    assert "标准输入:5:1：错误 PL01" in result.stdout


def test_several_files_are_checked_and_an_unreadable_one_is_told(run, draft, tmp_path):
    result = run("check", draft(), tmp_path / "没有.txt", draft(CLEAN, "净.txt"), "--place", "奉节县")
    assert result.exit_code == 2
    assert "找不到文件" in result.stderr
    assert "稿.txt" in result.stdout
    assert "净.txt：没有发现问题" in result.stdout


def test_settings_of_the_current_folder_hold(run, draft, tmp_path):
    (tmp_path / ".jianggao.yaml").write_text(
        "地点: 奉节县\n不查: [PN]\n级别: {PL01: 提示}\n可用地名: []\n", encoding="utf-8"
    )
    result = run("check", draft())
    assert result.exit_code == 0
    assert "提示 PL01" in result.stdout
    assert "PN01" not in result.stdout


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("不查: [PX]\n", "不查里没有“PX”这个规则"),
        ("级别: {PL01: 严重}\n", "PL01的级别里没有“严重”这个写法"),
        ("级别: {PL77: 提示}\n", "级别里没有“PL77”这个规则"),
        ("不差: [PN]\n", "检查设定里没有“不差”这个键"),
        ("免查: [{号: PL01, 引文: 巫山县委}]\n", "免查的一项缺少“理由”"),
        ("不查: [PN\n", "设定.yaml"),
    ],
)
def test_faulty_settings_are_told_with_their_line(text, told, run, draft, tmp_path):
    path = draft(text, "设定.yaml")
    result = run("check", draft(), "--config", path)
    assert result.exit_code == 2
    assert told in result.stderr
    assert "设定.yaml:1" in result.stderr


def test_an_accepted_word_and_a_waiver_silence_a_finding(run, draft):
    config = draft("认可的词: [巫山县委]\n", "设定.yaml")
    assert not [f for f in report(run, draft(), "--config", config)["findings"] if f["id"] == "PL01"]
    config = draft("免查: [{号: PL01, 引文: 巫山县委, 理由: 两县联合发文}]\n", "设定.yaml")
    assert not [f for f in report(run, draft(), "--config", config)["findings"] if f["id"] == "PL01"]


def test_a_mark_in_the_text_waives_its_paragraph_only_with_a_reason(run, draft):
    with_reason = FAULTY.replace("部署。", "部署。〔免查 PL01：两县联合发文〕")
    without = FAULTY.replace("部署。", "部署。〔免查 PL01〕")
    elsewhere = FAULTY.replace("讲一件事。", "讲一件事。〔免查 PL01：理由〕")

    def ids(text):
        return [each["id"] for each in report(run, draft(text))["findings"]]

    assert ids(with_reason) == ["PN01"]
    assert ids(without) == ["PN01", "PL01", "SU01"]
    assert ids(elsewhere) == ["PN01", "SU02", "PL01"]


def test_a_baseline_leaves_only_what_is_new(run, draft, tmp_path):
    old = tmp_path / "旧账.json"
    old.write_text(run("check", draft(), "--place", "奉节县", "--format", "json").stdout, encoding="utf-8")
    moved = FAULTY.replace("同志们：", "同志们：\n先说一句。\n云阳县委也来了。")
    found = report(run, draft(moved), "--baseline", old)["findings"]
    assert [each["quote"] for each in found] == ["云阳县委"]


def test_a_hint_is_never_raised_to_an_error(run, draft):
    config = draft("级别: {WD03: 错误}\n", "设定.yaml")
    found = report(run, draft("各地要因地制移。\n"), "--config", config)["findings"]
    assert [each["severity"] for each in found if each["id"] == "WD03"] == ["warning"]


def test_a_rule_that_crashes_is_named_and_the_rest_still_run(run, draft, monkeypatch):
    def broken(manuscript, setting):
        raise ZeroDivisionError("a bug")

    table = ((broken, ("NB01",)), *runner.CHECKS)
    monkeypatch.setattr(runner.run, "__defaults__", (table,))
    result = run("check", draft(), "--place", "奉节县")
    assert result.exit_code == 2
    assert "规则 NB01 出了故障" in result.stderr
    assert "ZeroDivisionError: a bug" in result.stderr
    assert "PL01" in result.stdout


def test_only_safe_mends_are_made_and_twice_changes_nothing(run, draft, tmp_path):
    first, second = tmp_path / "一.txt", tmp_path / "二.txt"
    text = FAULTY.replace("今天的会,", "今天\u200b的会,我们一如即往,")
    assert run("check", draft(text), "--fix", "-o", first, "--place", "奉节县").exit_code == 1
    mended = first.read_text(encoding="utf-8")
    assert mended == FAULTY.replace("今天的会,", "今天的会，我们一如既往，")
    run("check", first, "--fix", "-o", second, "--place", "奉节县")
    assert second.read_text(encoding="utf-8") == mended


def test_nothing_is_overwritten_without_force(run, draft, tmp_path):
    out = draft("旧的", "出.txt")
    assert run("check", draft(), "--fix", "-o", out).exit_code == 2
    assert out.read_text(encoding="utf-8") == "旧的"
    assert run("check", draft(), "--fix", "-o", out, "--force").exit_code in (0, 1)


@pytest.mark.parametrize(
    "options",
    [
        ("--fix",),
        ("-o", "出.txt"),
        ("--fix", "-o", "出.docx"),
        ("--annotate", "出.txt"),
        ("--date", "2026-13-01"),
    ],
)
def test_options_that_do_not_go_together_are_refused(options, run, draft):
    result = run("check", draft(), *options)
    assert result.exit_code == 2
    assert result.stderr.startswith("错误：")


def test_a_text_becomes_a_docx_with_a_comment_at_each_finding(run, draft, tmp_path):
    from zipfile import ZipFile

    out = tmp_path / "批注.docx"
    run("check", draft(), "--place", "奉节县", "--annotate", out)
    with ZipFile(out) as package:
        comments = package.read("word/comments.xml").decode()
        body = package.read("word/document.xml").decode()
    assert re.findall(r"(?:错误|警告) [A-Z]{2}\d{2}", comments) == ["警告 PN01", "错误 PL01"]
    inside = re.search(r'<w:commentRangeStart w:id="1"/>(.*?)<w:commentRangeEnd w:id="1"/>', body)[1]
    assert re.sub(r"<[^>]+>", "", inside) == "巫山县委"


def test_a_docx_is_checked_as_its_text_is(run, brief, tmp_path):
    text = '自拟:\n  岗·属地: ["巫山县委要带头,做到安全。"]\n'
    path = brief(text, topic="安全生产")
    run("generate", path, "-o", tmp_path / "a.docx")
    run("generate", path, "-o", tmp_path / "a.txt")
    one, two = (report(run, tmp_path / name)["findings"] for name in ("a.docx", "a.txt"))
    assert [(f["id"], f["quote"]) for f in one] == [(f["id"], f["quote"]) for f in two] != []


@pytest.mark.parametrize("form", ["docx", "txt", "html", "md", "json"])
def test_generate_checks_itself_and_writes_all_the_same(form, run, brief, tmp_path):
    path = brief('自拟:\n  岗·属地: ["巫山县委要带头。"]\n', topic="安全生产")
    out = tmp_path / f"讲话.{form}"
    result = run("generate", path, "-o", out)
    assert result.exit_code == 1
    assert "错误 PL01：“巫山县委”是外地的" in result.stderr
    assert out.exists()


def test_generate_puts_a_comment_at_each_finding(run, brief, tmp_path):
    from zipfile import ZipFile

    path = brief('自拟:\n  岗·属地: ["巫山县委要带头。"]\n', topic="安全生产")
    run("generate", path, "-o", tmp_path / "讲话.docx")
    with ZipFile(tmp_path / "讲话.docx") as package:
        assert "错误 PL01" in package.read("word/comments.xml").decode()


def test_generate_writes_nothing_when_strict_and_something_is_found(run, brief, tmp_path):
    path = brief('自拟:\n  岗·属地: ["巫山县委要带头。"]\n', topic="安全生产")
    result = run("generate", path, "-o", tmp_path / "讲话.docx", "--strict")
    assert result.exit_code == 1
    assert not (tmp_path / "讲话.docx").exists()


def test_a_gap_is_told_as_a_gap_and_not_as_a_fault(run, brief, tmp_path):
    path = brief("自拟:\n  岗·属地: ['由{{讲话人}}负责。']\n")
    result = run("generate", path, "-o", tmp_path / "讲话.txt")
    assert "【待填：讲话人】" in (tmp_path / "讲话.txt").read_text(encoding="utf-8")
    assert "待填：讲话人" in result.stderr
    assert "PH05" not in result.stderr


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("空.txt", b"", "是空的"),
        ("白.txt", "　\n\n ".encode(), "是空的"),
        ("图.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "图.txt 读不了：图片"),
        ("乱.txt", bytes(range(1, 32)) * 99, "不是文本文件"),
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "旧版 Word"),
        ("要素.yaml", "骨架: 部署会".encode(), "要素.yaml 不是文稿：YAML 文件"),
        ("讲话.json", b"{}", "不是文稿"),
        ("册.pdf", b"%PDF-1.7\n", "册.pdf 读不了：PDF 文件"),
        ("破.docx", "不是压缩包".encode(), "不是完好的 DOCX"),
        ("断.docx", b"PK\x03\x04" + bytes(50), "docx"),
        ("大.txt", "全县要行动。".encode() * 2_800_000, "超过上限"),
    ],
)
def test_what_is_no_draft_is_refused_with_a_clear_word(name, data, told, run, tmp_path):
    path = tmp_path / name
    path.write_bytes(data)
    result = run("check", path)
    assert result.exit_code == 2
    assert told.lower() in result.stderr.lower()
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "text",
    [
        "（" * 100_000,
        "“" * 50_000 + "”" * 50_000,
        "一是" * 50_000,
        "一、" * 50_000,
        "奉节县" * 30_000,
        "2026年2月30日" * 10_000,
        "哈" * 100_000,
        "." * 100_000,
        "1" * 100_000,
        "中国" * 50_000,
        "，" * 100_000,
        "第一，" * 30_000,
    ],
    ids=lambda text: text[:4],
)
def test_endless_repetition_ends(text, run, draft):
    result = run("check", draft(text), "--place", "奉节县")
    assert result.exit_code in (0, 1)


def test_gb18030_is_read_with_a_notice(run, draft):
    result = run("check", draft(encoding="gb18030"), "--place", "奉节县")
    assert "GB18030" in result.stderr
    assert "PL01" in result.stdout


def test_a_rule_of_ones_own_is_held_to_its_examples(run, draft, tmp_path):
    rules = tmp_path / "素材/phrasebank/规则/本县.yaml"
    rules.parent.mkdir(parents=True)
    rules.write_text(
        "XB01:\n  名: old-name\n  题: 旧名\n  级别: 警告\n  把握: 确定\n  来源: 约定\n  依据: 方案\n  理由: 改了\n"
        "  模式: 县安监司\n  说法: 旧名\n  错例: [由县安监局牵头。]\n  对例: [县安监司也来。]\n",
        encoding="utf-8",
    )
    result = run("check", draft(), "--library", tmp_path / "素材")
    assert result.exit_code == 2
    assert "规则“XB01”在错例里没有找到毛病：由县安监局牵头。" in result.stderr
    assert "规则“XB01”在对例里找到了毛病：县安监司也来。" in result.stderr
    assert "本县.yaml:2" in result.stderr
