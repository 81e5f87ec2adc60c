"""How English asks for a kind of answer, and how such an answer is printed; data only.

Of each kind: what asks for it, what key words name it, and its answers; see `answer_types.py`.
"""

from corpus.languages.english import calendar
from retrieval.text.languages.table import BY_CODE

_DAY = "|".join((*calendar.MONTHS, *calendar.WEEKDAYS))
_NUMBERS = BY_CODE["en"].numbers
_TENS = "|".join(word for word, figures in _NUMBERS.items() if int(figures) >= 20)
_SMALL = "|".join(word for word, figures in _NUMBERS.items() if int(figures) < 20)
_SMALL += rf"|(?:{_TENS})(?:-[a-z]+)?"
_NUMBER_WORD = rf"(?!one\b)(?:{_SMALL})|dozens?|hundreds?|thousands?|millions?|billions?"
_SPAN = "decades?|years?|months?|weeks?|days?|hours?|minutes?|seconds?"
_DIGITS = r"\d[\d.,]*(?<=\d)"
_WHICH = (
    r"\b(?:which|what|whose)(?: (?:is|was|are|were) the name of(?: the| an?)?| of the| two| three)?"
)
_THIS = r"\bthis"
# Whoever types key words names last what is asked for: `colonial pipeline ransom amount 2021`.
_LAST = r"(?=\s*(?:(?:in |of )?(?:1[89]|20)\d\d|now|today|so far|worldwide)?\s*\??\s*$)"
_FIRST = r"^(?:the )?"  # or first: `deaths in Surfside`
_NAMED = rf"\bnames?{_LAST}|^(?:the )?names? of\b"
# Up to the noun asked for, where group 1 ends: `which former coach`, not `which of his men`.
_BETWEEN = (
    r"(?=((?: (?!(?:of|in|on|at|to|for|by|is|was|are|were|did|do|does|has|have|had|will|won|would"
    r"|could)\b)"
    r"[\w’'.-]+){0,4}? (?:%s)(?![\w’'-])))"
)

_WORD_START, _IN_SENTENCE = r"\b", r"(?<=[a-z,;:“\"‘'(] )"
_NO_NAME = (
    rf"(?!(?:{_DAY}|The|An?|In|On|At|Of|By|To|For|From|With|As|But|And|Or|If|It|Its|He|She|They|"
    rf"We|You|His|Her|"
    r"Their|Our|My|This|That|These|Those|There|Here|When|While|After|Before|Since|Until|Who|What|"
    r"Which|"
    r"Where|Why|How|Not|No|So|Then|Also|Is|Are|Was|Were|Mr|Mrs|Ms|Dr)\b)"
)
_AT_CAPITAL = "(?=[A-Z])"  # before long lists, of which most words then need no look
_CAPITAL = rf"{_AT_CAPITAL}{_NO_NAME}[A-Z][\w’'-]*\w"
# The same behind what stands before it. Its first letter comes first, so that nothing else is tried
# where there is no capital: a look back from there takes a third of the time of one ahead.
_CAPITAL_BEHIND = rf"[A-Z](?<=%s{_NO_NAME}[A-Z])[\w’'-]*\w"
_JOINED = (
    r"(?:[ -](?:(?:de|da|la|le|van|von|der|den|bin|al|el|of|the|and|&) )*"
    rf"(?:[A-Z]\.(?: ?[A-Z]\.)?|{_CAPITAL}))"
)

