"""What diplomatic prose tells as events and what not: one case and more for each cause of faults that was found."""

from __future__ import annotations

import pytest

from dragoman.coding import Coder
from dragoman.records import Document, Event, Passage, ReadDocument

Case = tuple[str, list[tuple[str, str | None, str, str, str]]]

# What a legal text lays down, an office's power, a purpose, a question: no event.
NOTHING_DONE: list[Case] = [
    ("Under Article 4 Chile and Peru shall not send troops into each other's territory.", []),
    ("The preamble recognizes the wish of Austria to stay neutral.", []),
    ("As a neutral state, the law says, Austria shall not station foreign missiles on its soil.", []),
    ("The commission's task was to supply Kenya with grain and medicine.", []),
    ("Does Malawi receive aid from Norway?", []),
    ("Sweden wanted calm, so that Russia would have no reason to refuse the talks.", []),
    ("Cuba and Haiti agreed not to make, store, deploy or fire missiles.", [("AGREE", None, "CUB HTI", "CUB HTI", "actual")]),
    ("What have Chile and Peru agreed on?", []),
    ("The accord gives Turkish forces access to two ports in Libya.", []),
    ("Norway and Iceland do not wish to bind themselves alone.", []),
    ("The government of Malta considers that membership will strengthen the security of its coast.", []),
    (
        "Italy promised to lift restrictions on ships of Libya once Libya sets up a commission of inquiry.",
        [("AGREE", None, "ITA", "LBY", "conditional")],
    ),
    ("Under Article 2, in the event of an attack on Norway by a third state, Sweden undertakes to send troops.", []),
    ("Oslo replied that the two sides should create better conditions.", []),
    ("The arms of Laos, which violate the resolutions, were seen in the port.", []),
    ("Rome rejected the accusation.", []),
    ("Had Chile not attacked Peru, Bolivia would have kept its coast.", []),
    ("Kenya dismissed reports that Kenya had sold arms to Chad.", []),
    ("Ghana stressed the need to attack the pirates of the gulf.", []),
    ("Tonga hoped that both sides would step up cooperation with Fiji.", []),
    ("Iran is determined to go on with its programme, it told Norway.", []),
    ("It was agreed that the king of Jordan would visit Egypt.", [("AGREE", None, "EGY JOR", "EGY JOR", "actual")]),
]

# Words that mean something else here.
SENSES: list[Case] = [
    ("The former embassy of Cuba in Tirana houses the Dutch embassy.", []),
    ("The president of Ghana gave a lecture at a university in Nairobi.", []),
    ("Austria declared its territory a zone free of nuclear weapons.", []),
    ("A court in Geneva delivered its judgment between Chile and Peru.", []),
    ("Among the Nordic states, Norway has none with Bhutan.", []),
    (
        "The summit of the presidents of Chile and Peru, held in Rome on May 3, was long.",
        [("CONSULT", None, "CHL PER", "CHL PER", "actual")],
    ),
    ("A consul of Chad in Rome had gone over to Libya.", []),
    ("Kenya expressed appreciation for the help of Japan.", []),
    ("The International Labour Organization is opening its first operation in Laos.", []),
    ("Senegal thanked Kuwait for the loan.", []),
    ("Senegal thanked Kuwait for its hospitality.", []),
    ("An opposition leader in Zambia called the visit of the Chinese president a mistake.", []),
    ("Sweden handed over the presidency of the Council to Spain.", []),
    ("The ministers of Brazil and Chile took note of the joint report.", []),
    ("The Baltic states were treated differently from Poland.", []),
    ("Norway took over the chair of the Arctic Council from Iceland.", []),
    ("The entry more than doubles the length of the alliance's border with Russia.", []),
    ("Albania attacked the leaders of Yugoslavia in its press.", [("ACCUSE", "disapprove", "ALB", "YUG", "actual")]),
    ("The coast guard of Italy stopped a freighter from Libya.", [("COERCE", "seize", "ITA", "LBY", "actual")]),
    ("Iran fired warning shots at a Saudi boat.", [("MOBILIZE", "troops", "IRN", "SAU", "actual")]),
]

