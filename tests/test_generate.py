"""jianggao generate and preview, as a user meets them."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document

from generator.layout import text_of
from generator.library import Library
from generator.pipeline import generate
from tests.conftest import EXAMPLES

DEPLOYMENTS = [path for path in EXAMPLES if "骨架: 部署会" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", DEPLOYMENTS, ids=lambda path: path.stem)
def test_an_example_becomes_a_docx_that_says_what_the_preview_says(path, run, tmp_path):
    result = run("generate", path, "-o", "讲话.docx")
    assert result.exit_code == 0, result.stderr
    document = Document(str(tmp_path / "讲话.docx"))
    written = [p.text for p in document.paragraphs if p.text.strip()]
    plain = run("preview", path, "--plain").stdout
    assert written == plain.splitlines()
    text = "".join(written)
    assert len(text) >= 2000
    assert "{{" not in text
    assert not re.search(r"[Xx]{2}", text)
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert [heading[:2] for heading in headings] == ["一、", "二、", "三、"]


@pytest.mark.parametrize("suffix", ["docx", "txt", "md", "json"])
def test_the_same_brief_gives_the_same_bytes_in_every_format(suffix, run, tmp_path):
    for name in ("甲", "乙"):
        assert run("generate", EXAMPLES[0], "-o", f"{name}.{suffix}").exit_code == 0
    assert (tmp_path / f"甲.{suffix}").read_bytes() == (tmp_path / f"乙.{suffix}").read_bytes()


def test_a_txt_equals_the_plain_preview(run, tmp_path):
    run("generate", EXAMPLES[0], "-o", "讲话.txt")
    assert (tmp_path / "讲话.txt").read_text(encoding="utf-8") == run(
        "preview", EXAMPLES[0], "--plain"
    ).stdout


def test_a_dash_reads_the_brief_from_standard_input(run, tmp_path):
    text = EXAMPLES[0].read_text(encoding="utf-8")
    result = run("preview", "-", "--plain", input=text.encode("utf-8"))
    assert result.stdout == run("preview", EXAMPLES[0], "--plain").stdout
    assert run("generate", "-", input=text.encode("utf-8")).exit_code == 0
    assert (tmp_path / "讲话.docx").exists()
    wrong = run("preview", "-", input="骨架: 部署会\n地点：奉节县\n".encode())
    assert wrong.exit_code == 2
    assert "标准输入:2：错误" in wrong.stderr


def test_markdown_has_headings_and_bold_leads(run, tmp_path):
    run("generate", EXAMPLES[0], "-o", "讲话.md")
    text = (tmp_path / "讲话.md").read_text(encoding="utf-8")
    assert text.startswith("# 在")
    assert len(re.findall(r"(?m)^## [一二三]、", text)) == 3
    assert "**" in text


def test_json_holds_every_run_with_its_origin(run, tmp_path):
    run("generate", EXAMPLES[0], "-o", "讲话.json")
    speech = json.loads((tmp_path / "讲话.json").read_text(encoding="utf-8"))
    assert speech["schema"] == 1
    plain = run("preview", EXAMPLES[0], "--plain").stdout.splitlines()
    assert [p["text"] for p in speech["paragraphs"]] == plain
    runs = [run for p in speech["paragraphs"] if p["role"] == "正文" for run in p["runs"]]
    assert {"语句库", "骨架", "要素"} <= {each["origin"] for each in runs} | {"要素"}
    assert all(each["file"] for each in runs if each["origin"] == "语句库")


def test_the_ledger_names_the_origin_of_every_sentence(run, tmp_path):
    run("generate", EXAMPLES[0], "-o", "讲话.txt", "--ledger", "出处.json")
    ledger = json.loads((tmp_path / "出处.json").read_text(encoding="utf-8"))
    assert sum(ledger["shares"].values()) == pytest.approx(1, abs=0.001)
    assert ledger["shares"]["语句库"] > 0.5
    assert ledger["shares"]["要素"] > 0.01
    text = "".join(each["text"] for each in ledger["sentences"])
    assert text == (tmp_path / "讲话.txt").read_text(encoding="utf-8").replace("\n", "")


NEEDY = {
    "skeletons/缺.yaml": "名称: 缺\n参数:\n  户数: {类型: 数, 单位: 户, 问: 一共多少户}\n标题: 讲话\n部分:\n  一: {环节: [缺·一]}\n",
    "phrasebank/疫情防控/缺.yaml": '缺·一:\n  - 号: 缺-01\n    文: "一共{{户数}}。"\n',
}


@pytest.fixture
def needy(tmp_path):
    """Return a library whose only phrase needs a fact that the brief lacks."""
    for name, text in NEEDY.items():
        path = tmp_path / "素材" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "素材"


def test_a_gap_is_visible_listed_and_fatal_only_when_strict(run, brief, needy, tmp_path):
    path = brief(skeleton="缺")
    result = run("generate", path, "-o", "讲话.txt", "--library", needy)
    assert result.exit_code == 0
    assert "一共【待填：户数】。" in (tmp_path / "讲话.txt").read_text(encoding="utf-8")
    assert "待填：户数（一共多少户）" in result.stderr
    strict = run("generate", path, "-o", "严.txt", "--library", needy, "--strict")
    assert strict.exit_code == 1
    assert "户数" in strict.stderr
    assert not (tmp_path / "严.txt").exists()


def test_a_gap_is_highlighted_in_the_docx(run, brief, needy, tmp_path):
    run("generate", brief(skeleton="缺"), "-o", "讲话.docx", "--library", needy)
    document = Document(str(tmp_path / "讲话.docx"))
    runs = [r for p in document.paragraphs for r in p.runs if "待填" in r.text]
    assert [r.font.highlight_color is not None for r in runs] == [True]


def test_the_preview_marks_parts_and_tells_length_and_minutes(run):
    result = run("preview", EXAMPLES[0], "--trace")
    assert "〔通用/" in result.stdout or "〔疫情防控/" in result.stdout
    assert re.search(r"全文 \d+ 字，不计标点，按每分钟 200 字约 \d+ 分钟", result.stdout)
    for part in ("开头", "弦", "线", "岗", "结尾"):
        assert re.search(rf"(?m)^{part}\s+█+\s+\d+ 字\s+\d+%", result.stdout)


def test_set_place_and_seed_replace_what_the_brief_says(run):
    first = run("preview", EXAMPLES[0], "--plain").stdout
    assert "全县" in first
    other = run("preview", EXAMPLES[0], "--plain", "--place", "渝中区", "--seed", "9").stdout
    assert "各街道" in other
    assert other != first
    titled = run("preview", EXAMPLES[0], "--plain", "--set", "会议名称=全县誓师大会").stdout
    assert titled.startswith("在全县誓师大会上的讲话\n")
    own = run("preview", EXAMPLES[0], "--plain", "--set", "标题式=平式").stdout
    assert "一、把风险想在前面" in own


def test_a_library_of_ones_own_hides_the_shipped_namesake(run, brief, tmp_path):
    folder = tmp_path / "素材" / "skeletons"
    folder.mkdir(parents=True)
    (folder / "部署会.yaml").write_text(
        "名称: 部署会\n标题: 自家的会\n部分:\n  一: {环节: [结尾·号召]}\n", encoding="utf-8"
    )
    result = run("preview", brief(), "--plain", "--library", tmp_path / "素材")
    assert result.stdout.startswith("自家的会\n")


def test_a_profile_beside_the_brief_serves_as_its_place(run, brief, tmp_path):
    (tmp_path / "我区.yaml").write_text("名称: 万盛经开区\n所属: [重庆市]\n下级: 镇街\n", encoding="utf-8")
    result = run("preview", brief(place="我区.yaml"), "--plain")
    assert result.exit_code == 0, result.stderr
    assert "各镇街" in result.stdout
    (tmp_path / "我区.yaml").write_text("名称: 万盛经开区\n所书: [重庆市]\n", encoding="utf-8")
    wrong = run("preview", brief(place="我区.yaml"), "--plain")
    assert wrong.exit_code == 2
    assert "所属" in wrong.stderr
    assert "我区.yaml:2" in wrong.stderr


def test_the_preview_of_a_brief_follows_the_pipeline():
    draft = generate(EXAMPLES[0], Library(), {})
    assert text_of(draft.paragraphs).startswith("在全县")


def test_listing_filters_and_counts(run):
    everything = json.loads(run("list", "phrases", "--json").stdout)
    closings = json.loads(run("list", "phrases", "--move", "结尾", "--topic", "通用", "--json").stdout)
    assert everything["schema"] == closings["schema"] == 1
    assert {item["环节"] for item in closings["items"]} == {"结尾·回应", "结尾·收束", "结尾·号召"}
    assert len(closings["items"]) < len(everything["items"])
    assert "部署会" in run("list", "skeletons").stdout
    moves = json.loads(run("list", "moves", "--move", "责任", "--json").stdout)["items"]
    assert all(item["环节"].startswith("责任") for item in moves)


def test_place_as_json_is_the_documented_contract(run):
    found = json.loads(run("place", "渝中区", "--json").stdout)
    assert found["schema"] == 1
    assert found["name"] == "渝中区"
    assert found["code"] == "500103"
    assert found["type"] == "市辖区"
    assert found["parents"] == ["重庆市"]
    assert found["words"]["全县"] == "全区"
    assert found["words"]["各乡镇"] == "各街道"
    assert found["chain"] == "国家、市"
    table = run("place", "渝中区").stdout
    assert "全县 → 全区" in table
    assert "2025-12-31" in table


@pytest.mark.parametrize("name", ["", "火星县", "东京都", "999999", "渝北区", "雄安新区"])
def test_a_place_that_cannot_be_settled_is_told(name, run):
    result = run("place", name)
    assert result.exit_code == 2
    assert "错误：" in result.stderr
    assert "→" in result.stderr


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("巫三县", "巫山县"), ("义屋市", "义乌市"), ("奉接县", "奉节县"), ("锡林浩持市", "锡林浩特市")],
)
def test_an_unknown_place_names_the_nearest(slip, meant, run):
    assert meant in run("place", slip).stderr.splitlines()[0]


def test_a_name_that_the_usual_fonts_lack_is_noticed(run, brief):
    path = brief("讲话人: {职务: 县长, 姓名: 李喆}\n")
    assert "喆" in run("generate", path, "-o", "讲话.docx").stderr
    assert "字体" in run("generate", path, "-o", "另.docx").stderr
    plain = brief("讲话人: {职务: 县长, 姓名: 李四}\n", name="平.yaml")
    assert "字体" not in run("generate", plain, "-o", "平.docx").stderr


def test_trace_and_large_reach_the_docx(run, brief, tmp_path):
    path = brief("字数: 2500\n")
    for name, option in (("常.docx", None), ("批.docx", "--trace"), ("大.docx", "--large")):
        assert run("generate", path, "-o", name, *filter(None, [option])).exit_code == 0
    comments = {
        name: zipfile.ZipFile(tmp_path / name).read("word/comments.xml") for name in ("常.docx", "批.docx")
    }
    assert comments["常.docx"].count(b"<w:comment ") == 0
    assert comments["批.docx"].count(b"<w:comment ") > 20
    texts = [
        "".join(p.text for p in Document(str(tmp_path / name)).paragraphs) for name in ("常.docx", "大.docx")
    ]
    assert texts[0] == texts[1]


def test_a_length_that_cannot_be_had_is_told(run, brief):
    result = run("preview", brief("字数: 200\n"), "--plain")
    assert re.search(r"提示：要素要 200 字，这些要点只能写成 \d+ 字；要接近，请减少要点或部分", result.stderr)


@pytest.mark.parametrize("ledger", ["讲话.txt", "出处.docx"])
def test_a_ledger_never_takes_the_place_of_the_speech(ledger, run, brief):
    result = run("generate", brief(), "-o", "讲话.txt", "--ledger", ledger)
    assert result.exit_code == 2
    assert "出处账要写成另一个 .json 文件" in result.stderr
    assert not Path("讲话.txt").exists()


@pytest.mark.parametrize("folder", [".", "/"])
def test_a_folder_is_no_brief(folder, run):
    result = run("generate", folder)
    assert result.exit_code == 2
    assert "是文件夹" in result.stderr


def test_a_topic_of_ones_own_need_not_have_the_words_of_the_others(run, tmp_path):
    topic = tmp_path / "素材/phrasebank/春季植树"
    topic.mkdir(parents=True)
    (topic / "主题.yaml").write_text("主题: 春季植树\n", encoding="utf-8")
    (topic / "语句.yaml").write_text('动员·开头:\n  - 号: 一\n    文: "{{全县}}植树。"\n', encoding="utf-8")
    assert run("list", "phrases", "--library", tmp_path / "素材").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("preview", "x.yaml", "--seed", "-1"), "应当是 0 到 999999999 的整数"),
        (("list", "skeleton"), "可以写的有：skeletons、topics"),
        (("check", "x.txt", "--format", "xml"), "可以写的有：text、json、sarif"),
    ],
)
def test_a_wrong_value_of_an_option_is_told_in_chinese(arguments, told, run):
    result = run(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr
