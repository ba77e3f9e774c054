"""Who did it to whom, where a sentence leaves a party's state unsaid."""

from __future__ import annotations

import pytest

from dragoman.coding import Coder
from dragoman.records import Document, Event, ReadDocument

CASES = [
    ("Kenya's teachers' union threatened to strike in January.", "THREATEN", {"KEN"}, {"KEN"}),
    ("An angry crowd stormed the Danish embassy in Jakarta.", "PROTEST", {"IDN"}, {"DNK"}),
    ("Norway's senate condemned the killing of an activist.", "ACCUSE", {"NOR"}, {"NOR"}),
    ("Zambia was lent 40 million dollars by the World Bank.", "AID", {"WORLD-BANK"}, {"ZMB"}),
    ("President Kennedy accused the Kremlin of lying to Khrushchev's own envoy.", "ACCUSE", {"USA"}, {"SUN"}),
    ("Drones launched by Sudanese rebels killed four soldiers near Nyala.", "ASSAULT", {"SDN"}, {"SDN"}),
    ("Brussels condemned Hungary.", "ACCUSE", {"EU"}, {"HUN"}),
    ("Two Polish tourists were beaten by hooligans in Naples.", "ASSAULT", {"ITA"}, {"POL"}),
    # Of no one state, and never of that where they strike.
    ("Western bombers hit a depot in northern Libya.", "ASSAULT", {"X-WEST"}, {"LBY"}),
    ("Coalition planes bombed a bridge in Mali.", "ASSAULT", set(), {"MLI"}),
    ("Masked gunmen shot two farmers in Mali.", "ASSAULT", {"MLI"}, {"MLI"}),
    # A mission is of its state, whatever those who besiege it call for.
    (
        "Students picketed the Peruvian consulate in Rome over the arrest of their dean by Chilean police.",
        "PROTEST",
        {"ITA"},
        {"PER"},
    ),
    ("Students blocked a highway in Chile to protest against Peru.", "PROTEST", {"CHL"}, {"PER"}),
    ("Gunmen fired rockets at a Jewish settlement near Hebron.", "ASSAULT", {"PSE"}, {"ISR"}),
    ("A war crimes tribunal in The Hague indicted two Serbian officers.", "ACCUSE", {"ICTY"}, {"SRB"}),
    # Money that is kept from somebody, through another.
    ("Spain is blocking the release of World Bank aid to Bolivia.", "COERCE", {"ESP"}, {"BOL"}),
    # A sea is nobody that ships are sent against.
    ("Peru sent two destroyers to the Pacific in a warning aimed at Chile.", "MOBILIZE", {"PER"}, {"CHL"}),
    # Whoever would be bullied says no, in the words of his own minister.
    ("Fiji will not be bullied by Tonga, its premier said.", "REJECT", {"FJI"}, {"TON"}),
    # A guest by title and name, and no visit to somebody.
    ("Visiting Peruvian President Juan Larsen offered Malta a loan.", "AGREE", {"PER"}, {"MLT"}),
    ("Visiting Foreign Minister Juan Larsen of Peru was received by the Maltese premier.", "CONSULT", {"PER"}, {"MLT"}),
    # Both accuse and are accused.
    ("Fiji and Tonga traded insults over the reef.", "ACCUSE", {"FJI", "TON"}, {"FJI", "TON"}),
    # One deed, however it was done; and each of two deeds of one doer.
    ("Togolese soldiers firing live rounds wounded six Beninese fishermen.", "ASSAULT", {"TGO"}, {"BEN"}),
    ("Peru recalled its ambassador from Quito and sent troops to the frontier.", "SANCTION", {"PER"}, {"ECU"}),
    # Who is thanked sent them.
    ("The king of Tonga phoned President Clinton to thank him for sending troops.", "MOBILIZE", {"USA"}, set()),
    ("Fiji voiced regret on Monday over the decision of Tonga's parliament to put off the vote.", "ACCUSE", {"FJI"}, {"TON"}),
    # A border is on this side of it; whom a deed is laid to did it; no office is left at a border.
    ("Gunmen shot two Kenyan farmers near the Ethiopian border.", "ASSAULT", set(), {"KEN"}),
    ("Gunmen shot two farmers near the Ethiopian border in Kenya.", "ASSAULT", {"KEN"}, {"KEN"}),
    ("Air raids blamed on Chad hit a market in western Sudan.", "ASSAULT", {"TCD"}, {"SDN"}),
    ("Togo's minister of war resigned over a shooting at the Beninese border.", "RETREAT", {"TGO"}, set()),
    ("Fiji praised Tonga for its help.", "SUPPORT", {"FJI"}, {"TON"}),
    ("Fiji said it would return to talks with Tonga.", "AGREE", {"FJI", "TON"}, {"FJI", "TON"}),
    # What those who lose a ballot say.
    ("The opposition in Gabon says the government stuffed ballot boxes.", "ACCUSE", {"GAB"}, {"GAB"}),
]


