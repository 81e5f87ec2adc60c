from datetime import date, timedelta

import pytest

from retrieval.article_store import Passage
from retrieval.ranking.evidence import Evidence
from retrieval.ranking.features import Features, days_outside, is_in_period, timeliness, with_text
from retrieval.text.reading import read
from tests.retrieval.ranking.questions import asked, evidence_of

TEXT = "The bridge over the Vilka opened on Saturday."


def features(text: str, question: str, *, title: str = "", timely: float = 0.0) -> Features:
    return given(Features(timeliness=timely), Passage(text, title), evidence_of(question))


def given(features: Features, passage: Passage, evidence: Evidence) -> Features:
    return with_text(features, passage, evidence, read(passage.text, "en"))


def test_a_text_with_all_words_of_the_question_covers_it() -> None:
    covered = features(TEXT, "opened Vilka bridge")
    assert covered.coverage == pytest.approx(1)
    assert covered.sentence == pytest.approx(1)
    assert covered.verbatim == pytest.approx(1)


def test_a_text_with_none_of_them_covers_nothing() -> None:
    nothing = features(TEXT, "ferry strike")
    assert (nothing.coverage, nothing.sentence, nothing.verbatim, nothing.held) == (0, 0, 0, 0)
    assert (nothing.proximity, nothing.adjacency) == (0, 0)


def test_the_headline_helps_the_passage_but_no_sentence() -> None:
    with_title = features(TEXT, "bridge Kalnienė", title="Kalnienė cuts the ribbon")
    without = features(TEXT, "bridge Kalnienė")
    assert with_title.coverage == pytest.approx(1)
    assert with_title.coverage > without.coverage == without.sentence == with_title.sentence


def test_the_best_single_sentence_counts_and_not_all_of_them_together() -> None:
    apart = features("The bridge opened. Kalnienė sang.", "bridge Kalnienė")
    together = features("Kalnienė opened the bridge. It rained.", "bridge Kalnienė")
    assert apart.coverage == together.coverage == pytest.approx(1)
    assert apart.sentence < together.sentence == pytest.approx(1)


def test_a_word_in_another_form_is_held_but_not_verbatim() -> None:
    other = features("Many bridges opened.", "bridge")
    same = features("The bridge opened.", "bridge")
    assert other.coverage == same.coverage == pytest.approx(1)
    assert other.verbatim == 0
    assert same.verbatim == pytest.approx(1)


def test_spellings_of_one_name_are_written_alike() -> None:
    assert features("Lukashenka spoke.", "Lukashenko").verbatim == pytest.approx(1)


def test_the_kind_of_answer_counts_as_one_more_term() -> None:
    asked_for = "How many drivers stopped?"
    with_number, without = (
        features("160 drivers stopped.", asked_for),
        features("Drivers stopped.", asked_for),
    )
    assert with_number.coverage == pytest.approx(1)
    assert with_number.coverage - without.coverage == pytest.approx(evidence_of(asked_for).of_type)
    elsewhere = features("Drivers stopped. It cost 160 euros.", asked_for)
    assert elsewhere.sentence < with_number.sentence


def test_words_close_together_are_nearer_than_words_far_apart() -> None:
    near = features("The Vilka bridge opened.", "Vilka bridge")
    far = features("The Vilka rose, boats sank, trains stopped at the bridge.", "Vilka bridge")
    assert near.proximity == pytest.approx(1)
    assert 0 < far.proximity < 0.5
    assert features("Boats passed under the Vilka bridge.", "Vilka bridge").proximity == 1
    assert features("Boats on the Vilka passed the bridge.", "Vilka bridge").proximity == (
        pytest.approx(2 / 3)
    )
    assert features("The bridge.", "Vilka bridge").proximity == 0


def test_neighbours_of_the_question_are_neighbours_here_or_not() -> None:
    assert features("The Vilka bridge opened.", "Vilka bridge").adjacency == 1
    assert features("The bridge of Vilka.", "Vilka bridge").adjacency == 0
    assert features("Vilka bridge toll", "Vilka bridge opening toll").adjacency == pytest.approx(
        1 / 3
    )