COUNTRIES = (
    "Afghan(?:istan)?s?|Albanian?s?|Algerian?s?|Angolan?s?|Argentin(?:a|e|ian)s?|Armenian?s?|"
    "Australian?s?|Austrian?s?|Azerbaijani?s?|Bahamas|Bahrain|Bangladeshi?s?|Barbados|"
    "Belarus(?:ian|sian)?s?|"
    "Belgium|Belgians?|Bolivian?s?|Bosnian?s?|Botswana|Brazil(?:ian)?s?|Brit(?:ain|ish|on|ons)|"
    "Brunei|Bulgarian?s?|"
    "Burkina Faso|Burundi|Cambodian?s?|Cameroon(?:ian)?s?|Canad(?:a|ian|ians)|Chad|"
    "Chile(?:an)?s?|Chin(?:a|ese)|"
    "Colombian?s?|Congo(?:lese)?|Costa Rican?s?|Croat(?:ia|ian|ians|s)?|Cuban?s?|Cypr(?:us|iot|"
    "iots)|"
    "Czech(?:ia|s| Republic)?|Denmark|Danish|Danes?|Djibouti|Dominican Republic|Ecuador(?:ian)?s?|"
    "Egypt(?:ian)?s?|El Salvador|England|English|Eritrean?s?|Estonian?s?|Eswatini|Ethiopian?s?|"
    "Fiji|Finland|Finn(?:ish|s)?|"
    "France|French|Gabon|Gambian?s?|Georgian?s?|German(?:y|s)?|Ghan(?:a|aian)s?|Gree(?:ce|k|ks)|"
    "Greenland|"
    "Guatemalan?s?|Guinean?s?|Guyana|Haiti(?:an)?s?|Hondura(?:s|n|ns)|Hong Kong|Hungar(?:y|ian|"
    "ians)|"
    "Iceland(?:ic)?|Indian?s?|Indonesian?s?|Iran(?:ian)?s?|Iraqi?s?|Ireland|Irish|Israeli?s?|"
    "Ital(?:y|ian|ians)|"
    "Ivory Coast|Jamaican?s?|Japan(?:ese)?|Jordan(?:ian)?s?|Kazakh(?:stan|s)?|Kenyan?s?|Kosovo|"
    "Kuwaiti?s?|"
    "Kyrgyz(?:stan)?|Lao(?:s|tian)|Latvian?s?|Leban(?:on|ese)|Liberian?s?|Libyan?s?|Liechtenstein|"
    "Lithuanian?s?|Luxembourg|Madagascar|Malawi|Malaysian?s?|Maldives|Malian?s?|Malt(?:a|ese)|"
    "Mauritius|"
    "Mexic(?:o|an|ans)|Moldovan?s?|Monaco|Mongolian?s?|Montenegr(?:o|in|ins)|Morocc(?:o|an|ans)|"
    "Mozambique|Myanmar|Burm(?:a|ese)|Namibian?s?|Nepal(?:i|ese)?|Netherlands|Dutch|"
    "New Zealand(?:er)?s?|"
    "Nicaraguan?s?|Nigerian?s?|Nigerien|Niger|North Korean?s?|North Macedonia|Norw(?:ay|egian|"
    "egians)|Oman|"
    "Pakistani?s?|Palestin(?:e|ian|ians)|Panama(?:nian)?s?|Paraguay(?:an)?s?|Peru(?:vian)?s?|"
    "Philippines|"
    "Filipin[oa]s?|Pol(?:and|ish)|Poles|Portug(?:al|uese)|Puerto Ric(?:o|an|ans)|Qatari?s?|"
    "Romanian?s?|Russian?s?|Rwandan?s?|"
    "Samoan?s?|Saudi(?:s| Arabian?)?|Scot(?:land|tish|s)|Senegal(?:ese)?|Serb(?:ia|ian|ians|s)?|"
    "Seychelles|"
    "Sierra Leone|Singapore(?:an)?s?|Slovak(?:ia|ian|s)?|Sloven(?:ia|ian|e|es)|Solomon Islands|"
    "Somali(?:a|s)?|"
    "South African?s?|South Korean?s?|South Sudan(?:ese)?|Spain|Spanish|Spaniards?|Sri Lankan?s?|"
    "Sudan(?:ese)?|"
    "Swed(?:en|ish|es?)|Switzerland|Swiss|Syrian?s?|Taiwan(?:ese)?|Tajik(?:istan)?|Tanzanian?s?|"
    "Thai(?:land|s)?|"
    "Tonga|Trinidad|Tunisian?s?|Turk(?:ey|ish|s)|Turkmenistan|Ugandan?s?|Ukrain(?:e|ian|ians)|"
    "United Arab Emirates|UAE|United Kingdom|U\\.?K\\.?|United States|U\\.?S\\.?A?\\.?|"
    "America(?:n|ns)?|Uruguay(?:an)?s?|Uzbek(?:istan)?|"
    "Vanuatu|Vatican|Venezuelan?s?|Vietnam(?:ese)?|Wales|Welsh|Yemeni?s?|Zambian?s?|"
    "Zimbabwe(?:an)?s?"
)  # fmt: skip
_OF_COUNTRIES = "countr(?:y|ies)|nations?|nationality"
_OF_PLACES = (
    "cit(?:y|ies)|states?|towns?|villages?|islands?|regions?|count(?:y|ies)|provinces?|continents?|"
    "locations?|places?|venues?|neighbou?rhoods?|boroughs?|ocean|sea|river|lake|mountains?|"
    "airports?|"
    "park|borders?|capital"
)
_OF_PERSONS = (
    "persons?|people|man|men|woman|women|actors?|actress(?:es)?|singers?|rappers?|musicians?|"
    "artists?|"
    "authors?|writers?|director|journalists?|comedians?|celebrit(?:y|ies)|stars?|players?|golfers?|"
    "athletes?|swimmers?|gymnasts?|quarterback|footballers?|boxers?|coach|manager|driver|"
    "politicians?|"
    "presidents?|prime minister|minister|senators?|congress(?:man|woman)|representative|"
    "governors?|mayor|"
    "candidates?|leaders?|dictator|billionaires?|ceo|chief executive|founder|judges?|justices?|"
    "lawyers?|"
    "monarch|king|queen|princess|prince|pope|scientists?|astronauts?|officials?|secretary|"
    "spokesm[ae]n|"
    "general|host|presenter|lawmakers?|explorer|playwright|economist|broadcaster|tycoon|chef"
)
_OF_OTHERS = (
    "guy|girl|boy|baby|wife|husband|girlfriend|boyfriend|partner|sons?|daughters?|brothers?|"
    "sisters?|mother|father|mom|dad|killer|shooter|gunman|bomber|attacker|suspect|victims?|"
    "captain|pilot|trainer|teacher|doctor|dentist|lawyer|cellmate"
)
_OF_NAMES = (
    "compan(?:y|ies)|teams?|clubs?|airlines?|banks?|brands?|retailers?|manufacturers?|carmakers?|"
    "automakers?|"
    "firms?|organi[sz]ations?|agenc(?:y|ies)|group|part(?:y|ies)|universit(?:y|ies)|colleges?|"
    "school|"
    "networks?|newspapers?|magazines?|publisher|studio|chain|restaurants?|platforms?|websites?|"
    "apps?|"
    "movies?|films?|shows?|series|books?|novels?|albums?|songs?|bands?|games?|museums?|"
    "storm|hurricane|spacecraft|rocket|law|bill|treaty|award|festival|league|tournament|franchise|"
    "religion|languages?|planet|asteroid|vaccine|drug|street|building|ship|dynasty"
)

