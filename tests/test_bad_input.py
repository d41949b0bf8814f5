"""Bad input: each fault is told in Chinese with file, line, the line itself and the remedy; exit 2; nothing written."""

import os
import re
from pathlib import Path

import pytest

BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))


def expectations(path):
    """Return (line, words of the message, words of the remedy) from the first line of a bad file."""
    head = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# 期望 ")
    for each in head.split("；"):
        line, message, remedy = re.fullmatch(r"(?:(\d+): )?(.*) → (.*)", each).groups()
        yield line, message, remedy


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
@pytest.mark.parametrize("command", ["generate", "preview"])
def test_a_faulty_brief_is_told_with_its_lines(path, command, run, tmp_path):
    result = run(command, path)
    assert result.exit_code == 2
    assert result.stdout == ""
    for line, message, remedy in expectations(path):
        findings = [f for f in re.split(r"(?m)^(?=/)", result.stderr) if message in f and remedy in f]
        assert findings, result.stderr
        if line:
            assert f"{path}:{line}：错误：" in findings[0], result.stderr
            written = path.read_text(encoding="utf-8").splitlines()[int(line) - 1].strip()
            assert written in findings[0]
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_is_named(run):
    result = run("generate", "没有.yaml")
    assert result.exit_code == 2
    assert "找不到文件：没有.yaml" in result.stderr


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("没有这个文件夹/讲话.docx", "输出的文件夹不存在"),
        ("讲话.pdf", "不认识的输出格式“.pdf”"),
        (".", "不认识的输出格式"),
    ],
)
def test_an_output_that_cannot_be_written_is_refused_before_the_work(name, message, run, brief):
    result = run("generate", brief(), "-o", name)
    assert result.exit_code == 2
    assert message in result.stderr


def test_an_existing_file_is_kept_unless_forced(run, brief, tmp_path):
    (tmp_path / "讲话.txt").write_text("旧稿", encoding="utf-8")
    result = run("generate", brief(), "-o", "讲话.txt")
    assert result.exit_code == 2
    assert "已经存在" in result.stderr
    assert "--force" in result.stderr
    assert (tmp_path / "讲话.txt").read_text(encoding="utf-8") == "旧稿"
    run("generate", brief(), "-o", "讲话.txt", "--force")
    assert (tmp_path / "讲话.txt").read_text(encoding="utf-8") != "旧稿"


def test_an_unwritable_folder_is_refused(run, brief, tmp_path, monkeypatch):
    monkeypatch.setattr("os.access", lambda path, mode: mode != os.W_OK)  # root may write anywhere
    result = run("generate", brief(), "-o", "讲话.txt")
    assert result.exit_code == 2
    assert "没有权限" in result.stderr


def test_a_gb18030_brief_is_read_with_a_notice(run, brief, tmp_path):
    path = brief()
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    result = run("preview", path, "--plain")
    assert result.exit_code == 0
    assert "GB18030" in result.stderr
    assert "同志们：" in result.stdout


def test_a_brief_with_a_bom_is_read_in_silence(run, brief):
    path = brief()
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    result = run("preview", path, "--plain")
    assert result.exit_code == 0
    assert "编码" not in result.stderr


@pytest.mark.parametrize("content", [b"\xff\xfe\x00\x01\x80", b"\x89PNG\r\n\x1a\n\xff\xff"])
def test_a_file_that_is_no_text_is_refused(content, run, tmp_path):
    (tmp_path / "图.yaml").write_bytes(content)
    result = run("preview", "图.yaml")
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{县委办公楼}}要开会。", "“{{县委办公楼}}”没有声明过"),
        ("{{全县上下。", "没有配对"),
        ("{{成效|加号}}。", "没有叫“加号”的写法"),
        ("{% if 全县 %}上下{% endif %}。", "不允许的写法"),
    ],
)
@pytest.mark.parametrize("command", [("list", "phrases"), ("list", "moves")])
def test_a_faulty_phrase_is_named_when_the_library_is_read(text, message, command, run, tmp_path):
    folder = tmp_path / "素材" / "phrasebank" / "疫情防控"
    folder.mkdir(parents=True)
    lines = ["结尾·号召:", "  - 号: 坏-01", f'    文: "{text}"', "  - 号: 坏-02", '    文: "{{没有这个}}。"']
    (folder / "坏语句.yaml").write_text("\n".join(lines), encoding="utf-8")
    result = run(*command, "--library", tmp_path / "素材")
    assert result.exit_code == 2
    assert message in result.stderr
    assert "坏语句.yaml:3：错误" in result.stderr
    assert "坏语句.yaml:5：错误：“{{没有这个}}”没有声明过" in result.stderr, "all faults at once"


def test_a_feature_that_no_place_has_is_named(run, tmp_path):
    folder = tmp_path / "素材" / "phrasebank" / "疫情防控"
    folder.mkdir(parents=True)
    (folder / "坏.yaml").write_text(
        '结尾·号召:\n  - {号: 坏-01, 文: "好。", 适用: [山村]}\n', encoding="utf-8"
    )
    result = run("list", "phrases", "--library", tmp_path / "素材")
    assert result.exit_code == 2
    assert "适用里没有“山村”这个特征" in result.stderr
    assert "农村" in result.stderr


def test_a_skeleton_that_calls_an_unknown_move_is_told(run, brief, tmp_path):
    folder = tmp_path / "素材" / "skeletons"
    folder.mkdir(parents=True)
    (folder / "我的会.yaml").write_text(
        "名称: 我的会\n标题: 讲话\n部分:\n  一: {环节: [从没写过·的环节]}\n", encoding="utf-8"
    )
    result = run("preview", brief(skeleton="我的会"), "--library", tmp_path / "素材")
    assert result.exit_code == 2
    assert "从没写过·的环节" in result.stderr
    assert "phrasebank/疫情防控/" in result.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["generat"], "您是不是要写：generate"),
        (["generate"], "缺少要素.yaml"),
        (["preview", "x.yaml", "--plian"], "没有选项 --plian"),
        (["preview", "x.yaml", "--seed", "多"], "--seed 的值不合要求"),
        (["list", "words"], "KIND"),
        (["preview", "x.yaml", "--set", "完成时限"], "少了等号"),
        (["preview", "x.yaml", "--library", "没有"], "找不到文件夹"),
    ],
)
def test_a_faulty_command_line_is_told_in_chinese(args, message, run):
    result = run(*args)
    assert result.exit_code == 2
    assert message.lower() in result.stderr.lower()


def test_a_nested_bomb_is_refused_without_a_traceback(run, tmp_path):
    (tmp_path / "深.yaml").write_text("部分: " + "[" * 5000 + "]" * 5000, encoding="utf-8")
    result = run("preview", "深.yaml")
    assert result.exit_code == 2


def test_a_skeleton_name_cannot_leave_its_folder(run, brief):
    result = run("preview", brief(skeleton="../skeletons/部署会"))
    assert result.exit_code == 2
    assert "没有“../skeletons/部署会”这个骨架" in result.stderr
