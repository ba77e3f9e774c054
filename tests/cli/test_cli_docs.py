"""Every command and every option is documented, and nothing is documented that there is not."""

from __future__ import annotations

import ast
import re
import shlex
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from analysis_samples import fill
from readme_session import BEGIN, END, SESSION

import dragoman
from dragoman.analysis import load_names
from dragoman.cli import COMMANDS, app, main
from dragoman.lexicon import load

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
SECTIONS = {
    match["name"]: match["body"]
    for match in re.finditer(r"^## dragoman (?P<name>\S+)(?P<body>.*?)(?=^## |\Z)", DOCS, re.MULTILINE | re.DOTALL)
}


def names(command: str) -> tuple[set[str], set[str]]:
    """The options of a command, and its positional arguments."""
    arguments = app[command].assemble_argument_collection(parse_docstring=True)
    options = {name for argument in arguments for name in argument.names if name.startswith("--") and "empty" not in name}
    return options, {name for argument in arguments for name in argument.names if not name.startswith("-")}


def test_every_command_is_documented() -> None:
    assert list(SECTIONS) == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented_and_no_other(command: str) -> None:
    options, positional = names(command)
    written = set(
        re.findall(r"--(?:\[KEYWORD\]|[a-z-]+)", "\n".join(re.findall(r"^\| `.*?` \|", SECTIONS[command], re.MULTILINE)))
    )
    assert written == options
    head = SECTIONS[command].splitlines()[0]
    for name in positional:
        assert name in head, (command, name)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_says_what_it_is(command: str) -> None:
    for argument in app[command].assemble_argument_collection(parse_docstring=True):
        assert argument.parameter.help, (command, argument.names)


def test_each_file_of_the_folder_is_a_command() -> None:
    files = {path.stem for path in (ROOT / "src" / "dragoman" / "cli").glob("*.py")} - {"__init__", "app"}
    assert files == set(COMMANDS)


def commands_in(path: Path) -> list[str]:
    """The `dragoman` commands of the code blocks of a page."""
    blocks = re.findall(r"(?:^```\w*\n(.*?)^```|((?:^    .*\n)+))", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    lines = [line.strip().removeprefix("$ ") for block in blocks for text in block for line in text.splitlines()]
    return [line for line in lines if line.startswith("dragoman ")]


@pytest.mark.parametrize("line", [c for page in ("README.md", "docs/commands.md") for c in commands_in(ROOT / page)])
def test_commands_in_the_pages_can_be_read(line: str) -> None:
    """Each line parses: its command and options exist."""
    tokens = shlex.split(line.split("#")[0].split(" | ")[0].split(" < ")[0].split(" > ")[0])[1:]
    tokens = [token for token in tokens if token not in ("...", "…")]
    command, bound, _ = app.parse_args(tokens, exit_on_error=False, print_error=False)
    assert command in COMMANDS.values()
    assert bound is not None
    assert main([tokens[0], "--help"]) == 0


README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    """The code block of the README in a language."""
    match = re.search(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert match is not None, language
    return match[1]


def test_the_lexicon_of_the_readme_is_one(tmp_path: Path) -> None:
    own = tmp_path / "mine.toml"
    own.write_text(block("toml"), encoding="utf-8")
    lexicon = load([own])
    assert {type(entry).__name__ for kind in lexicon.entries for entry in lexicon.all(kind) if lexicon.is_users(entry)} == {
        "Organisation", "Instrument", "Outlet", "EventRule",
    }  # fmt: skip
    assert load_names([own]).resolve("mekong river commission") == "MRC"


def test_the_python_of_the_readme_names_what_there_is(tmp_path: Path) -> None:
    tree = ast.parse(block("python"))
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and _is_name(node.value, "archive")}
    with dragoman.open_archive(fill(tmp_path / "told")) as archive:
        assert used
        for name in used:
            assert hasattr(archive, name), name


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def test_the_session_of_the_readme_is_the_one_that_is_run() -> None:
    shown = README[README.index(BEGIN) : README.index(END)]
    assert [line.removeprefix("$ ") for line in shown.splitlines() if line.startswith("$ ")] == [c for c, _ in SESSION]
