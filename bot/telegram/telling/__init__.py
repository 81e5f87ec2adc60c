"""What the bot says unasked, as the archive changes: corrections of what it quoted, and watches."""
