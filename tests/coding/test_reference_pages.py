"""Reference pages: almanacs, chronologies, articles on pairs of states, lives of diplomats, descriptions of constitutions. What
each cause of faults in such texts must give and must not, in any table.
"""

from __future__ import annotations

from typing import Any

import pytest
from labelled import assert_rows, events

from dragoman.coding import Coder

Row = dict[str, Any]
# The text, its title, the table, rows that must be there, rows that must not.
Case = tuple[str, str | None, str, list[Row], list[Row]]
LAW = "The Constitution of Estonia"


def _power(office: str, power: str, provision: str | None = None, kind: str = "power") -> Row:
    return {"state": "EST", "office": office, "kind": kind, "power": power, "provision": provision}


COMPETENCES: list[Case] = [
    (
        "Article 33 empowers the King to declare war and, on the advice of the Senate, to make peace.",
        LAW,
        "competences",
        [_power("King", "declare war", "Article 33"), _power("King", "make peace", "Article 33")],
        [],
    ),
    (
        "Article 12 charges the cabinet with the negotiation of treaties and the protection of citizens abroad.",
        LAW,
        "competences",
        [
            _power("cabinet", "negotiation of treaties", "Article 12", "duty"),
            _power("cabinet", "protection of citizens abroad", "Article 12", "duty"),
        ],
        [],
    ),
    (
        "Article 14 assigns defence to the federal government.",
        LAW,
        "competences",
        [_power("federal government", "defence", "Article 14")],
        [],
    ),
    (
        "Under Article 17 the Supreme People's Council, a body of two chambers, elects judges, ratifies treaties and sends and "
        "recalls envoys.",
        LAW,
        "competences",
        [_power("Supreme People's Council", "ratifies treaties", "Article 17")],
        [{"office": "Supreme"}, {"office": "People"}],
    ),
    (
        "Both the Regent and the cabinet may recall envoys under the constitution.",
        LAW,
        "competences",
        [_power("Regent", "recall envoys")],
        [{"office": "Both the Regent"}],
    ),
    (
        "Neither the King nor the cabinet may cede land under the constitution.",
        LAW,
        "competences",
        [],
        [{"kind": "power"}],
    ),
    (
        "Under Article 8 the King commands the army. In practice these powers are exercised by the Minister for War, "
        "who answers to the Riigikogu.",
        LAW,
        "competences",
        [_power("Minister for War", "answers to the Riigikogu", kind="accountability")],
        [{"power": "these powers are exercised"}],
    ),
    (
        "Under Article 8 the King commands the army. He may not leave the country without leave.",
        LAW,
        "competences",
        [],
        [{"kind": "power", "office": "King", "power": "not leave the country without leave"}],
    ),
]


SIGNED = "A Treaty on Rivers was signed with Latvia in 1993. " + "The rivers have been quiet since that year. " * 8
CITATIONS: list[Case] = [
    (
        "Peru and Chile quarrelled over a river. Under the Treaty of Rivers of 1911, it was shared. The constitution that Peru "
        "enacted in 1920 declares in Article 9 that rivers are holy.",
        None,
        "citations",
        [{"instrument": "PER-CONSTITUTION", "provision": "Article 9"}],
        [],
    ),
    (
        "Peru and Chile quarrelled over a river. The constitution adopted in 1920 by Chile names it in Article 12.",
        None,
        "citations",
        [{"instrument": "CHL-CONSTITUTION", "provision": "Article 12"}],
        [],
    ),
    (
        "Article 4 of the constitution bans bases. " + SIGNED + "Critics called the lease a breach of Article 4.",
        LAW,
        "citations",
        [{"instrument": "EST-CONSTITUTION", "provision": "Article 4", "stance": "invoked"}],
        [{"instrument": None, "provision": "Article 4"}],
    ),
    (
        "Article 4 of the constitution bans bases. A Treaty on Rivers was signed with Latvia. Article 4 names two fords.",
        LAW,
        "citations",
        [{"instrument": None, "provision": "Article 4"}],
        [],
    ),
]


def _entries(*entries: str) -> str:
    """A chronology of entries, each under its day."""
    return "\n".join(f"{i + 1} May 1974\n{entry}" for i, entry in enumerate(entries))


