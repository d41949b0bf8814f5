"""检查: a manuscript -> findings. Pure: reads no file, prints nothing, mends nothing.

Each check is a function of a manuscript and a setting. What a rule says of itself (级别, 理由, examples)
stands in phrasebank/规则; a rule that a pattern can express has no code at all (patterns.py).
`table.CHECKS` lists the functions with the ids that each of them finds; `run.run` runs them.

- PL 地点: foreign_places, foreign_townships, set_expressions, level_words (level_tokens), own_place, place_cues
- NB 编号, CT 点数: outline and series read the numbers; numbering, headings, counts (stated), listed (flatlists), announced
- NM 数字: dates, weekdays, intervals; quantities and listing read the amounts; sums, shares, growth, same_item; numerals
- OR 次序: order. SP 固定表述: set_phrases, alignment. WD 字词: doubled, words
- PN 标点: halfwidth, pairs. RP 重复: repetition. ST 体例: style. SU 免查: waivers. PH 占位: patterns only
"""
