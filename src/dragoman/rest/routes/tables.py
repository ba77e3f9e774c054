"""Every table of the record, with any filter, page by page. No table is named here: they follow from the records."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from dragoman.analysis.selection import narrowed
from dragoman.archive import EXTRAS, Filters, page
from dragoman.archive.columns import BOOLEAN, INTEGER, REAL, TABLES, Column, Table
from dragoman.archive.schema import CODED, ROLES
from dragoman.records import RECORDS
from dragoman.rest import cursors, parameters
from dragoman.rest.answers import LONG, PAGES, columns_of, example
from dragoman.rest.asked import Asked, Route
from dragoman.rest.failures import Refused
from dragoman.rest.parameters import Parameter

_MOST = 20  # values of one column
_MOST_ORDER = 3
_ONE_STATE = "actors"  # mentions have one code each
_READERS: dict[str, tuple[dict[str, Any], Callable[[str], Any]]] = {
    INTEGER: (
        {"type": "integer", "exclusiveMinimum": -parameters.BIGGEST, "exclusiveMaximum": parameters.BIGGEST},
        parameters.whole_or_unknown,
    ),
    REAL: (
        {"type": "number", "exclusiveMinimum": -parameters.BIGGEST, "exclusiveMaximum": parameters.BIGGEST},
        parameters.real_or_unknown,
    ),
    BOOLEAN: ({"type": "boolean"}, parameters.truth),
}


def of_column(table: Table, column: Column) -> Parameter:
    """The filter on one column: the values of which a row must have one."""
    unknown = f"; `{parameters.UNKNOWN}` for what is unknown"
    if column.type in _READERS:
        schema, read = _READERS[column.type]
        either = {"anyOf": [schema, {"enum": [parameters.UNKNOWN]}]}
        return Parameter(
            name=column.name, help=f"{table.name}.{column.name}{unknown}.", schema=either, example=parameters.UNKNOWN,
            read=read, many=_MOST,
        )  # fmt: skip
    shown = example(table.name).get(column.name) or "words"
    one = shown[0] if isinstance(shown, list) else str(shown)
    made = parameters.text(column.name, f"{table.name}.{column.name}{unknown}. A code finds its parts.", one, many=_MOST)
    return Parameter(
        name=made.name, help=made.help, schema=made.schema, example=one, many=_MOST,
        read=lambda value: parameters.text_or_unknown(made.read(value)),
    )  # fmt: skip


def parameters_of(name: str) -> tuple[Parameter, ...]:
    """Everything that a table can be asked for."""
    table = TABLES[name]
    columns = [column for column in table.columns if column.name not in (*LONG.get(name, ()), "reported_by")]
    found: dict[str, Parameter] = {}
    if name in ROLES or name == _ONE_STATE:
        found["state"] = parameters.state(
            help="Who takes part: a code or name." + ("" if name == _ONE_STATE else " Twice: records between the two."),
            many=1 if name == _ONE_STATE else 2,
        )  # fmt: skip
    if name in ROLES:
        found["role"] = parameters.choice("role", "In which column `state` takes part.", ROLES[name])
    if name in CODED or name == "codings":
        found |= {"since": parameters.SINCE, "until": parameters.UNTIL}
        found |= {
            "document_kind": parameters.text("document_kind", "The kind of the document.", "statement"),
            "outlet": parameters.OUTLET,
        }
    if name in CODED:
        found["words"] = parameters.text(
            "words", "Words that all stand in the words of the record.", "nuclear test", pattern=r"\w"
        )
    if table.column("reported_by"):
        found["reported_by"] = parameters.REPORTED_BY
    found["run"] = parameters.RUN
    # Where a column has the name of another filter, the column is meant, as on the command line.
    found = {key: value for key, value in found.items() if key == "state" or table.column(key) is None or key == "reported_by"}
    found |= {column.name: of_column(table, column) for column in columns if column.name not in found}
    terms = [sign + column.name for column in columns for sign in ("", "-")]
    found["order"] = parameters.choice(
        "order", "A column to sort by, `-` before it for downwards; ties in the order of documents.", terms, many=_MOST_ORDER
    )  # fmt: skip
    return (*found.values(), parameters.LIMIT, parameters.CURSOR)


_NOT_CONDITIONS = ("order", "limit", "cursor", "run")


def filters_of(name: str, asked: Asked) -> Filters:
    """The conditions of a question. Raises NotThere for a state or run that there is not."""
    given = {key: value for key, value in asked.values.items() if key not in _NOT_CONDITIONS and value not in (None, [])}
    run = asked.run()
    if "reported_by" in given:
        given["reported_by"] = asked.code("reported_by")
    states = given.pop("state", None)
    filters = narrowed(name, Filters(run=run), given)
    if states is None:
        return filters
    named = [asked.resolve(one) for one in ([states] if isinstance(states, str) else states)]
    if len(set(named)) < len(named):
        raise Refused(f"state: {named[0]} is given twice; between two means two that differ")
    return narrowed(name, filters, {"columns": {}} | _states(name, named))


def _states(name: str, codes: list[str]) -> dict[str, Any]:
    return {"states": codes} if TABLES[name].column("states") is None else {}


def answer(name: str, asked: Asked) -> dict[str, Any]:
    """A page of a table."""
    filters = filters_of(name, asked)
    order = asked["order"]
    question = (name, repr(filters), tuple(order))
    wanted = [column for column in TABLES[name].names if column in columns_of(name)]
    also = list(EXTRAS) if name in RECORDS else []
    found = page(
        asked.store, name, filters, order=order, limit=asked["limit"], after=cursors.decode(asked["cursor"], question),
        columns=wanted, also=also,
    )  # fmt: skip
    return {
        "rows": asked.hashed(found.rows) if name in RECORDS else found.rows,
        "total": asked.total(name, filters),
        "documents": asked.documents(),
        "next": cursors.encode(found.next, question),
    }


def _route(name: str) -> Route:
    shown = {"rows": [example(name)], "total": 1, "documents": 1, "next": None}
    said = "Each record has its words (`quote`), where they stand (`start`, `end`) and the hash of the text they stand in."
    return Route(
        path=f"/{name}", name=name, help=f"The table {name}. {said if name in RECORDS else ''}".strip(),
        parameters=parameters_of(name), answer=PAGES[name], make=partial(answer, name), example=shown,
    )  # fmt: skip


ROUTES = tuple(_route(name) for name in TABLES)
