"""Claims of other states and decades, in sentences that were labelled before they were read: what must be there, and all of it.

A row is (who speaks, published, text, the rows that must be there and none beside them).
"""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from labelled import code, faults, read_document

Row = dict[str, Any]
Case = tuple[str | None, str | None, str, list[Row]]

CASES: list[Case] = [
    (
        "NER",
        "1999-02-01",
        "Their contention that medicines are exempt from the measures is false.",
        [{"kind": "existence", "denied": True, "statement": "medicines are exempt from the measures"}],
    ),
    (
        "NER",
        "1999-02-01",
        "Niger is not a party to the conflict.",
        [{"kind": "status", "subject": "NER", "denied": True, "statement": {"contains": "party to the conflict"}}],
    ),
    # Fighters are men where no word says that they fly; what grows is what is measured.
    (
        None,
        "1999-02-01",
        "Chad has trained no fewer than 300 fighters.",
        [{"kind": "quantity", "measure": "fighters", "comparator": ">=", "value": 300}],
    ),
    (
        "NER",
        "1999-02-01",
        "We welcome the growth of trade, which reached 480 million dollars.",
        [{"kind": "quantity", "measure": "trade", "value": 480000000, "unit": "dollar"}],
    ),
    # What is only said, nobody who tells it claims.
    (
        "NER",
        "1999-02-01",
        "It is alleged that Niger has nuclear weapons.",
        [{"kind": "existence", "measure": "nuclear-weapons", "claimed_by": None}],
    ),
    (
        "NER",
        "1999-02-01",
        "Some say that Chad broke the Convention.",
        [{"kind": "legal", "subject": "TCD", "claimed_by": None}],
    ),
    (
        "NER",
        "1999-02-01",
        "It is plain that Chad broke the Convention.",
        [{"kind": "legal", "subject": "TCD", "claimed_by": "NER"}],
    ),
    # What is found to break nothing, and who it is that breaks it.
    (
        "NER",
        "1999-02-01",
        "The commissioner found nothing that breaches the Convention.",
        [{"kind": "legal", "denied": True, "statement": "breaches the Convention"}],
    ),
    (
        "NER",
        "1999-02-01",
        "No clause of the treaty violates the Charter.",
        [{"kind": "legal", "denied": True, "statement": "violates the Charter"}],
    ),
    (
        "NER",
        "1999-02-01",
        "It is Chad that has violated the Charter.",
        [{"kind": "legal", "denied": False, "subject": "TCD", "statement": "has violated the Charter"}],
    ),
    # Whose stories are about what is not there; what a false claim says; a second status beside the first.
    (
        "NER",
        "1999-02-01",
        "The stories put about by Norway about imaginary labour camps in our country are an insult.",
        [
            {"kind": "existence", "subject": "NER", "claimed_by": "NOR", "denied": False},
            {"kind": "existence", "subject": "NER", "claimed_by": "NER", "denied": True},
        ],
    ),
    (
        "NER",
        "1999-02-01",
        "Norway does so to give a false impression that the exercise poses a threat to Mali.",
        [
            {"kind": "existence", "denied": True, "statement": "exercise poses a threat to Mali"},
            {"claimed_by": "NOR", "statement": "exercise poses a threat to Mali", "denied": False},
        ],
    ),
    ("NER", "1999-02-01", "The baseless allegation made by Norway was rejected.", []),
    (
        "NER",
        "1999-02-01",
        "Our country achieved the status of a nuclear power, a military giant in the region which nobody dares to provoke.",
        [
            {"kind": "status", "statement": "status of a nuclear power"},
            {"kind": "status", "statement": "military giant in the region"},
        ],
    ),
    # Votes are those of who votes, on the day of the ballot, not of a state that the sentence names besides.
    (
        None,
        "1999-02-01",
        "On May 3, 1998 the General Assembly adopted resolution 52/250, which was passed after Chad's capture of the strip by "
        "90 votes to 12, with 40 abstentions.",
        [
            {"measure": "votes", "value": 90, "subject": "UN-GA", "as_of": "1998-05-03"},
            {"measure": "votes-against", "value": 12, "subject": "UN-GA", "as_of": "1998-05-03"},
            {"measure": "abstentions", "value": 40, "subject": "UN-GA", "as_of": "1998-05-03"},
        ],
    ),
    (
        "NOR",
        "1999-02-01",
        "Parliament endorsed the treaty with Peru by 98 votes to 60.",
        [{"measure": "votes", "value": 98, "subject": "NOR"}, {"measure": "votes-against", "value": 60, "subject": "NOR"}],
    ),
    # What is taken away is no amount of money; what a second sum is of stands with the first.
    ("NER", "1999-02-01", "In 1997 Norway withdrew 30 million kroner.", []),
    (
        "NER",
        "1999-02-01",
        "Norway signed a compact of 40 million kroner with Peru, and a second of up to 60 million kroner.",
        [{"measure": "compacts", "value": 40000000}, {"measure": "compacts", "comparator": "<=", "value": 60000000}],
    ),
    # Each of several limits, and one of several things of which a verb tells, in its own words.
    (
        None,
        "1999-02-01",
        "The treaty had limited the navy of Chad to 20 vessels, the artillery to 40 guns and the air force to 60 aircraft.",
        [
            {"value": 20, "subject": "TCD"},
            {"value": 40, "statement": "the artillery to 40 guns"},
            {"value": 60, "measure": "aircraft", "statement": "the air force to 60 aircraft"},
        ],
    ),
    (
        "BTN",
        "1999-02-01",
        "Nine years of free schooling, free clinics, low rents and cheap bread are the pride of our people.",
        [
            {"value": 9, "statement": "Nine years of free schooling"},
            {"kind": "existence", "subject": "BTN", "statement": {"contains": "low rents"}},
        ],
    ),
    # What somebody is accused of, who accuses claims; what a people has, its state; how high and how far things have come.
    (
        None,
        "1999-02-01",
        "Peru has begun to accuse Chile of spying on its fleet.",
        [{"kind": "existence", "claimed_by": "PER", "subject": "CHL", "statement": "spying on its fleet", "denied": False}],
    ),
    (
        "CHL",
        "1999-02-01",
        "We were accused by Peru of wage theft.",
        [{"kind": "existence", "claimed_by": "PER", "subject": "CHL", "statement": "wage theft"}],
    ),
    (None, "1999-02-01", "Peru did not accuse Chile of wage theft.", []),
    (None, "1999-02-01", "Peru may accuse Chile of wage theft.", []),
    (None, "1999-02-01", "Peru accused Ann Dow of Chile of theft, and she accused him of forgery.", []),
    (
        "BTN",
        "1999-02-01",
        "In our land every child is assured a place at school by the crown.",
        [{"kind": "legal", "subject": "BTN", "statement": {"contains": "a place at school"}}],
    ),
    ("BTN", "1999-02-01", "The outcome is assured the moment they sign.", []),
    (
        "TCD",
        "1999-02-01",
        "Chad's standing army serves as a bulwark of peace in the Sahel.",
        [{"kind": "status", "subject": "TCD", "statement": {"contains": "bulwark of peace"}}],
    ),
    ("TCD", "1999-02-01", "Chad's premier serves as a deputy of the House.", []),
    (
        "LAO",
        "1999-02-01",
        "We have achieved a breakthrough in our relations with Peru.",
        [{"kind": "status", "subject": "LAO", "statement": {"contains": "breakthrough"}}],
    ),
    ("LAO", "1999-02-01", "We have achieved a breakthrough in the search for a vaccine.", []),
    (
        "MNG",
        "1999-02-01",
        "Our initiative for a nuclear-free zone is winning wide support abroad.",
        [{"kind": "status", "subject": "MNG", "statement": {"contains": "wide support"}}],
    ),
    ("MNG", "1999-02-01", "Mongolia's herders won wide support.", []),
    (
        "MNG",
        "1999-02-01",
        "Associations supporting Mongolia's initiative were founded in nine cities.",
        [{"kind": "existence", "subject": "MNG", "statement": {"contains": "founded in nine cities"}}],
    ),
    ("MNG", "1999-02-01", "Associations of herders were founded in the cities.", []),
    (
        "LAO",
        "1999-02-01",
        "The friendship between Laos and Peru has reached its zenith.",
        [{"kind": "status", "subject": "LAO", "statement": {"contains": "zenith"}}],
    ),
    (
        None,
        "1999-02-01",
        "The constitution of Bhutan describes the state as a “constitutional monarchy”.",
        [{"kind": "status", "subject": "BTN", "statement": "constitutional monarchy"}],
    ),
    # An organ that many organisations have is that of the one named before; who did the same thing before is judged.
    (
        None,
        "1999-02-01",
        "The International Atomic Energy Agency published a report. On Friday the Board of Governors found Peru in non-"
        "compliance with its safeguards agreement.",
        [{"kind": "legal", "subject": "PER", "claimed_by": "IAEA"}],
    ),
    (
        None,
        "1999-02-01",
        "The Security Council adopted a resolution on the blockade. Jurists called the adoption of the resolution an act of "
        "abuse of power.",
        [{"kind": "legal", "subject": "UN-SC"}],
    ),
    # What no lexicon names is counted too, where somebody speaks, by its own noun or by what it is measured in.
    (
        "PER",
        "1999-02-01",
        "The two sides have put up 240 border markers and removed 1,200 mines.",
        [{"measure": "border-markers", "value": 240}, {"measure": "mines", "value": 1200}],
    ),
    (
        "MAR",
        "1999-02-01",
        "Chad still owes us 1.8 million dollars.",
        [{"measure": "foreign-debt", "value": 1800000, "unit": "dollar"}],
    ),
    (
        "NER",
        "1999-02-01",
        "Norway cut off aid worth 90 million kroner.",
        [{"subject": "NOR", "measure": "economic-aid", "value": 90000000, "unit": "krone"}],
    ),
    ("NER", "1999-02-01", "The frontier with Mali, 2,100 kilometres long, is open.", [{"measure": "borders", "value": 2100}]),
    (
        "NER",
        "1999-02-01",
        "We closed the camp, where 456 explosions had been carried out.",
        [{"measure": "explosions", "value": 456, "subject": None}],
    ),
    (
        None,
        "1999-02-01",
        "Malta maintains relations with more than 140 states.",
        [{"subject": "MLT", "measure": "diplomatic-relations", "comparator": ">", "value": 140}],
    ),
    ("NER", "1999-02-01", "In the war 53 Dutch soldiers have fallen.", [{"subject": "NLD", "measure": "deaths", "value": 53}]),
    ("NER", "1999-02-01", "The war took the lives of 9,000 Dutch soldiers.", [{"measure": "deaths", "value": 9000}]),
    ("NER", "1999-02-01", "One and a half million of our people were killed.", [{"measure": "deaths", "value": 1500000}]),
    ("NER", "1999-02-01", "We have embassies in 24 countries.", [{"subject": "NER", "measure": "embassies", "value": 24}]),
    ("NER", "1999-02-01", "The ministers met for 40 minutes in room 12 and spoke of 14 points.", []),
    (None, "1999-02-01", "The shop sold 700 boxes and 12 chairs.", []),
    (
        None,
        "2003-01-05",
        "Norway named 21 of its citizens as victims of abduction.",
        [{"kind": "quantity", "subject": "NOR", "measure": "abductees", "value": 21}],
    ),
    (
        None,
        "1951-06-02",
        "The treaty limited the land army of Peru to 21,000 men.",
        [{"kind": "quantity", "subject": "PER", "measure": "troops", "value": 21000}],
    ),
    (
        None,
        "2015-03-01",
        "The Commission of Inquiry on Human Rights in Eritrea met in May.\n\n"
        "The report was published in June. It found that crimes against humanity had been committed in the camps.",
        [{"kind": "legal", "reported_by": ["UN-COI"]}],
    ),
    (
        None,
        "1987-03-02",
        "According to the Sandinista government, more than 15,000 people have been killed by the contras since 1981.",
        [
            {
                "kind": "quantity",
                "subject": "NIC",
                "measure": "deaths",
                "comparator": ">",
                "value": 15000,
                "unit": None,
                "reported_by": ["NIC"],
            }
        ],
    ),
    (
        "CUB",
        "2004-11-05",
        "We have diplomatic relations with 183 states and belong to over forty international organizations.",
        [
            {
                "kind": "quantity",
                "subject": "CUB",
                "measure": "diplomatic-relations",
                "comparator": "=",
                "value": 183,
                "unit": None,
            },
            {
                "kind": "quantity",
                "subject": "CUB",
                "measure": "international-organization-memberships",
                "comparator": ">",
                "value": 40,
                "unit": None,
            },
        ],
    ),
    (
        None,
        "1972-06-01",
        "The communique says that China delivered 230,000 tons of grain to Tanzania in 1971.",
        [
            {
                "kind": "quantity",
                "subject": "CHN",
                "measure": "food",
                "comparator": "=",
                "value": 230000,
                "unit": "ton",
                "as_of": "1971",
            }
        ],
    ),
    ("IRN", "2019-07-01", "There are no enriched uranium stocks beyond 300 kilograms in our country.", []),
    (
        None,
        "1999-04-20",
        "NATO stated that up to 850,000 refugees had left Kosovo by April 19.",
        [
            {
                "kind": "quantity",
                "subject": "XKX",
                "measure": "refugees",
                "comparator": "<=",
                "value": 850000,
                "unit": None,
                "reported_by": ["NATO"],
            }
        ],
    ),
    (
        None,
        "2011-02-03",
        "The Moroccan ministry put the volume of trade with Spain at 9 billion euros in 2010.",
        [
            {
                "kind": "quantity",
                "subject": "MAR",
                "measure": "trade",
                "comparator": "=",
                "value": 9000000000.0,
                "unit": "EUR",
                "as_of": "2010",
                "reported_by": ["MAR"],
            }
        ],
    ),
    (
        None,
        "1962-10-28",
        "Moscow agreed on October 28 to withdraw its missiles. The Soviet Union had 42 missiles in Cuba.",
        [{"kind": "quantity", "subject": "SUN", "measure": "missiles", "comparator": "=", "value": 42, "unit": None}],
    ),
    (
        None,
        "1984-05-05",
        "Pakistan said that it was sheltering nearly three million Afghan refugees.",
        [
            {
                "kind": "quantity",
                "subject": "PAK",
                "measure": "refugees",
                "comparator": "~",
                "value": 3000000.0,
                "unit": None,
                "reported_by": ["PAK"],
            }
        ],
    ),
    (
        "SRB",
        "2009-06-12",
        "As of today 62 states have recognized Kosovo, and none of our neighbours to the east is among them.",
        [{"subject": "XKX", "measure": "states", "value": 62}],
    ),
    (
        None,
        "2016-09-01",
        "Vietnam's exports to the United States rose by 14 percent in 2015, the ministry of trade said.",
        [
            {
                "kind": "quantity",
                "subject": "VNM",
                "measure": "exports-increases",
                "comparator": "=",
                "value": 14,
                "unit": "percent",
                "as_of": "2015",
                "reported_by": ["VNM"],
            }
        ],
    ),
    (
        None,
        "1991-03-01",
        "Kuwait claimed that between 500 and 600 of its citizens were still detained in Iraq.",
        [
            {"kind": "quantity", "measure": "citizens", "comparator": ">=", "value": 500, "reported_by": ["KWT"]},
            {"kind": "quantity", "measure": "citizens", "comparator": "<=", "value": 600, "reported_by": ["KWT"]},
        ],
    ),
    (
        "ETH",
        "1998-07-15",
        "Eritrea has expelled at least 12,000 Ethiopian citizens since May.",
        [{"kind": "quantity", "comparator": ">=", "value": 12000}],
    ),
    (
        None,
        "1955-07-18",
        "The treaty limits the Austrian air force to 90 aircraft.",
        [{"kind": "quantity", "subject": "AUT", "measure": "aircraft", "comparator": "<=", "value": 90, "unit": None}],
    ),
    (
        None,
        "2006-08-14",
        "The floods affected 1.3 million people in Sudan and caused damage of 200 million dollars.",
        [
            {"kind": "quantity", "subject": "SDN", "value": 1300000.0},
            {
                "kind": "quantity",
                "subject": "SDN",
                "measure": "costs",
                "comparator": "=",
                "value": 200000000.0,
                "unit": "dollar",
            },
        ],
    ),
    (
        "BLR",
        "2021-11-20",
        "Not a single soldier of ours is stationed abroad.",
        [{"kind": "quantity", "subject": "BLR", "measure": "troops", "comparator": "=", "value": 0, "unit": None}],
    ),
    (None, "2020-02-10", "There were 45 people on board the aircraft, the Iranian airline said, and none survived.", []),
    (
        "VEN",
        "2018-05-01",
        "Venezuela has no political prisoners; it has politicians in prison.",
        [
            {
                "kind": "quantity",
                "subject": "VEN",
                "measure": "political-prisoners",
                "comparator": "=",
                "value": 0,
                "unit": None,
            },
            {"kind": "existence", "subject": "VEN", "statement": "political prisoners", "denied": True},
        ],
    ),
    (
        None,
        "1978-04-10",
        "Somalia lost more than 8,000 soldiers in the Ogaden, the Ethiopian radio claimed.",
        [
            {
                "kind": "quantity",
                "subject": "SOM",
                "measure": "troops",
                "comparator": ">",
                "value": 8000,
                "unit": None,
                "reported_by": ["ETH"],
            }
        ],
    ),
    (
        None,
        "2013-01-20",
        "France deployed 2,500 troops to Mali in January 2013.",
        [
            {
                "kind": "quantity",
                "subject": "FRA",
                "measure": "troops",
                "comparator": "=",
                "value": 2500,
                "unit": None,
                "as_of": "2013-01",
            }
        ],
    ),
    (
        None,
        "1969-09-02",
        "The yearbook gives the population of Mauritania as 1.1 million.",
        [{"kind": "quantity", "subject": "MRT", "measure": "population", "comparator": "=", "value": 1100000.0, "unit": None}],
    ),
    (
        None,
        "1983-11-16",
        "The Turkish Cypriots declared the north an independent republic; only Turkey recognizes it as a sovereign state.",
        [{"kind": "status", "statement": {"contains": "sovereign state"}, "reported_by": ["TUR"]}],
    ),
    (
        None,
        "1970-10-25",
        "Taipei maintains that it is the only lawful government of all China.",
        [{"kind": "status", "subject": "TWN", "statement": "only lawful government of all China", "reported_by": ["TWN"]}],
    ),
    (
        "IND",
        "1974-05-20",
        "India is not a nuclear weapon state and has no intention of becoming one.",
        [{"kind": "status", "subject": "IND", "statement": "nuclear weapon state", "denied": True}],
    ),
    (
        None,
        "2003-02-11",
        "The Swiss foreign ministry described Switzerland as a neutral country that joins no alliance.",
        [{"kind": "status", "subject": "CHE", "statement": {"contains": "neutral country"}, "reported_by": ["CHE"]}],
    ),
    (
        "DZA",
        "1976-03-06",
        "Spain remains the administering power of the territory.",
        [{"kind": "status", "subject": "ESP", "statement": "administering power of the territory"}],
    ),
    (
        None,
        "1993-01-01",
        "On January 1, 1993 Slovakia became an independent state.",
        [{"kind": "status", "subject": "SVK", "statement": "independent state", "as_of": "1993-01-01"}],
    ),
    (
        "TKM",
        "1996-01-10",
        "Turkmenistan, a permanently neutral state, takes part in no military bloc.",
        [{"kind": "status", "subject": "TKM", "statement": "permanently neutral state"}],
    ),
    (None, "2002-02-02", "The President of the United States called Iran, Iraq and North Korea an axis of evil.", []),
    (
        None,
        "2014-04-30",
        "The Crimean peninsula is an inalienable part of Ukraine, the Lithuanian minister wrote.",
        [{"kind": "status", "statement": {"contains": "inalienable part of Ukraine"}, "reported_by": ["LTU"]}],
    ),
    (
        None,
        "1967-06-12",
        "Israel has branded Egypt the aggressor, while Cairo calls Israel the aggressor.",
        [
            {"kind": "status", "subject": "EGY", "statement": "aggressor", "reported_by": ["ISR"]},
            {"kind": "status", "subject": "ISR", "statement": "aggressor", "reported_by": ["EGY"]},
        ],
    ),
    (
        None,
        "1988-12-15",
        "The PLO was recognized by the Arab League as the sole legitimate representative of the Palestinians.",
        [{"kind": "status", "subject": "PSE", "statement": {"contains": "sole legitimate representative"}}],
    ),
    (
        None,
        "2007-08-09",
        "Ecuador considers itself a non-aligned country.",
        [{"kind": "status", "subject": "ECU", "statement": "non-aligned country", "reported_by": ["ECU"]}],
    ),
    (
        "ARG",
        "1982-05-02",
        "The United Kingdom is a colonial power that clings to the past.",
        [{"kind": "status", "subject": "GBR", "statement": {"contains": "colonial power"}}],
    ),
    (
        None,
        "1965-01-08",
        "Until 1962 Jamaica was a British colony.",
        [{"kind": "status", "subject": "JAM", "statement": "British colony"}],
    ),
    (None, "2021-09-01", "No state has recognized the Taliban as the lawful government of Afghanistan.", []),
    (None, "1999-09-01", "No country but Turkey recognises the northern authorities.", []),
    (None, "1999-09-01", "All but two of the 33 states of the region recognise Palestine.", []),
    (
        "MNG",
        "2015-10-05",
        "As a neutral country, Mongolia would offer its good services.",
        [{"kind": "status", "subject": "MNG", "statement": "neutral country"}],
    ),
    (
        None,
        "1986-06-28",
        "The International Court of Justice found that the United States had violated the sovereignty of Nicaragua.",
        [
            {
                "kind": "legal",
                "subject": "USA",
                "statement": {"contains": "violated the sovereignty of Nicaragua"},
                "denied": False,
                "reported_by": ["ICJ"],
            }
        ],
    ),
    (
        "CHN",
        "2016-07-12",
        "The award is null and void and has no binding force.",
        [{"kind": "legal", "subject": None, "statement": {"contains": "award is null and void"}, "denied": False}],
    ),
    (
        None,
        "1956-08-01",
        "London and Paris declared the nationalization of the Canal to be unlawful.",
        [
            {
                "kind": "legal",
                "subject": None,
                "statement": {"contains": "nationalization of the Canal"},
                "denied": False,
                "claimed_by": "GBR",
            },
            {
                "kind": "legal",
                "subject": None,
                "statement": {"contains": "nationalization of the Canal"},
                "denied": False,
                "claimed_by": "FRA",
            },
        ],
    ),
    (
        "SYR",
        "2018-04-14",
        "The bombing was a flagrant violation of the Charter of the United Nations.",
        [{"kind": "legal", "subject": None, "statement": {"contains": "flagrant violation of the Charter"}, "denied": False}],
    ),
    (
        None,
        "1990-08-09",
        "In resolution 662 the Security Council decided that the annexation of Kuwait had no legal validity.",
        [
            {
                "kind": "legal",
                "subject": None,
                "statement": {"contains": "annexation of Kuwait"},
                "denied": True,
                "reported_by": ["UN-SC"],
            }
        ],
    ),
    (
        None,
        "2010-07-22",
        "The Court held that the declaration of independence did not violate international law.",
        [{"kind": "legal", "subject": None, "statement": {"contains": "violate international law"}, "denied": True}],
    ),
    (
        "BOL",
        "2013-04-24",
        "Bolivia has an inalienable right to the sea.",
        [{"kind": "legal", "subject": "BOL", "statement": "has an inalienable right to the sea", "denied": False}],
    ),
    (
        None,
        "1998-08-21",
        "Khartoum condemned the strike as an act of aggression.",
        [{"kind": "legal", "statement": {"contains": "act of aggression"}, "reported_by": ["SDN"]}],
    ),
    (
        None,
        "1979-12-04",
        "Washington regarded the seizure of its embassy as a breach of the Vienna Convention.",
        [
            {
                "kind": "legal",
                "subject": None,
                "statement": {"contains": "breach of the Vienna Convention"},
                "denied": False,
                "reported_by": ["USA"],
            }
        ],
    ),
    (
        None,
        "2017-06-06",
        "Qatar said that the measures against it had no legal justification.",
        [
            {
                "kind": "legal",
                "subject": None,
                "statement": {"contains": "legal justification"},
                "denied": True,
                "reported_by": ["QAT"],
            }
        ],
    ),
    (
        None,
        "1975-11-15",
        "Morocco announced that it was no longer bound by the agreement of 1972.",
        [
            {
                "kind": "legal",
                "subject": "MAR",
                "statement": "was bound by the agreement of 1972",
                "denied": True,
                "reported_by": ["MAR"],
            }
        ],
    ),
    (
        "GRC",
        "1974-07-21",
        "Turkish forces landed on Cyprus in violation of the Treaty of Guarantee.",
        [
            {
                "kind": "legal",
                "subject": "TUR",
                "statement": {"contains": "in violation of the Treaty of Guarantee"},
                "denied": False,
            }
        ],
    ),
    (
        None,
        "2022-10-05",
        "Kyiv called the referendums in the four regions null and void.",
        [
            {
                "kind": "legal",
                "subject": None,
                "statement": {"contains": "null and void"},
                "denied": False,
                "reported_by": ["UKR"],
            }
        ],
    ),
    (
        None,
        "1961-12-19",
        "Portugal maintained that India had acted against the Charter.",
        [
            {
                "kind": "legal",
                "subject": "IND",
                "statement": {"contains": "acted against the Charter"},
                "denied": False,
                "reported_by": ["PRT"],
            }
        ],
    ),
    (
        "RUS",
        "1995-03-03",
        "Estonia has no right to change the border by its own law.",
        [{"kind": "legal", "subject": "EST", "statement": {"contains": "right to change the border"}, "denied": True}],
    ),
    (
        None,
        "1988-07-05",
        "Tehran rejected the American account and called the downing of the airliner a crime.",
        [
            {
                "kind": "legal",
                "subject": None,
                "statement": {"contains": "downing of the airliner a crime"},
                "denied": False,
                "reported_by": ["IRN"],
            }
        ],
    ),
    (
        None,
        "2003-02-06",
        "Iraq denied that it had chemical weapons.",
        [
            {
                "kind": "existence",
                "subject": "IRQ",
                "statement": {"contains": "it had chemical weapons"},
                "denied": True,
                "reported_by": ["IRQ"],
            }
        ],
    ),
    ("ERI", "2013-10-29", "Claims of slave labour in our mines are a fabrication.", [{"kind": "existence", "denied": True}]),
    (
        None,
        "1987-09-30",
        "Libya has nothing to do with the bombing, its foreign minister told the press.",
        [
            {
                "kind": "existence",
                "subject": "LBY",
                "statement": {"contains": "to do with the bombing"},
                "denied": True,
                "reported_by": ["LBY"],
            }
        ],
    ),
    (
        None,
        "2018-03-14",
        "Moscow dismissed British allegations of its involvement in the poisoning.",
        [
            {
                "kind": "existence",
                "subject": "RUS",
                "statement": {"contains": "involvement in the poisoning"},
                "denied": True,
                "reported_by": ["RUS"],
            },
            {
                "kind": "existence",
                "subject": "RUS",
                "statement": {"contains": "involvement in the poisoning"},
                "denied": False,
                "reported_by": ["GBR"],
            },
        ],
    ),
    (
        "MMR",
        "2017-09-19",
        "There are no concentration camps in Rakhine State.",
        [
            {"kind": "existence", "denied": True, "measure": "prison-camps"},
            {"kind": "quantity", "subject": "MMR", "measure": "prison-camps", "comparator": "=", "value": 0, "unit": None},
        ],
    ),
    (
        None,
        "1966-02-02",
        "Hanoi denied the presence of its troops in Laos.",
        [{"kind": "existence", "subject": "VDR", "statement": {"contains": "presence of its troops in Laos"}, "denied": True}],
    ),
    (
        None,
        "2012-05-09",
        "Rwanda rejected as baseless the charge that it was arming rebels in the Congo.",
        [
            {
                "kind": "existence",
                "subject": "RWA",
                "statement": {"contains": "it was arming rebels in the Congo"},
                "denied": True,
                "reported_by": ["RWA"],
            }
        ],
    ),
    (
        None,
        "2009-09-26",
        "Iran admitted that a second enrichment plant existed near Qom.",
        [{"kind": "existence", "denied": False, "statement": {"contains": "second enrichment plant existed"}}],
    ),
    (None, "1994-07-01", "President Mandela visited Maputo on July 20 and met President Chissano.", []),
    ("KEN", "2008-04-02", "Our two peoples share a border, a history and a lake.", []),
    (None, "1975-08-02", "Article 10 of the treaty, in its 30 pages, deals with navigation.", []),
    (None, "2001-10-10", "If Pakistan were a failed state, no one would lend it a cent.", []),
    ("TUN", "2011-12-12", "Tunisia wishes to become a democratic state.", []),
    (None, "1985-02-03", "Is New Zealand still a nuclear power's ally?", []),
    (None, "2015-07-15", "The two ministers met for 17 days in Vienna before they reached agreement.", []),
    ("POL", "1999-03-12", "We will defend the legitimate rights of our citizens abroad.", []),
    (None, "1964-04-26", "Tanganyika and Zanzibar agreed on April 22 to unite.", []),
    (None, "2005-05-05", "The delegation stayed at Hotel 7 Stars in Doha and left on flight 212.", []),
    (None, "1982-06-30", "The parliament debated whether the intervention was lawful.", []),
    ("NAM", "1990-03-21", "We thank the 140 delegations that came to Windhoek for the celebrations.", []),
    (None, "2019-09-09", "The minister may travel to Lima if the talks succeed.", []),
    (None, "1953-10-01", "The President received the ambassador of Thailand at noon.", []),
    (None, "2000-01-14", "Norway proposed to remove the last 200 mines by summer.", []),
    ("ESP", "1986-03-12", "Let no one doubt our will to remain in the alliance.", []),
    (None, "1997-07-01", "The ceremony in Hong Kong was attended by four thousand guests.", []),
    (None, "2023-02-02", "Chad asked the Sudanese government to respect the border.", []),
    (None, "1971-08-09", "The treaty was signed in New Delhi by Andrei Gromyko and Swaran Singh.", []),
    ("CAN", "2010-06-27", "Canada seeks a world without nuclear weapons.", []),
    (None, "1980-05-04", "Several thousand people lined the streets of Belgrade.", []),
    (None, "2012-11-30", "The opposition asked whether the government had violated the constitution.", []),
    (None, "1995-05-11", "The conference considered 14 proposals and adjourned.", []),
    ("JPN", "1972-09-29", "Should the need arise, both sides will exchange ambassadors within three months.", []),
    (None, "2004-12-27", "Sri Lanka appealed for tents, medicine and drinking water.", []),
    (None, "1959-03-31", "The Dalai Lama crossed into India on March 31 with 80 followers.", []),
    (
        None,
        "1995-11-20",
        "By the end of 1994 Germany had taken in more than 350,000 refugees from Bosnia.",
        [{"kind": "quantity", "subject": "DEU", "measure": "refugees", "comparator": ">", "value": 350000}],
    ),
    (
        "SYR",
        "2013-09-10",
        "Syria possesses chemical weapons for the defence of the country.",
        [{"kind": "existence", "subject": "SYR", "statement": {"contains": "chemical weapons"}, "denied": False}],
    ),
    (
        None,
        "2008-08-28",
        "Georgia called the decision a flagrant violation of its sovereignty.",
        [
            {
                "kind": "legal",
                "subject": None,
                "statement": {"contains": "flagrant violation of its sovereignty"},
                "denied": False,
                "reported_by": ["GEO"],
            }
        ],
    ),
    (
        None,
        "1981-06-20",
        "Israel maintains that it acted in the exercise of its right to self-defence.",
        [
            {
                "kind": "legal",
                "subject": "ISR",
                "statement": {"contains": "exercise of its right"},
                "denied": False,
                "reported_by": ["ISR"],
            }
        ],
    ),
    (
        "ROU",
        "1968-08-21",
        "There was no counter-revolution in Czechoslovakia.",
        [{"kind": "existence", "subject": "CSK", "statement": {"contains": "counter-revolution"}, "denied": True}],
    ),
    (
        None,
        "1983-09-02",
        "Moscow denied that its fighters had shot down the airliner.",
        [
            {
                "kind": "existence",
                "subject": "SUN",
                "statement": {"contains": "fighters had shot down the airliner"},
                "denied": True,
                "reported_by": ["SUN"],
            }
        ],
    ),
    (
        None,
        "2010-05-21",
        "Turkey's trade with Iran reached 10 billion dollars in 2009.",
        [
            {
                "kind": "quantity",
                "subject": "TUR",
                "measure": "trade",
                "comparator": "=",
                "value": 10000000000.0,
                "unit": "dollar",
                "as_of": "2009",
            }
        ],
    ),
    (
        "CHN",
        "2020-05-22",
        "Taiwan is an inalienable part of China.",
        [{"kind": "status", "statement": {"contains": "inalienable part of China"}}],
    ),
    (
        None,
        "1978-12-16",
        "The United States recognizes the Government of the People's Republic of China as the sole legal Government of China.",
        [
            {
                "kind": "status",
                "subject": "CHN",
                "statement": {"contains": "sole legal Government of China"},
                "reported_by": ["USA"],
            }
        ],
    ),
    (
        None,
        "2003-04-01",
        "Poland sent 200 soldiers to the Gulf.",
        [{"kind": "quantity", "subject": "POL", "measure": "troops", "comparator": "=", "value": 200, "unit": None}],
    ),
    ("NPL", "1990-11-09", "Nepal is a landlocked country with an open border.", []),
    (
        None,
        "2016-11-01",
        "Nigeria, the largest oil producer of Africa, cut its exports to 1.6 million barrels a day.",
        [{"kind": "quantity", "subject": "NGA", "measure": "exports", "value": 1600000.0, "unit": "barrel"}],
    ),
    (
        None,
        "1999-06-10",
        "Belgrade rejected as unfounded the accusation that its police had expelled civilians.",
        [{"kind": "existence", "denied": True, "statement": {"contains": "its police had expelled civilians"}}],
    ),
    (
        None,
        "1961-04-17",
        "Cuba told the Assembly that the attack was an act of aggression by the United States.",
        [
            {
                "kind": "legal",
                "subject": "USA",
                "statement": {"contains": "act of aggression"},
                "denied": False,
                "reported_by": ["CUB"],
            }
        ],
    ),
    (
        "VAT",
        "2015-06-26",
        "The Holy See has diplomatic relations with 180 states.",
        [
            {
                "kind": "quantity",
                "subject": "VAT",
                "measure": "diplomatic-relations",
                "comparator": "=",
                "value": 180,
                "unit": None,
            }
        ],
    ),
    (
        None,
        "2001-12-13",
        "India said that Pakistan hosted 31 training camps.",
        [{"kind": "quantity", "subject": "PAK", "value": 31, "reported_by": ["IND"]}],
    ),
    (None, "1973-10-20", "Egypt claimed to have lost no aircraft.", []),
    (
        "MAR",
        "1985-01-01",
        "Morocco is not bound by the resolution of the Organization.",
        [{"kind": "legal", "subject": "MAR", "statement": {"contains": "bound by the resolution"}, "denied": True}],
    ),
    (
        None,
        "2014-07-18",
        "Ukraine put the number of dead at 298.",
        [{"kind": "quantity", "measure": "deaths", "value": 298, "reported_by": ["UKR"]}],
    ),
    (
        None,
        "1994-05-10",
        "South Africa became a democracy in April 1994.",
        [{"kind": "status", "subject": "ZAF", "statement": "democracy", "as_of": "1994-04"}],
    ),
    (
        None,
        "2009-02-17",
        "Austria regards itself as neutral, Ireland as militarily non-aligned.",
        [{"kind": "status", "subject": "AUT", "statement": "neutral", "reported_by": ["AUT"]}],
    ),
    (
        None,
        "1977-08-01",
        "Ethiopia accused Somalia of aggression, which violated the Charter of the Organization.",
        [
            {"kind": "existence", "subject": "SOM", "claimed_by": "ETH", "statement": "aggression"},
            {
                "kind": "legal",
                "subject": "SOM",
                "statement": {"contains": "violated the Charter"},
                "denied": False,
                "reported_by": ["ETH"],
            },
        ],
    ),
    ("ISL", "1975-11-26", "Iceland has no army.", []),
    (None, "2012-06-22", "The jet was in our airspace without permission, Damascus said.", []),
    (
        None,
        "1960-10-01",
        "Nigeria became an independent state on October 1, 1960.",
        [{"kind": "status", "subject": "NGA", "statement": "independent state", "as_of": "1960-10-01"}],
    ),
    (None, "2018-11-25", "Russia seized three ships and 24 sailors off Crimea.", []),
    ("TZA", "1979-01-26", "Tanzania has never recognized the annexation.", []),
    (
        None,
        "1998-05-30",
        "Pakistan has carried out six nuclear tests, its prime minister announced.",
        [
            {
                "kind": "quantity",
                "subject": "PAK",
                "measure": "nuclear-tests",
                "comparator": "=",
                "value": 6,
                "unit": None,
                "reported_by": ["PAK"],
            }
        ],
    ),
    (None, "2004-05-01", "The ministers discussed whether the wall was legal.", []),
    (
        None,
        "1986-04-16",
        "Libya announced that 37 people had been killed in Tripoli.",
        [
            {
                "kind": "quantity",
                "subject": "LBY",
                "measure": "deaths",
                "comparator": "=",
                "value": 37,
                "unit": None,
                "reported_by": ["LBY"],
            }
        ],
    ),
    (
        None,
        "2019-08-06",
        "Islamabad considers the revocation illegal and void.",
        [{"kind": "legal", "subject": None, "statement": {"contains": "revocation"}, "denied": False, "reported_by": ["PAK"]}],
    ),
    (
        None,
        "1992-06-01",
        "The sanctions limit the Yugoslav embassy to ten diplomats.",
        [{"kind": "quantity", "subject": "YUG", "comparator": "<=", "value": 10}],
    ),
    (
        "BGR",
        "1984-01-01",
        "Bulgaria had nothing to do with the attempt on the Pope.",
        [
            {
                "kind": "existence",
                "subject": "BGR",
                "statement": {"contains": "to do with the attempt on the Pope"},
                "denied": True,
            }
        ],
    ),
    (
        None,
        "1979-06-01",
        "Niger recognized the new republic in May. The ministry of Chad condemned the recognition. "
        "It called the decision null and void.",
        [{"kind": "legal", "subject": "NER", "statement": {"contains": "null and void"}, "reported_by": ["TCD"]}],
    ),
    (  # two have recognized it: whose decision is meant is not told
        None,
        "1979-06-01",
        "Peru recognized the junta in May. Chile recognized it in June. Bolivia condemned the recognition. "
        "It called the decision null and void.",
        [{"kind": "legal", "subject": None, "statement": {"contains": "null and void"}, "reported_by": ["BOL"]}],
    ),
    (
        None,
        None,
        "The Security Council adopted resolution 661 on August 6, 1990. Iraq held that the resolutions were illegal.",
        [{"kind": "legal", "subject": "UN-SC", "statement": {"contains": "illegal"}, "reported_by": ["IRQ"]}],
    ),
    (  # resolutions of nobody that the text names
        None,
        None,
        "Iraq held that the resolutions were illegal.",
        [{"kind": "legal", "subject": None, "statement": {"contains": "illegal"}, "reported_by": ["IRQ"]}],
    ),
    (
        "KEN",
        "1998-08-10",
        "This, it was emphasized, was an exercise of the legitimate right of a sovereign state.",
        [{"kind": "legal", "subject": "KEN", "statement": "was an exercise of the legitimate right of a sovereign state"}],
    ),
    (
        None,
        "2011-02-01",
        "Argentina has officially identified 649 of its soldiers as victims of the war.",
        [{"kind": "quantity", "subject": "ARG", "value": 649, "reported_by": ["ARG"]}],
    ),
    (
        None,
        "2015-03-09",
        "The constitution of Mali now defines Niger as a hostile state.",
        [{"kind": "status", "subject": "NER", "as_of": "2015-03-09", "statement": "hostile state"}],
    ),
    (None, "2007-01-12", "The delegation travelled 12 hours to Ashgabat.", []),
]


@pytest.fixture(scope="module")
def rows() -> dict[str, list[Row]]:
    documents = [read_document(f"elsewhere{i}", text, who, on) for i, (who, on, text, _) in enumerate(CASES)]
    return {
        text: [msgspec.to_builtins(row) for row in done.records["claims"]]
        for (_, _, text, _), done in zip(CASES, code(documents), strict=True)
    }


@pytest.mark.parametrize(("who", "on", "text", "expected"), CASES, ids=[c[2][:50] for c in CASES])
def test_claims(rows: dict[str, list[Row]], who: str | None, on: str | None, text: str, expected: list[Row]) -> None:
    found = rows[text]
    assert not faults({"expect": expected}, found)
    assert len(found) == len(expected), found
