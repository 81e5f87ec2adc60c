"""From a question to quotes: terms, engines, ranking, quoting, answering."""
