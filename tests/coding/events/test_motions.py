"""Texts that are voted on, ships without a flag, languages, peoples: whose word a text is, and who is of which state."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

Told = tuple[str, str, str]

CASES: list[tuple[str | None, str, list[Told]]] = [
    # What a text asks is asked by those who are for it.
    (None, "Peru abstained on the motion denouncing Chad's raid on Mali.", []),
    (None, "Fiji abstained in the ballot on a text that condemned Chad.", []),
    (None, "Togo voted against a resolution condemning Benin's annexation of the islands.", [("REJECT", "TGO", "")]),
    (None, "Togo rejected a motion demanding that Benin free the monks.", [("REJECT", "TGO", "")]),
    (None, "Togo opposed a resolution praising Benin.", [("REJECT", "TGO", "BEN")]),
    (None, "Togo rejected a proposal by Benin.", [("REJECT", "TGO", "BEN")]),
    (None, "Chad vetoed a statement urging Mali to hold elections.", [("REJECT", "TCD", "")]),
    (None, "Togo voted for the resolution demanding that Benin pull out of the islands.", [("REQUEST", "TGO", "BEN")]),
    (None, "Togo seconded a motion accusing Benin of piracy.", [("ACCUSE", "TGO", "BEN")]),
    (None, "Togo backed a resolution praising Benin.", [("SUPPORT", "TGO", "BEN")]),
    # One deed, told by its text and by what the text says.
    (None, "Togo's parliament adopted a resolution condemning Benin.", [("ACCUSE", "TGO", "BEN")]),
    # What sails and flies is of whichever flag.
    (None, "Togo seized a freighter off its coast.", [("COERCE", "TGO", "")]),
    (None, "Togo's navy stopped two trawlers.", [("COERCE", "TGO", "")]),
    (None, "Togo seized a Beninese freighter.", [("COERCE", "TGO", "BEN")]),
    (None, "Togo will not let cargo vessels pass.", [("REJECT", "TGO", "")]),
    # Whom a promise spares is refused nothing.
    (None, "Togo vowed not to allow its soil to be used against Benin.", [("REJECT", "TGO", "")]),
    (None, "Togo refused to allow Benin to use its soil against Mali.", [("REJECT", "TGO", "BEN")]),
    # Languages are nobody.
    (None, "The premier of Togo spoke French with the guests.", []),
    (None, "The notes were read out in Spanish and English to the minister of Togo.", []),
    (None, "Togo seized a freighter in French waters.", [("COERCE", "TGO", "FRA")]),
    (None, "Togo seized freighters in French and Spanish waters.", [("COERCE", "TGO", "ESP FRA")]),
    # Named by their people, they are citizens of the state where they live.
    (None, "Estonia freed ten ethnic Russian sailors.", [("RETREAT", "EST", "EST")]),
    (None, "Ethnic Hungarians marched in Belgrade.", [("PROTEST", "SRB", "SRB")]),
    (None, "Georgian troops fired on ethnic Armenian villagers.", [("ASSAULT", "GEO", "GEO")]),
    (None, "Georgian troops fired on Armenian villagers.", [("ASSAULT", "GEO", "ARM")]),
    # Mobs and whom they attack may be of one kind.
    (None, "Fijian students beat other students.", [("ASSAULT", "FJI", "FJI")]),
]


@pytest.mark.parametrize(("speaker", "text", "expected"), CASES)
def test_motions(coder: Coder, speaker: str | None, text: str, expected: list[Told]) -> None:
    """Type, source and target of every event, and no other."""
    told = {(e.event, " ".join(sorted(e.source)), " ".join(sorted(e.target))) for e in events(coder, text, speaker)}
    assert told == set(expected)
