"""The command line: each command is a thin function over a plain one, in a file of its own."""

from dragoman.cli.app import COMMANDS, app, main

__all__ = ["COMMANDS", "app", "main"]
