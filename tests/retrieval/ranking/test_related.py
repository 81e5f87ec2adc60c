from retrieval.ranking.related import related_terms


def test_a_term_leads_to_what_news_tells_of_the_same_thing_and_not_to_itself() -> None:
    related = related_terms("en")
    assert {"kill", "dead"} <= related["die"]
    assert "die" not in related["die"]
    assert "die" in related["kill"]


def test_a_word_of_two_groups_is_related_to_both() -> None:
    assert {"resign", "convict"}.isdisjoint(related_terms("en")["win"])
    assert {"victori", "elect"} <= related_terms("en")["win"]


def test_a_language_without_words_of_its_own_has_none() -> None:
    assert not related_terms("sv")
    assert related_terms("en-GB") == related_terms("en")
