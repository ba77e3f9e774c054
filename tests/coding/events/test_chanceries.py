"""How chronologies, notes and yearbooks of diplomacy tell of acts: one verb for several days, bargains within a state,
forms of courtesy, and who is meant by a family name, a bare pronoun or a definite word.
"""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

Row = tuple[str, set[str], set[str], str | None]

# The text, and rows that must be among its events: the kind, its two sides, the date.
TOLD: list[tuple[str, list[Row]]] = [
    (
        "Peru established relations with Chile on June 1, 1973 and with Bolivia on August 24, 1974.",
        [("SUPPORT", {"CHL", "PER"}, {"CHL", "PER"}, "1973-06-01"), ("SUPPORT", {"BOL", "PER"}, {"BOL", "PER"}, "1974-08-24")],
    ),
    (
        "Egypt joined the World Bank in May 1965 and the International Monetary Fund in the same year.",
        [("SUPPORT", {"EGY"}, {"WORLD-BANK"}, "1965-05"), ("SUPPORT", {"EGY"}, {"IMF"}, "1965")],
    ),
    (
        "Norway joined the Commonwealth in 1957 and Kenya in 1963.",
        [("SUPPORT", {"NOR"}, {"COMMONWEALTH"}, "1957"), ("SUPPORT", {"KEN"}, {"COMMONWEALTH"}, "1963")],
    ),
    (
        "Denmark ratified the convention in 1990 and Sweden in 1991.",
        [("SUPPORT", {"DNK"}, set(), "1990"), ("SUPPORT", {"SWE"}, set(), "1991")],
    ),
    (
        "President Nkrumah visited China in 1961 and Mali in March 1962.",
        [("CONSULT", {"GHA"}, {"CHN"}, "1961"), ("CONSULT", {"GHA"}, {"MLI"}, "1962-03")],
    ),
    # What is ratified may be "it".
    (
        "Chile and Peru signed a treaty in May 2004. The Congress of Chile ratified it on July 1, 2005.",
        [("SUPPORT", {"CHL"}, {"PER"}, "2005-07-01")],
    ),
    (
        "The Treaty of Pelindaba was opened for signature in 1996. Chad signed it on the same day and ratified it in 2011.",
        [("SUPPORT", {"TCD"}, set(), "2011")],
    ),
    # Two sides of one state.
    (
        "The government of Colombia and the rebels signed a pact in 2016. The rebels undertook to disarm.",
        [("AGREE", {"COL"}, {"COL"}, None)],
    ),
    (
        "The Government of Indonesia and the Free Aceh Movement signed a pact. The government undertook to withdraw its army.",
        [("AGREE", {"IDN"}, {"IDN"}, None)],
    ),
    # Organs recommend; what they adopt is theirs.
    (
        "Ghana was admitted to the United Nations in 1957. The Security Council had recommended the admission.",
        [("SUPPORT", {"UN-SC"}, {"GHA"}, None)],
    ),
    (
        "The Security Council adopted resolutions 82 and 83. The government of Peru rejected the resolutions.",
        [("REJECT", {"PER"}, {"UN-SC"}, None)],
    ),
    (
        "Chad annexed the strip. Mali called the decision null and void.",
        [("REJECT", {"MLI"}, {"TCD"}, None)],
    ),
    (
        "The two made a pact. On April 17, 2004 Chad declared that it was no longer bound by the pact with Niger.",
        [("REJECT", {"TCD"}, {"NER"}, "2004-04-17")],
    ),
    (
        "Juan Rojas led a Cuban delegation to Beijing in December 1960.",
        [("CONSULT", {"CUB"}, {"CHN"}, "1960-12")],
    ),
    # Names of families, and those listed in the sentence before.
    (
        "Kim Jong Un and Donald Trump met in Hanoi. Chairman Kim visited Singapore.",
        [("CONSULT", {"PRK"}, {"SGP"}, None)],
    ),
    (
        "Four states join us today: Estonia, Latvia, Lithuania and Micronesia. Chad congratulates them.",
        [("SUPPORT", {"TCD"}, {"EST", "LVA", "LTU", "FSM"}, None)],
    ),
    (
        "In 1969 Finland sent a memorandum to the governments of Europe, the United States and Canada.",
        [("CONSULT", {"FIN"}, {"X-EUROPE", "USA", "CAN"}, "1969")],
    ),
    (
        "The Soviet Union established relations with Seoul in 1990 and China did so in 1992.",
        [("SUPPORT", {"SUN", "KOR"}, {"SUN", "KOR"}, "1990"), ("SUPPORT", {"CHN", "KOR"}, {"CHN", "KOR"}, "1992")],
    ),
    ("Costa Rica was the first to recognize Panama.", [("SUPPORT", {"CRI"}, {"PAN"}, None)]),
    # Whose firms, ships and officers they are stands elsewhere.
    (
        "Firms from Chad employed workers from Niger. In 2016 Niger seized the firms. Chad arrested the workers.",
        [("COERCE", {"NER"}, {"TCD"}, "2016"), ("COERCE", {"TCD"}, {"NER"}, None)],
    ),
    (
        "The Dow is a frigate of the Chilean navy. It was seized by naval forces of Peru.",
        [("COERCE", {"PER"}, {"CHL"}, None)],
    ),
    (
        "Envoys of Chad and Mali held talks. Major General Dow signed a document of the Chadian side.",
        [("SUPPORT", {"MLI", "TCD"}, {"MLI", "TCD"}, None)],
    ),
    ("Chad and Mali met. The sides agreed to add flights.", [("AGREE", {"MLI", "TCD"}, {"MLI", "TCD"}, None)]),
    (
        "Three states, Peru, Chile and Bolivia, met. Bolivia promised to return to the treaty.",
        [("AGREE", {"BOL"}, {"PER", "CHL"}, None)],
    ),
    (
        "The president of Chad offered help. The king of Jordan thanked him and said that he would ask for help.",
        [("REQUEST", {"JOR"}, {"TCD"}, None)],
    ),
    (
        "The Board of Governors of the IAEA found Syria in breach. Peru and Chile voted against.",
        [("REJECT", {"PER", "CHL"}, {"IAEA"}, None)],
    ),
    (
        "The Security Council adopted resolution 82, which found that the act of Chad was a breach of the peace and called for "
        "the withdrawal of its forces.",
        [("REQUEST", {"UN-SC"}, {"TCD"}, None)],
    ),
    (
        "The queen of Tonga visited Seoul. On Saturday she handed President Moon Jae-in a letter and left.",
        [("CONSULT", {"TON"}, {"KOR"}, None)],
    ),
    # Deeds told before: whose invasion, recognition, offer and treaty it is.
    (
        "Forces from Nicaragua invaded Costa Rica; the Organization of American States condemned the aggression.",
        [("ACCUSE", {"OAS"}, {"NIC"}, None)],
    ),
    (
        "Benin recognised the Sahrawi Arab Democratic Republic in 1976 but withdrew the recognition in 1997. Kenya suspended "
        "its recognition in 2006.",
        [("SANCTION", {"BEN"}, {"ESH"}, "1997"), ("SANCTION", {"KEN"}, {"ESH"}, "2006")],
    ),
    (
        "The president of Ghana offered to mediate between Iran and Saudi Arabia. Tehran accepted the offer.",
        [("AGREE", {"IRN"}, {"GHA"}, None)],
    ),
    (
        "Greece and North Macedonia signed the agreement at Prespa. Russia criticised the agreement.",
        [("ACCUSE", {"RUS"}, {"GRC", "MKD"}, None)],
    ),
    ("Australia asked Nauru to reopen the camp. Nauru turned the request down.", [("REJECT", {"NRU"}, {"AUS"}, None)]),
    (
        "Jordan and Israel signed a treaty of peace. Syria criticised it; Egypt and Morocco welcomed it.",
        [("ACCUSE", {"SYR"}, {"JOR", "ISR"}, None), ("SUPPORT", {"EGY", "MAR"}, {"JOR", "ISR"}, None)],
    ),
    # Who is "it", "its", "them".
    ("Costa Rica has no army. Forces from Nicaragua invaded it.", [("ASSAULT", {"NIC"}, {"CRI"}, None)]),
    (
        "The Commonwealth suspended Fiji after its government had refused to hold elections.",
        [("REJECT", {"FJI"}, set(), None)],
    ),
    (
        "The premiers of Bulgaria and Hungary met. Moscow reproached both of them for it.",
        [("ACCUSE", {"RUS"}, {"BGR", "HUN"}, None)],
    ),
    (
        "Romania was the only member of the Warsaw Pact that did not condemn Austria in August 1968.",
        [("ACCUSE", {"ROU"}, {"AUT"}, "1968-08")],
    ),
    ("Premier Zhou visited Delhi in April 1960.", [("CONSULT", {"CHN"}, {"IND"}, "1960-04")]),
    (
        "Spain protested to Morocco and sent special forces, which captured six Moroccan soldiers.",
        [("ASSAULT", {"ESP"}, {"MAR"}, None)],
    ),
    (
        "Laos and Thailand exchanged fire along the border. A ceasefire was signed by the two commanders in Bangkok.",
        [("ASSAULT", {"LAO", "THA"}, {"LAO", "THA"}, None), ("RETREAT", {"LAO", "THA"}, {"LAO", "THA"}, None)],
    ),
    (
        "The Government of Thailand has the honour to protest against the entry of Cambodian soldiers into Surin.",
        [("ACCUSE", {"THA"}, {"KHM"}, None)],
    ),
    ("The ministers of Brazil and Peru reviewed bilateral relations.", [("CONSULT", {"BRA", "PER"}, {"BRA", "PER"}, None)]),
    ("Kazakhstan gave up its nuclear weapons.", [("RETREAT", {"KAZ"}, set(), None)]),
    (
        "Chad joined the Agency in May 1974. Chad left it in June 1994. The KEDO board suspended shipments of oil in 2002.",
        [("SANCTION", {"KEDO"}, {"TCD"}, "2002")],
    ),
    ("In 1999 Chad closed many of its missions. Mali is a neighbour of Chad.", [("SANCTION", {"TCD"}, set(), "1999")]),
    # Authorities and soldiers of the one state that a demand is about.
    (
        "The ministers of Peru condemned the coup in Niger and called on the military to release the president.",
        [("REQUEST", {"PER"}, {"NER"}, None)],
    ),
    ("Mexico granted asylum to 700 Chileans and suspended relations with the junta.", [("SANCTION", {"MEX"}, {"CHL"}, None)]),
    ("Thailand returned three fishing boats and their crews to Myanmar.", [("RETREAT", {"THA"}, {"MMR"}, None)]),
    (
        "Lesotho condemns the attack by South African commandos on Maseru, in which 42 people were killed.",
        [("ASSAULT", {"ZAF"}, {"LSO"}, None)],
    ),
    (
        "The Treaty of Pelindaba was opened in Cairo on April 11, 1996. Ghana signed it in May 1996 and ratified it in 2011.",
        [("SUPPORT", {"GHA"}, set(), "1996-05"), ("SUPPORT", {"GHA"}, set(), "2011")],
    ),
    (
        "The voters of Togo were in favour of union with Ghana.",
        [("SUPPORT", {"TGO"}, {"GHA"}, None)],
    ),
]

