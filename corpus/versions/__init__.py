"""An article's versions: which stood when, what changed, what the paper says it put right."""
