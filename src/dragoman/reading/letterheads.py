"""Names over official papers: of ministries, missions and the sites of both, of states in their own tongue, of houses."""

from __future__ import annotations

import re

from dragoman.lexicon.words import alternatives, word_class

OFFICIAL_SITE = re.compile(
    r"(?:the )?official (?:web ?site|web ?page|site|portal|internet resource) of (?:the )?", re.IGNORECASE
)
BODY = rf"(?:{alternatives('bodies-on-letterheads')})\b.{{0,110}}"
MISSION = re.compile(r"(?:the )?" + BODY, re.IGNORECASE)
# "People's Power Ministry for …", "Peru's Embassy in …", "Republic of Chad Ministry of …".
OWN_MISSION = re.compile(
    r"(?:the )?(?:(?:[^\W\d_][\w'’-]+ ){0,3}(?:republic|kingdom|state|sultanate|emirate|principality|federation) of (?:the )?"
    r"(?:[^\W\d_][\w'’-]+ ){1,3}(?=ministry (?:of|for) |embassy |permanent mission |department of ))?"
    r"(?:(?:Federal|Royal|National|State|Union) (?=ministry |department ))?"
    r"(?:(?:(?!(?:by|of|from|to|the) )[^\W\d_][\w'-]+ ){1,3}(?=ministry (?:of|for) ))?(?:[^\W\d_][\w-]+['’]s )?" + BODY,
    re.IGNORECASE,
)
SMALL = re.compile(r"(?<= )(?:Of|On|For|In|And)(?= )")
# Houses that write about states and speak for none.
INSTITUTE = re.compile(
    rf"(?:the )?(?:[A-Z][\w'’-]+ ){{0,4}}(?:{alternatives('institutes')})(?: (?:for|of|on|"
    rf"in) [A-Z][\w'’&, -]{{2,60}})?|(?:The )?(?:[A-Z][\w'’-]+ ){{0,3}}(?:Review|Journal|Quarterly|Bulletin|Annals|"
    rf"Yearbook) (?:of|on|for) [A-Z][\w'’& -]{{2,50}}"
)
# Names of states and of their ministries in their own tongues, over what they publish in English.
NATIVE = re.compile(
    rf"(?:{alternatives('states-in-their-own-tongue')}) (?:{alternatives('names-in-their-own-tongue')})(?: [\w'’-]+"
    f"){{0,10}}",
)
# Organs of the United Nations over their papers.
ORGANS = word_class("organs-on-letterheads")
BARE_MISSION = re.compile(r"\bministry (?:of|for) ", re.IGNORECASE)
# What an office gives, and is no office: "Department Press Briefing".
PAPER = re.compile(r"\b(?:briefing|press conference|press release|transcript)\b", re.IGNORECASE)
# Works that describe a state and do not speak for it, though its name stands in theirs.
REFERENCE = re.compile(r"encyclop|wikipedia|\b(?:dictionary|atlas|almanac|yearbook|handbook)\b", re.IGNORECASE)
