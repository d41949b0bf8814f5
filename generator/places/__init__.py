"""地点: a name of a division of China -> a Place with every canonical word filled.

What the rest of the program uses:

- `resolve.resolve(name) -> Place`; `resolve.find(name) -> Division`; both raise `errors.PlaceError`.
- `profile.profile_place(values) -> Place` for the checked values of a 地点文件;
  `profile_keys.PROFILE_KEYS` is the table of its keys, which the reader of the file checks against.
- `words.word_list()`: the closed list, as (word, group, explanation).
- `features.known_features()`: what 适用 may demand.
- `divisions.data_as_of()`, `divisions.additions_as_of()`: the dates to print in a report.
- `mentions.mentions(text)`, `township_mentions.township_mentions(text)`: the names in a text;
  `own.OwnNames(place)`: which of them are a place's own. Both serve the checks.

The rules are tables in data/, kept by people; divisions.tsv and townships/ are built by
scripts/build_divisions.py, names.tsv by scripts/build_words.py. This room reads no YAML and nothing outside data/.
"""
