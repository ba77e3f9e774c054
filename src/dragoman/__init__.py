"""Dragoman reads what governments publish and keeps the record of a state's foreign relations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.version import VERSION as __version__

if TYPE_CHECKING:
    from dragoman.api import Archive, code, open_archive, read

__all__ = ["Archive", "__version__", "code", "open_archive", "read"]


def __getattr__(name: str) -> Any:
    # The door opens when it is knocked at: `dragoman --help` must not load a parser.
    if name in ("Archive", "code", "open_archive", "read"):
        from dragoman import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
