"""What every chart is drawn with. Text is escaped; colours are classes, so that they follow the page's theme."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from dragoman.web.rendering import STATIC, plain

_LINK = re.compile(r'<a href="[^"]*"')


def tag(name: str, inner: object = "", /, **attributes: object) -> Markup:
    """An element; `class_` is class, other `_` become hyphens, None is left out, numbers are cut to a tenth."""
    said = "".join([f' {_name(key)}="{_short(value)}"' for key, value in attributes.items() if value is not None])
    return Markup(f"<{name}{said}>{escape(inner)}</{name}>")


@lru_cache(maxsize=256)
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _short(value: object) -> str:
    """A value as an attribute has it, escaped."""
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return str(value) if isinstance(value, int) else escape(plain(value))


def join(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)


def text(x: float, y: float, said: object, class_: str = "label", anchor: str | None = None) -> Markup:
    return tag("text", plain(said), x=x, y=y, class_=class_, text_anchor=anchor)


def line(x1: float, y1: float, x2: float, y2: float, class_: str = "rule") -> Markup:
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def rect(x: float, y: float, width: float, height: float, class_: str) -> Markup:
    return tag("rect", x=x, y=y, width=max(width, 0.5), height=max(height, 0.0), class_=class_)


def linked(href: str | None, title: str, inner: Markup, *, worded: bool = False) -> Markup:
    """A mark with what it stands for, which leads to what it rests on. One that is `worded` has its name in it."""
    whole = tag("title", plain(title)) + inner
    if href is None:
        return tag("g", whole)
    return tag("a", whole, href=href, aria_label=None if worded else plain(title))


def drawing(name: str, said: str, width: int, height: float, parts: Iterable[Markup], **attributes: object) -> Markup:
    """The whole chart; `said` describes it to who cannot see it. Grows and shrinks with its column."""
    return tag(
        "svg",
        tag("title", said) + join(parts),
        class_=f"chart chart-{name}",
        viewBox=f"0 0 {width} {height:.0f}",
        role="group",
        aria_label=said,
        xmlns="http://www.w3.org/2000/svg",
        **attributes,
    )


def standalone(chart: Markup) -> str:
    """A chart as a file of its own, with its style in it and without links into this room."""
    style = (STATIC / "css" / "charts.css").read_text("utf-8")
    head, _, rest = str(chart).partition(">")
    body = _LINK.sub("<g", rest).replace("</a>", "</g>")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}><style>{escape(style)}</style>{body}\n'


def ticks(highest: float, most: int = 4) -> list[float]:
    """Round numbers from 0 up to `highest` or a little above."""
    if highest <= 0:
        return [0.0]
    step = 10.0 ** (len(str(int(highest))) - 1) if highest >= 1 else 0.1
    for part in (0.1, 0.2, 0.25, 0.5, 1, 2, 5):
        if highest / (step * part) <= most and (highest < 1 or step * part >= 1):
            step *= part
            break
    return [step * n for n in range(int(highest / step) + 1)]


def every(labels: Sequence[str], room: float, each: float) -> int:
    """Of how many labels one fits where each takes `each` of `room` in all."""
    fitting = max(1, int(room / each))
    return max(1, -(-len(labels) // fitting))
