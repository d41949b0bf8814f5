"""并列项: how many things a stretch of text lists, and how certain that is. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

COVERED = re.compile("“[^“”]*”|《[^《》]*》|（[^（）]*）|‘[^‘’]*’")
JOINED = re.compile("[和与及]|以及")
OPEN_END = re.compile("等(?:等|方面|工作|问题|内容|领域|行业|部门|地|环节)?$|……")
TAIL = re.compile(
    "确保|做到|推动|让|使|真正|切实|不断|努力|全力|实现|为|把|以|才|都|这|从而|进而|一|将|形成|共同|奋力"
)
LONGEST_ITEM = 30


@dataclass(frozen=True, slots=True)
class Listing:
    """列举: the count of the items, and the other counts that may be meant."""

    count: int
    possible: frozenset[int]
    flat: bool
    """one separator, items built alike: the count is certain"""


def masked(text: str) -> str:
    """Return a text in which what is quoted or bracketed is one long word."""
    return COVERED.sub(lambda match: "引" * len(match[0]), text)


def listing_of(text: str, key: str = "") -> Listing | None:
    """Return what a sentence lists; None where it lists nothing.

    Args:
        text: the sentence behind the colon, without its final mark.
        key: the word that the number counts, e.g. 坚持 in 四个坚持; each item begins with it or has it.
    """
    plain = masked(text)
    groups = [piece for piece in plain.split("；") if piece]
    clauses = [piece for group in groups for piece in group.split("，") if piece]
    own = [clause for index, clause in enumerate(clauses) if not index or not TAIL.match(clause)]
    pieces = [item for clause in own for item in clause.split("、") if item]
    if len(pieces) < 2 or OPEN_END.search(plain):
        return None
    keyed = _keyed(own, key) or _keyed(pieces, key)
    if keyed:
        rough = {len(groups), len(own), len(pieces), keyed}
        return Listing(keyed, frozenset(rough if keyed == len(own) else {keyed, len(pieces)}), True)
    if len(groups) > 1:
        # The list may end at the first ；: 三条：甲，乙，丙；以后每年复查.
        inner = groups[0].replace("、", "，").count("，") + 1
        return Listing(len(groups), frozenset({len(groups), len(clauses), inner if inner > 2 else 0}), True)
    if "、" not in plain:
        # Two clauses of a length may be one sentence: 讲得不对的，请大家批评.
        sure = alike(clauses) and (len(clauses) > 2 or _rhyme(clauses))
        # 一条要改的制度，一项要补的投入，带回去研究: only what is counted one by one belongs to the list.
        ones = sum(clause.startswith("一") for clause in clauses)
        counts = {len(clauses), len(own), len(clauses) // 2} | ({ones} if ones > 1 else set())
        return Listing(len(clauses), frozenset(counts), sure)
    return _with_commas(own, len(pieces))


def _with_commas(clauses: Sequence[str], most: int) -> Listing:
    """Return what clauses list of which the first has 、."""
    first = [item for item in clauses[0].split("、") if item]
    joins = [len(JOINED.findall(item)) for item in first]
    # 当前与长远的关系、局部与全局的关系: the word belongs to the items, all of which have it.
    joined = 0 if min(joins, default=0) else sum(joins)
    counts = frozenset(range(len(first), len(first) + joined + 1)) | {most}
    if len(clauses) > 1:
        counts |= {len(clauses)}
    return Listing(len(first), counts, len(clauses) == 1 and not joined and alike(first))


def alike(items: Sequence[str]) -> bool:
    """Tell whether items are built alike: of about one length, or with one word in common."""
    if len(items) < 2 or max(map(len, items)) > LONGEST_ITEM:
        return False
    spread = max(map(len, items)) - min(map(len, items))
    return spread <= max(2, min(map(len, items)) // 2) or (_rhyme(items) and spread <= 6)


def _rhyme(items: Sequence[str]) -> bool:
    """Tell whether items begin or end with the same character."""
    return len({item[-1] for item in items}) == 1 or len({item[0] for item in items}) == 1


def _keyed(pieces: Sequence[str], key: str) -> int:
    """Return how many pieces begin with a word, else how many have it; 0 where it is not the key."""
    if not key:
        return 0
    begin = sum(piece.startswith(key) for piece in pieces)
    within = sum(key in piece for piece in pieces)
    best = begin if begin >= 2 else within
    return best if best >= 2 else 0
