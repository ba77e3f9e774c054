"""Bytes in every code page that the world's foreign ministries have used, and bytes in none."""

from __future__ import annotations

import codecs
import json
import os
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import SkipDocument
from dragoman.reading.clean import TABLE, clean, clean_traced
from dragoman.reading.encodings import decode
from dragoman.reading.forms import open_form
from dragoman.settings import Settings
from dragoman.text import Traced

TEXTS = {
    "ru": "Министерство иностранных дел выступило с заявлением. Стороны обсудили двусторонние отношения.",
    "ru-short": "Заявление МИД России",
    "ru-capitals": "ЗАЯВЛЕНИЕ МИНИСТЕРСТВА ИНОСТРАННЫХ ДЕЛ",
    "uk": "Міністерство закордонних справ заявило, що її позиція залишається незмінною щодо санкцій.",
    "bg": "Министерството на външните работи изрази съжаление във връзка с изявлението.",
    "ko": "외무성 대변인은 적대시정책을 규탄하는 담화를 발표하였다. 우리 공화국은 자주권을 수호할것이다.",
    "ko-short": "외무성 대변인 담화",
    "zh": "外交部发言人在例行记者会上表示,我们坚决反对单边制裁,呼吁有关各方保持冷静克制。",
    "zh-hant": "外交部發言人表示,兩國關係對於區域和平具有重要意義,我們反對任何單方面的制裁。",
    "ja": "外務省はミサイル発射を強く非難する声明を発表した。",
    "pl": "Ministerstwo Spraw Zagranicznych oświadczyło, że stosunki między państwami są dobre.",
    "cs": "Ministerstvo zahraničních věcí vydalo prohlášení. Vláda odsoudila útok na velvyslanectví.",
    "hu": "A külügyminisztérium közleményt adott ki: a két ország kapcsolatai erősödnek, bővülnek.",
    "de": "Das Auswärtige Amt erklärte, die Beziehungen zwischen beiden Ländern müssten größer werden.",
    "fr": "Le ministère a publié un communiqué. L’État condamne fermement “l’agression” étrangère.",
    "es": "El Ministerio de Relaciones Exteriores condenó la agresión. España reiteró su posición.",
    "en": "The Minister said: “We don’t accept it” – and left. Côte d’Ivoire agreed.",
    "en-quotes": "The Minister said: “We don’t accept it” – and left.",
    "el": "Το Υπουργείο Εξωτερικών εξέδωσε ανακοίνωση για τις σχέσεις των δύο χωρών.",
    "tr": "Dışişleri Bakanlığı açıklama yaptı: İki ülke arasındaki ilişkiler güçleniyor.",
    "he": "משרד החוץ הודיע כי היחסים בין שתי המדינות השתפרו",
    "ar": "أصدرت وزارة الخارجية بيانا أكدت فيه على عمق العلاقات بين البلدين",
    "lt": "Užsienio reikalų ministerija paskelbė pareiškimą dėl dvišalių santykių plėtros ateityje.",
    "th": "กระทรวงการต่างประเทศออกแถลงการณ์เกี่ยวกับความสัมพันธ์ระหว่างสองประเทศ",
}
CODECS = {
    "ru": "cp1251 koi8_r iso8859_5 cp866 mac_cyrillic",
    "ru-short": "cp1251 koi8_r",
    "ru-capitals": "cp1251 koi8_r",
    "uk": "cp1251 koi8_u",
    "bg": "cp1251",
    "ko": "euc_kr cp949 iso2022_kr",
    "ko-short": "euc_kr",
    "zh": "gb2312 gbk gb18030",
    "zh-hant": "big5",
    "ja": "shift_jis euc_jp iso2022_jp",
    "pl": "cp1250 iso8859_2",
    "cs": "cp1250",
    "hu": "cp1250",
    "de": "cp1252 iso8859_1",
    "fr": "cp1252 mac_roman",
    "es": "cp1252",
    "en": "cp1252",
    "en-quotes": "cp1252",
    "el": "cp1253",
    "tr": "cp1254",
    "he": "cp1255",
    "ar": "cp1256",
    "lt": "cp1257",
    "th": "cp874",
}
CASES = [(t, c) for t, cs in CODECS.items() for c in cs.split()]
WIDE = ["utf_8", "utf_8_sig", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be"]


@pytest.mark.parametrize(("text", "codec"), CASES)
def test_code_pages(text: str, codec: str) -> None:
    found = decode(TEXTS[text].encode(codec))
    assert (found.text, found.bad) == (TEXTS[text], 0)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("codec", WIDE)
def test_unicode_with_and_without_marks(text: str, codec: str) -> None:
    found = decode(TEXTS[text].encode(codec))
    assert (found.text, found.bad) == (TEXTS[text], 0)


def test_names_are_the_usual_ones() -> None:
    assert decode(TEXTS["ru"].encode("koi8_r")).encoding == "koi8-r"
    assert decode(TEXTS["uk"].encode("koi8_u")).encoding == "koi8-u"
    assert decode(TEXTS["ko"].encode("euc_kr")).encoding == "euc-kr"
    assert decode(codecs.BOM_UTF16_BE + "abc".encode("utf_16_be")).encoding == "utf-16-be"


@pytest.mark.parametrize("size", [64, 500, 5_000, 500_000])
def test_random_bytes_are_not_text(size: int) -> None:
    import random

    for seed in range(5):
        with pytest.raises(SkipDocument, match="not text") as caught:
            decode(random.Random(seed).randbytes(size))
        assert caught.value.code == "not-text"


def test_mixed_encoding_is_read_with_a_warning() -> None:
    data = (TEXTS["ru"].encode() + b"\n") * 3 + TEXTS["ru-short"].encode("cp1251") + b"\n" + TEXTS["ru"].encode()
    form = open_form("mixed.txt", data, Settings())
    assert [i.code for i in form.issues] == ["mixed-encoding"]
    assert form.issues[0].severity == "warning"
    assert "mixed.txt" in form.issues[0].message
    text = form.parts[0].text.text
    assert text.count(TEXTS["ru"]) == 4
    assert "\ufffd" in text


@pytest.mark.parametrize("data", ["Café in Paris. ".encode() * 4 + b"\x93so called\x94", "Президент".encode()[:-1]])
def test_some_bad_bytes_in_utf8(data: bytes) -> None:
    found = decode(data)
    assert found.encoding == "utf-8"
    assert found.bad == found.text.count("\ufffd") > 0


def test_damage_that_a_file_brings_along_is_not_ours() -> None:
    assert decode("already \ufffd damaged".encode()).bad == 0


def test_zeros_controls_and_line_ends() -> None:
    text = decode(
        "The\0 mini\x01ster\r\nmet\rhim\u2028on\x0cFriday\u00a0in\u200b P\u00adaris\ufeff cafe\u0301 \ufb01nal\0\0\0".encode()
    ).text
    assert text == "The minister\nmet\nhim\non\nFriday in Paris caf\u00e9 final"


def test_windows_quotes_taken_for_controls() -> None:
    assert decode("he said \u0093no\u0094 \u0097 twice".encode()).text == "he said “no” — twice"


def test_what_a_page_declares_helps_where_bytes_do_not() -> None:
    page = "<html><head><meta charset=windows-1251></head><body><p>Да</p></body></html>"
    assert open_form("a.html", page.encode("cp1251"), Settings()).parts[0].text.text == "Да"
    lie = "<html><head><meta charset=windows-1251></head><body><p>Да, здравствуйте</p></body></html>"
    assert open_form("a.html", lie.encode(), Settings()).parts[0].text.text == "Да, здравствуйте"
    unknown = "<html><head><meta charset=x-nonsense></head><body><p>Plain words here</p></body></html>"
    assert open_form("a.html", unknown.encode(), Settings()).parts[0].text.text == "Plain words here"


def test_surrogates_in_json() -> None:
    row = '{"text": "one \\ud800 two \\ud83d\\ude00 three \\udfff", "title": "\\udc00 four"}'
    part = open_form("a.jsonl", row.encode(), Settings()).parts[0]
    assert part.text.text == "\ufffd four\n\none \ufffd two 😀 three \ufffd"
    json.dumps(part.text.text).encode("utf-8")
    raw = b'{"text": "raw \xed\xa0\x80 bytes"}'
    assert open_form("a.jsonl", raw, Settings()).parts[0].text.text.startswith("raw \ufffd")


@given(st.text(max_size=80))
def test_cleaning_is_the_same_with_places_and_happens_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    traced = clean_traced(Traced(text, array("l", range(len(text)))))
    assert traced.text == once
    assert len(traced.origins) == len(once)
    assert list(traced.origins) == sorted(traced.origins)
    once.encode("utf-8")


def test_one_look_finds_all_that_the_table_would_change() -> None:
    for char in map(chr, range(0x10000)):
        by_table = char
        for pattern, rewrite in TABLE:
            by_table = pattern.sub(rewrite, by_table)
        assert clean(char) == by_table or char in "\u0340\u0341\u0343\u0344"


def test_big_files_decode_in_a_moment() -> None:
    data = (TEXTS["ru"] + "\n").encode("koi8_r") * 20_000
    assert decode(data).encoding == "koi8-r"
    assert decode(os.urandom(16).hex().encode() * 100_000).encoding == "utf-8"
