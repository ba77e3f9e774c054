"""`dragoman demo`: the bundled examples, read and asked."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from pathlib import Path

from dragoman.cli.terminal.options import ArchiveOption, WorkersOption
from dragoman.errors import UsageError

STATE = "PRK"
# What lies beside the texts and is none of them.
BESIDE = frozenset({"FACTS.tsv", "README.md", "make_binary.py", "binary_sources"})


def demo(*, archive: ArchiveOption = None, workers: WorkersOption = None) -> int:
    """Read the bundled examples, which were written for Dragoman, and show a brief on one state."""
    from dragoman import api
    from dragoman.cli.brief import SHOWN, show_brief
    from dragoman.cli.read import read_with_progress, status_of
    from dragoman.cli.terminal.opening import check_workers, settings_of
    from dragoman.cli.terminal.screen import Screen

    check_workers(workers)
    folder = examples_folder()
    screen = Screen()
    screen.line(
        "These texts were written for Dragoman: they report documented diplomatic history in words of its own, under names of "
        "media that do not exist. Do not cite them as sources."
    )
    with ExitStack() as stack:
        where = archive or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="dragoman-demo-"))) / "archive"
        progress = read_with_progress(example_paths(folder), where, settings_of(None, None), workers)
        screen.line()
        with api.open_archive(where) as opened:
            show_brief(screen, opened.brief(STATE, limit=SHOWN // 2), opened.names)
        screen.line()
        if archive is None:
            screen.line(
                "Nothing of this is kept. To ask more: dragoman demo --archive DIR, then dragoman brief PRK USA --archive DIR"
            )
        else:
            screen.line(f"To ask more: dragoman brief {STATE} USA --archive {archive}")
    return status_of(progress)


def examples_folder() -> Path:
    """The examples in the installed package, or in the checkout that it runs from. Raises UsageError where neither is."""
    import dragoman

    package = Path(dragoman.__file__).parent
    for folder in (package / "examples", package.parents[1] / "examples"):
        if folder.is_dir():
            return folder
    raise UsageError(f"no examples beside {package}; they come with the wheel and with a checkout")


def example_paths(folder: Path) -> list[Path]:
    """The folders and files of texts in `folder`."""
    return sorted(path for path in folder.iterdir() if path.name not in BESIDE and not path.name.startswith((".", "__")))
