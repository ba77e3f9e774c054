"""Overviews, letters, interviews and histories of states, as users have them: a case and more for each cause of faults that
was found in such texts.
"""

from __future__ import annotations

import pytest

from dragoman.coding import Coder
from dragoman.records import Document, Event, Principle, ReadDocument, Relation

Case = tuple[str, list[tuple[str, str | None, str, str, str | None]]]

# What parsers get wrong: subjects after dates, verbs taken for nouns, relative clauses of several, of objects, of questions.
PARSES: list[Case] = [
    (
        "On 1 January 1986 Portugal and Spain signed a treaty with Andorra.",
        [("SUPPORT", "treaty", "AND ESP PRT", "AND ESP PRT", "1986-01-01")],
    ),
    (
        "Ghana opposes the move and demands that Togo withdraw its troops.",
        [("REJECT", "change", "GHA", "TGO", None), ("REQUEST", "yield", "GHA", "TGO", None)],
    ),
    (
        "The accord, which the leaders of Kenya, Uganda and Rwanda signed in Arusha on 3 May 1999, is in force.",
        [("SUPPORT", "treaty", "KEN RWA UGA", "KEN RWA UGA", "1999-05-03")],
    ),
    (
        "Norway praised Sweden and Denmark, who condemned the coup in Chad last week.",
        [("SUPPORT", None, "NOR", "DNK SWE", None), ("ACCUSE", "disapprove", "DNK SWE", "TCD", "2020-06-08")],
    ),
    ("Japan has called Russia's action provocative.", [("ACCUSE", None, "JPN", "RUS", None)]),
    (
        "The Republic of Malta was proclaimed in May 1974 and left the Commonwealth in June.",
        [("SANCTION", "withdraw", "MLT", "COMMONWEALTH", "1974-06")],
    ),
    (
        "Following the war in Chad, Mali and Niger submitted their applications to NATO on 18 May 2012.",
        [("REQUEST", "change", "MLI NER", "NATO", "2012-05-18")],
    ),
    (
        "Botswana, Mozambique and Zambia signed a treaty in 1986.",
        [("SUPPORT", "treaty", "BWA MOZ ZMB", "BWA MOZ ZMB", "1986")],
    ),
    (
        "Zambia broke off relations with Israel in 1973 and calls on it to withdraw its troops.",
        [("SANCTION", "discontinue", "ZMB", "ISR", "1973"), ("REQUEST", "yield", "ZMB", "ISR", "1973")],
    ),
    ("Is Peru going to send troops to Haiti?", []),
    ("Is it true that Chad expelled the envoy of Sudan?", []),
    (
        "Why has Chad, which expelled the envoy of Sudan, closed the border?",
        [("SANCTION", "expel", "TCD", "SDN", None)],
    ),
]

# What is told of nobody's deed, of nothing done, or of something else.
NOTHING_DONE: list[Case] = [
    ("Two destroyers of Greece struck mines off Corfu.", []),
    ("Countries struck by disaster get wheat from Norway.", []),
    ("The Congo Free State came into being in 1885.", []),
    ("Access to the sea through the territory of Chile will be a matter of life for Bolivia.", []),
    ("It is not true that Chad attacked Libya.", []),
    ("It is untrue that Chad attacked Libya.", []),
    ("No one had attacked Slovakia.", []),
    ("Bolivia declared its independence from Spain.", []),
    ("To attack Chad is something that Libya does not do.", []),
    ("The President concludes treaties on behalf of Estonia.", []),
    ("Brazil has never sought nuclear weapons.", []),
]

# Acts by words that stand elsewhere, and whose they are.
ACTS: list[Case] = [
    ("Tunisia joined the Organisation of the Islamic Conference in 1969.", [("SUPPORT", "accession", "TUN", "OIC", "1969")]),
    ("In 2012 Mongolia gave $200,000 to the people of Turkey.", [("AID", None, "MNG", "TUR", "2012")]),
    (
        "Chile was among the first states of the continent to recognise the government of Cuba.",
        [("SUPPORT", "recognition", "CHL", "CUB", None)],
    ),
    ("Peru will send two officers to the UN Mission in South Sudan.", [("AGREE", None, "PER", "UNMISS", None)]),
    (
        "The foreign minister of Cuba telephoned Chinese State Councilor Wang.",
        [("CONSULT", "phone", "CHN CUB", "CHN CUB", None)],
    ),
    ("Norway took part in the talks with Chad in May 2011.", [("CONSULT", None, "NOR TCD", "NOR TCD", "2011-05")]),
    ("Norway joined the Nordic Council in 1952.", [("SUPPORT", "accession", "NOR", "NORDIC-COUNCIL", "1952")]),
    ("North Vietnam violated the treaty with Laos.", [("REJECT", "change", "VDR", "LAO", None)]),
    ("Mercenaries invaded Benin in January 1977.", [("ASSAULT", None, "", "BEN", "1977-01")]),
]

