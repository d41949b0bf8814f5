"""版面: what the tests of the printed page share."""
