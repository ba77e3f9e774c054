"""Figures: what a page shows as a table or a chart, and gives away as a file.

A figure is a function of a desk. The page and the file are made by the same function from the same parameters, so that
a file has exactly what is shown; where a page shows the first rows of a figure it says how many there are, and the file
has them all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from dragoman.analysis import Table
from dragoman.web import links
from dragoman.web.desk import Desk


@dataclass(frozen=True)
class Figure:
    """`rows` is what is shown; `chart` the same as a drawing, where there is one; `note` what must be known beside it.

    `asked` are the parameters from which it can be made again; `more` leads to all of its rows as a page.
    """

    name: str
    title: str
    rows: Table
    asked: Mapping[str, Any] = field(default_factory=dict)
    chart: Markup | None = None
    note: str | None = None
    more: str | None = None

    def file(self, form: str) -> str:
        """The address of this figure as a file."""
        return links.figure(self.name, form, self.asked)

    @property
    def forms(self) -> tuple[str, ...]:
        return ("csv", "json", "parquet", *(("svg",) if self.chart is not None else ()))

    @property
    def is_cut(self) -> bool:
        return len(self.rows) < self.rows.total


# Makes a figure for the codes given (none, one or two): at most so many rows, all for None.
Maker = Callable[[Desk, tuple[str, ...], int | None], Figure]
