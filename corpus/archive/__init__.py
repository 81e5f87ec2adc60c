"""The archive on disk: one SQLite file, which is the truth."""
