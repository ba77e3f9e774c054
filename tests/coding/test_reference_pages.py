"""Reference pages: almanacs, chronologies, articles on pairs of states, lives of diplomats, descriptions of constitutions. What
each cause of faults in such texts must give and must not, in any table.
"""

from __future__ import annotations

from typing import Any

import pytest
from labelled import assert_rows

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


@pytest.mark.parametrize(("text", "title", "table", "expected", "absent"), COMPETENCES)
def test_what_a_constitution_gives(
    coder: Coder, text: str, title: str | None, table: str, expected: list[Row], absent: list[Row]
) -> None:
    assert_rows(coder, text, None, title, table, expected, absent)


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


@pytest.mark.parametrize(("text", "title", "table", "expected", "absent"), CITATIONS)
def test_whose_article_it_is(
    coder: Coder, text: str, title: str | None, table: str, expected: list[Row], absent: list[Row]
) -> None:
    assert_rows(coder, text, None, title, table, expected, absent)


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


@pytest.mark.parametrize(("text", "title", "table", "expected", "absent"), ELIDED)
def test_whose_entry_it_is(
    coder: Coder, text: str, title: str | None, table: str, expected: list[Row], absent: list[Row]
) -> None:
    assert_rows(coder, text, None, title, table, expected, absent)