# Who stands on either side where grammar puts them elsewhere: parties of one state told by one noun, who turns envoys out, who
# held those who are freed, what a show of force answers.
ELSEWHERE = [
    ("Nepalese government and rebel negotiators opened talks in Bern on Monday.", "CONSULT", {"NPL"}, {"NPL"}),
    ("Uruguayan army and opposition leaders met in Salto.", "CONSULT", {"URY"}, {"URY"}),
    ("The leader of Ghana's main opposition party congratulated President John Kufuor.", "SUPPORT", {"GHA"}, {"GHA"}),
    ("The president of Chile's truckers' union met the transport minister.", "CONSULT", {"CHL"}, {"CHL"}),
    ("Peru's government and Maoist guerrillas agreed in Vienna to resume talks.", "AGREE", {"PER"}, {"PER"}),
    ("Zambian strikers accepted a government offer.", "AGREE", {"ZMB"}, {"ZMB"}),
    ("Fiji was suspended from the Commonwealth.", "SANCTION", {"COMMONWEALTH"}, {"FJI"}),
    ("Three Malian diplomats were told to leave Dakar over the incident.", "SANCTION", {"SEN"}, {"MLI"}),
    ("Sixteen Kenyan sailors, held in Tripoli since May, were handed back to Nairobi.", "RETREAT", {"LBY"}, {"KEN"}),
    ("Vandals smashed the windows of the Kenyan high commission in Lagos.", "PROTEST", {"NGA"}, {"KEN"}),
    ("Campaigners picketed the Danish embassy in Ankara.", "PROTEST", {"TUR"}, {"DNK"}),
    ("Protesters stormed the White House in Bishkek.", "PROTEST", {"KGZ"}, {"KGZ"}),
    ("Chilean teachers rallied outside Congress against the budget.", "PROTEST", {"CHL"}, {"CHL"}),
    ("A resolution commending Ghana was adopted by the Kenyan parliament.", "SUPPORT", {"KEN"}, {"GHA"}),
    ("Asylum was granted to a Chilean senator by Canberra.", "AID", {"AUS"}, {"CHL"}),
    ("The Kenyan president made the Indian premier a gift of a carved stool.", "AID", {"KEN"}, {"IND"}),
    ("A Ghanaian student got five years in prison for spying.", "COERCE", {"GHA"}, {"GHA"}),
    ("Withdrawal of the Cuban brigade from Luanda was completed on Friday.", "RETREAT", {"CUB"}, {"AGO"}),
    ("Chile put its navy on alert after an Argentine survey ship entered the channel.", "MOBILIZE", {"CHL"}, {"ARG"}),
    ("Norway sent a frigate to shadow Russian trawlers.", "MOBILIZE", {"NOR"}, {"RUS"}),
    ("Kenya put its army on alert after a typhoon struck.", "MOBILIZE", {"KEN"}, set()),
    ("Algeria moved rockets up to its western frontier.", "MOBILIZE", {"DZA"}, set()),
    ("The Peruvian president sent the army into the streets.", "MOBILIZE", {"PER"}, {"PER"}),
    ("Mali threatened to expel the monitors if Algeria closed the border.", "THREATEN", {"MLI"}, {"DZA"}),
    ("UN peacekeepers in Liberia handed out blankets.", "AID", {"UN-PEACEKEEPING"}, {"LBR"}),
    ("Swiss envoys shuttled between the army and the guerrillas to end Guatemala's war.", "CONSULT", {"CHE"}, {"GTM"}),
    ("Riga lodged a note verbale over the overflights.", "ACCUSE", {"LVA"}, set()),
    ("Cuba protested through the Swiss embassy.", "ACCUSE", {"CUB"}, set()),
    ("Turkey promised to build a hospital in Somalia.", "AGREE", {"TUR"}, {"SOM"}),
    ("The launch of a missile from a lorry near Wonsan was detected by Tokyo.", "MOBILIZE", {"PRK"}, set()),
    ("Denmark launched a scathing attack on Norway's broadcaster.", "ACCUSE", {"DNK"}, {"NOR"}),
    ("Togo said that Ghanaian police had abducted four fishermen.", "ASSAULT", {"GHA"}, {"TGO"}),
    ("Togo said that Ghanaian police had abducted four fishermen.", "ACCUSE", {"TGO"}, {"GHA"}),
    ("Kenya said Ethiopian troops had shot dead two herders in Somalia.", "ASSAULT", {"ETH"}, {"SOM"}),
    ("Forty thousand gendarmes will guard French polling stations on Sunday.", "MOBILIZE", {"FRA"}, {"FRA"}),
    ("Turned back at Harare airport: a delegation of Zambian observers", "REJECT", {"ZWE"}, {"ZMB"}),
    ("Expelled from Riga: two Cuban diplomats", "SANCTION", {"LVA"}, {"CUB"}),
    ("Aid to Malawi has been frozen by Denmark.", "SANCTION", {"DNK"}, {"MWI"}),
    ("The Lord's Resistance Army's abduction of 90 pupils has stunned Uganda.", "ASSAULT", {"LRA"}, {"UGA"}),
    ("Peru filed suit at the International Court of Justice against Chile.", "ACCUSE", {"PER"}, {"CHL"}),
    ("Two tonnes of Romanian flour were trucked to Chisinau free of charge.", "AID", {"ROU"}, {"MDA"}),
    ("Hungary agreed to let NATO warplanes use its air bases for missions over Kosovo.", "AGREE", {"HUN"}, {"NATO"}),
    ("Slovakia eased the language law at the wish of the Hungarian minority.", "CONCEDE", {"SVK"}, set()),
    ("Chad's rebels laid down 400 rifles in Abeche under the eyes of French officers.", "RETREAT", {"TCD"}, {"TCD"}),
    ("The Estonian premier resigned amid an outcry over her husband's Russian business.", "RETREAT", {"EST"}, set()),
    ("Talks between the Colombian government and the ELN rebels resumed in Quito.", "CONSULT", {"COL"}, {"COL"}),
    ("China vetoed a Security Council text on Myanmar.", "REJECT", {"CHN"}, {"UN-SC"}),
    ("Two Kenyan sailors walked free from a Libyan prison on Friday.", "RETREAT", {"LBY"}, {"KEN"}),
]


