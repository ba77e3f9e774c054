"""All addresses under /api on one screen."""

from dragoman.rest.asked import Route
from dragoman.rest.routes.brief import ROUTES as BRIEF
from dragoman.rest.routes.documents import ROUTES as DOCUMENTS
from dragoman.rest.routes.info import ROUTES as INFO
from dragoman.rest.routes.listed import ROUTES as LISTED
from dragoman.rest.routes.registers import ROUTES as REGISTERS
from dragoman.rest.routes.search import ROUTES as SEARCH
from dragoman.rest.routes.series import ROUTES as SERIES
from dragoman.rest.routes.states import ROUTES as STATES
from dragoman.rest.routes.tables import ROUTES as TABLES
from dragoman.rest.routes.timeline import ROUTES as TIMELINE

ROUTES: tuple[Route, ...] = (
    *INFO, *STATES, *BRIEF, *TIMELINE, *SERIES, *REGISTERS, *LISTED, *SEARCH, *DOCUMENTS, *TABLES,
)  # fmt: skip