@pytest.mark.parametrize(
    ("text", "is_question", "is_fragment"),
    [
        ("Who opened the bridge?", 1, 0),
        ("“Who opened the bridge?”", 1, 0),
        ("The bridge opened.", 0, 0),
        ("“The bridge opened.”", 0, 0),
        ("The bridge opened!", 0, 0),
        ("The bridge opened …", 0, 0),
        ("The bridge on Saturday", 0, 1),
        ("RUDNA (Gintaras Wire)", 0, 1),
    ],
)
def test_a_text_asks_or_ends_as_a_sentence_or_is_a_fragment(
    text: str, is_question: float, is_fragment: float
) -> None:
    found = features(text, "bridge")
    assert (found.is_question, found.is_fragment) == (is_question, is_fragment)


def test_the_time_asked_for_is_held_by_the_day_or_by_the_text() -> None:
    wanted = "bridge in May 2021"
    by_day, by_text = (
        features(TEXT, wanted, timely=1.0),
        features("The bridge opened in May 2021.", wanted),
    )
    neither = features(TEXT, wanted)
    assert by_day.coverage == by_text.coverage == pytest.approx(1)
    assert neither.coverage < 0.9
    half = features("The bridge opened in May.", wanted)
    assert neither.coverage < half.coverage < by_text.coverage


def test_words_that_name_the_outlet_are_held_by_what_it_published() -> None:
    question = evidence_of("What did Baltic Post say about the bridge?")
    own = given(Features(), Passage(TEXT, "", "Baltic Post"), question)
    by_agency = given(Features(), Passage(TEXT, "", "Other", "Baltic Post"), question)
    other = given(Features(), Passage(TEXT, "", "Nemunas Herald"), question)
    assert own.coverage == by_agency.coverage > other.coverage


def test_what_is_held_grows_with_the_information_of_the_question() -> None:
    one, two = features(TEXT, "bridge"), features(TEXT, "bridge Vilka")
    assert two.held > one.held > 0
    assert one.held == pytest.approx(one.coverage * evidence_of("bridge").needed / 10)


@pytest.mark.parametrize("day", [date(2022, 1, 1), date(2022, 1, 2)])
def test_todays_news_and_tomorrows_by_another_zone_are_wholly_timely(day: date) -> None:
    assert timeliness(day, asked("bridge")) == 1


def test_news_loses_worth_over_a_month() -> None:
    today = date(2022, 1, 1)
    ages = [timeliness(today - timedelta(days), asked("bridge")) for days in (0, 7, 30, 365)]
    assert ages == sorted(ages, reverse=True)
    assert ages[1] > 0.7
    assert ages[2] == pytest.approx(0.37, abs=0.01)
    assert ages[3] < 0.001


def test_what_is_yet_to_come_is_not_timely() -> None:
    assert timeliness(date(2022, 1, 3), asked("bridge")) == 0


def test_the_time_asked_for_is_timely_and_today_less() -> None:
    question = asked("bridge in May 2021")
    assert timeliness(date(2021, 5, 31), question) == 1
    assert timeliness(date(2021, 5, 1), question) == 1
    assert timeliness(date(2021, 6, 1), question) == 1  # reported a day later
    assert timeliness(date(2021, 6, 2), question) < 1
    assert timeliness(date(2021, 4, 30), question) < 1
    assert 0.5 < timeliness(date(2022, 1, 1), question) < 1


def test_worth_falls_with_the_distance_from_the_time_asked_for() -> None:
    question = asked("bridge in May 2019")
    assert timeliness(date(2019, 4, 1), question) == pytest.approx(0.37, abs=0.01)
    assert timeliness(date(2019, 7, 1), question) == pytest.approx(0.37, abs=0.01)
    assert timeliness(date(2018, 5, 1), question) < 0.001


def test_days_outside_a_period_are_counted_from_its_ends() -> None:
    period = asked("bridge in May 2021").period
    assert period is not None
    days = [date(2021, 4, 28), date(2021, 5, 9), date(2021, 6, 1), date(2021, 6, 4)]
    assert [days_outside(day, period) for day in days] == [3, 0, 0, 3]


def test_an_open_period_has_one_end() -> None:
    since, until = asked("bridge since 2021").period, asked("bridge until 2020").period
    assert since is not None
    assert until is not None
    assert days_outside(date(2100, 1, 1), since) == 0
    assert days_outside(date(2020, 12, 31), since) == 1
    assert days_outside(date(1900, 1, 1), until) == 0


def test_only_a_period_that_is_named_has_something_in_it() -> None:
    assert is_in_period(Features(timeliness=1.0), asked("bridge in May 2021"))
    assert not is_in_period(Features(timeliness=0.99), asked("bridge in May 2021"))
    assert not is_in_period(Features(timeliness=1.0), asked("bridge"))
