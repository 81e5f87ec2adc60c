from datetime import UTC, datetime

import pytest

from corpus.article import Article
from retrieval.candidates import find
from retrieval.engines.rank_bm25 import RankBm25Engine
from retrieval.index.source import entry_of
from retrieval.notes import Correction, Suggestion, UnknownWords
from retrieval.question.question import Question
from retrieval.question.understand import understand
from retrieval.vocabulary.correction import MOST_CORRECTED, corrected
from tests.archives import article
from tests.retrieval.stores import Shelf

NOW = datetime(2022, 1, 1, tzinfo=UTC)
ARTICLES = (
    article("a", "Mayor Kalnienė opened the bridge in Klampuva.", "The election was held."),
    article("b", "Klampuva’s drivers stopped work; the government listened."),
)
LITHUANIAN = Article(
    id="lt",
    title="",
    published=NOW,
    source="Nemunas Herald",
    paragraphs=("Gyventojai skundėsi, kad statybos darbai užtruks.",),
    language="lt",
)


def tried(
    text: str, *languages: str, articles: tuple[Article, ...] = ARTICLES
) -> tuple[Question, tuple[Suggestion, ...]]:
    engine = RankBm25Engine()
    for seq, one in enumerate(articles, 1):
        engine.add(entry_of(seq, one))
    engine.commit()
    question = understand(text, NOW, languages=languages or ("en",))
    view = engine.view()
    return corrected(question, find(question, view), view, Shelf(*articles))


@pytest.mark.parametrize("text", ["Klampuva bridge", "", "the of", "bridge"])
def test_known_words_are_left_alone(text: str) -> None:
    question, suggestions = tried(text)
    assert (question.notes, suggestions) == ((), ())
    assert question == understand(text, NOW)


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("Klampuwa", "Klampuva"),
        ("klampuwa", "Klampuva"),
        ("Kalnieenė", "Kalnienė"),
        ("electon", "election"),
        ("goverment", "government"),
        ("Goverment", "Government"),
    ],
)
def test_a_misspelt_word_is_replaced_where_one_is_clearly_meant(written: str, instead: str) -> None:
    question, suggestions = tried(f"bridge {written}")
    assert question.corrections == (Correction(written, instead),)
    assert suggestions == ()
    assert question.terms[0] == "bridg"
    assert question.terms == understand(f"bridge {instead}", NOW).terms
    assert question.analyses[0].essential == set(question.terms)


NAMES = (
    article("a", *(f"Ona Robert of Tarnas spoke on day {day}." for day in range(9))),
    article("b", "Boebert spoke after Lauren Boebert's brother."),
)


def test_of_several_the_one_that_stands_beside_the_same_word_is_meant() -> None:
    question, _ = tried("Ona Bobert", articles=NAMES)
    assert question.corrections == (Correction("Bobert", "Robert"),)
    question, _ = tried("Lauren Bobert", articles=NAMES)
    assert question.corrections == (Correction("Bobert", "Boebert"),)


def test_where_none_stands_beside_it_the_most_frequent_is_meant() -> None:
    question, _ = tried("Tarnas Bobert", articles=NAMES)
    assert question.corrections == (Correction("Bobert", "Robert"),)


def test_a_name_two_letters_away_is_only_offered_whatever_stands_beside_it() -> None:
    question, suggestions = tried("Ona Roobertt", articles=NAMES)
    assert question.corrections == ()
    assert suggestions == (Suggestion("Roobertt", "Robert"),)


def test_every_misspelt_word_of_a_question_is_replaced() -> None:
    question, _ = tried("Klampuwa electon")
    assert question.corrections == (
        Correction("Klampuwa", "Klampuva"),
        Correction("electon", "election"),
    )
    assert question.terms == ("klampuva", "elect")


def test_a_name_two_letters_off_is_only_offered() -> None:
    question, suggestions = tried("Klampuwwa bridge")
    assert question.corrections == ()
    assert suggestions == (Suggestion("Klampuwwa", "Klampuva"),)


def test_a_common_word_is_spelt_right_though_the_archive_lacks_it() -> None:
    question, suggestions = tried("brigade bridge")
    assert (question.notes, suggestions) == ((), ())


def test_a_word_that_only_a_name_has_is_read_as_that_name() -> None:
    told = article("c", "A Swede won the race.", "Swedish papers cheered.")
    question, suggestions = tried("swede wins", articles=(*ARTICLES, told))
    assert question.terms == understand("Swede wins", NOW).terms
    assert question.analyses[0].essential == set(question.terms)
    assert (question.notes, suggestions) == ((), ())
    question, _ = tried("swede wins", articles=(told, article("d", "She roasted a swede.")))
    assert question.terms == ("swede", "win")


