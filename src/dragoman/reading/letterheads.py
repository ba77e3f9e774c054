"""Names over official papers: of ministries, missions and the sites of both, of states in their own tongue, of houses."""

from __future__ import annotations

import re

OFFICIAL_SITE = re.compile(
    r"(?:the )?official (?:web ?site|web ?page|site|portal|internet resource) of (?:the )?", re.IGNORECASE
)
BODY = (
    r"(?:permanent (?:mission|representation|delegation)|embassy|consulate(?: general)?|high commission|ministry|"
    r"department|representative office|"
    r"office|bureau|secretariat|government|presidency|cabinet|council|press (?:office|service|department)|information "
    r"(?:office|service))\b.{0,110}"
)
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
    r"(?:the )?(?:[A-Z][\w'’-]+ ){0,4}(?:Institute|Institution|Centre|Center|Foundation|Society|Observatory|Think Tank|"
    r"Research Group|(?:Research|National|Public|University|Parliamentary|Digital) (?:Library|Archives?)|"
    r"Studies Program(?:me)?|Council on Foreign Relations|Chair)(?: (?:for|of|on|in) [A-Z][\w'’&, -]{2,60})?"
    r"|(?:The )?(?:[A-Z][\w'’-]+ ){0,3}(?:Review|Journal|Quarterly|Bulletin|Annals|Yearbook) (?:of|on|for) [A-Z][\w'’& -]{2,50}"
)
# Names of states and of their ministries in their own tongues, over what they publish in English.
NATIVE = re.compile(
    r"(?:Estado|Estados|Rep[úu]blica|R[ée]publique|Royaume|Reino|Republik|Repubblica|Republika|Rzeczpospolita|Gobierno|"
    r"Gouvernement|Governo|Presid[eê]ncia|Présidence|Ministerio|Minist[èe]re|Minist[ée]rio|Ministero|Ministerium|Ministarstvo|"
    r"Ministerstvo|Ministerul|Canciller[íi]a|Kementerian|Bundesministerium|Auswärtiges) (?:[A-ZÀ-Þ][\w'’-]+|d[eaou]s?|del|"
    r"della|para|las?|los|el|les?|al?|et?|y|du|des|i|ad interim|für|der|und|pour|pro)(?: [\w'’-]+){0,10}",
)
# Organs of the United Nations over their papers.
ORGANS = frozenset(
    {"security council", "general assembly", "human rights council", "economic and social council", "united nations"}
)
BARE_MISSION = re.compile(r"\bministry (?:of|for) ", re.IGNORECASE)
# What an office gives, and is no office: "Department Press Briefing".
PAPER = re.compile(r"\b(?:briefing|press conference|press release|transcript)\b", re.IGNORECASE)
# Works that describe a state and do not speak for it, though its name stands in theirs.
REFERENCE = re.compile(r"encyclop|wikipedia|\b(?:dictionary|atlas|almanac|yearbook|handbook)\b", re.IGNORECASE)
