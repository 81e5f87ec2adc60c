"""Messages that ask, or might: in private, in groups, by command, behind an answer."""
