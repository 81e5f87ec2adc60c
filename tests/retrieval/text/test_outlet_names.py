import pytest

from retrieval.text.outlet_names import named


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("RBE/RN", "What did rbe/rn say?", ["RBE/RN"]),
        ("RBE/RN", "What did RBE/RNX say?", []),
        ("NTR English", "what did ntr report", ["NTR"]),
        ("The Week", "What happened this week?", []),
        ("The Week", "What did The Week write?", ["The Week"]),
        ("Baltic Post", "What did the Baltic Post write?", ["Baltic Post"]),
        ("Baltic Post", "the Baltic post office", []),
        ("", "anything", []),
        ("A Paper", "a bridge", []),
        ("BN Radio", "what bn said", ["BN"]),
    ],
)
def test_an_outlet_is_named_as_written_or_by_its_capitals(
    source: str, text: str, found: list[str]
) -> None:
    assert named(source, text) == tuple(found)