# Texts that tell no event of a kind.
UNTOLD = [
    ("The Ministry of Foreign Affairs of Chad presents its compliments to the Embassy of Niger and has the honour to ask", ""),
    ("On May 8, 2022 the National Assembly of Chad adopted a law on investment. It repealed a law of 1998.", ""),
    ("Chad made efforts to improve its diplomatic relations with Western countries.", ""),
    ("On August 11 President Taylor of Liberia handed over power and left for Nigeria.", "CONSULT"),
    ("Tours to the mountains of Chad, begun in 1998, were suspended in 2008.", "CONSULT"),
    ("Chad would develop relations of friendship with those countries championing independence, and help them.", "SUPPORT"),
    ("The restrictions which Chad imposed against the coronavirus made travel hard.", ""),
]


@pytest.mark.parametrize(("text", "rows"), TOLD)
def test_told(coder: Coder, text: str, rows: list[Row]) -> None:
    found = [(e.event, set(e.source), set(e.target), e.date) for e in events(coder, text)]
    for row in rows:
        assert row in found, found


@pytest.mark.parametrize(("text", "kind"), UNTOLD)
def test_untold(coder: Coder, text: str, kind: str) -> None:
    assert not [e for e in events(coder, text) if not kind or e.event == kind]


def test_days_of_a_series_are_their_own(coder: Coder) -> None:
    found = events(coder, "Sweden established relations with Chad on May 7, 1973 and opened an embassy in Lima in 1975.")
    assert {(e.date, tuple(e.target)) for e in found if "TCD" in e.target} == {("1973-05-07", ("SWE", "TCD"))}


