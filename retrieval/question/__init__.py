"""What was asked → Question, without a look at any archive."""
