"""写出: paragraphs become text or bytes. Nothing is read, composed, printed or saved here."""
