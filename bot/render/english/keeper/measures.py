"""Measures by name, as people read them; what is missing here is read as it is named."""

MEASURES = {
    **{f"answer_with_numbers@{k}": f"answer, numbers in one form@{k}" for k in (1, 3, 5)},
    **{f"quote_or_headline@{k}": f"answer in quote or headline@{k}" for k in (1, 3, 5)},
    "right@1": "right quote first",
    "right@3": "right quote among three",
    "strong_precision": "strong, and right",
    "strong_coverage": "strong and right, of all answerable",
    "fidelity": "texts true to the archive",
    "date_accuracy": "dates true to the archive",
    "source_accuracy": "sources true to the archive",
    "answerable_strong": "answerable, strong",
    "unanswerable_strong": "unanswerable, strong",
    "auc_confidence": "AUC by confidence",
    "auc_labels": "AUC by label",
}
KIND_COLUMNS = {  # of the table by kind of question
    "article@1": "article@1",
    "answer_in_quote@1": "answer@1",
    "right@1": "right@1",
    "right@3": "right@3",
    "strong_precision": "precision",
    "strong_coverage": "coverage",
    "unanswerable_strong": "in vain",
}


def missing_line(missing: int, judged: int) -> str:
    """Of the articles judged right some, or all, are not in the archive."""
    if missing == judged == 1:
        return "The article judged right is not in this archive; it is perhaps another's question."
    if missing == judged:
        return (
            f"None of the {judged:,} articles judged right is in this archive; "
            "the questions are perhaps another's."
        )
    are = "is" if missing == 1 else "are"
    return f"{missing:,} of the {judged:,} articles judged right {are} not in this archive."


def early_line(days: int, left_out: int) -> str:
    """What was asked before its event, and how much was answered already then."""
    return (
        f"asked {days:,} days before; "
        f"left out what the archive answers already then, {left_out:,} questions"
    )
