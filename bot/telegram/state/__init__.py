"""What outlives a restart: one SQLite file, written by one thread of one process.

`schema.sql` has the tables, `database.py` opens them; each other file is one table's statements,
functions over a connection, to be run in a transaction by `State.do`.
"""
