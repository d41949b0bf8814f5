"""规则说明: one page of reasons for each rule, and the list of all of them, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from generator.rulebook import Rule, Sample

NOTE = "<!-- 由 scripts/build_rule_pages.py 从 phrasebank/规则 生成，不要手改。 -->"


def write_rule(rule: Rule) -> str:
    """Return the page of one rule: what, how grave, why, on what ground, and its examples."""
    lines = [
        f"# {rule.id} {rule.title}",
        "",
        NOTE,
        "",
        f"`{rule.slug}`　级别：{rule.severity.value}　把握：{rule.confidence.value}　来源：{rule.tier.value}",
        "",
        f"**为什么**　{rule.reason}",
        "",
        f"**依据**　{rule.basis}",
        "",
        *_examples("会报", rule.bad),
        *_examples("不报", rule.good),
        f"在检查设定里写 `不查: [{rule.id}]` 就不查这一条；一处不查，在那一段写〔免查 {rule.id}：理由〕。",
    ]
    return "".join(f"{line}\n" for line in lines)


def write_index(rules: Iterable[Rule]) -> str:
    """Return the list of all rules, with a link to the page of each."""
    rows = [
        f"| [{rule.id}]({rule.id}.md) | {rule.title} | {rule.severity.value} | {rule.confidence.value} |"
        for rule in sorted(rules, key=lambda rule: rule.id)
    ]
    head = ["# 检查规则", "", NOTE, "", "| 号 | 查什么 | 级别 | 把握 |", "|---|---|---|---|"]
    return "".join(f"{line}\n" for line in (*head, *rows))


def _examples(title: str, samples: Iterable[Sample]) -> list[str]:
    return [f"**{title}**", "", *(f"- {_shown(sample)}" for sample in samples), ""]


def _shown(sample: Sample) -> str:
    """Return an example on one line, with the place and the day that belong to it."""
    given = "、".join(filter(None, (sample.place, sample.day.isoformat() if sample.day else "")))
    text = sample.text.replace("\n", "⏎")
    return f"`{text}`" + (f"（{given}）" if given else "")
