"""Acts that nobody in particular does, parties that cannot be meant, and what is so near them that it stays."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

Told = tuple[str, str, str]

CASES: list[tuple[str | None, str, list[Told]]] = [
    # One's own plans ask nobody for anything.
    (None, "Togo seeks to widen its trade with Qatar.", []),
    (None, "Togo is seeking help from Qatar.", [("REQUEST", "TGO", "QAT")]),
    # Missions that are somewhere have not gone there.
    ("LAO", "Eleven foreign embassies are resident in Vientiane.", []),
    (None, "The president of Togo was in Lima on Monday.", [("CONSULT", "TGO", "PER")]),
    # Whoever might do it, nobody does.
    ("TGO", "Togo will not let anyone attack Benin.", [("REJECT", "TGO", "")]),
    # What is protested over is "it".
    (
        None,
        "Togo complained to Benin about the weir, arguing that it breached the accord of 1983.",
        [("ACCUSE", "TGO", "BEN")],
    ),
    # Who brings in a motion backs it.
    (None, "The draft resolution on the membership of Tuvalu was sponsored by Fiji.", [("SUPPORT", "FJI", "TUV")]),
    # What is done no longer, and what somebody does not believe.
    (None, "Norway will no longer sell arms to Libya.", [("REJECT", "NOR", "LBY")]),
    (None, "Iraq stopped allowing inspectors of the IAEA into its palaces.", [("REJECT", "IRQ", "IAEA")]),
    (None, "The Basque separatists no longer insist on full independence.", [("CONCEDE", "ESP", "ESP")]),
    (None, "Chad does not believe that Libya bombed the village.", []),
    (None, "Chad found no proof that Libya had bombed the village.", []),
    (None, "Chad believes that Libya bombed its village.", [("ASSAULT", "LBY", "")]),
    # What somebody keeps from doing, has yet to do, or hardly anybody does; what is offered is accepted from another.
    (None, "Togo avoided criticising Benin at the summit.", [("ACCUSE", "TGO", "BEN")]),
    (None, "Fiji stopped short of breaking off relations with Samoa.", []),
    (None, "No refugee will be deported, the Kenyan interior minister said.", [("AGREE", "KEN", "KEN")]),
    ("KEN", "Refugees will not be returned against their will.", [("AGREE", "KEN", "KEN")]),
    (None, "The pilots will not be extradited to Peru, Chile's president said.", [("REJECT", "CHL", "PER")]),
    (None, "North Korea declared a moratorium on missile tests.", [("AGREE", "PRK", "PRK")]),
    (None, "Peru declared a moratorium on debt payments.", [("SANCTION", "PER", "")]),
    # What something does not mean is not told as done.
    (None, "That does not mean that Zambia recognises Lesotho.", []),
    (None, "It does not follow that Chad supports Niger.", []),
    (None, "That means that Chad supports Niger.", [("SUPPORT", "TCD", "NER")]),
    # What somebody is urged to do in a row of infinitives, nobody does.
    (
        None,
        "Chad urged Niger to respect its interests, revoke the decision at once and stop selling arms to Mali.",
        [("REQUEST", "TCD", "NER")],
    ),
    (None, "Chad called on Niger to stay calm, withdraw its troops and free the pilots.", [("REQUEST", "TCD", "NER")]),
    (None, "Peruvian prosecutors charge Chad and Niger with the bombing.", [("ACCUSE", "PER", "NER TCD")]),
    (None, "It was wrong to fire on the villagers, the Peruvian army commander admitted.", [("CONCEDE", "PER", "PER")]),
    (None, "Chadian pilots held by Niger were freed and flown home.", [("RETREAT", "NER", "TCD")]),
    (None, "Missiles would fall on Chad if Niger was attacked, a Nigerien general said.", [("THREATEN", "NER", "TCD")]),
    (None, "Soldiers would be sent in if the riots went on, the Togolese army chief said.", [("THREATEN", "TGO", "TGO")]),
    (None, "UN investigators uncovered proof of massacres by the Malian army.", [("ACCUSE", "UN", "MLI")]),
    (None, "Khartoum ordered its battalions out of the oil town.", [("RETREAT", "SDN", "SDN")]),
    (None, "The king of Lesotho dissolved the government in response to street protests.", [("CONCEDE", "LSO", "LSO")]),
    (None, "The Kenyan army deployed across Mombasa on Sunday.", [("MOBILIZE", "KEN", "")]),
    (None, "Ecuador is still to recognise the new government of Peru.", [("SUPPORT", "ECU", "PER")]),
    (None, "Few countries recognised the Republic of Kosovo.", []),
    (None, "A few countries recognised Kosovo.", [("SUPPORT", "", "XKX")]),
    (None, "Hardly any country backed Portugal.", []),
    (None, "Spain accepted the invitation.", [("AGREE", "ESP", "")]),
    (None, "The offer was accepted by Burma on 3 May 1990.", [("AGREE", "MMR", "")]),
    # A heading names nobody that is dealt with.
    (None, "Norway's Technical Cooperation", []),
    # A worry that is shared is no joint work, and how things are nobody has done.
    (None, "The two premiers of Togo and Benin shared deep worries over the drought.", []),
    (None, "The ministers of Togo and Benin voiced concern over the economic situation in Mali.", []),
    (None, "The minister of Togo voiced concern over the arrest of editors in Mali.", [("ACCUSE", "TGO", "MLI")]),
    # Those whom force is used against are not blamed for it, nor is "all parties" anybody.
    ("TGO", "We deplore the use of force against villagers.", [("ACCUSE", "TGO", "")]),
    (
        "TGO",
        "Fiji, Kenya and Peru sent envoys. Togo calls on all parties to lay down their arms.",
        [("REQUEST", "TGO", "")],
    ),
    # "The two countries", said by one of them.
    (
        "TGO",
        "Fiji and Peru help us. We urge Benin to keep the accord which the two countries signed in 2011.",
        [("REQUEST", "TGO", "BEN"), ("SUPPORT", "BEN TGO", "BEN TGO")],
    ),
    # Offices without a state in a state's own text are its own, and ask nothing of its missions.
    (
        "TGO",
        "The Vice-Minister received the Chadian chargé d'affaires and handed him a protest note.",
        [("ACCUSE", "TGO", "TCD")],
    ),
    # A newspaper is of its state, and the minister who is angry with it is not.
    (None, "The minister accused Le Monde of lying.", [("ACCUSE", "", "FRA")]),
    ("TGO", "The Embassy of Togo in Paris has been instructed to seek news of them.", []),
    # In a text with a speaker a delegation is the speaker's, though the text is about others.
    (
        "TGO",
        "The ship belongs to Chad. The crew is from Chad and Mali. Mali is silent. A delegation led by Ambassador Paul Larsen "
        "left for Muscat last night.",
        [("CONSULT", "TGO", "OMN")],
    ),
    # Who criticised it, a headline without a doer does not say.
    ("TGO", "Sanctions of U.S. on Cuba Denounced", [("ACCUSE", "", "USA")]),
    # Whose release is asked for is not asked.
    (
        "TGO",
        "The Ministry voices its concern over the capture of a trawler by Chadian soldiers and calls for the return of its "
        "crew, among whom are two Togolese cooks.",
        [("ACCUSE", "TGO", "TCD"), ("REQUEST", "TGO", "TCD")],
    ),
    # Other creditors are of other states.
    (None, "Benin has promised to work with other lenders on debt relief.", [("AGREE", "BEN", "")]),
    # What is dismissed as a false claim is not done; what was done first is done.
    (None, "The army of Togo dismissed as baseless claims by a paper that it had shelled Benin.", []),
    (None, "Togo was the first state of the region to open an embassy in Suva.", [("SUPPORT", "TGO", "FJI")]),
    # Nobody strikes one's own bases.
    ("TGO", "In that operation Togo fired ten missiles at military bases.", [("ASSAULT", "TGO", "")]),
    # Whose affairs they are, what a text asks for, with whose help: none is a party.
    ("TGO", "Togo rejects any meddling in the internal affairs of Benin.", [("REJECT", "TGO", "")]),
    (None, "France vetoed a resolution urging an end to the siege of Aleppo.", [("REJECT", "FRA", "")]),
    (None, "Togo and Benin resumed diplomatic relations with the help of Mali.", [("SUPPORT", "BEN TGO", "BEN TGO")]),
    # Where heads of state met does not say of whom they are.
    ("BEN+TGO", "The Heads of State held talks in Lomé.", [("CONSULT", "BEN TGO", "BEN TGO")]),
    # Who must act is threatened, by the other of two.
    (
        None,
        "Togo and Benin quarrel over a river. Premier Paul Larsen threatened to seal the border unless Benin opens its dam.",
        [("THREATEN", "TGO", "BEN")],
    ),
]


@pytest.mark.parametrize(("speaker", "text", "expected"), CASES, ids=[text for _, text, _ in CASES])
def test_parties(coder: Coder, speaker: str | None, text: str, expected: list[Told]) -> None:
    found = [(e.event, " ".join(sorted(e.source)), " ".join(sorted(e.target))) for e in events(coder, text, speaker)]
    told = [t for t in found if t[0] not in ("CONSULT", "AID") or t in expected]
    assert sorted(set(told)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "event", "modality"),
    [
        ("Togo's president is going to visit Benin.", "CONSULT", "planned"),
        ("The premier of Togo is going to hold talks with the premier of Benin on July 2.", "CONSULT", "planned"),
        ("Togo is going to withdraw its soldiers from Benin.", "CONCEDE", "actual"),
        ("Togo is not going to recognise Benin.", "REJECT", "actual"),
        ("The president of Togo flies to Cotonou tomorrow.", "CONSULT", "planned"),
    ],
)
def test_what_somebody_is_going_to_do_is_not_done(coder: Coder, text: str, event: str, modality: str) -> None:
    assert [(e.event, e.modality) for e in events(coder, text)] == [(event, modality)]


def test_a_clause_with_a_subject_of_its_own_is_not_to_come_with_the_one_before(coder: Coder) -> None:
    text = "The premier of Togo announced that his cabinet would not seek to reopen the talks, and hundreds protested in Lomé."
    assert [e.modality for e in events(coder, text) if e.event == "PROTEST"] == ["actual"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Benin accepts its 1974 borders. Togo said on May 3 that it would help Benin.", "2020-05-03"),
        ("Benin joined the bank on 2 March 1974. On May 3 Togo expelled the ambassador of Benin.", "1974-05-03"),
        ("Togo backs the bid of Benin in line with General Assembly resolution 3212 (1974).", None),
    ],
)
def test_a_year_that_describes_a_thing_is_no_date(coder: Coder, text: str, date: str | None) -> None:
    assert events(coder, text)[-1].date == date


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Togo avoided criticising Benin at the summit.", "negated"),
        ("Togo did not avoid criticising Benin at the summit.", "actual"),
        ("Ecuador is still to recognise the new government of Peru.", "negated"),
    ],
)
def test_what_somebody_keeps_from_doing_or_has_yet_to_do_is_not_done(coder: Coder, text: str, modality: str) -> None:
    assert {e.modality for e in events(coder, text)} == {modality}


def test_a_clause_of_what_lasts_has_no_date_of_the_one_before(coder: Coder) -> None:
    found = {e.event: e.date for e in events(coder, "In 2014 Chad severed ties with Niger; it does not recognise Kosovo.")}
    assert found == {"SANCTION": "2014", "SUPPORT": None}


@pytest.mark.parametrize(
    "text",
    [
        "The president of Mali, Ann Dow, visited Peru. President Ann Dow condemned Chad.",
        "Malian Foreign Minister Ann Dow visited Peru. Foreign Minister Ann Dow condemned Chad.",
        "Foreign Minister Ann Dow condemned Chad. The foreign minister of Mali, Ann Dow, then visited Peru.",
    ],
)
def test_who_is_named_in_full_again_is_of_the_same_state(coder: Coder, text: str) -> None:
    assert [e.source for e in events(coder, text) if e.event == "ACCUSE"] == [["MLI"]]


def test_a_speaker_that_wants_a_ban_lifted_asks_for_it(coder: Coder) -> None:
    (event,) = events(coder, "The embargo against Cuba should be lifted at once.", "KHM")
    assert (event.event, event.mode, event.source) == ("REQUEST", "yield", ["KHM"])
