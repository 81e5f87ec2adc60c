"""French, as the analyser needs it; see `table.py`."""

ELIDED = "c d j l m n qu s t jusqu lorsqu puisqu quoiqu presqu"
