"""Commands that look something up in the archive: a file each."""
