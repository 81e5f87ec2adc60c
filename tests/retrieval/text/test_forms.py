"""What people type and what is printed meet in one term; and what only looks alike does not."""

import pytest

from retrieval.text.analyser import analyser
from retrieval.text.numbers import number_term
from retrieval.text.tokens import is_shouted

ENGLISH = analyser("en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harris", "Harry"),
        ("harris", "harry"),
        ("Adams", "Adam"),
        ("peters", "Peter"),
        ("Hughes", "Hugh"),
        ("Manning", "man"),
        ("Los Angeles", "Los Angel"),
        ("pole vault", "Polish vault"),
        ("swede", "Swedish"),
        ("Dane", "Danish"),
        ("four", "for"),
        ("rise", "rize"),
        ("seconds", "2nd"),
        ("one", "1"),
        ("re-sign", "resign"),
        ("blackout", "black"),
        ("take-over", "take"),
        ("martyred", "martired"),
        ("promise", "prom"),
        ("3.142", "3,142"),
        ("0.000", "0"),
        ("a pc", "a percent"),
    ],
)
def test_words_that_look_alike_are_two(one: str, other: str) -> None:
    assert ENGLISH.terms(one) != ENGLISH.terms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kamala Harris's", "kamala harris"),
        ("Voters", "voter"),
        ("Women", "woman"),
        ("Wales", "Welsh"),
        ("polish", "Poland"),
        ("defence", "defense"),
        ("theatres", "theater"),
        ("centred", "centered"),
        ("labourers", "laborer"),
        ("organisation", "organize"),
        ("travelled", "traveling"),
        ("analysed", "analyze"),
        ("programmes", "program"),
        ("shots", "shot"),
        ("lives", "life"),
        ("leaves", "leaf"),
        ("leaves", "left"),
        ("Лукашенко", "Lukashenka"),
        ("Київ", "Kiev"),
        ("Зеленського", "Zelenskyy"),
        ("Путина", "Putin"),
        ("Байден", "Biden"),
        ("Μητσοτάκη", "Mitsotakis"),
        ("Lukašenkos", "Lukashenko"),
        ("Vilniuje", "Vilnius"),
        ("e-mail", "email"),
        ("e mails", "E-mail"),
        ("wi-fi", "WiFi"),
        ("wi fi", "wifi"),
        ("F-16", "F16"),
        ("F 16", "f16"),
        ("COVID19", "covid-19"),
        ("antiwar", "anti-war"),
        ("antiwar", "Anti War"),
        ("postoffice", "post office"),
        ("co-operate", "cooperate"),
        ("black-outs", "blackout"),
        ("play offs", "playoff"),
        ("shut-down", "shutdowns"),
        ("thin 1\u20092503", "thin 1 2503"),
        ("1\u202f250", "1,250"),
        ("1 250", "1250"),
        ("$2.5bn", "2,500,000,000"),
        ("$5 million", "five million"),
        ("5%", "five per cent"),
        ("twenty-one", "21"),
        ("twenty-first", "21st"),
        ("first", "1st"),
        ("5pm", "5 pm"),
        ("womens", "women's"),
        ("kareems", "Kareem"),
        ("tik tok ban", "TikTok ban"),
        ("face book", "Facebook"),
        ("fund raising", "fundraising"),
        ("fund-raising", "fundraising"),
        ("lock down", "lockdowns"),
        ("pre-school", "preschool"),
        ("anti-vax", "antivax"),
        ("on-line", "online"),
        ("5-G", "5G"),
        ("5 g", "5G"),
        ("100.000 deaths", "100,000 deaths"),
        ("1.250.000", "1,250,000"),
        ("1,5 million", "1.5 million"),
        ("$1,5bn", "$1.5bn"),
        ("5pc rise", "5% rise"),
        ("2.5 pct", "2.5 percent"),
        ("World War 2", "World War II"),
        ("Μπάιντεν", "Biden"),
        ("Τραμπ", "Trump"),
        ("Πούτιν", "Putin"),
        ("Γκουτέρες", "Guterres"),
        ("Ντόναλντ", "Donald"),
        ("Ούρσουλα", "Ursula"),
        ("Παπανδρέου", "Papandreou"),
        ("Ολυμπία", "Olympia"),
        ("Χαμάς", "Hamas"),
        ("zelenskiys", "Zelensky's"),
    ],
)
def test_what_is_one_is_one_term(one: str, other: str) -> None:
    assert ENGLISH.terms(one) == ENGLISH.terms(other) != []


