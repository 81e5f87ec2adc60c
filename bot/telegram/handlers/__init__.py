"""What the bot reacts to: `handler_list.py` has the order, the other files one reaction each."""
