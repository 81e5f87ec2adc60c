"""What a process that answers one question does not load."""

import subprocess
import sys
from pathlib import Path

from retrieval.index.index import Index
from tests.archives import archive_of, article

# Progress and tables, checks, typer's values, settings in a file, languages, patterns of pages,
# other engines, the net, Telegram.
NOT_NEEDED = """
    rich.progress rich.table corpus.archive.keeping.checking retrieval.index.checking
    pydantic tomllib babel html lxml trafilatura numpy rank_bm25 opensearchpy httpx telegram
    wordfreq corpus.readers
    retrieval.claims retrieval.timeline retrieval.conversation retrieval.evaluation
""".split()
# Each takes half a millisecond to make, a Struct of msgspec's a fiftieth of that: most values that
# a process which asks loads are Structs.
MOST_DATACLASSES = 30
TOLD = """
import gc, sys
sys.argv = ["backissue", "ask", "Who opened the bridge?", "--archive", sys.argv[1], "--limit", "2"]
from bot.cli.start import main
from retrieval.question import operators, phrases
try:
    main()
except SystemExit as end:
    patterns = (operators.OPERATOR, operators.IN_REST, phrases.IN_MARKS)
    compiled = sum("compiled" in vars(pattern) for pattern in patterns)
    print(end.code, compiled, gc.isenabled(), gc.get_freeze_count() > 0)
    ours = [module for name, module in sys.modules.items()
            if name.partition(".")[0] in ("bot", "retrieval", "corpus")]
    made = {value for module in ours for value in vars(module).values()
            if isinstance(value, type) and "__dataclass_fields__" in vars(value)}
    print(len(made))
    print(*sys.modules)
"""


def test_one_question_loads_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    with archive_of(tmp_path, article("a", "The mayor opened the bridge.")) as archive:
        Index(archive, "tantivy").close()
    told = (sys.executable, "-c", TOLD, str(tmp_path))
    ran = subprocess.run(told, capture_output=True, text=True, check=True)
    *_, state, dataclasses, modules = ran.stdout.splitlines()
    assert state == "0 0 True True"
    assert int(dataclasses) <= MOST_DATACLASSES
    assert sorted(set(NOT_NEEDED).intersection(modules.split())) == []
