"""Numbers, ordinals and units in English; see `table.py`."""

NUMBERS = """
    1 one, 2 two, 3 three, 4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten, 11 eleven,
    12 twelve, 13 thirteen, 14 fourteen, 15 fifteen, 16 sixteen, 17 seventeen, 18 eighteen,
    19 nineteen, 20 twenty, 30 thirty, 40 forty, 50 fifty, 60 sixty, 70 seventy, 80 eighty,
    90 ninety
"""
ORDINALS = """
    1st first, 2nd second, 3rd third, 4th fourth, 5th fifth, 6th sixth, 7th seventh, 8th eighth,
    9th ninth, 10th tenth, 11th eleventh, 12th twelfth, 13th thirteenth, 14th fourteenth,
    15th fifteenth, 16th sixteenth, 17th seventeenth, 18th eighteenth, 19th nineteenth,
    20th twentieth, 30th thirtieth, 40th fortieth, 50th fiftieth, 60th sixtieth, 70th seventieth,
    80th eightieth, 90th ninetieth
"""
ZEROS = """
    2 hundred, 3 thousand k, 5 lakh, 6 million mn mln m, 7 crore, 9 billion bn bln b,
    12 trillion trn tn t
"""
UNITS = """
    am pm mm cm km kg mg lb lbs oz ft mph kph kmh mb gb tb hz khz mhz ghz kw mw gw kwh mwh gwh hr
    hrs min mins sec secs yr yrs pc pct
"""
PERCENT = "pc pct"  # behind figures, for `%`
