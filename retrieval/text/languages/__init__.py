"""What the analyser knows of each language, a file of data for each that has some."""
