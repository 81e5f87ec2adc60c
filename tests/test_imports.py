import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_imports_run_from_bot_to_retrieval_to_corpus_only() -> None:
    script = Path(sys.executable).with_name("lint-imports")
    checked = subprocess.run(
        [script, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout


def test_only_the_bot_knows_telegram_and_the_terminal() -> None:
    for package in ("corpus", "retrieval"):
        for file in (ROOT / package).rglob("*.py"):
            for line in file.read_text("utf-8").splitlines():
                words = line.split()
                if words and words[0] in {"import", "from"}:
                    assert words[1].split(".")[0] not in {"telegram", "typer", "rich"}, file