_HOW_MUCH_OF = (
    "cost|costs|pay|paid|spend|spent|worth|fined|price|sell|sold|raise|raised|earn|earned|owe|owed|"
    "invest|invested|donate|donated|steal|stole|stolen|charge|charged|lose|lost|make"
)

_SAY = (
    "sa(?:ys?|id|ying)|t(?:ell(?:s|ing)?|old)|w(?:rites?|rote|ritten)|add(?:s|ed|ing)?|"
    "announc(?:es?|ed|ing)|claim(?:s|ed|ing)?|warn(?:s|ed|ing)?|promis(?:es?|ed|ing)|"
    "admit(?:s|ted|ting)?|argu(?:es?|ed|ing)|call(?:s|ed|ing)?|tweet(?:s|ed|ing)?|"
    "post(?:s|ed|ing)|comment(?:s|ed|ing)?|respond(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|"
    "accus(?:es?|ed|ing)|insist(?:s|ed|ing)?|express(?:es|ed|ing)?"
)

AGE = (
    r"\bhow old\b|\bwhat age\b|\bwhat (?:is|was) the age of\b"
    r"|\b(?:is|was) \d{1,3} years old\b",  # a claim
    rf"\bage(?: at death)?{_LAST}|{_FIRST}(?=age of\b)",
    r"(?<=,\s)\d{1,3}(?=,)|(?<=\bis )\d{1,3}(?=[.;,])|(?<=\bwas )\d{1,3}(?=[.;,])"
    r"|\b\d{1,3}[- ]years?[- ]old\b|\baged? (?:of )?\d{1,3}\b|\b\d{1,3} years of age\b"
    r"|\bturn(?:s|ed|ing) \d{1,3}\b",
)
PERCENTAGE = (
    r"\b(?:what|which) (?:percentage|per ?cent|share|proportion) of\b",
    r"(?=\b(?:tax|vat|interest|unemployment|inflation|jobless|mortgage|approval) "
    rf"(?:rates?|rating)(?:{_LAST}| (?:in|of|for)\b))"
    rf"|(?=\b(?:inflation|unemployment){_LAST})|\bpercentage{_LAST}",
    rf"{_DIGITS} ?%|\b[\w.,]+ per ?cent\b|\b[\w-]+ (?:percentage )?points?\b"
    r"|\b(?:half|thirds?|quarters?) of\b",
)
MONEY = (
    rf"\bhow much(?= (?:money|(?:\S+ ){{1,8}}?(?:{_HOW_MUCH_OF})\b))"
    r"|\bwhat(?= (?:did|does|do|will|would) (?:\S+ ){1,6}?(?:pay|costs?|earn)\b)",
    rf"\bamount{_LAST}|(?=^(?:the )?(?:(?:average|total|ticket) )?(?:price|cost|value|salary) of\b)"
    r"|(?=\b(?:salary|wage|prices?|worth|budget|bail|costs?|fees?|fine|ransom|settlement|payout|"
    rf"severance|pension){_LAST})",
    rf"[$€£] ?{_DIGITS}(?: ?(?:[mb]illion|trillion|thousand|[mbk]n?)\b)?"
    rf"|{_DIGITS}(?: [mb]illion| trillion| thousand)? (?:dollars|euros|pounds|litas|yuan|rubles)\b",
)
DURATION = (
    rf"\bhow long\b|\bhow many(?= (?:more )?(?:{_SPAN})\b)",
    rf"\b(?<=sentence )length{_LAST}|(?=\b(?:(?:jail|prison) (?:time|term)|sentence|punishment|"
    rf"(?:days|years) in office){_LAST})",
    rf"\b(?:(?:{_DIGITS}|\d+ \d/\d|{_SMALL}|an?|several|dozens of|few)"
    rf"(?: and an? half| \d/\d)?[ -](?:more |full |consecutive )?(?:{_SPAN})|"
    rf"half[- ](?:an? )?(?:{_SPAN}))\b"
    r"|\blife (?:in prison|sentence)\b",
)
NUMBER = (
    r"\bhow (?:many|much|often)\b|\bwhat number of\b"
    r"|\bhow(?= (?:tall|high|deep|wide|big|large|heavy|far|fast|strong)\b)",
    rf"\bnumber(?= of\b)|\bcount{_LAST}|^(?=(?:the )?population of\b)"
    r"|(?=\b(?:death toll|deaths|dead|killed|injured|victims|survivors|casualties|cases|magnitude|"
    rf"population|attendance|medals|score){_LAST})"
    rf"|{_FIRST}(?=(?:death toll|deaths|casualties|magnitude|attendance) (?:in|of|from|at)\b)",
    # Digits, but not those of a year by itself.
    r"(?=[\d€$£])(?<![\d.,])(?!(?:1[89]|20(?!00))\d\d(?![\d%]|[.,]\d))"
    rf"(?:[€$£] ?)?{_DIGITS}(?:[-–]\d+)?"
    rf"(?: ?(?:million|billion|trillion))?|\b(?:{_NUMBER_WORD})\b",
)
TIME = (
    r"\bwhen\b|\b(?:what|which) (?:year|month|day|date|century|decade)\b",
    rf"\b(?<!of the )(?:year|date){_LAST}|{_FIRST}date of\b|(?=\b(?:deadline|birthday){_LAST})",
    rf"\b(?:1[0-9]|20)\d\ds?\b|\b(?:{_DAY})\b(?:\.? \d\d?\b)?"
    r"|\b(?:yesterday|today|tomorrow|tonight)\b|\b\w+ (?:years|months|weeks|days|hours)\b|"
    r"\b\w+ century\b",
)
REASON = (
    r"\bwhy\b|\bfor what reasons?\b|\bwhat (?:is|was|were|are) the (?:reasons?|causes?|"
    r"motives?)(?: for| of| behind)?\b"
    r"|\bhow come\b|\bwhat made\b|(?=\bwhat (?:caused|led to|prompted|motivated|triggered)\b)",
    rf"(?=\b(?:reasons?|cause|motive){_LAST})"
    rf"|{_FIRST}(?=(?:reasons?|causes?|motives?) (?:for|of|behind)\b)",
    r"\b(?:because|due to|owing to|thanks to|as a result|resulted? (?:from|in)|caused?|"
    r"caus(?:ing|es)|prompted|"
    r"triggered|sparked|led to|leading to|blam(?:ed?|ing)|amid|citing|cited|reasons?|"
    r"motivat(?:ed?|ion)|"
    r"so that|in order to|in (?:protest|response|retaliation)|to (?:avoid|prevent|protest|"
    r"protect|allow|make|help)|"
    r"attributed|over (?:concerns|fears|claims|allegations|accusations|the|his|her|its|their|a)|"
    r"for (?:\w+ly )?(?:not )?\w+ing|accus(?:ed|ing)|alleg(?:ed|edly|ing)|fail(?:ed|ing|ure)|"
    r"after)\b|(?<=, )as\b|\bsince\b",
)
DEATH = (
    r"\bhow(?= (?:did|was|were) (?:\S+ ){1,6}?(?:die|killed|murdered|assassinated)\b)"
    r"|\bwhat(?= (?:killed|did (?:\S+ ){1,6}?die (?:of|from))\b)",
    r"(?=\bcause of death\b)",
    r"\b(?:die[ds]?|dying|death|dead|killed|murdered|assassinated)(?: \w+){0,4}?"
    r" (?:of|from|by|in an?|after|when|due to|following)\b"
    r"|\b(?:overdos\w+|suicide|cancer|stroke|heart (?:attack|failure|disease)|cardiac arrest|"
    r"gunshots?|gunned|shot|stabb\w+|beaten|strangl\w+|drown\w+|poison\w+|asphyxia\w*|hanged|"
    r"hanging|natural causes|complications|pneumonia|crash\w*|fell|blunt|aneurysm|dissection|"
    r"dementia|leuka?emia|tumou?rs?)\b",
)
SPEECH = (
    rf"\bwhat(?= (?:exactly )?(?:did|does|do|has|have) (?:\S+ ){{1,6}}?(?:{_SAY})\b)",
    "",
    # With the words beside it, as far as no mark parts them: among these is who speaks.
    rf"((?:(?<![\w’'.-])[\w’'.-]+ ){{0,3}})\b(?:{_SAY}|according to)\b((?: [\w’'.-]+){{0,3}})",
)
COUNTRY = (
    rf"{_WHICH}{_BETWEEN % _OF_COUNTRIES}|{_THIS}{_BETWEEN % _OF_COUNTRIES}"
    r"|(?=\bwhere is \S+ from\b)",
    "",
    rf"\b{_AT_CAPITAL}(?:{COUNTRIES})(?!\w)",
)
PLACE = (
    rf"\bwhere\b|{_WHICH}{_BETWEEN % _OF_PLACES}|{_THIS}{_BETWEEN % _OF_PLACES}",
    rf"(?=\b(?:location|venue|birthplace|whereabouts){_LAST})"
    rf"|{_FIRST}(?=(?:location|venue|birthplace) of\b)",
    r"(?=[A-Zt])"
    r"(?:(?<=\b(?:in|at|of|to) )|(?<=\b(?:near|from) )|(?<=\boutside )|(?<=\boff ))(?:the )?"
    rf"{_CAPITAL}{_JOINED}*|\b{_AT_CAPITAL}(?:{COUNTRIES})(?!\w)|\b{_CAPITAL}(?=, [A-Z])",
)
PERSON = (
    rf"\bwho(?:[’']?s|m|se)?\b|{_WHICH}{_BETWEEN % _OF_PERSONS}|{_THIS}{_BETWEEN % _OF_PERSONS}",
    rf"(?=\b(?:{_OF_PERSONS}|{_OF_OTHERS})(?:[’']?s)? names?{_LAST})"
    rf"|^(?=(?:the )?(?:\S+ ){{0,3}}?(?:{_OF_PERSONS}) (?:of|to)\b)"
    r"|^(?=(?:the )?names? of (?:the |an? )?(?:\S+ ){0,2}?"
    rf"(?:{_OF_PERSONS}|{_OF_OTHERS})\b)|{_NAMED}",
    rf"{_CAPITAL_BEHIND % _WORD_START}{_JOINED}+",
)
NAME = (
    rf"{_WHICH}{_BETWEEN % _OF_NAMES}|{_THIS}{_BETWEEN % _OF_NAMES}"
    r"|\bwhat(?:[’']?s| is| was| are| were) the names? of(?=( \w.*))|(?=\bcalled\s*\??$)"
    # Any other noun, unless its kind is asked for; it counts where nothing else is asked.
    r"|\bwhich(?! (?:of|types?|kinds?|sorts?|colou?rs?|statements?|answers?|following)\b)"
    r"(?=( \w.*))",
    rf"{_NAMED}|(?=\b(?:winners?|champions?|airline|title){_LAST})"
    rf"|^(?=(?:the )?winners? of\b)",
    rf"{_CAPITAL_BEHIND % _IN_SENTENCE}{_JOINED}*"
    r"|[A-Z](?<=[“\"‘][A-Z])[^“”\"]*?(?=,?[”\"’])"
    rf"|{_CAPITAL_BEHIND % _WORD_START}{_JOINED}+",
)

