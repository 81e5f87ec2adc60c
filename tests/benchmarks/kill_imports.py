"""Kill -9 an import at many moments, run it again, and compare with an undisturbed one.

    python tests/benchmarks/kill_imports.py ARTICLES.jsonl --questions JUDGED.jsonl --kills 50

Each kill has an archive of its own. After the import has been run again, the archive's tables and
the answers must be those of the undisturbed archive. The exit code is 1 when one is not.
"""

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.crashes import answers, content, killed, moments, undisturbed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=20210127)
    wanted = parser.parse_args()
    lines = wanted.questions.read_text("utf-8").splitlines()[:200]
    questions = [json.loads(line)["question"] for line in lines]
    wrong = 0
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary, "whole")
        seconds = undisturbed(wanted.articles, whole)
        rows, said = content(whole), answers(whole, questions)
        sys.stdout.write(f"undisturbed: {seconds:.1f} s, {len(rows):,} rows\n")
        for number, moment in enumerate(moments(wanted.kills, seconds, wanted.seed), 1):
            folder = Path(temporary, f"killed-{number}")
            at = killed(wanted.articles, folder, moment)
            undisturbed(wanted.articles, folder)
            same = content(folder) == rows and answers(folder, questions) == said
            wrong += not same
            sys.stdout.write(f"{number}: killed at {at:.2f} s, {'same' if same else 'WRONG'}\n")
            sys.stdout.flush()
            shutil.rmtree(folder)
    sys.stdout.write(f"{wanted.kills} imports killed, {wrong} wrong\n")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