def test_what_is_neither_known_nor_corrected_is_left_out_and_named() -> None:
    question, suggestions = tried("Xylqwertz bridge Klampuwwa")
    assert question.notes == (UnknownWords(("Xylqwertz", "Klampuwwa")),)
    assert suggestions == (Suggestion("Klampuwwa", "Klampuva"),)
    assert question.terms == ("bridg",)
    assert question.analyses[0].essential == {"bridg"}


def test_unknown_words_without_others_stay() -> None:
    question, suggestions = tried("Xylqwertz Zzxyq")
    assert (question.notes, suggestions) == ((), ())
    assert question.terms == ("xylqwertz", "zzxyq")


def test_a_word_that_only_a_headline_has_is_known() -> None:
    headed = article("c", "The river rose.", title="Gražinka floods")
    question, suggestions = tried("Gražinka river", articles=(*ARTICLES, headed))
    assert (question.notes, suggestions) == ((), ())


def test_a_word_is_measured_as_written_where_its_stem_is_short() -> None:
    ruled = article("c", "The court ruled on abortion.")
    question, _ = tried("abotion bridge", articles=(*ARTICLES, ruled))
    assert question.corrections == (Correction("abotion", "abortion"),)


@pytest.mark.parametrize("written", ["zlection", "lection", "xelection", "lecetion"])
def test_the_first_letter_may_be_the_wrong_one(written: str) -> None:
    question, suggestions = tried(f"{written} bridge")
    assert Correction(written, "election") in question.notes or suggestions == ()


@pytest.mark.parametrize("written", ["Xlampuva", "lampuva", "Klkampuva", "lKampuva"])
def test_the_first_letter_of_a_name_may_be_the_wrong_one(written: str) -> None:
    question, _ = tried(f"bridge {written}")
    assert question.corrections == (Correction(written, "Klampuva"),)


def test_of_a_long_list_of_unknown_words_only_the_first_are_looked_up() -> None:
    names = [f"Klamp{letter}{letter}va" for letter in "bcdfghjkxq"]
    question, suggestions = tried(f"bridge {' '.join(names)}")
    assert len(suggestions) == MOST_CORRECTED
    assert question.notes == (UnknownWords(tuple(names)),)


def test_a_short_word_has_too_many_neighbours_to_be_corrected() -> None:
    question, suggestions = tried("Bri bridge")
    assert (question.notes, suggestions) == ((), ())


def test_a_word_is_corrected_in_the_language_that_has_something_near() -> None:
    question, _ = tried("skundėssi", "en", "lt", articles=(*ARTICLES, LITHUANIAN))
    assert question.corrections == (Correction("skundėssi", "skundėsi"),)


def test_a_word_known_in_one_language_is_not_corrected_in_another() -> None:
    question, suggestions = tried("statybos", "en", "lt", articles=(*ARTICLES, LITHUANIAN))
    assert (question.notes, suggestions) == ((), ())


@pytest.mark.parametrize("written", ["zmarła", "Karalienė", "купил"])
def test_a_word_of_another_language_is_no_slip_of_this_one(written: str) -> None:
    others = article("c", "Marla and Karoline met a pupil, and then a second pupil.")
    question, suggestions = tried(f"bridge {written}", articles=(*ARTICLES, others))
    assert question.notes == (UnknownWords((written,)),)
    assert suggestions == ()


def test_a_long_word_that_another_language_has_is_corrected_where_one_letter_is_missing() -> None:
    others = article("c", "The war in Afghanistan ended.")
    question, _ = tried("Afganistan bridge", articles=(*ARTICLES, others))
    assert question.corrections == (Correction("Afganistan", "Afghanistan"),)


def test_a_name_in_other_letters_is_only_offered() -> None:
    others = article("c", "The Congress met.")
    question, suggestions = tried("bridge Конгресс", articles=(*ARTICLES, others))
    assert question.notes == (UnknownWords(("Конгресс",)),)
    assert suggestions == (Suggestion("Конгресс", "Congress"),)


def test_what_was_corrected_is_named_by_a_word() -> None:
    question, _ = tried("goverment bridge")
    (analysis,) = question.analyses
    assert [analysis.written[term] for term in analysis.terms] == ["government", "bridge"]


def test_beside_a_word_that_the_paper_misprinted_the_one_that_was_meant_is_searched_for() -> None:
    slip = article("s", "Mayor Kalnene slipped.")
    others = [article(f"o{n}", "Mayor Kalniene spoke.") for n in range(200)]
    question, suggestions = tried("Kalnene", articles=(slip, *others))
    assert set(question.terms) == {"kalnen", "kalnien"}
    assert question.analyses[0].essential == {"kalnien"}
    assert suggestions == (Suggestion("Kalnene", "Kalniene"),)
    assert question.notes == ()


def test_a_rare_word_near_one_that_is_no_more_frequent_is_left_alone() -> None:
    articles = (article("s", "Mayor Kalnene."), *[article("o", "Kalniene.")] * 20)
    question, suggestions = tried("Kalnene", articles=articles)
    assert (question.terms, suggestions) == (("kalnen",), ())
