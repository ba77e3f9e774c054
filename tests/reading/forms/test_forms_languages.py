"""Which language a text is in, without the network."""

from __future__ import annotations

import socket

import pytest

from dragoman.reading.languages import CODED, identify

TEXTS = {
    "en": "The foreign ministers of the two countries met on Tuesday and agreed to exchange ambassadors.",
    "ru": "Министры иностранных дел двух стран встретились во вторник и договорились обменяться послами.",
    "ko": "외무성 대변인은 적대시정책을 규탄하는 담화를 발표하였다.",
    "zh": "外交部发言人在例行记者会上表示，我们坚决反对单边制裁。",
    "ja": "外務省はミサイル発射を強く非難する声明を発表した。",
    "fr": "Les ministres des affaires étrangères des deux pays se sont rencontrés mardi.",
    "de": "Die Außenminister der beiden Länder trafen sich am Dienstag in der Hauptstadt.",
    "es": "Los ministros de relaciones exteriores de los dos países se reunieron el martes.",
    "ar": "التقى وزيرا خارجية البلدين يوم الثلاثاء واتفقا على تبادل السفراء",
}


@pytest.mark.parametrize("language", TEXTS)
def test_languages(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("went to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert identify(TEXTS[language]) == language


@pytest.mark.parametrize(
    "title",
    [
        "Press Statement of Im Chon Il, Vice-minister of Foreign Affairs of DPRK",
        "Kim Jong Un Sends Message of Greeting to Chinese President",
        "DPRK FM Spokesman on U.S. Hostile Policy",
        "Message of the President of the Republic to the Emir of Kuwait",
    ],
)
def test_titles_full_of_names(title: str) -> None:
    assert identify(title) == "en"


@pytest.mark.parametrize(
    "text", ["", " \n", "Pyongyang", "Foreign Relations", "12 / 34 57 90", "|---|---|---|", "x = foo(bar);", "조선", "a\0b"]
)
def test_too_little_to_tell(text: str) -> None:
    assert identify(text) is None


def test_body_outweighs_headings() -> None:
    heading = "Kim Il Sung Kim Jong Il\nPyongyang Wonsan Hamhung Sinuiju\n"
    assert identify(heading + TEXTS["fr"] + " " + TEXTS["fr"]) == "fr"
    assert "en" in CODED