def _read(text: str, *, dateline: str | None = None) -> ReadDocument:
    document = Document(
        document_id="x",
        source_path="x",
        text=text,
        text_sha256="",
        language="en",
        published="2020-06-15",
        dateline_place=dateline,
    )
    return ReadDocument(document=document)


def _events(coder: Coder, document: ReadDocument) -> list[Event]:
    return [e for e in coder.code([document], "")[0].records["events"] if isinstance(e, Event)]


@pytest.mark.parametrize(("text", "kind", "source", "target"), [*CASES, *ELSEWHERE])
def test_parties(coder: Coder, text: str, kind: str, source: set[str], target: set[str]) -> None:
    found = [(set(e.source), set(e.target)) for e in _events(coder, _read(text)) if e.event == kind]
    assert (source, target) in found, found


def test_dateline_says_whose_police_they_are(coder: Coder) -> None:
    found = _events(coder, _read("Police fired tear gas at students on Tuesday.", dateline="NAIROBI"))
    assert {c for e in found for c in e.source} == {"KEN"}


def test_the_same_done_on_is_one_deed(coder: Coder) -> None:
    told = _events(
        coder, _read("Two hundred Afghan refugees were herded onto lorries by Iranian police and driven to the border.")
    )
    assert [(e.event, e.source, e.target) for e in told] == [("SANCTION", ["IRN"], ["AFG"])]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Talks between Fiji and Tonga are to open in May.", [("CONSULT", "planned")]),
        ("Fiji is open to talks with Tonga.", [("AGREE", "actual")]),
        ("War veterans in Fiji occupied four farms.", [("PROTEST", "actual")]),
        ("Kidnappers took away two tourists in Fiji.", [("ASSAULT", "actual")]),
        ("A spy for Tonga gave up spying for Tonga.", []),
    ],
)
def test_told_once_and_as_what_it_is(coder: Coder, text: str, told: list[tuple[str, str]]) -> None:
    assert [(e.event, e.modality) for e in _events(coder, _read(text))] == told