@pytest.mark.parametrize("mark", "'’‘´`′ʼ")
def test_whatever_is_typed_for_an_apostrophe_is_one(mark: str) -> None:
    assert ENGLISH.terms(f"I don{mark}t know O{mark}Brien{mark}s") == ["know", "obrien"]
    assert ENGLISH.terms(f"Kalnas{mark}s") == ENGLISH.terms("Kalnas")


def test_money_meets_its_figures() -> None:
    for text in ("$5m", "$5 million", "5 million dollars", "five million", "€5mn"):
        assert "5000000" in ENGLISH.terms(text)


def test_only_tens_and_ones_are_one_number() -> None:
    assert ENGLISH.terms("three two") == ["3", "2"]
    assert ENGLISH.terms("sixty eleven") == ["60", "11"]


def test_a_year_is_not_multiplied() -> None:
    assert ENGLISH.terms("in 2021 million") == ["2021", "million"]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Where is Will Smith?", ["will", "smith"]),
        ("Will Smith resign?", ["smith", "resign"]),
        ("Will Smith resigned on Friday.", ["will", "smith", "resign", "friday"]),
        ("Can Yaman", ["can", "yaman"]),
        ("Mayor Will Visit The White House", ["mayor", "visit", "white", "hous"]),
        ("The Who", ["who"]),
        ("She sang with The Who there", ["sing", "who"]),
        ("He said It was late", ["say", "it", "late"]),
        ("It was late. It rained.", ["late", "rain"]),
        ("the film “It” opened", ["film", "it", "open"]),
    ],
)
def test_a_stop_word_is_a_name_where_it_stands_as_one(text: str, terms: list[str]) -> None:
    assert ENGLISH.terms(text) == terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WHO IS THE NEW MAYOR", True),
        ("MAYOR TAX PLAN", True),
        ("WHO RESIGNS", True),
        ("NATO", False),
        ("WHO", False),
        ("UN WHO", False),
        ("Who is the new mayor", False),
    ],
)
def test_capitals_of_several_words_are_shouted(text: str, expected: bool) -> None:
    assert is_shouted(text) == expected


def test_of_shouted_words_a_country_stays() -> None:
    assert ENGLISH.terms("WHO SAID US TROOPS LEFT IT") == ["say", "us", "troop", "leav"]


def test_places_of_regrouped_words_are_exact() -> None:
    text = "An e mail: five million antiwar votes, twenty-one percent"
    found = [(span.term, text[span.start : span.end]) for span in ENGLISH.spans(text)]
    assert found == [
        ("email", "e mail"),
        ("5000000", "five"),
        ("million", "million"),
        ("anti", "anti"),
        ("war", "war"),
        ("vote", "votes"),
        ("21", "twenty-one"),
        ("percent", "percent"),
    ]


def test_words_and_terms_are_as_many() -> None:
    words, terms = ENGLISH.words("Five million antiwar e mails by Will Smith")
    assert list(zip(words, terms, strict=True)) == [
        ("Five", "5000000"),
        ("million", "million"),
        ("anti", "anti"),
        ("war", "war"),
        ("e mails", "email"),
        ("by", ""),
        ("Will", "will"),
        ("Smith", "smith"),
    ]


@pytest.mark.parametrize(
    ("written", "term"),
    [("1,250.5", "1250.5"), ("3,7", "3,7"), ("1990s", "1990s"), ("$1.2t", "12"), ("5k", "50")],
)
def test_a_number_is_its_figures(written: str, term: str) -> None:
    assert number_term(written, {"t": 1, "k": 1}) == term


def test_a_cyrillic_language_keeps_its_letters() -> None:
    assert analyser("ru").terms("Москва") == ["москв"]
