"""A brief: what the record holds on one state, or between two, each line with its sentence.

The same thing told by several documents is one line, with how many tell it; its sentence is the latest one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from dragoman.analysis.conflicts import sides
from dragoman.analysis.coverage import Coverage, coverage
from dragoman.analysis.sections import PAIR_SECTIONS, STATE_SECTIONS, Question
from dragoman.analysis.table import Row, Table
from dragoman.analysis.wording import line, source_line, words_of
from dragoman.archive import Archive
from dragoman.errors import UsageError

SHOWN = 10  # rows of a section


@dataclass(frozen=True)
class Brief:
    """`sections` in the order in which to read them; `codes` has one state or two, `coverage` what is there of each."""

    codes: tuple[str, ...]
    coverage: Mapping[str, Coverage]
    sections: Mapping[str, Table] = field(default_factory=dict)

    def __getitem__(self, section: str) -> Table:
        """A section by its name. Raises UsageError for one that there is not."""
        if section not in self.sections:
            raise UsageError(f"no section {section!r} in this brief; there are: {', '.join(self.sections)}")
        return self.sections[section]

    def __iter__(self) -> Iterator[str]:
        return iter(self.sections)

    def _repr_html_(self) -> str:
        """Every section in a notebook, escaped."""
        return "".join(
            f"<h4>{escape(name)} <small>{escape(table.said)}</small></h4>{_section_html(table)}"
            for name, table in self.sections.items()
        )


def _section_html(table: Table) -> str:
    if table.of is None:
        return table._repr_html_()
    items = (
        f"<li>{escape(line(table.of, row))}{''.join(map(_said, sides(row) if table.of == 'conflicts' else [row]))}</li>"
        for row in table
    )
    return f"<ul>{''.join(items)}</ul>"


def _said(row: Row) -> str:
    """The words of a row and where they stand."""
    return (
        f"<br><q>{escape(row.get('quote') or '')}</q><br>"
        f"<small>words of {escape(words_of(row))}; {escape(source_line(row))}</small>"
    )


def brief(archive: Archive, code: str, other: str | None = None, *, limit: int | None = SHOWN) -> Brief:
    """What the record holds on `code`, or between it and `other`; at most `limit` rows a section, all for None.

    Codes as the archive has them. Raises UsageError where the two are one.
    """
    if other == code:
        raise UsageError(f"a brief on a pair needs two different states, not {code} twice")
    codes = (code,) if other is None else (code, other)
    asked = Question(archive, codes, limit)
    with archive.snapshot():
        covered = {one: coverage(archive, one) for one in codes}
        makers = STATE_SECTIONS if other is None else PAIR_SECTIONS
        sections = {name.format(a=code, b=other): make(asked) for name, make in makers.items()}
    return Brief(codes, covered, sections)
