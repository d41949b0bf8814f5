"""读入: files of the user and of the library become material. Nothing is composed or written here."""