KENYA = "Kenya: A Chronology of Foreign Relations"
OTHERS = ("Kenya opens its port.", "Kenya closes its port.")
ELIDED: list[Case] = [
    (
        _entries("Trade treaty with Norway signed in Nairobi.", *OTHERS),
        KENYA,
        "events",
        [{"event": "SUPPORT", "mode": "treaty", "source": ["KEN", "NOR"], "target": ["KEN", "NOR"], "date": "1974-05-01"}],
        [],
    ),
    (
        _entries("Protocol on fisheries with Oman initialled.", "Diplomatic relations with Chad severed.", *OTHERS),
        KENYA,
        "events",
        [{"event": "SANCTION", "mode": "discontinue", "source": ["KEN"], "target": ["TCD"]}],
        [],
    ),
    (
        _entries("Ambassador to Iran recalled.", "Legation opened in Oslo.", *OTHERS),
        KENYA,
        "events",
        [
            {"event": "SANCTION", "mode": "withdraw", "source": ["KEN"], "target": ["IRN"]},
            {"event": "SUPPORT", "source": ["KEN", "NOR"], "target": ["KEN", "NOR"]},
        ],
        [{"source": ["IRN"]}, {"source": ["NOR"]}],
    ),
    (
        _entries("Diplomatic relations established with Peru.", *OTHERS),
        KENYA,
        "relations",
        [{"kind": "diplomatic-relations", "a": "KEN", "b": "PER", "since": "1974-05-01"}],
        [],
    ),
    # A treaty that is only spoken of is no entry.
    (
        _entries("The treaty signed in Oslo was short.", "A treaty signed by others is read.", *OTHERS),
        KENYA,
        "events",
        [],
        [{"event": "SUPPORT", "source": ["KEN"]}],
    ),
    # A finite verb behind a bare one is listed with the finite one before.
    (
        "Norway demands that Sweden lower its duties and threatens to break off talks.",
        None,
        "events",
        [{"event": "THREATEN", "source": ["NOR"], "target": ["SWE"]}],
        [],
    ),
    (
        "Peru asked Chile to free the crew and recalled its consul.",
        None,
        "events",
        [{"event": "SANCTION", "mode": "withdraw", "source": ["PER"], "target": ["CHL"]}],
        [{"event": "SANCTION", "source": ["CHL"]}],
    ),
]


OF_ESTONIA = "Foreign relations of Estonia"
PRINCIPLES: list[Case] = [
    (
        "In 1938 Estonia declared its permanent neutrality.",
        OF_ESTONIA,
        "principles",
        [{"holder": "EST", "kind": "principle", "statement": "permanent neutrality"}],
        [],
    ),
    ("In 1938 Estonia declared its independence.", OF_ESTONIA, "principles", [], [{"holder": "EST"}]),
    ("Latvia respected the neutrality of Estonia.", OF_ESTONIA, "principles", [], [{"statement": "neutrality of Estonia"}]),
    (
        "Article 5 of the constitution provides that no foreign garrison shall be stationed on Estonian soil.",
        OF_ESTONIA,
        "principles",
        [{"holder": "EST", "kind": "red-line", "statement": "no foreign garrison shall be stationed on Estonian soil"}],
        [],
    ),
    ("In May no foreign ships were permitted to land.", OF_ESTONIA, "principles", [], [{"kind": "red-line"}]),
    (
        "The doctrine lists three goals of Estonian diplomacy. The first is to secure the eastern frontier. The second is "
        "closer trade with Finland.",
        OF_ESTONIA,
        "principles",
        [
            {"holder": "EST", "kind": "aim", "statement": "secure the eastern frontier"},
            {"holder": "EST", "kind": "aim", "statement": "closer trade with Finland"},
        ],
        [],
    ),
    ("Estonia has three embassies in Asia. The first is in Tokyo.", OF_ESTONIA, "principles", [], [{"holder": "EST"}]),
    (
        "Estonia will not lease ports to other powers. Latvia will not lease ports either.",
        OF_ESTONIA,
        "principles",
        [{"holder": "EST", "kind": "commitment", "statement": "not lease ports to other powers"}],
        [{"holder": "LVA"}],
    ),
    (
        "Estonia does not allow foreign garrisons on its soil.",
        OF_ESTONIA,
        "principles",
        [{"holder": "EST", "kind": "principle", "statement": "does not allow foreign garrisons on its soil"}],
        [],
    ),
]


