"""The two ends of a letter: to whom it is addressed, and who signs it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.lexicon.words import alternatives
from dragoman.reading.agents import Agent, Agents
from dragoman.reading.lines import plain
from dragoman.reading.telling import Telling

# How a letter or a speech addresses whom it is to.
SALUTATION = re.compile(
    rf"(?:your (?:{alternatives('honours')})|{alternatives('salutations')})\b[^.!?]{{0,120}}[,:!]?$", re.IGNORECASE
)
TO = re.compile(
    r"\b(?:to|addressed to|and to)\s+(?:the\s+|his\s+|an?\s+)?(?:(?:H\.?\s?E|Mr|Mrs|Ms|Dr|"
    r"Comrade)\b\.?\s*)*$",
    re.IGNORECASE,
)
_CLOSING = re.compile(rf"(?:{alternatives('closings-of-letters')})[\s,.:]*", re.IGNORECASE)
_ADDRESSED = re.compile(r"(?:H\.\s?E\.?|His|Her) (?:Excellency )?(?:Mr|Mrs|Ms|Dr|Sheikh|Madam)?\b", re.IGNORECASE)
_ADDRESSED_SO = re.compile(rf"(?:{_ADDRESSED.pattern}|(?:Mr|Mrs|Ms|Mme|Madam|Dr|Sir)\.? [A-Z])", re.IGNORECASE)
_SIGNED = re.compile(r"\W{0,2}(?:signed|/s/)\W{0,3}\s*(?:by\s+)?", re.IGNORECASE)


# "The Embassy presents its compliments to the Ministry of ... and has the honour".
_COMPLIMENTS = re.compile(
    r"\bpresents? (?:its|his|her|their) compliments to (?:the )?([^;:\n]{3,160}?)"
    r"(?=,? (?:and|with reference|in reference|referring|has|have)\b(?! (?:the )?[A-Z])|[.;:\n])"
)


def _complimented(text: str) -> str | None:
    """To whom a note verbale is, in its own words."""
    match = _COMPLIMENTS.search(text)
    return match.group(1).strip(" ,") if match is not None else None


class Letters:
    """Reads addresses and signatures with one lexicon."""

    def __init__(self, agents: Agents) -> None:
        self._agents = agents

    def addressee(self, telling: Telling) -> str | None:
        """Whom a letter, message or answer is addressed to, in the words of the text."""
        if telling.kind not in ("letter", "message", "speech", "statement"):
            return None
        if telling.kind in ("letter", "message"):
            for text in (plain(telling.title), telling.lead):
                found = _complimented(text) or self._after_to(text)
                if found:
                    return found
        for i, paragraph in enumerate(telling.paragraphs[:12]):
            if telling.kind != "letter" or not SALUTATION.match(paragraph):
                continue
            block = [p for p in telling.paragraphs[:i] if len(p) < 90]
            joined = ", ".join(block)
            named = [a for a in self._agents.find(joined) if a.name or a.office]
            if named:
                return joined[named[-1].start : named[-1].end]
            words = re.sub(r"^dear\s+", "", paragraph, flags=re.IGNORECASE).strip(" ,:!")
            return (
                words
                if len(words) < 60 and not re.match(r"(?:ladies|sirs?$|friends|excellenc)", words, re.IGNORECASE)
                else None
            )
        return None

    def _after_to(self, text: str) -> str | None:
        for agent in self._agents.find(text):
            before = TO.search(text[max(0, agent.start - 40) : agent.start])
            if before and (agent.start < 260):
                return text[agent.start : agent.end].partition("\n")[0].strip(" ,")
        match = re.search(
            r"\b(?:message|letter|greetings?|congratulations|telegram|note|condolences) to (?:the )?", text, re.IGNORECASE
        )
        if match:
            name = self._agents.person(text[match.end() :])
            codes = self._agents.codes(text[match.end() : match.end() + 60])
            return name or (
                re.split(r"\s(?:on|by|from|about|for|in)\s|[,.:;\n]", text[match.end() :], maxsplit=1)[0] if codes else None
            )
        return None

    def signer(self, paragraphs: Sequence[str]) -> Agent | None:
        """Who signs: short lines at the end, behind a closing phrase or with an office among them."""
        block: list[str] = []
        closing = False
        for paragraph in reversed(paragraphs[-8:]):
            words = plain(paragraph).strip()
            if len(words) > 100 or (
                words.endswith((".", "?", "!"))
                and not _CLOSING.fullmatch(words)
                and not re.search(r"\b[A-Z]\.$|\b[a-z]\.[a-z]\.$", words)
            ):
                break
            if _CLOSING.fullmatch(words):
                closing = True
                break
            signed = _SIGNED.match(words)
            closing = closing or signed is not None
            block.insert(0, words[signed.end() :] if signed else words)
        to = next((i for i, b in enumerate(block) if i and (_ADDRESSED if i < 2 else _ADDRESSED_SO).match(b)), len(block))
        block = block[:to]  # to whom it is may stand below who signs
        joined = ", ".join(b.strip(" ,") for b in block if b.strip(" ,"))
        if not joined or (not closing and len(block) == len(paragraphs)):
            return None
        agents = self._agents.find(joined)
        # Of several who sign on lines of their own, the first signs for all.
        single = [a for b in block for a in self._agents.find(b) if a.name] if len(block) > 1 else []
        named = single[0] if len(single) > 1 else next((a for a in agents if a.name), None)
        if named:
            return named
        names = [n for b in block if (n := self._agents.person(b)) and len(n.split()) > 1 and len(b) <= len(n) + 12]
        if names and (closing or agents):
            office = agents[0] if agents else None
            return Agent(
                0,
                0,
                names[0],
                office.office if office else None,
                office.office_id if office else None,
                office.code if office else None,
            )
        return agents[0] if agents and closing else None
