"""What names of persons look like, and the large words beside them that belong to none."""

from __future__ import annotations

import re

_HONORIFIC = (
    r"(?:(?:H\.?\s?E\.?|His Excellency|Her Excellency|Hon(?:ourable|orable)?|Rt\.? Hon|Mr|Mrs|Ms|Mme|Madame?|Dr|Prof|Sir|"
    r"Dame|Lord|"
    r"Shri|Smt|Shrimati|Lyonpo|Dasho|Datuk|Dato['’]?|Alhaji|Haji|Maulana|Cde|Monsieur|Se[nñ]ora?|Herr|Khun|"
    r"Sheikh|Comrade|Marshal|General|Gen|Lt|Col|Ambassador|Excellency|The Honou?rable|Amb|Sen|Senator|Father|Eng)\b\.?,?\s+)*"
)
_PARTICLE = r"(?:al|el|bin|bint|ibn|van|von|der|den|de|da|do|dos|del|della|di|du|la|le|ul|ur|of|y|e)"
_TOKEN = r"[A-ZÀ-ÞŁŚŻŽŠČĐ](?:[\w'’]*[\w](?:-[\w'’]+)*|\.)"
_NAME = rf"{_TOKEN}(?:[^\S\n]+(?:{_PARTICLE}[^\S\n]+){{0,2}}{_TOKEN}| ?- ?{_TOKEN}){{0,5}}"
AFTER = re.compile(rf",?[^\S\n]+{_HONORIFIC}({_NAME})")
BEFORE = re.compile(
    rf"({_NAME})\s*,[^\S\n]+(?:(?:[Tt]he|[Tt]hen|[Cc]urrent|[Nn]ewly|[Aa]ppointed|[Oo]utgoing|[Ff]ormer|[Ww]ho "
    rf"is|an?)[^\S\n]+)*$"
)
NAMED = re.compile(rf"{_HONORIFIC}({_NAME})")
# Words of headlines and letterheads that stand large beside names and belong to none.
NO_NAME = frozenset(
    """
    a an the in on at of for from to with by and or but as after before his her its their our this that these those who
    which press statement statements letter letters message messages speech address remarks interview answer answers
    question questions commentary article issues issue issued sends send sent makes make gives give delivers deliver
    says say said tells meets meet met receives receive received visits visit visited holds hold held talks talk calls
    call condemns condemn slams urges urge warns warn rejects reject welcomes welcome denies deny announces announce
    vows vow conference briefing session general assembly council security foreign ministry minister ministers president
    prime secretary spokesman spokeswoman spokesperson department deputy vice chairman chairperson chairwoman
    representative permanent ambassador embassy mission affairs government republic state states united nations people
    party central committee regular daily weekly opening closing january february march april may june july august
    september october november december monday tuesday wednesday thursday friday saturday sunday today yesterday
    recently mr mrs ms dr dear excellency excellencies sir madam yours sincerely respected regarding concerning about
    during following joint communique declaration treaty agreement north south east west new we i he she it they you
    while when if no not all some both many most here there what how why where is are was were has have had asked asks
    called urged warned told condemned slammed opens opened hails reaffirms will would shall should can could might must
    does did do
    """.split()
)  # fmt: skip
TITLES = frozenset(
    """
    h.e mr mrs ms mme madame madam dr prof sir dame lord sheikh comrade marshal general gen lt col colonel major captain
    admiral sen senator father eng honourable honorable king queen prince princess emir sultan ayatollah excellency
    sayyid shri smt shrimati lyonpo dasho datuk dato alhaji haji maulana cde monsieur senor senora herr khun
    """.split()
)
