"""Pages of ministries, articles of encyclopedias, letters and interviews of other states: a case for each cause of faults that
texts written without a look at the rules brought to light.

A case is a text, who speaks in it, its title where it is an article, the table, and rows by some of their fields; rows after
a bar must not be there.
"""

from __future__ import annotations

from typing import Any

import pytest
from labelled import assert_rows

from dragoman.coding import Coder
from dragoman.records import Document, Event, Passage, ReadDocument

Row = dict[str, Any]
Case = tuple[str, str | None, str | None, str, list[Row], list[Row]]
GABON = "Foreign relations of Gabon"

RELATIONS: list[Case] = [
    # The president of an article is of the state that it is on, whoever's was named last.
    (
        "Gabon said that it would arrest President Omar al-Bashir of Sudan if he came.\n\nUnder the Defence Force Act the "
        "president is commander-in-chief and may send troops abroad without the consent of parliament.", None, GABON,
        "competences", [{"state": "GAB", "office": "president"}], [{"state": "SDN"}],
    ),
    (
        "Fiji became an observer of ASEAN in 1994 and a full member on 3 May 1999.", None, None, "relations",
        [{"kind": "membership", "a": "FJI", "b": "ASEAN", "since": "1999-05-03"}], [],
    ),
    (
        "Gabon became a member of the United Nations on 20 September 1960, a month after its independence, and of the "
        "Organization of African Unity in the same year.", None, GABON, "relations",
        [{"a": "GAB", "b": "UN", "since": "1960-09-20"}, {"a": "GAB", "b": "OAU", "since": "1960"}], [],
    ),
    (
        "Gabon suspended its membership in IGAD in 2007 in protest at the invasion.", None, GABON, "relations",
        [{"kind": "membership", "status": "suspended", "b": "IGAD", "until": "2007"}], [],
    ),
    (
        "Gabon is a member of the following organisations:\nNon-Aligned Movement\nLa Francophonie\nWorld Trade "
        "Organization (since "
        "2 February 1996)\nGabon is not a member of ASEAN.", None, GABON, "relations",
        [
            {"kind": "membership", "a": "GAB", "b": "NAM", "since": None},
            {"kind": "membership", "a": "GAB", "b": "FRANCOPHONIE"},
            {"kind": "membership", "a": "GAB", "b": "WTO", "since": "1996-02-02"},
        ],
        [{"b": "ASEAN", "status": "asserted"}],
    ),
    (
        "The relations of friendship between Gabon and Cuba, which trained its first officers in the 1960s, have grown into a "
        "partnership.", None, GABON, "relations", [{"kind": "ties", "a": "CUB", "b": "GAB", "status": "asserted",
        "since": None}],
        [{"status": "ended"}],
    ),
    (
        "They declared that the state of war between Chad and Libya had come to an end.", None, None, "relations",
        [{"kind": "war", "a": "LBY", "b": "TCD", "status": "ended"}], [],
    ),
    (
        "Relations between Chad and Libya soured in 1986, when the two armies fought a short war over the north; a "
        "ceasefire was "
        "agreed on 11 September 1987.", None, None, "relations",
        [{"kind": "war", "a": "LBY", "b": "TCD"}, {"kind": "truce", "a": "LBY", "b": "TCD", "since": "1987-09-11"}], [],
    ),
    (
        "Peru has been a friend of our country for decades. We established diplomatic relations in 1963.", "GHA", None,
        "relations",
        [{"kind": "diplomatic-relations", "a": "GHA", "b": "PER", "since": "1963"}], [],
    ),
    (
        "On 3 March the Head of State decided to break off diplomatic and consular relations with Peru.", "GHA", None,
        "relations",
        [{"kind": "diplomatic-relations", "a": "GHA", "b": "PER", "status": "ended"}], [],
    ),
    (
        "Our Constitution describes Gibraltar as an integral part of Spain.", "ESP", None, "relations",
        [{"kind": "sovereignty-claim", "a": "ESP", "b": "GIB"}], [],
    ),
]  # fmt: skip