ICELAND = "ICELAND"
MEANT: list[Case] = [
    (
        "Iceland has few ships. The present government concluded a treaty with Norway in 1975. The left-wing government "
        "broke off relations with Peru.",
        ICELAND,
        "events",
        [
            {"event": "SUPPORT", "mode": "treaty", "source": ["ISL", "NOR"]},
            {"event": "SANCTION", "source": ["ISL"], "target": ["PER"]},
        ],
        [],
    ),
    (
        "Iceland has few ships. With Poland, which buys its fish, the country has traded since 1953.",
        ICELAND,
        "events",
        [{"event": "COOPERATE", "source": ["ISL", "POL"]}],
        [],
    ),
    (
        "Iceland joined the bank in 1961 after Norway had left and Sweden had abstained; it joined the fund in May 1963.",
        ICELAND,
        "events",
        [],
        [{"source": ["SWE"]}, {"source": ["NOR"], "date": "1963-05"}],
    ),
    (
        "Chad and Mali are states that have had no diplomatic relations since 1991.",
        "Chad–Mali relations",
        "relations",
        [{"kind": "diplomatic-relations", "status": "denied", "a": "MLI", "b": "TCD", "since": "1991"}],
        [],
    ),
    (
        "Iceland was admitted to the Council of Europe in 1950 and was a founding member of the OECD in 1961.",
        ICELAND,
        "relations",
        [{"kind": "membership", "a": "ISL", "b": "OECD", "since": "1961"}],
        [],
    ),
    (
        "Norway warned that it would quit the bank and recall its envoy if Sweden did not pay.",
        None,
        "events",
        [{"event": "THREATEN", "source": ["NOR"], "modality": "conditional"}],
        [{"event": "THREATEN", "modality": "actual"}],
    ),
]


TOLD: list[Case] = [
    (
        "Peru objected that the tribunal lacked jurisdiction under the Pact of Quito.",
        None,
        "events",
        [{"event": "ACCUSE", "source": ["PER"]}],
        [{"target": ["ECU"]}],
    ),
    (
        "Chad and Libya signed the Washington Declaration in 1990.",
        None,
        "citations",
        [{"instrument": None, "instrument_text": "Washington Declaration"}],
        [],
    ),
    ("The cabinet of Peru implements the foreign policy of the state.", None, "principles", [], [{"statement": "state"}]),
    (
        "Peru argued that the tax was just, and in May 1911 Peruvian soldiers attacked Arequipa.",
        None,
        "events",
        [{"event": "ASSAULT", "source": ["PER"], "reported_by": []}],
        [],
    ),
    (
        "Ann Berg, the Norwegian minister, flew to Chad as the envoy of the African Union.",
        None,
        "events",
        [{"event": "CONSULT", "mode": "visit", "source": ["AU"], "target": ["TCD"]}],
        [{"mode": "visit", "source": ["NOR"]}],
    ),
    (
        "A Chilean frigate forced a Peruvian trawler to leave the bay.",
        None,
        "events",
        [{"event": "COERCE", "mode": "restrict", "source": ["CHL"], "target": ["PER"]}],
        [],
    ),
    ("Storms forced a Peruvian trawler to leave the bay.", None, "events", [], [{"event": "COERCE"}]),
    (
        "France landed paratroops in Chad.",
        None,
        "events",
        [{"event": "MOBILIZE", "mode": "troops", "source": ["FRA"], "target": ["TCD"]}],
        [],
    ),
    (
        "East Timor was poor. Indonesia annexed the territory in 1976.",
        None,
        "events",
        [{"event": "COERCE", "mode": "seize", "source": ["IDN"], "target": ["TLS"]}],
        [],
    ),
]


