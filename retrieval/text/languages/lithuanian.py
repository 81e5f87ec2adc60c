"""Lithuanian, as the analyser needs it; see `table.py`."""

STOP_WORDS = """
    ir ar bet kad o kaip tai su is i po per nuo del uz prie apie ant be iki pas jau dar tik
    taip ne nera yra buvo bus kuris kuri kurie kurios sis si sie sios tas ta tie tos jis ji
    jie jos jo ju mes jus as tu kas ka kam kur kada kodel kiek
"""
