"""Lithuanian replies; see `turns.py`."""

from retrieval.conversation.languages.turns import EXCLUDED, Turns, whole
from retrieval.question.kinds.lithuanian import LITHUANIAN as SPOKEN
from retrieval.question.kinds.speech import words_of

LITHUANIAN = Turns(
    code="lt",
    referring=words_of(
        "tai tas ta to tą tam tame tos tie šis ši šio šią šitas šita šito šitą čia ten jis ji jo "
        "jos jį ją jam jai jie jų toks tokia"
    ),
    checking=words_of(
        "tiesa tikra tikras tikrai netiesa melas meluoja rimtai šaltinis šaltinį šaltinio "
        "šaltiniai šaltinius nuoroda nuorodą nuorodos įrodymas įrodymai įrodymų įrodymą faktas "
        "faktai faktų naujiena naujienos sena senos seniena žinia patikrink patikrinti "
        "patikrinkit patvirtinta patvirtino pliurpalai nesąmonė nesąmonės buvo būna sako sakė "
        "pasakė rašė rašo parašė teigia paskelbė skelbė ištraukei matei girdėjai perskaitei "
        "skaitei gavai tokie tokios kokie kokį koks turi galima fake feikas feik archyve archyvas "
        "oficialiai"
    ),
    linking=words_of(
        "ačiū prašom gal ok gerai o ir bet ar kas kaip dėl apie tik tiktai vien dar taip pat "
        "rodyk parodyk ieškok pagal iš ką sako rašo rašė nuo iki per metais metų mėnesį m a tai "
        "kodėl prašau dabar tiksliai būtent konkrečiai gi yra turi"
    ),
    joining=words_of(
        "o ir bet tik tiktai vien dar taip ne iš apie dėl per prie nuo iki po kaip"
    ),
    leading=words_of(
        "iš apie dėl per prie nuo"
    ),
    within=frozenset(),
    narrowing=words_of(
        "tik tiktai vien sako rašo rašė pagal skelbia"
    ),
    negating=words_of("ne be išskyrus neįskaitant"),
    about=whole(
        r"o kaip(?: dėl)?|kaip dėl|(?:ne,? )?turėjau (?:omeny(?:je)?|galvoje)"
        r"|norėjau (?:pasakyti|paklausti)(?: apie)?"
    ),
    without=whole(r"(?:be|išskyrus) " + EXCLUDED),
    newest=whole(
        r"(?:pirma )?(?:naujausi(?:us|as|ą|os)?|naujesni(?:us|ų|o)?)(?: pirma| pirmiau| viršuje)?"
        r"|pagal datą"
    ),
    oldest=whole(
        r"(?:pirma )?(?:seniausi(?:us|as|ą|os)?|ankstyviausi(?:us)?)(?: pirma| pirmiau| viršuje)?"
    ),
    best=whole(r"(?:pirma )?(?:geriausi(?:us|as)?|tinkamiausi(?:us)?)(?: pirma)?"),
    more=whole(r"(?:rodyk |parodyk |dar )?daugiau|dar(?: viena?s?)?|kit(?:as|ą|us|i)|toliau|tęsk"),
    elsewhere=whole(
        r"(?:iš )?(?:kit\w{1,4}|dar) (?:šaltini\w+|leidini\w+|portal\w+|žiniasklaid\w+)|kitur"
        r"|kas dar (?:apie tai )?(?:rašė|rašo|skelbė|skelbia|pranešė)(?: apie tai)?"
    ),
    earlier=whole(r"anksčiau|prieš tai|senesni(?:us|ų)?"),
    later=whole(r"vėliau|po to|(?:o|kas) (?:buvo |vyko )?toliau"),
    rewordings=(
        (whole(r"(?:kurią|kokią) dieną|kuri(?:ais|uo) (?:metais|metu)|kurį mėnesį"), "kada"),
    ),
    times=(
        (whole(r"pernai|praėjusi(?:ais|ų|us|eji) met(?:ais|ų|us|ai)"), "last year"),
        (whole(r"šiemet|šiais metais|šių metų"), "this year"),
        (whole(r"praėjusį mėnesį|praėjusio mėnesio"), "last month"),
        (whole(r"šį mėnesį"), "this month"),
        (whole(r"praėjusią savaitę"), "last week"),
        (whole(r"šią savaitę"), "this week"),
        (whole(r"vakar"), "yesterday"),
        (whole(r"šiandien"), "today"),
    ),
    months=(
        r"saus\w+", r"vasar(?:io|į|is)", r"kov(?:o|ą|as)", r"baland\w+", r"geguž\w+", r"birž\w+",
        r"liep(?:os|ą|a)", r"rugpj\w+", r"rugsėj\w+", r"spal(?:io|į|is)", r"lapkri\w+", r"gruod\w+",
    ),
    bounds=(("nuo", "since"), ("iki", "before"), ("po", "after")),
    asking=SPOKEN.asking,
)  # fmt: skip
