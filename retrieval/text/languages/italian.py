"""Italian, as the analyser needs it; see `table.py`."""

ELIDED = "all anch c com cos d dall dell gl l m n nell quell quest s sull t un v"