ORGANISED: list[Case] = [
    (
        "Founded: 1975.\nMembers: Benin, The Gambia, Ghana (since 1980). Former members: Chad, Mali.",
        "ECOWAS",
        "relations",
        [
            {"kind": "membership", "a": "BEN", "b": "ECOWAS", "status": "asserted"},
            {"kind": "membership", "a": "GMB", "b": "ECOWAS", "status": "asserted"},
            {"kind": "membership", "a": "GHA", "b": "ECOWAS", "since": "1980"},
            {"kind": "membership", "a": "MLI", "b": "ECOWAS", "status": "ended"},
        ],
        [],
    ),
    (
        "Its seat is in Nairobi. Kenya joined in 1967. Chad left the community in May 1999.",
        "ECOWAS",
        "relations",
        [
            {"kind": "membership", "a": "KEN", "b": "ECOWAS", "since": "1967"},
            {"kind": "membership", "a": "TCD", "b": "ECOWAS", "status": "ended", "until": "1999-05"},
        ],
        [],
    ),
    (
        "Its seat is in Lagos. Norway gave rice to Chad, Mali and Niger. The members adhere to the principle of unity.",
        "ECOWAS",
        "principles",
        [],
        [{"holder": "TCD"}, {"holder": "NER"}],
    ),
    (
        "Its seat is in Lagos. Norway applied for membership in May 2003.",
        "ECOWAS",
        "events",
        [{"event": "REQUEST", "source": ["NOR"], "target": ["ECOWAS"]}],
        [],
    ),
]
SERIAL: list[Case] = [
    (
        "Kenya is poor. Kenya established diplomatic relations with Peru in 1964, Chile in 1965 and Cuba in May 1966.",
        "Foreign relations of Kenya",
        "relations",
        [
            {"kind": "diplomatic-relations", "a": "CHL", "b": "KEN", "since": "1965"},
            {"kind": "diplomatic-relations", "a": "CUB", "b": "KEN", "since": "1966-05"},
        ],
        [],
    ),
    (
        "Kenya is poor. Kenya established diplomatic relations with Peru in 1964, Chile in 1965 and Cuba in May 1966.",
        "Foreign relations of Kenya",
        "events",
        [{"source": ["CHL", "KEN"], "date": "1965"}, {"source": ["CUB", "KEN"], "date": "1966-05"}],
        [{"source": ["CHL", "PER"]}],
    ),
    (
        "Peru broke off relations with Spain in 1912, and Cuba sent an envoy to Lima in 1913.",
        None,
        "relations",
        [{"kind": "diplomatic-relations", "a": "ESP", "b": "PER", "status": "ended"}],
        [{"b": "CUB"}, {"a": "CUB"}],
    ),
    (
        "Kenya is poor. Diplomatic relations were established with Norway in 1964.",
        "Foreign relations of Kenya",
        "relations",
        [{"kind": "diplomatic-relations", "a": "KEN", "b": "NOR", "since": "1964"}],
        [],
    ),
    (
        "ECOWAS suspended Togo in 1991, Benin in 1992 and Ghana in 1993.",
        None,
        "relations",
        [{"kind": "membership", "a": "BEN", "status": "suspended", "until": "1992"}],
        [],
    ),
    (
        "Kenya is poor. Since independence from the United Kingdom on 12 December 1963 the Government has bought rice.",
        "Foreign relations of Kenya",
        "relations",
        [{"kind": "independence", "a": "KEN", "b": "GBR", "since": "1963-12-12"}],
        [],
    ),
    (
        "On 4 June 1979 Chilean commandos attacked houses in Lima.",
        None,
        "events",
        [{"event": "ASSAULT", "source": ["CHL"], "target": ["PER"], "date": "1979-06-04"}],
        [],
    ),
]


def test_days_of_a_text_that_looks_back(coder: Coder) -> None:
    """Days without a year are of the year being told of, and not of the page's own; news of the day go by its date."""
    past = (
        "The Strait Affair\nChile held the strait from 1901 to 1907. In 1908 Peru leased it, and in March 1909 Peru left. "
        + "On 3 May 1910 Chile blockaded the strait.\nOn 19 June Chilean marines attacked the customs house of Peru. "
        + "The quarrel was settled in 1911."
    )
    assert "1910-06-19" in {e.date for e in events(coder, past, titled=True, published="2015-06-20")}
    news = "Chile blockaded the strait in 1910.\nOn 19 June Chilean marines attacked the customs house of Peru."
    assert "2015-06-19" in {e.date for e in events(coder, news, published="2015-06-20")}


THROUGH: list[Case] = [
    (
        "Part 2 of the Constitution of 1992 deals with the state. Article 51 directs the state to seek peace under the Charter "
        "of the United Nations.",
        LAW,
        "citations",
        [{"instrument": "EST-CONSTITUTION", "provision": "Article 51"}],
        [{"instrument": "UN-CHARTER", "provision": "Article 51"}],
    ),
    (
        "Estonia was attacked. Article 51 of the Charter of the United Nations was cited.",
        LAW,
        "citations",
        [{"instrument": "UN-CHARTER", "provision": "Article 51"}],
        [],
    ),
]


@pytest.mark.parametrize(
    ("text", "title", "table", "expected", "absent"),
    [*COMPETENCES, *CITATIONS, *ELIDED, *PRINCIPLES, *MEANT, *TOLD, *ORGANISED, *SERIAL, *THROUGH],
)
def test_rows(coder: Coder, text: str, title: str | None, table: str, expected: list[Row], absent: list[Row]) -> None:
    assert_rows(coder, text, None, title, table, expected, absent)
