"""Acts of diplomacy and who is a party to them, as chronicles, fact sheets and briefings tell them."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

# The text, the kind of event, and its two sides.
CASES = [
    # What has broken away is recognised, and not the state that it broke from.
    ("Gabon recognised the Republic of Biafra in 1968.", "SUPPORT", {"GAB"}, set()),
    ('Syria said that it had decided to recognise the "Luhansk People\'s Republic".', "AGREE", {"SYR"}, set()),
    # Soldiers who come are no guests.
    ("A Cuban battalion landed in Yemen in 1973.", "MOBILIZE", {"CUB"}, {"YEM"}),
    ("He answered a question about reports that troops of Chad had been sent to Mali.", "MOBILIZE", {"TCD"}, {"MLI"}),
    # A mission is opened by one state in another.
    ("A Danish embassy was opened in Bamako in 2006.", "SUPPORT", {"DNK"}, {"MLI"}),
    ("Peru opened an embassy in Hanoi in 2017.", "SUPPORT", {"PER"}, {"VNM"}),
    # Treaties of cooperation and association with a body.
    ("Finland concluded an agreement on cooperation with the Nordic Council.", "SUPPORT", {"FIN", "NORDIC-COUNCIL"}, None),
    # Credentials are of whom they name.
    (
        "Ann Dow was ambassador of Canada to Peru. Jane Ray, an author, presented her credentials as ambassador of Norway.",
        "CONSULT",
        {"NOR"},
        {"PER"},
    ),
    # A name below a heading does not hold the office of the heading.
    ("Ambassadors\nJo Berg, the ambassador of Norway, took up his post in Lima in May.", "CONSULT", {"NOR"}, {"PER"}),
    # The state of somebody with two offices stands by the second.
    (
        "The envoy of Chad was received by Bao Vo, Chairman of the party and President of Viet Nam.",
        "CONSULT",
        {"TCD"},
        {"VNM"},
    ),
    # Those who carry a message, and bodies through which it goes, are not whom it is meant for.
    ("Peru fired on a ship of Chile. Chile has protested through the League of Nations.", "ACCUSE", {"CHL"}, {"PER"}),
    # A treaty is ratified with whom it was said to be made.
    (
        "The agreement with Chad was made by exchange of notes.\nThe court of Mali ruled on it in May. Then the parliament of "
        "Mali ratified the agreement.",
        "SUPPORT",
        {"MLI"},
        {"TCD"},
    ),
    # A body is joined, and those beside whom one joins it join it too.
    (
        "Peru applied for membership in the Council of Europe in 1992. It became a member in 1994, together with Chile.",
        "REQUEST",
        {"PER"},
        {"COUNCIL-OF-EUROPE"},
    ),
    (
        "Peru applied to the Council of Europe in 1992. Peru became a member in 1994, together with Chile.",
        "SUPPORT",
        {"PER", "CHL"},
        {"COUNCIL-OF-EUROPE"},
    ),
    # What is turned down is of whoever said it.
    ("The government of Peru claims that the ship had strayed. Chile rejects that claim.", "REJECT", {"CHL"}, {"PER"}),
    # The two of a text that names no third.
    (
        "Lima, May 4 -- The two ministers signed a protocol. According to the Chilean ministry, it is of importance.",
        "SUPPORT",
        {"CHL", "PER"},
        {"CHL", "PER"},
    ),
    ("The summit of the leaders of North and South Korea ended on June 15.", "CONSULT", {"KOR", "PRK"}, {"KOR", "PRK"}),
    # A president whose state all know is of the other of two.
    (
        "Envoys of Peru and Chile met. The envoy of Peru delivered a letter to President William Dow.",
        "CONSULT",
        {"PER"},
        {"CHL"},
    ),
    # Whom somebody was to meet afterwards is not the host.
    (
        "Chad and Peru are near.\nThe king of Chad paid an unofficial visit in May, before talks with the leader of Mali.",
        "CONSULT",
        {"TCD"},
        {"PER"},
    ),
    # Verbs that the parser takes for nouns, and a noun that it takes for a verb.
    ("Peru and Chad sign the Lima Agreement in Quito.", "SUPPORT", {"PER", "TCD"}, {"PER", "TCD"}),
    ("The ministry of Peru claims that it strayed. Chile rejects that claim.", "REJECT", {"CHL"}, {"PER"}),
    # What two decide together, and two who meet again.
    ("Peru and Chad met. The two sides decided to take steps to improve their relations.", "AGREE", {"PER", "TCD"}, None),
    # A retreat that is agreed to.
    ("Chad agreed to the return of inspectors of the IAEA.", "AGREE", {"TCD"}, {"IAEA"}),
    ("Laos said on Monday that it would let monitors of the IAEA visit its mines.", "AGREE", {"LAO"}, {"IAEA"}),
    ("Laos will ease the curfew and let in monitors of the IAEA.", "CONCEDE", {"LAO"}, {"IAEA"}),
    ("Togo agreed to mediation by Brazil in its quarrel with Benin.", "AGREE", {"TGO"}, {"BRA"}),
    ("Togo agreed to the release of nine sailors from Benin.", "AGREE", {"TGO"}, {"BEN"}),
    ("Togo agreed to Benin's demands for a new treaty.", "CONCEDE", {"TGO"}, {"BEN"}),
    # "That country", and ties that are closed.
    (
        "We are asked about Chad. In 1999 that country closed its embassy in Hanoi.",
        "SANCTION",
        {"TCD"},
        {"VNM"},
    ),
    ("Seoul closed its relations with Taipei on the same day.", "SANCTION", {"KOR"}, {"TWN"}),
    # Who suffers the deed that is blamed is not blamed.
    ("Peru condemned the aggression against Chad.", "ACCUSE", {"PER"}, set()),
    ("Mexico condemned the use of force against the civilian population of Haiti.", "ACCUSE", {"MEX"}, set()),
    # A name right before a verb without a subject is the subject; after a semicolon another sentence begins.
    (
        "The Vietnamese side thanked Sweden for its help and Sweden pledged a further 20 million kronor.",
        "AGREE",
        {"SWE"},
        {"VNM"},
    ),
    ("Cambodia accused Thailand of shelling a temple; Thailand called the charge baseless.", "ACCUSE", {"KHM"}, {"THA"}),
    # A ministry does not summon its own envoy, and a mission that is to be closed is closed to its host.
    ("The Ministry summoned the ambassador of Sudan.", "ACCUSE", set(), {"SDN"}),
    ("The Chinese ambassador was summoned to the Foreign Ministry in Prague.", "ACCUSE", {"CZE"}, {"CHN"}),
    ("France will close its embassy in Niamey.", "THREATEN", {"FRA"}, {"NER"}),
    # What several agree to oppose is an agreement.
    ("Peru and Chad agreed that piracy should be opposed in all its forms.", "AGREE", {"PER", "TCD"}, {"PER", "TCD"}),
    # The place of an attack is not who made it.
    ("A citizen of Chad died after an attack at Lima airport.", "ASSAULT", set(), {"TCD"}),
]
# What only looks like an act.
NOTHING = [
    ("The Arch of Unity, which had stood in Tripoli since 1977, was taken down by the government of Libya.", "ASSAULT"),
    ('For decades the papers in Lima wrote "Upper Peru" for Bolivia.', "CONSULT"),
    ("Peru voted for the draft resolution that deplored the attack on Chad.", "ACCUSE"),
    ("The Council is to vote on a draft by Ghana on peace support operations led by the African Union.", "AGREE"),
]


@pytest.mark.parametrize(("text", "kind", "source", "target"), CASES, ids=[c[0][:60] for c in CASES])
def test_sides(coder: Coder, text: str, kind: str, source: set[str], target: set[str] | None) -> None:
    found = [(set(e.source), set(e.target)) for e in events(coder, text, published="2021-06-15") if e.event == kind]
    assert (source, source if target is None else target) in found


def test_who_goes_on_is_no_longer_quoted(coder: Coder) -> None:
    found = events(
        coder,
        "The Chadian side admitted that its agents had abducted Peruvian citizens, and apologized.",
        published="2021-06-15",
    )
    assert [(e.event, e.reported_by) for e in found if e.event == "CONCEDE"] == [("CONCEDE", [])]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("No foreign capital has received the leaders of Chad as often as Lima.", "actual"),
        ("No minister of Peru has visited Chad.", "negated"),
    ],
)
def test_compared_is_not_negated(coder: Coder, text: str, modality: str) -> None:
    assert {e.modality for e in events(coder, text, published="2021-06-15") if e.event == "CONSULT"} == {modality}


@pytest.mark.parametrize(("text", "kind"), NOTHING, ids=[c[0][:60] for c in NOTHING])
def test_nothing(coder: Coder, text: str, kind: str) -> None:
    assert not [e for e in events(coder, text, published="2021-06-15") if e.event == kind]
