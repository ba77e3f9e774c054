"""What events are called in other data sets: tables that exports alone read, checked as the lexicon is.

They stand apart from the lexicon, since they change no record and so must not change a run's identity.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from dragoman.errors import LexiconError
from dragoman.lexicon.codes import wholes
from dragoman.lexicon.entries import Organisation, State
from dragoman.lexicon.loader import load

HERE = Path(__file__).parent


class Modality(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What becomes of events of a modality: kept as they are, or the types that some become; others are left out."""

    is_: str = msgspec.field(name="is")
    keeps: bool = False
    becomes: dict[str, str] = {}


class Sector(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sector that PLOVER or CAMEO spells otherwise; None is the same there, "" is nothing."""

    ours: str
    plover: str | None = None
    cameo: str | None = None


class Dating(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Kinds of document whose undated acts are of the day on which it appeared."""

    kinds: list[str]


class CameoEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The CAMEO code of a type and mode, with its Goldstein score."""

    event: str
    code: str
    goldstein: float
    mode: str | None = None


class CameoState(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ours: str
    cameo: str


class CameoOrganisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ours: str
    cameo: str
    group: str
    region: str | None = None


class _Plover(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    modality: list[Modality]
    sector: list[Sector]
    dating: Dating


class _Cameo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    event: list[CameoEvent]
    state: list[CameoState]
    organisation: list[CameoOrganisation]


class CameoActor(NamedTuple):
    """An actor as GDELT has it: the whole code, and its parts."""

    code: str
    country: str = ""
    group: str = ""
    types: tuple[str, ...] = ()


@dataclass(frozen=True)
class Crosswalks:
    """The tables, ready for look-up; `names` and `kinds` are those of the lexicon's states and organisations."""

    plover: _Plover
    events: dict[tuple[str, str | None], CameoEvent]
    states: dict[str, str]
    organisations: dict[str, CameoOrganisation]
    sectors: dict[str, Sector]
    names: dict[str, str]
    kinds: dict[str, str]

    def modality(self, name: str) -> Modality:
        return next((m for m in self.plover.modality if m.is_ == name), Modality(name))

    def cameo_event(self, event: str, mode: str | None) -> CameoEvent:
        return self.events.get((event, mode)) or self.events[event, None]

    def kind(self, code: str) -> str | None:
        """The sector of an organisation (IGO, NGO ...), or of what it is an organ of; None for a state or collective."""
        return next((self.kinds[whole] for whole in wholes(code) if whole in self.kinds), None)

    def is_state(self, code: str) -> bool:
        return self.kind(code) is None and not code.startswith("X-") and len(code) == 3

    def plover_actor(self, code: str) -> str | None:
        """PLOVER's code: a state's own; UNO, EUR, IGO, NGO ... for organisations; None for a collective."""
        if code.startswith("X-"):
            return None
        if self.is_state(code):
            return code
        return {"UN": "UNO", "EU": "EUR"}.get(wholes(code)[-1], self.kind(code) or "IGO")

    def cameo_actor(self, code: str | None, sector: str | None) -> CameoActor:
        """CAMEO's actor for one of our codes and sectors; empty where CAMEO has no code for either."""
        role = self.cameo_sector(sector) if sector else ""
        types = (role,) if role else ()
        if code is None or code.startswith("X-"):
            return CameoActor(role, types=types)
        if self.is_state(code):
            state = self.states.get(code, code)
            return CameoActor(state + role, state, types=types)
        found = next((self.organisations[whole] for whole in wholes(code) if whole in self.organisations), None)
        kind = self.cameo_sector(self.kind(code) or "IGO")
        if found is None:
            return CameoActor(kind, types=(kind,))
        return CameoActor(found.cameo, found.region or "", found.group, (found.cameo[:3],))

    def cameo_sector(self, sector: str) -> str:
        known = self.sectors.get(sector)
        return sector if known is None or known.cameo is None else known.cameo

    def plover_sector(self, sector: str) -> str:
        known = self.sectors.get(sector)
        return sector if known is None or known.plover is None else known.plover


@lru_cache(maxsize=1)
def crosswalks() -> Crosswalks:
    """The tables of this folder. Raises LexiconError for a fault in one."""
    plover, cameo = _read("plover.toml", _Plover), _read("cameo.toml", _Cameo)
    lexicon = load()
    organisations, states = lexicon.all(Organisation), lexicon.all(State)
    return Crosswalks(
        plover=plover,
        events={(e.event, e.mode): e for e in cameo.event},
        states={s.ours: s.cameo for s in cameo.state},
        organisations={o.ours: o for o in cameo.organisation},
        sectors={s.ours: s for s in plover.sector},
        names={o.code: o.name for o in organisations} | {s.code: s.name for s in states},
        kinds={o.code: o.sector for o in organisations},
    )


def _read(name: str, kind: Any) -> Any:
    try:
        return msgspec.convert(tomllib.loads((HERE / name).read_text(encoding="utf-8")), kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise LexiconError(f"{HERE / name}: {error}") from error