DECLARED: list[Case] = [
    (
        "Guiding principles\n• Mutual respect and non-interference\n• Promotion of peace in the Gulf of Guinea", "GAB", None,
        "principles", [{"statement": "Mutual respect and non-interference"},
        {"statement": "Promotion of peace in the Gulf of Guinea"}],
        [],
    ),
    (
        "The foreign relations of Chad are governed by the principles of independence, equality among States, free "
        "determination and the peaceful settlement of disputes.", None, "Foreign relations of Chad", "principles",
        [{"holder": "TCD", "statement": "independence"}, {"statement": "free determination"},
         {"statement": "peaceful settlement of disputes"}], [],
    ),
    (
        "Ghana firmly adheres to the one-China principle.", "GHA", None, "principles",
        [{"holder": "GHA", "kind": "principle", "statement": "one-China principle"}], [],
    ),
    (
        "Membership of the Union remains our strategic goal.", "MDA", None, "principles",
        [{"holder": "MDA", "kind": "aim", "statement": "Membership of the Union"}], [],
    ),
    ("Peru is militarily neutral.", "PER", None, "principles", [{"holder": "PER", "statement": "militarily neutral"}], []),
    ("Peru was not neutral in that war.", "PER", None, "principles", [], [{"holder": "PER"}]),
    (
        "Barack Obama visited the capital in 2016.\nArticle 12 of the 1991 constitution commits the state to a "
        "policy of peace and "
        "friendship.", None, GABON, "principles", [{"holder": "GAB", "statement": "peace"}], [{"holder": "USA"}],
    ),
    (
        "Barack Obama visited the capital in 2016.\nUnder Article 67 of the constitution the President appoints "
        "ambassadors.", None,
        GABON, "competences", [{"state": "GAB", "instrument": "GAB-CONSTITUTION", "provision": "Article 67"}],
        [{"state": "USA"}],
    ),
    (
        "Under Article 114 of the Constitution of Chad, the President swears an oath to defend the nation.", None, None,
        "competences", [{"kind": "duty", "provision": "Article 114"}], [],
    ),
]  # fmt: skip

EVENTS: list[Case] = [
    (
        "Kenya condemns the decision of Chad to expel two Kenyan diplomats.", None, None, "events",
        [{"event": "SANCTION", "mode": "expel", "source": ["TCD"], "target": ["KEN"]}, {"event": "ACCUSE",
        "source": ["KEN"]}], [],
    ),
    (
        "We are alarmed at the decision of the Republic of Chad of 1 February to terminate unilaterally the agreement of 1992.",
        "KEN", None, "events", [{"event": "SANCTION", "source": ["TCD"], "target": ["KEN"], "date": "2020-02-01"}], [],
    ),
    ("There was no decision of Chad to expel the Kenyan envoy.", None, None, "events", [], [{"event": "SANCTION"}]),
    (
        "Chile called on Peru to revoke the tariff; it refused.", None, None, "events",
        [{"event": "REJECT", "source": ["PER"], "target": ["CHL"]}], [],
    ),
    (
        "Ghana has repeatedly proposed to Togo to resume the work of the border commission.", None, None, "events",
        [{"event": "AGREE", "source": ["GHA"], "target": ["TGO"]}], [],
    ),
    (
        "Russia and the United States undertook to refrain from economic coercion against Moldova.", None, None, "events",
        [{"event": "AGREE", "source": ["RUS", "USA"], "target": ["MDA"]}], [],
    ),
    (
        "Chad held the chair in 2004 and again in 2016, when the president of Kenya visited it.", None, None, "events",
        [{"event": "CONSULT", "mode": "visit", "source": ["KEN"], "target": ["TCD"], "date": "2016"}], [],
    ),
    (
        "Norway wrote to the United Nations. Norway requests the Secretary-General to mediate.", "NOR", None, "events",
        [{"event": "REQUEST", "source": ["NOR"], "target": ["UN-SG"]}], [],
    ),
    (
        "India | 2 February 1961 | India donated 30 trucks and 200 tons of rice in 2012.", None, GABON, "events",
        [{"event": "AID", "date": "2012", "object_text": "30 trucks and 200 tons of rice"}], [],
    ),
    ("The Chilean government has taken off its mask.", None, None, "events", [], [{"event": "COERCE"}]),
]  # fmt: skip

