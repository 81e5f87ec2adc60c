"""Backups made while an import runs, restored elsewhere: whole, and the same answers.

    python tests/benchmarks/backups.py ARTICLES.jsonl --questions JUDGED.jsonl --backups 5

Each backup is restored into a folder of its own, checked, and the import is run again there. Then
its tables and, with a new index, its answers must be those of the archive that the import made
meanwhile. The exit code is 1 when they are not.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.crashes import answers, content, import_command, undisturbed


def backissue(*arguments: str | Path) -> int:
    script = Path(sys.executable).with_name("backissue")
    command = [str(script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False).returncode


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--backups", type=int, default=5)
    wanted = parser.parse_args()
    lines = wanted.questions.read_text("utf-8").splitlines()[:200]
    questions = [json.loads(line)["question"] for line in lines]
    wrong = 0
    with tempfile.TemporaryDirectory() as temporary:
        archive = Path(temporary, "archive")
        importing = subprocess.Popen(
            import_command(wanted.articles, archive), stdout=subprocess.DEVNULL
        )
        made: list[Path] = []
        while importing.poll() is None and len(made) < wanted.backups:
            backup, started = Path(temporary, f"backup-{len(made)}"), perf_counter()
            if backissue("backup", backup, "--archive", archive) == 0:
                made.append(backup)
                size, seconds = backup.stat().st_size, perf_counter() - started
                sys.stdout.write(f"{backup.name}: {size:,} bytes in {seconds:.1f} s\n")
        importing.wait()
        backissue("reindex", "--archive", archive)  # so that equal scores are cut off alike
        rows, said = content(archive), answers(archive, questions)
        for backup in made:
            folder = Path(temporary, f"{backup.name}-restored")
            is_whole = backissue("restore", backup, "--archive", folder) == 0
            is_whole = is_whole and backissue("check", "--archive", folder) == 0
            undisturbed(wanted.articles, folder)
            backissue("reindex", "--archive", folder)
            is_same = content(folder) == rows and answers(folder, questions) == said
            wrong += not (is_whole and is_same)
            outcome = "same" if is_whole and is_same else "WRONG"
            sys.stdout.write(f"{backup.name}: {outcome}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{len(made)} backups, {wrong} wrong\n")
    sys.exit(1 if wrong or not made else 0)


if __name__ == "__main__":
    main()