def test_whose_words(coder: Coder) -> None:
    found = events(coder, "Chad made public on Wednesday that it had rejected the proposal of Mali.")
    assert [e.reported_by for e in found if e.event == "REJECT"] == [["TCD"]]


def test_host_of_a_mission_is_asked(coder: Coder) -> None:
    text = "Sweden has an embassy in Lima. It speaks for the United States as well. We ask for consular access in each case."
    assert [e.target for e in events(coder, text, "SWE") if e.event == "REQUEST"] == [["PER"]]


def test_unknown_captors_are_not_of_those_caught(coder: Coder) -> None:
    found = events(coder, "Chadian sailors entered the port of Lagos. The sailors were arrested.")
    assert [(e.source, e.target) for e in found if e.event == "COERCE"] == [([], ["TCD"])]


def test_both_ministers_of_a_joint_text(coder: Coder) -> None:
    text = "Joint Communiqué of Benin and Togo\nBoth Foreign Ministers condemned the coup in Niger and the troops of Niger."
    found = events(coder, text, "BEN+TGO", titled=True)
    assert [(e.source, e.target) for e in found if e.event == "ACCUSE"] == [(["BEN", "TGO"], ["NER"])]


def test_town_of_a_former_state(coder: Coder) -> None:
    found = events(coder, "Chad and Mali met in Rome in May 1947. Moscow condemned the meeting of Chad and Mali.")
    assert [e.source for e in found if e.event == "ACCUSE"] == [["SUN"]]


def test_our_states_are_those_addressed_and_the_speaker(coder: Coder) -> None:
    text = "We welcome the delegations of Ethiopia, Liberia and Libya. Our states will not join either of the blocs."
    assert [set(e.source) for e in events(coder, text, "GHA") if e.event == "REJECT"] == [{"GHA", "ETH", "LBR", "LBY"}]


def test_media_of_the_state_that_a_text_is_dated_from(coder: Coder) -> None:
    text = (
        "At a first meeting, officials of Mali reported, the council of Chad suspended plans for military action against Niger."
    )
    assert [e.reported_by for e in events(coder, text) if e.event == "CONCEDE"] == [["MLI"]]


def test_two_countries_named_side_by_side(coder: Coder) -> None:
    text = "Peru condemned the growth of trade between the two countries, though Chad-Mali trade harms nobody."
    assert [set(e.target) for e in events(coder, text, "TCD") if e.event == "ACCUSE"] == [{"TCD", "MLI"}]
