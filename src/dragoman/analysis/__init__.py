"""Archive → answers: plain functions that return tables, each row with the sentence it rests on."""

from dragoman.analysis.brief import Brief, brief
from dragoman.analysis.conflicts import conflicts
from dragoman.analysis.difference import Difference, difference
from dragoman.analysis.names import Names, load_names
from dragoman.analysis.overview import Overview, overview
from dragoman.analysis.people import People, people
from dragoman.analysis.registers import REGISTERS, register
from dragoman.analysis.relations import relations_history, relations_on
from dragoman.analysis.selection import Selection
from dragoman.analysis.shown import Shown, find, find_one, shown
from dragoman.analysis.table import Row, Table
from dragoman.analysis.timeline import Timeline, timeline
from dragoman.analysis.variants import variants
from dragoman.analysis.wording import wording

__all__ = [
    "REGISTERS",
    "Brief",
    "Difference",
    "Names",
    "Overview",
    "People",
    "Row",
    "Selection",
    "Shown",
    "Table",
    "Timeline",
    "brief",
    "conflicts",
    "difference",
    "find",
    "find_one",
    "load_names",
    "overview",
    "people",
    "register",
    "relations_history",
    "relations_on",
    "shown",
    "timeline",
    "variants",
    "wording",
]