# Of a second set of texts.
LATER: list[Case] = [
    (
        "Ghana condemns these brutalities of Chad in the strongest terms.", "GHA", None, "events",
        [{"event": "ACCUSE", "mode": "disapprove", "source": ["GHA"], "target": ["TCD"]}], [],
    ),
    (
        "Unless Chad ends its unlawful acts, we will not hesitate to take every measure required.", "GHA", None, "events",
        [{"event": "THREATEN", "source": ["GHA"], "modality": "conditional"}], [],
    ),
    ("Ghana will not hesitate to take a decision.", "GHA", None, "events", [], [{"event": "THREATEN"}]),
    (
        "The minister spoke by telephone with his counterparts from China, Turkey and Germany.", "GHA", None, "events",
        [{"event": "CONSULT", "mode": "phone", "target": ["CHN", "DEU", "GHA", "TUR"]}], [],
    ),
    (
        "The United States has blocked a statement of the Security Council on Chad.", None, None, "events",
        [{"event": "REJECT", "source": ["USA"]}], [{"event": "PROTEST"}],
    ),
    (
        "If Chad lifts all the sanctions, Ghana will return to full implementation of its commitments.", "GHA", None, "events",
        [{"event": "AGREE", "source": ["GHA"], "target": ["TCD"], "modality": "conditional"}], [],
    ),
    (
        "With China, a 25-year programme of cooperation was signed by Ghana on 27 March.", "GHA", None, "events",
        [{"event": "SUPPORT", "mode": "treaty", "date": "2020-03-27"}], [],
    ),
    (
        "Under Article 91 of the Constitution of Mali it is the President who decides upon and conducts foreign policy, "
        "appoints ambassadors, and concludes and ratifies treaties.", None, None, "competences",
        [
            {"office": "President", "power": "appoints ambassadors", "provision": "Article 91"},
            {"office": "President", "power": "concludes and ratifies treaties", "provision": "Article 91"},
        ],
        [],
    ),
    (
        "The foreign policy of our country rests on the principles of multi-vector diplomacy, pragmatism and the protection of "
        "national interests.", "GHA", None, "principles",
        [{"holder": "GHA", "statement": "multi-vector diplomacy"}, {"holder": "GHA", "statement": "pragmatism"}], [],
    ),
    (
        "Accession to the Commonwealth is the aim laid down in our Constitution.", "GHA", None, "principles",
        [{"holder": "GHA", "kind": "aim", "statement": "Accession to the Commonwealth"}], [],
    ),
    (
        "Gabon was one of the founding members of SAARC in 1985.", None, GABON, "relations",
        [{"kind": "membership", "a": "GAB", "b": "SAARC", "since": "1985"}], [],
    ),
    (
        "Table: Diplomatic relations\nState | Since | Remarks\nJapan | 28 March 1986 | Japan gave 40 tractors in 1987.\n"
        "Peru | 1989 | Embassy in Libreville since 2012", None, GABON, "relations",
        [{"a": "GAB", "b": "JPN", "since": "1986-03-28"}, {"a": "GAB", "b": "PER", "since": "1989"}], [],
    ),
    (
        "The embargo was imposed on the basis of fabricated charges that Ghana supported rebels in Mali.", "GHA", None,
        "events",
        [],
        [{"event": "SUPPORT"}],
    ),
    (
        "The tons of grain that our country gave are still lying in warehouses, according to the World Food Programme.", "GHA",
        None, "events", [], [{"event": "ACCUSE"}],
    ),
    (
        "The dispute must be resolved in accordance with the resolutions of the Council.", "GHA", None, "principles",
        [{"holder": "GHA", "kind": "principle"}], [],
    ),
    ("If the dispute must be settled, we shall see.", "GHA", None, "principles", [], [{"kind": "principle"}]),
    (
        "Our policy is the rejection of terrorism in all its forms.", "GHA", None, "principles",
        [{"holder": "GHA", "statement": "rejection of terrorism in all its forms"}], [],
    ),
    (
        "Ghana is not a party to UNCLOS and cannot be bound by Article 121 of UNCLOS.", "GHA", None, "citations",
        [{"instrument": "UNCLOS", "provision": "Article 121", "stance": "disputed"}], [],
    ),
    (
        "Ghana recognised Kosovo on 2 March 1980, as 84 states have done to date.", None, None, "relations",
        [{"kind": "recognition", "a": "GHA", "b": "XKX", "since": "1980-03-02"}], [],
    ),
    (
        "Ghana recognised the Sahrawi Arab Democratic Republic on 24 August 1979.", None, None, "relations",
        [{"kind": "recognition", "a": "GHA", "b": "ESH", "since": "1979-08-24"}], [],
    ),
    (
        "Chad is bound by the 1923 Lausanne Treaty and by Article 14 of the 1947 Paris Peace Treaty.", None, None, "citations",
        [{"provision": "Article 14", "instrument_text": "Paris Peace Treaty"}], [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "title", "table", "expected", "absent"), [*RELATIONS, *DECLARED, *EVENTS, *LATER])
def test_rows(
    coder: Coder, text: str, speaker: str | None, title: str | None, table: str, expected: list[Row], absent: list[Row]
) -> None:
    assert_rows(coder, text, speaker, title, table, expected, absent)


def test_nobody_of_an_introduction_is_it_in_the_talk(coder: Coder) -> None:
    text = "The minister of Ghana met the Prime Minister of India.\nHow many states have recognised it?"
    document = Document(
        document_id="text", source_path="text.txt", kind="interview", text=text, text_sha256="", language="en",
        published="2020-06-15", speaker_state="GHA", reported_by=["GHA"],
    )  # fmt: skip
    asked = Passage(document_id="text", start=text.index("How"), end=len(text), kind="question", reported_by=[])
    coded = coder.code([ReadDocument(document=document, passages=[asked])], "")[0]
    assert not [e for e in coded.records["events"] if isinstance(e, Event) and e.mode == "recognition" and "IND" in e.target]
