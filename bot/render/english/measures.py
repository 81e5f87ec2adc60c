"""Measures by name, as people read them; what is missing here is read as it is named."""

MEASURES = {
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
