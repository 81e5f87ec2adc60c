"""What keeps an archive: checks of what is stored, copies of it, what SQLite says of its file."""
