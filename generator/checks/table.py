"""检查表: every check with the ids of the rules that it serves. A new check is a function and a row here."""

from __future__ import annotations

from generator.checks.agenda import check_agenda
from generator.checks.announced import check_announced
from generator.checks.counts import check_counts
from generator.checks.dates import check_dates
from generator.checks.doubled import check_doubled
from generator.checks.foreign_places import check_foreign_places
from generator.checks.foreign_townships import check_foreign_townships
from generator.checks.growth import check_growth
from generator.checks.halfwidth import check_half_width
from generator.checks.headings import check_headings
from generator.checks.intervals import check_deadlines, check_intervals
from generator.checks.level_words import check_level_words
from generator.checks.listed import check_listed
from generator.checks.numbering import check_numbering
from generator.checks.order import check_order
from generator.checks.pairs import check_pairs
from generator.checks.patterns import check_patterns
from generator.checks.rates import check_rates
from generator.checks.repetition import check_repetition
from generator.checks.same_item import check_same_item
from generator.checks.set_expressions import check_nicknames, check_set_expressions
from generator.checks.set_phrases import check_set_phrases
from generator.checks.setting import Check
from generator.checks.shares import check_shares
from generator.checks.style import check_attachments, check_long_sentences, check_salutation
from generator.checks.sums import check_sums
from generator.checks.weekdays import check_weekdays
from generator.checks.words import check_idioms, check_wrong_words

PATTERNS = "模式"
"""in place of ids: all rules that are patterns"""

CHECKS: tuple[tuple[Check, tuple[str, ...]], ...] = (
    (check_patterns, (PATTERNS,)),
    (check_half_width, ("PN01",)),
    (check_pairs, ("PN02",)),
    (check_doubled, ("WD01",)),
    (check_wrong_words, ("WD02",)),
    (check_idioms, ("WD03",)),
    (check_set_phrases, ("SP01", "SP02", "SP03")),
    (check_repetition, ("RP01", "RP02")),
    (check_long_sentences, ("ST01",)),
    (check_salutation, ("ST02",)),
    (check_attachments, ("ST03",)),
    (check_foreign_places, ("PL01", "PL06", "PL07", "PL08", "PL10")),
    (check_foreign_townships, ("PL05", "PL07")),
    (check_level_words, ("PL03", "PL04")),
    (check_set_expressions, ("PL02", "PL03")),
    (check_nicknames, ("PL09",)),
    (check_dates, ("NM01",)),
    (check_weekdays, ("NM02",)),
    (check_intervals, ("NM03",)),
    (check_sums, ("NM06",)),
    (check_shares, ("NM07",)),
    (check_rates, ("NM07",)),
    (check_growth, ("NM07",)),
    (check_same_item, ("NM08",)),
    (check_deadlines, ("NM09",)),
    (check_order, ("OR01", "OR02")),
    (check_numbering, ("NB01", "NB02", "NB03", "NB05", "NB06", "NB08")),
    (check_headings, ("NB04", "NB07", "NB09", "NB10")),
    (check_counts, ("CT01", "CT02")),
    (check_listed, ("CT02",)),
    (check_agenda, ("CT02",)),
    (check_announced, ("CT03", "CT04")),
)
