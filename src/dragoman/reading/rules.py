"""All that reading needs of a lexicon, prepared once per process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.lexicon import Lexicon
from dragoman.reading.agents import Agents
from dragoman.reading.boilerplate import Furniture
from dragoman.reading.dateline import Datelines
from dragoman.reading.front import Fronts
from dragoman.reading.genres import Genres, Ladders
from dragoman.reading.header import Headers
from dragoman.reading.outlets import Outlets
from dragoman.reading.speakers import Speakers
from dragoman.reading.split import Splitter
from dragoman.reading.voice import Voices
from dragoman.reading.years import Years


@dataclass(frozen=True, eq=False)
class Rules:
    """The readers of single parts of a text, sharing one lexicon."""

    furniture: Furniture
    outlets: Outlets
    datelines: Datelines
    agents: Agents
    headers: Headers
    splitter: Splitter
    fronts: Fronts
    genres: Genres
    ladders: Ladders
    speakers: Speakers
    voices: Voices
    years: Years


@lru_cache(maxsize=4)
def rules_of(lexicon: Lexicon) -> Rules:
    """The rules that a lexicon gives."""
    furniture = Furniture(lexicon)
    outlets = Outlets(lexicon)
    datelines = Datelines(lexicon, outlets)
    agents = Agents(lexicon)
    headers = Headers(furniture, outlets, agents)
    voices = Voices(lexicon)
    return Rules(
        furniture,
        outlets,
        datelines,
        agents,
        headers,
        Splitter(furniture, datelines, headers),
        Fronts(furniture, datelines, headers, outlets),
        Genres(lexicon),
        Ladders(lexicon),
        Speakers(agents, outlets, voices),
        voices,
        Years(lexicon, voices),
    )
