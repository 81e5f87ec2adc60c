"""Three articles, and how they are asked; `conftest.py` makes an archive of them."""

from datetime import UTC, date, datetime, timedelta, timezone

from retrieval.answer import Answer
from retrieval.answering import Answerer
from retrieval.question.question import Scope
from tests.archives import article

NOW = datetime(2022, 1, 1, tzinfo=UTC)
VILNIUS = timezone(timedelta(hours=2))
ARTICLES = (
    article(
        "bridge",
        "The bridge over the Vilka in Šilagiris opened to traffic on Saturday after nine years.",
        "Mayor Rūta Kalnienė, 58, cut the ribbon.",
        "The bridge cost 3.7 million euros, said the mayor.",
        title="Šilagiris bridge opens at last",
        published=datetime(2021, 3, 14, 17, 30, tzinfo=VILNIUS),
        url="https://news.example.org/bridge",
    ),
    article(
        "strike",
        "Some 160 drivers stopped work in Klampuva over the weekend, demanding higher wages.",
        "Talks between the drivers and the depot failed on Monday.",
        title="Drivers strike in Klampuva",
        source="Baltic Post",
        agency="RBE/RN",
        published=datetime(2021, 6, 1, 9, 0, tzinfo=VILNIUS),
    ),
    article(
        "strike-copy",
        "Some 160 drivers stopped work in Klampuva over the weekend, demanding higher wages.",
        title="Klampuva depot stands still",
        agency="RBE/RN",
        published=date(2021, 6, 2),
    ),
)


def ask(answerer: Answerer, text: str, scope: Scope | None = None, limit: int = 3) -> Answer:
    return answerer.ask(text, asked_at=NOW, limit=limit, scope=scope)
