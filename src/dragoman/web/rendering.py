"""Templates, and how values are written in them. Everything that is not markup of ours is escaped."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from dragoman.analysis.table import cell
from dragoman.analysis.wording import source_line, words_of
from dragoman.version import VERSION
from dragoman.web import links

HERE = Path(__file__).parent
STATIC, VENDOR = HERE / "static", HERE / "vendor"
# Turned around or hidden, text says something other than what it looks like: such characters are shown by name.
_UNSEEN = {
    **{n: f"\\x{n:02x}" for n in (*range(9), 11, 12, *range(14, 32), *range(127, 160))},
    **{n: f"⟨U+{n:04X}⟩" for n in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)},
}


def plain(text: object) -> str:
    """Text from a document with what would steer the page made visible."""
    said = str(text)
    return said if said.isascii() and said.isprintable() else said.translate(_UNSEEN)


def same_length(text: str) -> str:
    """As `plain`, but one character for one, so that offsets hold: a sign that stands for what cannot be shown."""
    return text.translate(_STANDINS)


_STANDINS = dict.fromkeys(_UNSEEN, "�")


def number(value: float | None) -> str:
    """`1,234`; with one decimal where it is not whole."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def share(part: float, whole: float) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def quantity(count: int, one: str, many: str | None = None) -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def has(asset: str) -> bool:
    """Whether a third-party file is in this build."""
    return (VENDOR / asset).is_file()


@lru_cache(maxsize=1)
def _built() -> str:
    """Changes with every file that a page loads, so that browsers may keep them."""
    newest = max((file.stat().st_mtime_ns for folder in (STATIC, VENDOR) for file in folder.rglob("*")), default=0)
    return f"{VERSION}-{newest:x}"


def asset(path: str) -> str:
    return f"/{path}?v={_built()}"


def code_link(name: str, code: str) -> Markup:
    """A state by its name, leading to its page."""
    return Markup('<a href="{}" title="{}">{}</a>').format(links.state(code), code, name)


@lru_cache(maxsize=1)
def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "number": number, "plain": plain, "cell": _cell, "words_of": words_of, "source_line": source_line, "quantity": quantity,
    }  # fmt: skip
    made.globals |= {"links": links, "asset": asset, "has": has, "share": share, "version": VERSION}
    return made


def _cell(value: Any, longest: int | None = None) -> str:
    return plain(cell(value, longest))


def render(template: str, **shown: Any) -> str:
    return environment().get_template(template).render(**shown)


__all__ = ["STATIC", "VENDOR", "asset", "code_link", "environment", "escape", "has", "number", "plain", "render"]
