"""What somebody is told to do, forced to do or free to do, words that nouns carry, and rarer ways of agencies for each type."""

from __future__ import annotations

import pytest
from labelled import events

from dragoman.coding import Coder

FOUND = [
    # Who is told a duty is asked to do it.
    ("Ghana told Togo that it must clear the frontier road.", "REQUEST", {"GHA"}, {"TGO"}),
    ("Togo's generals were told on Friday that they had to quit the palace.", "REQUEST", set(), {"TGO"}),
    ("Ghana proposed to Togo that a summit be convened in Accra.", "REQUEST", {"GHA"}, {"TGO"}),
    # What somebody is forced to do, dares or does first is done.
    ("A strike of dockers forced Peru's cabinet to withdraw the bill.", "CONCEDE", {"PER"}, set()),
    ("Bolivia's army was forced to release nine Chilean herdsmen.", "RETREAT", {"BOL"}, {"CHL"}),
    ("Laos went so far as to shell a Thai hamlet.", "ASSAULT", {"LAO"}, {"THA"}),
    ("Laos did not hesitate to deport 40 Thai traders.", "COERCE", {"LAO"}, {"THA"}),
    ("Zambia was among the last to recognise Malawi.", "SUPPORT", {"ZMB"}, {"MWI"}),
    # Objects behind what they are called.
    ("Oman denounced as piracy the Yemeni seizure of a dhow.", "ACCUSE", {"OMN"}, {"YEM"}),
    # Harm that one will not have done at home.
    ("Mali assured Niger that it would not let its soil be used by gunmen.", "AGREE", {"MLI"}, {"NER"}),
    ("Mali announced its intention of lending Niger two helicopters.", "AGREE", {"MLI"}, {"NER"}),
    ("In a show of goodwill, Mali is to resume aid to Niger.", "AGREE", {"MLI"}, {"NER"}),
    ("The delivery to Gabon of nine French patrol boats will go ahead.", "AGREE", {"FRA"}, {"GAB"}),
    ("Brazilian rice deliveries to Gabon have resumed.", "COOPERATE", {"BRA"}, {"GAB"}),
    ("Gabon won a Brazilian promise of trucks.", "AGREE", {"BRA"}, {"GAB"}),
    ("Kuwait dangled the prospect of trade with Syria.", "AGREE", {"KWT"}, {"SYR"}),
    ("Kuwait's parliament authorised a loan to Syria.", "AGREE", {"KWT"}, {"SYR"}),
    ("Kenya and Uganda hammered out a timetable for refugees to go home.", "AGREE", {"KEN", "UGA"}, set()),
    ("The junta in Niger said it would return the country to civilian rule.", "CONCEDE", {"NER"}, set()),
    ("Niger announced that exiles could come back.", "CONCEDE", {"NER"}, set()),
    ("Spain expressed sorrow to Morocco for the killing of two anglers.", "CONCEDE", {"ESP"}, {"MAR"}),
    ("Iran said that all military operations would cease on Sunday.", "CONCEDE", {"IRN"}, set()),
    ("The foreign ministers of Iran and Oman found themselves around the same table.", "CONSULT", {"IRN", "OMN"}, set()),
    ("Tents and flour are on their way from Norway to Chad.", "AID", {"NOR"}, {"TCD"}),
    ("Sudanese tanks were on the move toward Chad.", "MOBILIZE", {"SDN"}, {"TCD"}),
    ("Iran appears to be fuelling a missile.", "MOBILIZE", {"IRN"}, set()),
    ("Five Danish hostages were on their way home.", "RETREAT", set(), {"DNK"}),
    ("The captivity of two Danes ended when their kidnappers freed them.", "RETREAT", set(), {"DNK"}),
    ("Chad will face sanctions unless it leaves Niger, the Security Council ruled.", "THREATEN", {"UN-SC"}, {"TCD"}),
    ("Peru said Chile must bear the consequences.", "THREATEN", {"PER"}, {"CHL"}),
    ("Much of Nepal was at a standstill because of a strike.", "PROTEST", {"NPL"}, set()),
    ("Ecuadorean peasants seized town halls to press for land.", "PROTEST", {"ECU"}, set()),
    ("Half the staff at the Danish embassy in Tehran is being brought home.", "SANCTION", {"DNK"}, set()),
    ("The expulsion by Chile of two Peruvian consuls came on Monday.", "SANCTION", {"CHL"}, {"PER"}),
    ("A Peruvian apology to Chile came a day later.", "CONCEDE", {"PER"}, {"CHL"}),
    # No interest and no hurry, a force that keeps a peace, guns under others' control.
    ("Benin gave no sign of interest in talks with Togo.", "REJECT", {"BEN"}, {"TGO"}),
    ("Benin is in no hurry to sign a treaty with Togo.", "REJECT", {"BEN"}, {"TGO"}),
    ("Benin will lead a peacekeeping force in Liberia.", "AGREE", {"BEN"}, {"LBR"}),
    ("Liberia agreed to put its artillery under U.N. control.", "AGREE", {"LBR"}, set()),
    ("Benin gave its approval to a loan to Liberia.", "AGREE", {"BEN"}, {"LBR"}),
    ("Talks in Accra produced agreement between Benin and Liberia on tolls.", "AGREE", {"BEN", "LBR"}, set()),
    ("Any raid by Togo would mean war, Benin warned.", "THREATEN", {"BEN"}, {"TGO"}),
    ("Nine Beninese bankers were found with bullets in their heads.", "ASSAULT", set(), {"BEN"}),
    ("Beninese troops began the journey home from Liberia.", "RETREAT", {"BEN"}, {"LBR"}),
    ("Benin's opposition leader was prevented from boarding a flight.", "COERCE", set(), {"BEN"}),
    ("Beninese unions put 90,000 people on the streets.", "PROTEST", {"BEN"}, set()),
    # Who is due to leave a place is not of it.
    ("Cuban nurses due to leave Angola were detained by Zambian police.", "COERCE", {"ZMB"}, {"CUB"}),
    # Where it lies, and where the same doers had gone.
    ("Ethiopian jets hit rebel stores east of Mogadishu.", "ASSAULT", {"ETH"}, {"SOM"}),
    ("Rwandan soldiers raided farms in Bukavu and killed nine people.", "ASSAULT", {"RWA"}, {"COD"}),
    ("The death toll from a bomb in Karachi rose to 40.", "ASSAULT", set(), {"PAK"}),
]
FALSE = [
    ("The doctor told Chad's coach that he must rest.", "SUPPORT"),
    ("The Soviet Union declined to discuss arms.", "PROTEST"),
    ("Uganda may be forced to close its border with Kenya.", "COERCE"),
    ("Uganda was not forced to leave Kenya.", "RETREAT"),
    ("Kenya dangled the prospect of talks with Uganda.", "THREATEN"),
    ("Beninese soldiers bound for Togo left Cotonou.", "ASSAULT"),
    ("The minister shut the door of his car.", "REJECT"),
    ("Kenya ordered grain from Uganda.", "SANCTION"),
    ("The death toll from a gas explosion in Karachi rose to 40.", "ASSAULT"),
    ("The sale of the farm to Mr Diaz will go ahead.", "AGREE"),
    ("Kenya's prisoners said they might come home if they are freed.", "CONCEDE"),
]


@pytest.mark.parametrize(("text", "event", "source", "target"), FOUND)
def test_event_is_found(coder: Coder, text: str, event: str, source: set[str], target: set[str]) -> None:
    found = [e for e in events(coder, text) if e.event == event]
    assert any(source <= set(e.source) and target <= set(e.target) for e in found), events(coder, text)


@pytest.mark.parametrize(("text", "event"), FALSE)
def test_is_no_other_event(coder: Coder, text: str, event: str) -> None:
    assert event not in {e.event for e in events(coder, text)}
