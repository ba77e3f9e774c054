"""The house rules that no type checker knows."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman.records import LEDGERS, RECORDS

SOURCE = Path(dragoman.__file__).parent
ROOT = SOURCE.parent.parent
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def test_imports_point_down() -> None:
    lint = str(Path(sys.executable).parent / "lint-imports")
    done = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_table_has_one_file_and_one_coder() -> None:
    from dragoman.coding import CODERS

    coded = set(RECORDS) - {"passages", "actors"}  # found without a parse
    assert coded == set(CODERS)
    for table in RECORDS:
        if table != "passages":
            assert (SOURCE / "coding" / table / "coder.py").exists(), table


def test_names_of_tables_are_those_of_their_types() -> None:
    for name, kind in {**RECORDS, **LEDGERS}.items():
        assert kind.table == name


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: str(p.relative_to(SOURCE)))
def test_every_module_says_what_it_is_for(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not tree.body or ast.get_docstring(tree), f"{path.name} has no docstring"


# A file that needs more lines holds more than one idea.
LONGEST = 400


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_file_is_longer_than_one_idea(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


# A function that needs more lines does more than it says.
LONGEST_FUNCTION = 60


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_function_is_longer_than_one_thought(path: Path) -> None:
    functions = (n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, _FUNCTIONS))
    lengths = [(n.name, (n.end_lineno or n.lineno) - n.lineno + 1) for n in functions]
    assert [(name, lines) for name, lines in lengths if lines > LONGEST_FUNCTION] == []


def test_public_names() -> None:
    assert dragoman.__all__ == ["Archive", "__version__", "code", "open_archive", "read"]


def test_contributing_names_every_lexicon_file() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    files = sorted([*(SOURCE / "lexicon").glob("*.toml"), *(SOURCE / "lexicon" / "words").glob("*.toml")])
    assert [f.stem for f in files if f"`{f.stem}`" not in told] == []
