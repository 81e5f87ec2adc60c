"""A question's words against what this archive knows: outlets, spellings."""
