"""写出的快慢: the DOCX writer beside the least that it could cost, and beside python-docx.

Prints ratios of medians taken in one interleaved run; figures of two runs are never compared. The texts of what
the programs wrote are compared first: a fast wrong file is a failure.
Usage: python scripts/bench_docx.py [ROUNDS]
"""

from __future__ import annotations

import io
import statistics
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from random import Random

import docx

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.layout import Paragraph, Role, lay_out
from generator.model import Break, Part, Provenance, Sentence, Span, SpanKind, Speech
from generator.writers.docx import write_docx
from generator.writers.docx_body import style_of
from generator.writers.docx_house import DOCUMENT, HOUSE
from generator.writers.docx_zip import unpack

WORDS = """
营商环境 项目攻坚 招商引资 科技创新 产业升级 绿色转型 生态优先 民生实事 基层治理 安全底线 作风建设 队伍建设 责任落实 督查问效
重点突破 补齐短板 锻造长板 凝聚合力 一抓到底 善作善成 对标先进 问题导向 目标导向 系统观念 粮食安全 耕地保护 防汛抗旱 森林防火
食品药品 社会稳定 矛盾化解 普惠托育 基本医疗 义务教育 养老服务 稳岗就业 特色种植 设施农业 冷链物流 文旅融合 数字经济 先进制造
园区承载 要素保障 金融支持 用地指标 一网通办 信用体系 公平竞争 企业诉求 清单销号 挂图作战 村道养护 河道清淤 燃气入户 校车接送
夜间巡查 值班值守 预案演练 物资储备 隐患台账 消防通道 电梯维保 老旧管网 危房改造 饮水安全 冬季供暖 春耕备耕 秋收秋种 山洪预警
""".split()  # noqa: SIM905 one word to a line would be a hundred lines
VERBS = """
持续推进 着力抓好 坚决守住 全面提升 不断完善 加快构建 切实强化 扎实开展 深入实施 统筹做好 牢牢把握 大力培育 稳步扩大 集中整治
严格落实 逐户排查 按月调度 当面讲清 带头示范 限期办结
""".split()  # noqa: SIM905
OPENINGS = ["围绕", "聚焦", "立足", "面对", "从现在起，要盯紧", "下一步重在", "最难的是", "群众盼的是"]
WHO = ["各乡镇", "各部门", "主要负责同志", "村（社区）", "驻村工作队", "行业主管部门"]
NAMES = {"BodyText": "Body Text", "Heading1": "Heading 1", "Heading2": "Heading 2", "Speaker": "讲话人"}
REPEAT = 5


def speech(rng: Random) -> Speech:
    """Return a speech of 40 paragraphs, 4,300 characters and 60 filled slots, as the peers' benchmark has it."""

    def sentence() -> Sentence:
        county = Span("云阳县", SpanKind.VALUE, "县")
        text = (
            f"以{rng.choice(WORDS)}为抓手，{rng.choice(VERBS)}{rng.choice(WORDS)}、{rng.choice(WORDS)}，服务"
        )
        tail = Span(f"大局，各乡镇“{rng.choice(VERBS)}{rng.choice(WORDS)}”要办到{rng.randint(20, 99)}%。")
        return Sentence((Span(text), county, tail), Provenance("语句库", f"例-{rng.randint(1, 99):02}"))

    def lead() -> Part:
        point = Sentence((Span(f"{rng.choice(WORDS)}要再抓紧。"),))
        return Part(numbering="一是", heading=point, layout=Break.RUN_IN, sentences=(sentence(),))

    def body() -> Part:
        return Part(sentences=(sentence(),), parts=(lead(), lead()))

    def heading(numbering: str, *parts: Part) -> Part:
        title = Sentence((Span(rng.choice(VERBS) + rng.choice(WORDS)),))
        return Part(numbering, numbering, title, Break.HEADING, (), parts)

    parts = tuple(
        heading("一、", *(heading("（一）", *(body() for _ in range(3))) for _ in range(2))) for _ in range(4)
    )
    title = Sentence((Span("在全县2026年工作会议上的讲话"),))
    return Speech(title, parts, "县长　李四", "2026年1月8日", "同志们：", seed=1)


def naive(paragraphs: tuple[Paragraph, ...], base: str | None) -> bytes:
    """Write the paragraphs as one does with python-docx: a paragraph and its style by name."""
    document = docx.Document(base)
    for paragraph in paragraphs:
        name = style_of(paragraph)
        known = base is not None or paragraph.role not in (Role.SPEAKER, Role.DATE, Role.SALUTATION)
        document.add_paragraph(paragraph.text, style=NAMES.get(name, name) if known else "Normal")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def limit(document: bytes) -> Callable[[], bytes]:
    """Return the least work: document.xml deflated, its checksum, and the ready parts joined to it."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        xml = archive.read(DOCUMENT)
    ready = b"".join(part.local for name, part in unpack(document).items() if name != DOCUMENT)

    def work() -> bytes:
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        data = packer.compress(xml) + packer.flush()
        zlib.crc32(xml)
        return b"".join((ready, data))

    return work


def text(document: bytes) -> list[str]:
    """Return the paragraphs of a DOCX as python-docx reads them."""
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(document)).paragraphs]


def timed(work: Callable[[], object]) -> float:
    """Return the CPU seconds of one call; waiting for other programs is not counted."""
    start = time.process_time()
    for _ in range(REPEAT):
        work()
    return (time.process_time() - start) / REPEAT


def main(rounds: int) -> int:
    """Print the table and return the exit code: 1 when a target is missed."""
    made = speech(Random(20260707))
    paragraphs = lay_out(made)
    ours = write_docx(made, paragraphs)
    programs: dict[str, Callable[[], bytes]] = {
        "limit": limit(ours),
        "jianggao": lambda: write_docx(made, paragraphs),
        "python-docx, our template": lambda: naive(paragraphs, str(HOUSE)),
        "python-docx, its own template": lambda: naive(paragraphs, None),
    }
    expected = [paragraph.text for paragraph in paragraphs]
    for name in list(programs)[1:]:
        assert text(programs[name]()) == expected, f"{name}: another text"
    print(
        f"{len(paragraphs)} paragraphs, {sum(map(len, expected))} characters; texts equal; {len(ours)} bytes"
    )
    times: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, work in programs.items():
            times[name].append(timed(work))
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, value in medians.items():
        print(f"{name:30} {value * 1e6:8.0f} us {1 / value:8.0f} /s  {value / medians['limit']:7.2f} x limit")
    cost = medians["jianggao"] / medians["limit"]
    gain = medians["python-docx, our template"] / medians["jianggao"]
    print(
        f"writer / limit: {cost:.2f} (at most 3)   writer against naive python-docx: {gain:.1f} x (at least 15)"
    )
    return 0 if cost <= 3 and gain >= 15 else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 21))
