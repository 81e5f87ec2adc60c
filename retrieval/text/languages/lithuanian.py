"""Lithuanian, as the analyser needs it; see `table.py`."""

STOP_WORDS = """
    ir ar bet kad o kaip tai su is i po per nuo del uz prie apie ant be iki pas jau dar tik
    taip ne nera yra buvo bus kuris kuri kurie kurios sis si sie sios tas ta tie tos jis ji
    jie jos jo ju mes jus as tu kas ka kam kur kada kodel kiek
"""

# Names as the English press writes them, and what of them stands before a Lithuanian ending.
NAMES = """
    belarus baltarusij, biden biden baiden, brussels briusel, estonia estij, georgia gruzij
    sakartvel,
    germany vokietij, grodno gardin, kaunas kaun, kharkiv charkiv charkov, kyiv kijev, klaipeda
    klaiped,
    kremlin kremli, latvia latvij, lavrov lavrov, lithuania lietuv, london london, lukashenko
    lukasenk,
    lviv lvov, macron makron, merkel merkel, minsk minsk, moscow maskv, navalny navaln,
    obama obam, odesa odes, paris paryzi, poland lenkij, protasevich pratasevici protasevici,
    putin putin, riga ryg, russia rusij, scholz solc, siauliai siauli, tallinn talin,
    tikhanovskaya cichanouskaj tichanouskaj cichanovskaj, trump tramp trump, ukraine ukrain,
    vilnius vilni, warsaw varsuv, washington vasington, yeltsin jelcin,
    zelensky zelensk, zuckerberg zukerberg
"""
ENDINGS = "a ai aus e ei es i iai iaus io is iu iui iuje iumi ius o oje oj om os u ui uje us yje as"
