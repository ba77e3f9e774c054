"""What stands over and under a page's text: its title over a menu, the masthead of a bulletin, related stories."""

from __future__ import annotations

from dragoman.lexicon import load
from dragoman.reading import read
from dragoman.records import Document
from dragoman.settings import Settings

PARAGRAPH = (
    "Its foreign relations are shaped by the river that it shares with three neighbours, by the port that it lacks and by the "
    "loans that it has taken from banks abroad since independence."
)


def documents(text: str) -> list[Document]:
    return [
        r.document for r in read("a.txt", text.encode(), source_path="a.txt", lexicon=load(), settings=Settings()).documents
    ]


def test_the_title_over_a_row_that_the_text_stands_right_under() -> None:
    found = documents(f"Zambia: External Relations\nCountry Handbooks | Chapter 7 | Previous | Next\n\n{PARAGRAPH}\n")
    assert [(d.kind, d.title) for d in found] == [("overview", "Zambia: External Relations")]


def test_a_site_over_its_menu_is_no_title() -> None:
    found = documents(f"The Handbook Library\nHome | About | Search | Contact\n\nZambia and Its Rivers\n\n{PARAGRAPH}\n")
    assert [d.title for d in found] == ["Zambia and Its Rivers"]


def test_a_headline_in_capitals_under_the_masthead_of_a_bulletin() -> None:
    text = (
        "PANO - Pacific News Office\nBulletin of 7 May 2022\n\nPREMIER FLIES TO SUVA\n"
        "Nadi, May 7 (PANO) - The premier flew to Suva today.\n\nREEF TALKS OPEN\n"
        "Apia, May 7 (PANO) - Talks on reefs opened today.\n"
    )
    assert [(d.title, d.published) for d in documents(text)] == [
        ("PREMIER FLIES TO SUVA", "2022-05-07"),
        ("REEF TALKS OPEN", "2022-05-07"),
    ]


def test_titles_right_under_a_related_story_are_related_too() -> None:
    text = (
        "Press release: Zambia on the crisis at the lake\n\nLusaka, 3 March 2021\n\n"
        f"The Ministry of Foreign Affairs is following events with care. {PARAGRAPH}\n\n"
        "Related: Zambia and Malawi mark a day of friendship\nMinister Tembo meets his colleague from Malawi in Lilongwe\n"
    )
    first, *rest = documents(text)
    assert [(d.kind, d.title) for d in rest] == [
        ("teaser", "Zambia and Malawi mark a day of friendship"),
        ("teaser", "Minister Tembo meets his colleague from Malawi in Lilongwe"),
    ]
    assert first.speaker_name is None


def test_the_title_over_the_tabs_of_an_article() -> None:
    menu = "Main menu\nSearch\nCreate account\nLog in\n\n"
    menu += "Foreign relations of Zambia\n\n9 languages\nArticle\nTalk\nRead\nEdit\nTools\n"
    found = documents(f"{menu}From Wikipedia, the free encyclopedia\n\n{PARAGRAPH}[1] It has four envoys.[2]\n")
    assert [(d.kind, d.title) for d in found] == [("reference", "Foreign relations of Zambia")]
    assert "Tools" not in found[0].text


def test_what_stands_beside_a_life_is_no_text() -> None:
    text = (
        "Kazembe Museum\nHome | Visit | Collections | Contact\nYou are here: Home > People > Mary Phiri\n\nMary Phiri\n"
        f"Zambian diplomat (1931–2002)\n\nMary Phiri was born in Kabwe on 3 May 1931. {PARAGRAPH}\n\n"
        "Print this page | Share\nRelated people\nJohn Banda\nRuth Tembo\nMonday to Friday, 9.00-16.30.\n"
    )
    found = documents(text)
    assert [(d.kind, d.title) for d in found] == [("reference", "Mary Phiri")]
    assert not any(words in found[0].text for words in ("You are here", "Print this", "John Banda", "16.30"))


def test_an_entry_of_an_almanac() -> None:
    found = documents(f"ZAMBIA\nFrom the Almanac of States, 1971 edition\n\nCapital: Lusaka. {PARAGRAPH}\n")
    assert [(d.kind, d.title) for d in found] == [("reference", "ZAMBIA")]
    plain = documents(f"ZAMBIA\nOf rivers and bridges\n\nA capital idea. {PARAGRAPH}\n")
    assert [d.kind for d in plain] == ["article"]