# What becomes of an act that is decided, disowned, taken back or asked for.
TURNED: list[Case] = [
    ("Iran has suspended its withdrawal from the treaty.", [("CONCEDE", None, "IRN", "", "actual")]),
    ("Iran declared its withdrawal from the convention.", [("SANCTION", "withdraw", "IRN", "", "actual")]),
    (
        "Libya agreed to dismantle permanently its rocket test site under the eyes of Italy.",
        [("AGREE", None, "LBY", "ITA", "actual")],
    ),
    (
        "Libya expressed its willingness to take steps, such as the dismantlement of its reactor, if Italy lifts a ban.",
        [("CONCEDE", None, "LBY", "ITA", "conditional")],
    ),
    (
        "The leader of Libya assured Italy that there would be no more missile tests.",
        [("CONCEDE", None, "LBY", "ITA", "actual")],
    ),
    ("Peru did not accept the proposal of Chile.", [("REJECT", "change", "PER", "CHL", "actual")]),
    (
        "The government of Spain informed the ambassador of Chad that he must leave the country.",
        [("SANCTION", "expel", "ESP", "TCD", "actual")],
    ),
    ("Ghana ratified the Rome Statute of the International Criminal Court.", [("SUPPORT", "treaty", "GHA", "", "actual")]),
    ("Burma withdrew from the Non-Aligned Movement in 1979.", [("SANCTION", "withdraw", "MMR", "NAM", "actual")]),
    ("Peru and Chile agreed to oppose war and to keep the peace.", [("AGREE", None, "CHL PER", "CHL PER", "actual")]),
    ("Iran is willing to give up its reactor, it told Norway.", [("AGREE", None, "IRN", "NOR", "actual")]),
    ("The Organization lifted the sanctions on Mali in July 2022.", [("CONCEDE", None, "", "MLI", "actual")]),
    ("Argentina started arbitration against Ghana.", [("ACCUSE", "allege", "ARG", "GHA", "actual")]),
    ("Burundi decided to withdraw from the statute of the court.", [("SANCTION", "withdraw", "BDI", "", "actual")]),
    ("Norway decided to expel two men working at the embassy of Iran.", [("SANCTION", "expel", "NOR", "IRN", "actual")]),
    ("Libya has no intention to produce nuclear weapons, it told Italy.", [("AGREE", None, "LBY", "ITA", "actual")]),
    ("Libya will not test missiles, it told Italy.", [("AGREE", None, "LBY", "ITA", "actual")]),
    ("Finland decided to send weapons to Ukraine.", [("AGREE", None, "FIN", "UKR", "actual")]),
    ("Libya blew up tunnels at its nuclear test site while Italy watched.", [("RETREAT", "disarm", "LBY", "", "actual")]),
    ("The parliament of Peru approved the treaty with Chile.", [("SUPPORT", "treaty", "PER", "CHL", "actual")]),
    ("Japan protested to China.", [("ACCUSE", "disapprove", "JPN", "CHN", "actual")]),
    (
        "Iran announces that it is examining a plan for a strike against Iraq.",
        [("THREATEN", "violence", "IRN", "IRQ", "actual")],
    ),
    ("Norway accused Iran of having helped Syria to build a reactor.", [("ACCUSE", "allege", "NOR", "IRN", "actual")]),
    ("Finland recognized neither of the two German states.", [("SUPPORT", "recognition", "FIN", "DDR DEU", "negated")]),
    ("The president of Chile received cards from heads of state.", [("SUPPORT", "message", "", "CHL", "actual")]),
    (
        "Canada cut exports of oil to Cuba to 5,000 barrels a year.",
        [("SANCTION", "discontinue", "CAN", "CUB", "actual")],
    ),
    ("Oman has neither signed nor ratified the convention.", [("SUPPORT", "treaty", "OMN", "", "negated")]),
    ("Peru froze the assets of Chile until the case was settled.", [("SANCTION", None, "PER", "CHL", "actual")]),
    ("Rome stated that it expected Malta to take part in the patrols.", [("REQUEST", "change", "ITA", "MLT", "actual")]),
    (
        "President Kekkonen of Finland returned to Helsinki from talks in Oslo.",
        [("CONSULT", "visit", "FIN", "NOR", "actual")],
    ),
]


def document(text: str, title: int = 0) -> ReadDocument:
    """A text of nobody's; its first `title` characters are its title."""
    made = Document(document_id="d", source_path="d", text=text, text_sha256="", language="en", published="2020-06-15")
    if not title:
        return ReadDocument(document=made)
    spans = (("title", 0, title), ("body", title + 1, len(text)))
    return ReadDocument(document=made, passages=[Passage(document_id="d", start=a, end=b, kind=kind) for kind, a, b in spans])


def events(coder: Coder, read: ReadDocument) -> list[Event]:
    return [e for e in coder.code([read], "")[0].records["events"] if isinstance(e, Event)]


@pytest.mark.parametrize(("text", "expected"), [*NOTHING_DONE, *SENSES, *TURNED])
def test_told(coder: Coder, text: str, expected: list[tuple[str, str | None, str, str, str]]) -> None:
    found = events(coder, document(text))
    told = [(e.event, e.mode, " ".join(sorted(e.source)), " ".join(sorted(e.target)), e.modality) for e in found]
    assert told == expected


def test_title_told_again(coder: Coder) -> None:
    """What a title says in short is told once, by the text."""
    title = "Chile Expels Diplomats"
    (event,) = events(coder, document(f"{title}\nChile expelled two diplomats of Iran on Monday.", len(title)))
    assert (event.source, event.target) == (["CHL"], ["IRN"])


def test_title_alone(coder: Coder) -> None:
    title = "Chile Condemns Iran"
    (event,) = events(coder, document(f"{title}\nMore was not known.", len(title)))
    assert (event.event, event.target) == ("ACCUSE", ["IRN"])


def test_powers_are_no_deeds(coder: Coder) -> None:
    """ "The Cabinet concludes treaties" tells what it may do; the table of competences has it."""
    text = (
        "Under Article 5 of the constitution of Laos the President ratifies treaties. In 1990 Laos ratified a treaty with Cuba."
    )
    assert [(e.source, e.target) for e in events(coder, document(text))] == [(["LAO"], ["CUB"])]


def test_the_council_of_the_resolutions(coder: Coder) -> None:
    """Without its full name, by the resolution that the text is on."""
    title = "Resolution 2375 (2017)"
    (event,) = events(coder, document(f"{title}\nThe Council banned exports of coal by Chad.", len(title)))
    assert (event.event, event.source, event.target) == ("SANCTION", ["UN-SC"], ["TCD"])
