"""The world, each state in the tone of the record towards it. Outlines were projected when this was built."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from dragoman.web.charts import svg
from dragoman.web.charts.tone import Tone
from dragoman.web.rendering import VENDOR

FILE = "world.json"
# Means of scores, from conflict to cooperation; a class of the drawing for each.
BINS = ((-4.0, "t1"), (-1.5, "t2"), (1.5, "t3"), (4.0, "t4"), (10.1, "t5"))
LEGEND = (("t1", "below −4"), ("t2", "−4 to −1.5"), ("t3", "−1.5 to +1.5"), ("t4", "+1.5 to +4"), ("t5", "above +4"))


def bin_of(mean: float) -> str:
    return next(name for limit, name in BINS if mean < limit)


@lru_cache(maxsize=1)
def _world() -> dict[str, Any] | None:
    file = VENDOR / FILE
    found: dict[str, Any] | None = json.loads(file.read_text("utf-8")) if file.is_file() else None
    return found


def world(tones: Mapping[str, Tone], chosen: str, name: Callable[[str], str], href: Callable[[str], str]) -> Markup | None:
    """None where this build has no outlines. States without events are left blank; the chosen one is outlined."""
    drawn = _world()
    if drawn is None:
        return None
    blank: list[Markup] = []
    told: list[Markup] = []
    for shape in drawn["shapes"]:
        outline = svg.tag("path", d=shape["d"], class_=_class(shape["code"], tones, chosen))
        _place(shape, outline, tones, chosen, name, href, blank, told)
    for dot in drawn["dots"]:
        if dot["code"] in tones or dot["code"] == chosen:
            mark = svg.tag("circle", cx=dot["x"], cy=dot["y"], r=4, class_=_class(dot["code"], tones, chosen))
            _place(dot, mark, tones, chosen, name, href, blank, told)
    sea = svg.tag("path", d=drawn["sphere"], class_="sea") + svg.tag("path", d=drawn["graticule"], class_="graticule")
    said = f"Map: mean score of events between {name(chosen)} and each state; the same numbers stand in the table beside it"
    return svg.drawing("world", said, drawn["width"], drawn["height"], [sea, *blank, *told])


def _class(code: str | None, tones: Mapping[str, Tone], chosen: str) -> str:
    if code == chosen:
        return "land chosen"
    tone = tones.get(code) if code else None
    return f"land {bin_of(tone.mean)}" if tone else "land"


def _place(
    shape: Mapping[str, Any], mark: Markup, tones: Mapping[str, Tone], chosen: str, name: Callable[[str], str],
    href: Callable[[str], str], blank: list[Markup], told: list[Markup],
) -> None:  # fmt: skip
    code = shape["code"]
    if code in tones and code != chosen:
        tone = tones[code]
        title = f"{name(code)}: mean {tone.mean:+.1f} of {tone.events:,} events"
        told.append(svg.linked(href(code), title, mark))
    elif code == chosen:
        told.append(svg.linked(None, name(chosen), mark))
    else:
        blank.append(mark)
