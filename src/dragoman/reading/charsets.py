"""Which code page bytes are in: every candidate is tried, and what it gives is compared with what languages look like.

A language is known by the characters above ASCII that its texts use most, and by the share of all such characters that
these make up in ordinary prose. Bytes read in a wrong code page give characters that belong to no language together, or
to it but seldom (KOI8 read as Windows-1251 is all rare capitals; EUC-KR read as GB18030 is all rare Han characters).
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """`common` makes up `share` of a language's characters above ASCII; `mixed`: they stand among ASCII letters."""

    common: frozenset[str]
    share: float
    mixed: bool = False


def _latin(letters: str) -> Profile:
    return Profile(frozenset(letters + letters.upper()), 0.97, mixed=True)


PROFILES: dict[str, Profile] = {
    "de": _latin("äöüß"),
    "fr": _latin("éèêëàâçùûüîïôœæ"),
    "es": _latin("áéíóúüñ¡¿"),
    "pt": _latin("áâãàçéêíóôõúü"),
    "it": _latin("àèéìíòóùú"),
    "nordic": _latin("åäöæøéüðþáíóúý"),
    "pl": _latin("ąćęłńóśźż"),
    "cs": _latin("áčďéěíňóřšťúůýžľĺôŕä"),
    "hu": _latin("áéíóöőúüű"),
    "ro": _latin("ăâîşţșț"),
    "hr": _latin("čćđšž"),
    "tr": _latin("çğıöşüİâî"),
    "baltic": _latin("āčēģīķļņšūžąęėįųõäöü"),
    "vi": _latin("ăâđêôơưàảãáạằắấầẩậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ\u0300\u0301\u0303\u0309\u0323₫"),
    "ru": Profile(frozenset("оеаинтсрвлкмдп"), 0.78),
    "uk": Profile(frozenset("оаинвтерісклдуї"), 0.78),
    "bg": Profile(frozenset("аиоетнрсвлкдпъ"), 0.80),
    "el": Profile(frozenset("αοιετσνηυρπκςόίάέή"), 0.85),
    "he": Profile(frozenset("ויהלארמתבשנד"), 0.80),
    "ar": Profile(frozenset("الينمروتبةعدسفه"), 0.82),
    "fa": Profile(frozenset("ایرنهدمتوسبشکگپچ"), 0.82),
    "ko": Profile(
        frozenset(
            "이다는을의에가고은한지하를로도사기인대나자정일시그해리어라아서있국조선미부주전원북남공동민보장상위적제과성들만으선핵군여연"
            "수회비관계외무통평화각발구안개당중방"
        ),
        0.60,
    ),
    "zh": Profile(
        frozenset(
            "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所"
            "民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日"
            "那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想"
            "已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指"
            "朝美鲜外交部核联韩俄表示总统领"
        ),
        0.62,
    ),
    "zh-hant": Profile(
        frozenset(
            "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所"
            "民得經十三之進著等部度家電力里如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日"
            "那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想"
            "已通並提直題黨程展五果料象員革位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計別她手角期根論運農指"
            "朝美鮮交核聯韓俄示領"
        ),
        0.60,
    ),
    "th": Profile(frozenset("านรกอเงมยลวดสตทคะพบปหผแไใ่้ัิีุูำ์ธศ"), 0.90),
    "ja": Profile(frozenset("のにはをたがでてとしれさいるなもことかりすらっあくまきよおんけせうそつ"), 0.42),
}

# Seldom met: taken only where they do clearly better.
RARE = frozenset({"iso8859_5", "iso8859_6", "cp866", "mac_roman", "mac_cyrillic", "utf_16_le", "utf_16_be", "cp1258", "cp874"})

