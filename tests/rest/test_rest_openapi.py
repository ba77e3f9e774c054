"""The OpenAPI document is valid and whole, and the API keeps to it whatever it is asked."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from starlette.testclient import TestClient

from dragoman.archive.columns import TABLES
from dragoman.rest import create_app
from dragoman.rest.openapi import PREFIX, document
from dragoman.rest.routes import ROUTES

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of the libraries that it loads
    import schemathesis
    from schemathesis.config import SchemathesisConfig

EXAMPLES = 6  # questions made up for each address
# Tables have many parameters and one way of reading them: in one of them each value at the edge of what is allowed is
# tried for each parameter, and one beyond it, in the others some are made up.
COVERED = "claims"
TABLES_BUT_ONE = [name for name in TABLES if name != COVERED]
DESCRIBED = document(ROUTES, token=False)

# Well formed questions that cannot be answered are refused with 400 and 404: a search that cannot be understood, a state
# that there is not.
CHECKS = {
    "positive_data_acceptance": {"expected-statuses": ["200", "400", "404"]},
    "negative_data_rejection": {"expected-statuses": ["400", "404", "414", "422"]},
}


def asked(**phases: Any) -> Any:
    config = SchemathesisConfig.from_dict({"checks": CHECKS, "phases": phases})
    return schemathesis.openapi.from_dict(DESCRIBED, config=config)


whole = asked().exclude(operation_id=TABLES_BUT_ONE)
some = asked(coverage={"enabled": False}).include(operation_id=TABLES_BUT_ONE)
application: dict[str, Any] = {}


@pytest.fixture(scope="module", autouse=True)
def _served(told: Path) -> None:
    application["app"] = create_app(told)


bounded = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


def ask(case: schemathesis.Case) -> None:
    case.call_and_validate(app=application["app"], base_url="http://127.0.0.1:8000", headers={"Host": "127.0.0.1"})


@whole.parametrize()
@bounded
def test_the_api_keeps_to_what_it_says(case: schemathesis.Case) -> None:
    ask(case)


@some.parametrize()
@bounded
def test_tables_keep_to_what_is_said_of_them(case: schemathesis.Case) -> None:
    ask(case)


def test_it_is_served_as_it_is_made(room: TestClient) -> None:
    assert room.get(f"{PREFIX}/openapi.json").json() == DESCRIBED


def test_it_is_whole() -> None:
    """Every address is described, with its answers, what each parameter is, and examples of all."""
    served = {route.path for route in create_app(Path("none")).routes if getattr(route, "path", "").startswith(PREFIX)}
    assert set(DESCRIBED["paths"]) == served - {f"{PREFIX}/openapi.json"}
    for path, methods in DESCRIBED["paths"].items():
        (operation,) = methods.values()
        assert operation["summary"]
        assert operation["description"], path
        assert {"200", "400", "422", "503"} <= set(operation["responses"])
        for answer in operation["responses"].values():
            assert answer["description"]
            assert "example" in answer["content"]["application/json"]
        in_path = {parameter["name"] for parameter in operation["parameters"] if parameter["in"] == "path"}
        assert in_path == {part[1:-1] for part in path.split("/") if part.startswith("{")}
        for parameter in operation["parameters"]:
            assert parameter["description"], (path, parameter["name"])
            assert "example" in parameter


def test_examples_fit_their_schemas() -> None:
    from jsonschema_rs import validate

    for path, methods in DESCRIBED["paths"].items():
        for status, answer in methods["get"]["responses"].items():
            content = answer["content"]["application/json"]
            validate(content["schema"] | {"components": DESCRIBED["components"]}, content["example"])
            assert status == "200" or list(content["example"]) == ["error"], path
        for parameter in methods["get"]["parameters"]:
            validate(parameter["schema"], parameter["example"])


def test_a_token_is_described_where_one_is_needed() -> None:
    described = document(ROUTES, token=True)
    assert described["security"] == [{"token": []}]
    assert all("401" in methods["get"]["responses"] for methods in described["paths"].values())
