"""Dates and datelines as heads of texts write them, and the years that texts show."""

from __future__ import annotations

import pytest

from dragoman.dates import is_partial
from dragoman.lexicon import load
from dragoman.lexicon.entries import Boilerplate, Genre, Happening, Series
from dragoman.reading.days import days_in, whole_day
from dragoman.reading.published import Clues, dating
from dragoman.reading.rules import rules_of
from dragoman.reading.years import in_month, ordinal

LEXICON = load()
RULES = rules_of(LEXICON)

DAYS = [
    ("January 6", [("January 6", ())]),
    ("Jan. 6, 2017", [("Jan. 6, 2017", ("2017-01-06",))]),
    ("6 January 2017", [("6 January 2017", ("2017-01-06",))]),
    ("01/10/2023", [("01/10/2023", ("2023-10-01", "2023-01-10"))]),
    ("13/10/2023", [("13/10/2023", ("2023-10-13",))]),
    ("05.05.2020", [("05.05.2020", ("2020-05-05",))]),
    ("Juche 106(2017) January 6", [("Juche 106(2017) January 6", ("2017-01-06",))]),
    ("2017-01-06", [("2017-01-06", ("2017-01-06",))]),
    ("on the 5th day of May 1950", [("5th day of May 1950", ("1950-05-05",))]),
    ("October 2019", [("October 2019", ("2019-10",))]),
    ("dated May 23 and December 5, 2016", [("May 23", ()), ("December 5, 2016", ("2016-12-05",))]),
    ("it may 5 or 6 times", []),
    ("over 2 000 times, resolution 2334", []),
    ("31 June 2000", []),
]


@pytest.mark.parametrize(("text", "wanted"), DAYS)
def test_days(text: str, wanted: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(d.text, d.options) for d in days_in(text)] == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Sunday, 1 October 2023, 10:30 GMT", "2023-10-01"),
        ("January 30, 2025", "2025-01-30"),
        ("2019-03-05 10:11:12", "2019-03-05"),
        ("On 3 May 2020 the two ministers met", None),
        ("Resolution of 3 May 2020", None),
        ("May 2020 be a good year", None),
    ],
)
def test_lines_that_are_dates(line: str, wanted: str | None) -> None:
    found = whole_day(line)
    assert (found[0].options[0] if found else None) == wanted


DATELINES = [
    ("Pyongyang, January 6 (KCNA) -- The letter", ("Pyongyang", "January 6", "KCNA", "The letter")),
    ("MOSCOW, May 3. /TASS/. The minister", ("Moscow", "May 3", "TASS", "The minister")),
    ("BEIJING, Oct. 2 (Xinhua) -- China", ("Beijing", "Oct. 2", "Xinhua", "China")),
    ("ACCRA (Reuters) - Ghana's president", ("Accra", None, "Reuters", "Ghana's president")),
    ("Geneva, 14 March 1995 \u2014 The", ("Geneva", "14 March 1995", None, "The")),
    ("Zagreb, 5 May 2010", ("Zagreb", "5 May 2010", None, "")),
    ("TEHRAN, IRNA \u2013 Iran's", ("Tehran", None, "IRNA", "Iran's")),
    ("Caracas, 3 Jul. AVN.- President", ("Caracas", "3 Jul.", "AVN", "President")),
    ("WASHINGTON, D.C., May 3, 2010 (AP) \u2014 The", ("Washington", "May 3, 2010", "AP", "The")),
    ("St. Petersburg, June 4. /TASS/. Russia", ("St. Petersburg", "June 4", "TASS", "Russia")),
    ("DAKAR, March 3 (APS) \u2013 Senegal", ("Dakar", "March 3", "APS (Senegal)", "Senegal")),
    ("JERUSALEM \u2013 May 5, 2020 \u2013 Prime Minister", ("Jerusalem", "May 5, 2020", None, "Prime Minister")),
    (
        "Quito, 7 August 2018. The Ministry of Foreign Affairs regrets the decision of the Council.",
        ("Quito", "7 August 2018", None, "The Ministry of Foreign Affairs regrets the decision of the Council."),
    ),
    (
        "Suva, 9 June. The premier of Samoa left for home after three days of talks in the capital of Fiji.",
        ("Suva", "9 June.", None, "The premier of Samoa left for home after three days of talks in the capital of Fiji."),
    ),
    ("Lusaka (4 June 2019) - Zambia", ("Lusaka", "4 June 2019", None, "Zambia")),
    ("Bamako, 3 March (Sahel Example Wire) -- Mali", ("Bamako", "3 March", "Sahel Example Wire", "Mali")),
]  # fmt: skip


