"""样稿: a speech that uses every feature of the model, built in code; dummy text, and long enough for six pages."""

from __future__ import annotations

from generator.layout import Paragraph, lay_out
from generator.model import Attachment, Break, Part, Provenance, Sentence, Span, SpanKind, Speech

BANK = Provenance("语句库", "严峻-01", "phrasebank/安全生产/形势.yaml", 12)
OWN = Provenance("自拟", "线·排查", "讲话.yaml", 30)
FILLER = (
    "入冬以后，用火用电用气的多了，结冰起雾的日子多了，赶工期、赶订单的也多了，几样叠在一起，平时不出事的地方也可能出事。",
    "上个月夜查26家单位，11家的消防通道堆着货，5家的值班员说不出灭火器放在哪里，整改率只有81.5%。",
    "有的同志觉得“年年讲、年年没事”，有的企业把整改当成《责任书》上的一句话——侥幸两个字，哪一份事故报告里都找得到。",
    "各乡镇党政主要负责同志每月至少带队夜查一次，查什么、查出什么、改到什么程度，记在本子上，月底交县安委办。",
    "标志、护栏、照明本月补齐；劝导站开到早上五点，班车和农用车一辆一辆看（包括外地过境的车辆），看完签字……",
    "谁来查？怎么查？查到什么程度？这三句话要写在纸上、贴在墙上。",
)


def said(*pieces: str | Span, at: Provenance = BANK) -> Sentence:
    """Return a sentence of texts and spans."""
    return Sentence(tuple(each if isinstance(each, Span) else Span(each) for each in pieces), at)


def filler(start: int, count: int = 3) -> tuple[Sentence, ...]:
    """Return so many sentences of dummy text."""
    return tuple(said(FILLER[(start + number) % len(FILLER)]) for number in range(count))


def lead(heading: str, number: int, pattern: str = "一是") -> Part:
    """Return a point that runs on in its paragraph."""
    return Part(numbering=pattern, heading=said(heading), layout=Break.RUN_IN, sentences=filler(number, 2))


def third(heading: str, number: int) -> Part:
    """Return a third-level part, with a fourth level in it."""
    fourth = tuple(
        Part(
            numbering="（1）", heading=said(f"第{name}类"), layout=Break.HEADING, sentences=filler(number, 1)
        )
        for name in "甲乙"
    )
    return Part(
        numbering="1.", heading=said(heading), layout=Break.HEADING, sentences=filler(number), parts=fourth
    )


def second(heading: str, number: int, *parts: Part) -> Part:
    """Return a second-level part."""
    return Part(
        numbering="（一）",
        heading=said(heading),
        layout=Break.HEADING,
        sentences=filler(number, 5),
        parts=parts,
    )


def first(key: str, heading: str, *parts: Part, sentences: tuple[Sentence, ...] = ()) -> Part:
    """Return a first-level part."""
    return Part(key, "一、", said(heading), Break.HEADING, sentences, parts)


def rich() -> Speech:
    """Return the speech."""
    gap = Span("", SpanKind.GAP, "连续无事故天数")
    opening = said(
        "今天这个会，只讲一件事：安全过冬。下面，我讲",
        Span("", SpanKind.COUNT, "点数"),
        "点意见：",
        Span("", SpanKind.TITLES),
        "。",
    )
    facts = said(
        "全县已连续",
        gap,
        "天没有发生较大事故，",
        Span("奉节县", SpanKind.VALUE, "县"),
        "要守住这个成绩 <&>。",
        at=OWN,
    )
    leads = Part(sentences=filler(1, 1), parts=(lead("关口要守得更前。", 2), lead("台账要记得更细。", 4)))
    return Speech(
        title=said("在全县秋冬季安全生产暨森林草原防灭火工作会议上的讲话"),
        speaker="县委书记　张　三",
        date="2026年3月8日",
        salutation="同志们：",
        subtitle="——兼谈岁末年初的值班值守",
        attachments=(
            Attachment("重点部位清单", FILLER[:2]),
            Attachment("值班联系人名单"),
        ),
        seed=7,
        parts=(
            Part("开头", sentences=(opening, facts)),
            first(
                "弦",
                "认清形势，绷紧安全这根“弦”",
                second("看到季节里的险", 0, third("看用火用电", 1), third("看道路交通", 3)),
                second("看到眼皮底下的险", 2, leads),
                sentences=filler(0, 4),
            ),
            first(
                "线", "突出重点，守住安全这条“线”", second("守住燃气这条线", 3), second("守住道路这条线", 1)
            ),
            first("岗", "压实责任，站好安全这班“岗”", second("属地的岗", 5), second("单位的岗", 2, leads)),
            Part("结尾", sentences=(said("同志们，我们多走一步夜路，群众就多一个团圆的年！"),)),
            Part("致谢", sentences=(said("谢谢大家！"),)),
        ),
    )


def paragraphs() -> tuple[Paragraph, ...]:
    """Return the speech laid out."""
    return lay_out(rich())