# Before a country in small letters: `in turkey`, `president of chad`; not so `price of turkey`.
BEFORE_COUNTRY = rf"\b(?:in|from|to|near|(?:{_OF_PERSONS}|{_OF_PLACES}) of) (?P<country>[a-z]+)\b"

# Words that ask, and those of them that may also stand for a noun named before: `the man who`.
ASKING = r"\b(?:who(?:[’']?s|m|se)?|what|which|how|why|where|when)\b"
RELATIVE = r"(?:who(?:m|se)?|where|when)"
BEFORE_ASKING = r"(?:^|[.?!:;]|\b(?:and|or|but|so))\W*"
# Who speaks where no name is told again.
SPEAKER = r"(?i)\b(?:I|we|he|she|they|it)\b"
# What "how many" counts, and what stands behind that, in group 1.
COUNTED_NOUN = r"\bhow (?:many|much) (?:(?:more|of|the|new|other|different) )*(\w+(?: \w+)?)"

ASKING_WORDS = "who what which when where why how whose"
ASKING_SHORT = {"y": "why", "hw": "how", "hwo": "how"}  # before a word that goes with these
# The first word, perhaps behind a word to somebody; group 1.
FIRST_WORD = r"\s*(?:(?:and|so|but|ok|okay|hey|hi|please)\W+)*([a-z]+)\b"
BEHIND_ASKING = (
    r"(?:['’]?s)?\s+(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should"
    r"|many|much|old|long|far|tall|often|big|high|deep|fast|happen(?:s|ed)|country|year)\b"
)