# Dates that are those of something else.
DATES: list[Case] = [
    (
        "Relations with Chile, which had lapsed in 1939, were restored by Bolivia on 15 March 1991.",
        [("SUPPORT", "recognition", "BOL CHL", "BOL CHL", "1991-03-15")],
    ),
    ("Malta refused to pay Italy, and the quarrel was settled in 1992.", [("REJECT", "change", "MLT", "ITA", None)]),
    ("China gave Albania grain until July 1978.", [("AID", None, "CHN", "ALB", None)]),
    (
        "Finland denounced the treaty of 1948 with Russia in January 1992.",
        [("SANCTION", "withdraw", "FIN", "RUS", "1992-01")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*PARSES, *NOTHING_DONE, *ACTS, *DATES])
def test_events(coder: Coder, text: str, expected: list[tuple[str, str | None, str, str, str | None]]) -> None:
    events = [e for e in _coded(coder, text, "events") if isinstance(e, Event)]
    found = [(e.event, e.mode, " ".join(sorted(e.source)), " ".join(sorted(e.target)), e.date) for e in events]
    assert sorted(found, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peace, neutrality in the conflicts of others and openness are the ideals of Oman's foreign policy.",
         ["Peace", "neutrality in the conflicts of others", "openness"]),
        ("Ghana stays true to its principles of anti-imperialism, internationalism and solidarity.",
         ["anti-imperialism", "internationalism", "solidarity"]),
        ("Freedom, good neighbourliness and non-alignment are the foundation of the foreign policy of Malawi.",
         ["Freedom", "good neighbourliness", "non-alignment"]),
    ],
)  # fmt: skip
def test_lists_of_ideals(coder: Coder, text: str, expected: list[str]) -> None:
    found = [p.statement for p in _coded(coder, text, "principles") if isinstance(p, Principle) and p.kind == "principle"]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 1 January 1995 Austria, Finland and Sweden entered the European Union.",
         [("membership", c, "EU", "1995-01-01") for c in ("AUT", "FIN", "SWE")]),
        ("Ireland entered the Community in January 1973. Ireland's diplomatic relations with Poland followed in May 1976.",
         [("diplomatic-relations", "IRL", "POL", "1976-05")]),
        ("Ghana is a founding member of the African Union, a member of the Commonwealth, and has peace.",
         [("membership", "GHA", "AU", None), ("membership", "GHA", "COMMONWEALTH", None)]),
    ],
)  # fmt: skip
def test_relations(coder: Coder, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    found = [(r.kind, r.a, r.b, r.since) for r in _coded(coder, text, "relations") if isinstance(r, Relation)]
    assert sorted(found) == sorted(expected)


TABLES = """Foreign relations of Laos
Country | Formal relations began | Notes
Cambodia | 5 July 1956 | Laos has an embassy in Phnom Penh.
2. Soviet Union 1960-10-07
Thailand is a neighbour since 1950.
1950-02-07 | Vietnam | Establishment of diplomatic relations
1957-02-07 | Vietnam | Visit of the king"""


def test_tables_of_relations(coder: Coder) -> None:
    """Rows with a state and the day, under a head that says what began; rows of a chronicle that say so themselves."""
    document = Document(document_id="1", source_path="a", text=TABLES, text_sha256="", title="Foreign relations of Laos")
    rows = [r for r in coder.code([ReadDocument(document=document)], "")[0].records["relations"] if isinstance(r, Relation)]
    found = [(r.a, r.b, r.since) for r in rows if r.kind == "diplomatic-relations"]
    assert found == [("KHM", "LAO", "1956-07-05"), ("LAO", "SUN", "1960-10-07"), ("LAO", "VNM", "1950-02-07")]


def test_the_two_are_the_one_before_and_the_one_that_the_text_is_about(coder: Coder) -> None:
    text = "Foreign relations of Laos\nIn 1984 Thai troops came. In 1987 the two countries signed a treaty."
    document = Document(document_id="1", source_path="a", text=text, text_sha256="", title="Foreign relations of Laos")
    events = [e for e in coder.code([ReadDocument(document=document)], "")[0].records["events"] if isinstance(e, Event)]
    assert [e.source for e in events if e.mode == "treaty"] == [["LAO", "THA"]]


def test_offices_of_the_state_that_an_article_is_about(coder: Coder) -> None:
    text = "Foreign relations of Albania\nPrime Minister Edi Rama accused Tehran of an attack."
    title = "Foreign relations of Albania"
    document = Document(
        document_id="1", source_path="a", text=text, text_sha256="", kind="reference", title=title, language="en"
    )
    coded = coder.code([ReadDocument(document=document)], "")[0]
    assert [(e.source, e.target) for e in coded.records["events"] if isinstance(e, Event)] == [(["ALB"], ["IRN"])]


def _coded(coder: Coder, text: str, table: str) -> list[object]:
    document = Document(document_id="1", source_path="a", text=text, text_sha256="", published="2020-06-15", language="en")
    return list(coder.code([ReadDocument(document=document)], "")[0].records[table])


@pytest.mark.parametrize(
    "text",
    [
        "I request that this letter be circulated as a document.",
        "I trust that the Council will do its duty.",
        "I ask you to have this letter distributed.",
        "My government hopes that you will use your authority.",
    ],
)
def test_whom_a_letter_asks(coder: Coder, text: str) -> None:
    document = Document(
        document_id="1", source_path="a", text=text, text_sha256="", kind="letter", language="en", published="2023-10-31",
        addressee="President of the Security Council", speaker_state="MLI", reported_by=["MLI"],
    )  # fmt: skip
    (event,) = [e for e in coder.code([ReadDocument(document=document)], "")[0].records["events"] if isinstance(e, Event)]
    assert (event.event, event.source, event.target) == ("REQUEST", ["MLI"], ["UN-SC"])