# Where two candidates do equally well, the earlier is taken. (codec, its usual name, languages written in it)
CANDIDATES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("cp1252", "windows-1252", ("de", "fr", "es", "pt", "it", "nordic")),
    ("cp1251", "windows-1251", ("ru", "uk", "bg")),
    ("cp1250", "windows-1250", ("pl", "cs", "hu", "ro", "hr", "de")),
    ("koi8_u", "koi8-u", ("uk", "ru")),
    ("cp949", "euc-kr", ("ko",)),
    ("gb18030", "gb18030", ("zh",)),
    ("cp932", "shift-jis", ("ja",)),
    ("euc_jp", "euc-jp", ("ja",)),
    ("cp950", "big5", ("zh-hant",)),
    ("cp1253", "windows-1253", ("el",)),
    ("cp1254", "windows-1254", ("tr",)),
    ("cp1255", "windows-1255", ("he",)),
    ("cp1256", "windows-1256", ("ar", "fa")),
    ("cp1257", "windows-1257", ("baltic",)),
    ("cp1258", "windows-1258", ("vi",)),
    ("cp874", "windows-874", ("th",)),
    ("iso8859_2", "iso-8859-2", ("pl", "cs", "hu", "ro", "hr")),
    ("iso8859_5", "iso-8859-5", ("ru", "uk", "bg")),
    ("iso8859_6", "iso-8859-6", ("ar",)),
    ("iso8859_15", "iso-8859-15", ("fr", "de")),
    ("cp866", "ibm866", ("ru", "bg")),
    ("mac_roman", "macintosh", ("fr", "de", "es", "it")),
    ("mac_cyrillic", "x-mac-cyrillic", ("ru",)),
    ("utf_16_le", "utf-16-le", ("ko", "zh", "ja", "ru")),
    ("utf_16_be", "utf-16-be", ("ko", "zh", "ja", "ru")),
)

# Marks that any language may use: they speak for no code page.
_MARKS = frozenset(
    "“”‘’„‚«»‹›–—…•·§©®™°±€£¥№\xa0\xad′″、。，．：；？！（）「」『』《》〈〉・〜～　\u200e\u200f،؛؟ª\xba¶†‡×÷½¼¾²³¹"
)
# Marks that stand between words, found inside one.
_INSIDE = re.compile(r"(?<=[^\W\d_])[€£¥©®™°±§¶†‡№«»“”‚„•¼½¾²³¹ªº×÷](?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_INITIAL = re.compile(r"\b[^\W\d_](?=[^\W\d_])")
SAMPLE = 24_000


@dataclass(frozen=True, slots=True)
class Guess:
    codec: str
    name: str
    score: float


def best_guess(data: bytes) -> Guess:
    """The candidate whose text looks most like a language, with a score from 0 to 1 (1: as good as ordinary prose)."""
    sample = sample_of(data)
    best = Guess("cp1252", "windows-1252", 0.0)
    for codec, name, languages in CANDIDATES:
        text = sample.decode(codec, "replace")
        score = max(score_as(text, PROFILES[language]) for language in languages) * (0.85 if codec in RARE else 1.0)
        if score > best.score + 0.02:
            best = Guess(codec, name, score)
    if best.codec == "koi8_u" and not set(sample.decode("koi8_u")) & set("ґєіїҐЄІЇ"):
        return Guess("koi8_r", "koi8-r", best.score)
    return best


def sample_of(data: bytes, size: int = SAMPLE) -> bytes:
    """A stretch that begins in ASCII shortly before the first byte above it, so that pairs of bytes are cut right."""
    first = re.search(rb"[\x80-\xff]", data)
    if first is None:
        return data[:size]
    start = max(first.start() - 1000, 0)
    start -= start % 2
    return data[start : start + size]


def score_as(text: str, profile: Profile) -> float:
    """How much `text` looks like the language of `profile`: 0 to 1."""
    capitals = not profile.mixed and text.upper() == text
    text = text.lower() if capitals else _INITIAL.sub(lambda match: match.group().lower(), text)
    high = [c for c in text if c > "\x7f" and c not in _MARKS]
    if not high:
        return 1.0 if profile.mixed and any(c > "\x7f" for c in text) else 0.0
    share = sum(c in profile.common for c in high) / len(high)
    # Lower case alone read wrongly is often all capitals.
    return min(1.0, share / profile.share) * _coherence(text, profile) * (0.95 if capitals else 1.0)


def _coherence(text: str, profile: Profile) -> float:
    """The share of words with characters above ASCII that are made as words of such a language are."""
    good, total = 0, len(_INSIDE.findall(text))
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isascii():
            continue
        total += 1
        above = sum(c > "\x7f" for c in word)
        if profile.mixed:
            sound = above * 2 <= len(word) + 1
        else:
            sound = above == len(word)
        good += sound and (word.lower() in (word, word.upper()) or word.isupper() or word[1:].islower())
    return good / total if total else 1.0
