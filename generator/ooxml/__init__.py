"""OOXML: the inside of a Word file, read as its reader sees it and changed in place; lxml's one door."""