@pytest.mark.parametrize(("line", "wanted"), DATELINES)
def test_datelines(line: str, wanted: tuple[str | None, ...]) -> None:
    found = RULES.datelines.read(line)
    assert found is not None
    got = (found.place, found.day and found.day.text, found.medium and found.medium.name, line[found.body :])
    assert got == wanted


@pytest.mark.parametrize(
    "line",
    [
        "The DPRK, which has",
        "Moscow said on Monday that",
        "Paris, France - the city",
        "3 May 2010",
        "Statement by the Minister, Geneva, 3 May 2010",
        "Italy | January 4, 2000",
        "CHILE -- Relations were broken off under the new government and restored when it fell, as the list shows",
        "AFP: What is China's comment on the new tariffs that have been announced in Washington today?",
        "Two Announcements of February 29, 2012",
        "London, 3 May 2011. He went.",
        "Germany, 3 May 1994. The country was then at the head of the Council and of the group of the seven.",
        "Statement by the Minister, Geneva, 3 May 2010. The minister said that he would be there and not speak.",
        "North Korea: A country study of the great variety of problems and solutions that is long",
    ],
)
def test_lines_that_are_no_datelines(line: str) -> None:
    assert RULES.datelines.read(line) is None


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("65th", 65), ("sixty-fifth", 65), ("first", 1), ("twentieth", 20), ("twenty", None), ("ninety-ninth", 99), ("day", None)],
)  # fmt: skip
def test_ordinals(words: str, wanted: int | None) -> None:
    assert ordinal(words) == wanted


YEARS = [
    ("Earlier this year he attended the opening of the Winter Olympic Games in Sochi.", {2014}),
    ("Last year the Winter Olympics were held in Vancouver.", {2011}),
    ("We celebrate this year the 70th anniversary of the founding of the DPRK.", {2018}),
    ("On the occasion of the 60th anniversary of the Non-Aligned Movement, founded in 1961, we met.", {2021}),
    ("This year, 2009, is a year of trial.", {2009}),
    ("He told of the Games in Sochi and of the war.", set()),
    ("This year we remember what followed since the Games in Sochi.", set()),
    ("Statement at the general debate of the seventy-first session of the United Nations General Assembly", {2016}),
]


@pytest.mark.parametrize(("text", "wanted"), YEARS)
def test_years_that_texts_show(text: str, wanted: set[int]) -> None:
    assert {in_month(c, None) for c in RULES.years.clues(text, len(text))} - {None} == wanted


def test_a_session_goes_on_into_the_next_year() -> None:
    (clue,) = RULES.years.clues("Statement in the 70th session of the UN General Assembly", 200)
    assert [in_month(clue, m) for m in (10, 3, None)] == [2015, 2016, None]


def test_every_basis_names_what_it_rests_on() -> None:
    text = "Accra, 3 May 2001\n\nGhana regrets the act."
    day = next(days_in(text))
    found = dating(Clues(text, 19, dateline=day))
    assert found.published == "2001-05-03"
    assert found.basis == "dateline [7:17]"


def test_nothing_is_guessed() -> None:
    assert dating(Clues("In 1999 the two ministers met in Lima.")).published is None
    assert dating(Clues("")).published is None


def test_dated_events_are_dates() -> None:
    for happening in LEXICON.all(Happening):
        assert is_partial(happening.date), happening.name
        assert happening.until is None or (is_partial(happening.until) and happening.until >= happening.date), happening.name
        assert all(w == w.lower() and w for w in happening.words), happening.name
    assert all(1800 < s.base < 2020 for s in LEXICON.all(Series))


def test_each_kind_of_furniture_and_genre_is_one_that_is_used() -> None:
    parts = {e.part for e in LEXICON.all(Boilerplate)}
    assert parts == {
        "line", "opening", "menu", "tail", "list", "aside", "biography", "mark", "end", "rule", "date", "captured", "updated",
        "title", "source", "author", "place", "speaker", "occasion", "addressee", "other", "kicker", "bulletin", "medium",
        "newspaper", "tags", "contact", "slug",
    }  # fmt: skip
    assert {g.where for g in LEXICON.all(Genre)} <= {"title", "lead", "body"}
