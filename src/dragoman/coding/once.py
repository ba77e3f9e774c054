"""What is worked out of one thing once, and kept with it as long as it lives."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

Owner = TypeVar("Owner")
Rest = ParamSpec("Rest")
Result = TypeVar("Result")


def once(find: Callable[Concatenate[Owner, Rest], Result]) -> Callable[Concatenate[Owner, Rest], Result]:
    """`find`, asked of its owner (a scene, a workbench, a vocabulary) once for the same arguments, which must be hashable.

    What it returns is shared by all who ask: they must not change it.
    """

    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def kept(owner: Owner, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Result:
        known: dict[Any, Result] = owner.__dict__.setdefault(name, {})
        if args not in known:
            known[args] = find(owner, *args, **kwargs)
        return known[args]

    return kept
