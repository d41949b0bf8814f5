"""检查: a manuscript -> findings. Pure: reads no file, prints nothing, mends nothing.

Each check is a function of a manuscript and a setting. What a rule says of itself (级别, 理由, examples)
stands in phrasebank/规则; a rule that a pattern can express has no code at all (see patterns.py).
`table.CHECKS` lists the functions with the ids that each of them finds; `run.run` runs them.
"""
