"""The session of the README, with real output: `python tests/cli/readme_session.py` writes it anew.

Run from the root of a checkout. The commands are those that stand there; their output is cut to the first lines.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
BEGIN, END = "<!-- session: written by tests/cli/readme_session.py -->", "<!-- end of session -->"
# Each command, and how many lines of its output are shown.
SESSION = (
    ("dragoman read examples/dprk examples/ghana examples/finland", 8),
    ("dragoman brief PRK Russia --limit 2", 32),
    ("dragoman timeline Ghana --since 1957 --until 1960 --limit 3", 12),
    ("dragoman list gifts PRK", 12),
    ("dragoman relations PRK China --on 1949-06-01", 8),
    ("dragoman conflicts PRK --limit 1", 8),
    ("dragoman search '\"diplomatic relations\" AND severed' --limit 2", 8),
    ('dragoman sql "select event, count(*) as n from events group by event order by n desc limit 4"', 8),
)  # fmt: skip


def session() -> str:
    """The whole block, run in a folder of its own."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(ROOT / "examples")
        environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
        environment.pop("DRAGOMAN_ARCHIVE", None)
        for command, shown in SESSION:
            done = subprocess.run(
                [sys.executable, "-m", "dragoman", *shlex.split(command)[1:]],
                cwd=folder, env=environment, capture_output=True, text=True, check=False,
            )  # fmt: skip
            if done.returncode:
                sys.exit(f"{command}: status {done.returncode}\n{done.stdout}{done.stderr}")
            said = done.stdout.rstrip().splitlines()
            lines += [
                f"$ {command}",
                *"\n".join(said[:shown]).rstrip().splitlines(),
                *(["..."] if len(said) > shown else []),
                "",
            ]
    return "\n".join(["```", *lines[:-1], "```"])


def main() -> None:
    page = ROOT / "README.md"
    text = page.read_text(encoding="utf-8")
    block = f"{BEGIN}\n\n{session()}\n\n{END}"
    page.write_text(re.sub(f"{re.escape(BEGIN)}.*?{re.escape(END)}", lambda _: block, text, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
