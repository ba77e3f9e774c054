"""`dragoman version`."""

from __future__ import annotations


def version() -> int:
    """Which Dragoman this is, and what it runs on."""
    import platform
    import sqlite3

    from dragoman import __version__
    from dragoman.cli.terminal.screen import Screen

    Screen().verbatim(f"dragoman {__version__}\nPython {platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    return 0
