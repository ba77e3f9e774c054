"""Bodies that a text names in full once and in short afterwards: "the Security Council ... the Council"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from dragoman.coding.names.mentions import Mention
from dragoman.lexicon.entries import Organisation
from dragoman.lexicon.words import alternatives, word_class

_HEADS = word_class("heads-of-bodies")
_SMALL = word_class("heads-in-small-letters")
# How far before it the body may stand that the text names by its letters alone, in characters.
_NEAR = 300
_SMALL_SHORT = re.compile(rf"\b[Tt]he ({'|'.join(sorted(_SMALL))})\b(?![-–'’]| (?:of|for|on|that|which|in|to) )")
# What somebody joins or leaves, by what kind of body it is: "applied to NATO and joined the alliance", "left the bloc".
_JOINED = re.compile(
    rf"\b(?:{alternatives('joining-and-leaving')}) the (alliance|bloc|union|organi[sz]ation|grouping)\b(?! of\b|"
    "[-–'’])"
)
_ALLIANCES = frozenset({"NATO", "CSTO", "WARSAW-PACT"})
# "A Special Chamber of the International Tribunal": a body of a body acts for it.
_PART_OF = re.compile(rf"\b({'|'.join(sorted(_HEADS))}) of (?:the )?$")
_SHORT = re.compile(
    rf"\b[Tt]he ({'|'.join(sorted(_HEADS))})\b(?![-–]| (?:of|for|on(?! \d)|and [A-Z][a-z]+ of) |'s? [A-Z]| [A-Z])"
)
# "The Secretary-General" and "the Secretariat" are those of the body named last that has them.
_CHIEF = re.compile(r"\b[Tt]he (Secretary[- ]General|Secretariat)\b(?! of\b| for\b|'s? (?:office|Office)\b)")
# Besides the United Nations.
_WITH_CHIEFS = frozenset("NATO ASEAN OAS ARAB-LEAGUE OPEC COMMONWEALTH OSCE OIC SCO CIS SAARC CARICOM OECD GCC CSTO".split())
_COMMITTEE = "Security Council Committee"
_THE_COMMITTEE = re.compile(r"\b[Tt]he (Committee)\b(?! (?:of|on|for|against|concerning)\b)")
_KINDS = frozenset({"name", "organisation", "body", "alias"})


def heads_of(organisations: Iterable[Organisation]) -> dict[str, frozenset[str]]:
    """What each organisation may be called by for short, from its names in full: "the Alliance" of NATO, by its code."""
    found = ((o.code, _head(name)) for o in organisations for name in (o.name, *o.names) if " " in name)
    out: dict[str, set[str]] = {}
    for code, head in found:
        if head in _HEADS:
            out.setdefault(code, set()).add(head)
    return {code: frozenset(heads) for code, heads in out.items()}


def organs_of(organisations: Iterable[Organisation]) -> dict[str, frozenset[str]]:
    """The organisations that have an organ of such a name, by the name."""
    found: dict[str, set[str]] = {}
    for organisation in organisations:
        for organ in organisation.organs:
            found.setdefault(organ, set()).add(organisation.code)
    return {organ: frozenset(codes) for organ, codes in found.items()}


def introduce_organs(text: str, mentions: Sequence[Mention], organs: Mapping[str, frozenset[str]]) -> Iterator[Mention]:
    """Every place where an organ stands without its organisation, after this was named: "the Fund ... the Executive Board".

    `mentions` are in text order and do not overlap; no more do those given.
    """
    owners = frozenset().union(*organs.values())
    named = [m for m in mentions if m.code in owners and m.kind in _KINDS]
    starts = [m.start for m in mentions] if named else []
    for organ, codes in organs.items() if named else ():
        if organ not in text:
            continue
        having = [m for m in named if m.code in codes]
        if organ in _HEADS and having and _is_of_others(text, organ, mentions, codes):
            continue
        for match in re.finditer(rf"\b[Tt]he ({re.escape(organ)})\b(?! of )", text):
            start, end = match.span(1)
            at = bisect_right(starts, end) - 1
            before = _last_before(having, start)
            if before is not None and not (at >= 0 and mentions[at].end > start):
                yield replace(before, start=start, end=end, text=organ, kind="alias")
    yield from _committee(text, mentions)


def _committee(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """ "The Committee", after the Security Council's was named in full."""
    first = text.find(_COMMITTEE)
    council = next((m for m in mentions if m.start <= first < m.end), None) if first >= 0 else None
    if council is None or council.code is None:
        return
    for match in _THE_COMMITTEE.finditer(text, first + len(_COMMITTEE)):
        if not any(m.start < match.end(1) and match.start(1) < m.end for m in mentions):
            yield replace(council, start=match.start(1), end=match.end(1), text="Committee", kind="alias")


def _is_of_others(text: str, organ: str, mentions: Sequence[Mention], codes: Set[str]) -> bool:
    """Whether a text names a body of that kind which is not theirs: "the National Council", "the Commission on Boundaries"."""
    own = {m.start for m in mentions if m.code is not None and m.code.split("-")[0] in codes}
    word = re.escape(organ)
    full = rf"(?<![A-Z])\b(?:[A-Z][\w'’-]{{1,30}} ){{1,6}}{word}\b|\b{word} (?:of|for|on) (?=(?:the )?[A-Z])"
    return any(m.start() not in own and m.group() != f"The {organ}" for m in re.finditer(full, text))


def introduce_shorts(text: str, mentions: Sequence[Mention], heads: Mapping[str, frozenset[str]]) -> Iterator[Mention]:
    """Every place where such a word stands alone after a body that it is the head of; the one named last is meant.

    `mentions` are in text order and do not overlap; no more do those given. `heads`: see `heads_of`.
    """
    full: dict[str, list[Mention]] = {}
    abbreviated: dict[str, list[Mention]] = {}  # by the head of a name in full that the text may not give
    for mention in mentions:
        if mention.code is None or mention.kind not in _KINDS:
            continue
        head = _head(mention.text)
        if head in _HEADS:
            full.setdefault(head, []).append(mention)
        part = _PART_OF.search(text, max(0, mention.start - 24), mention.start) if mention.kind == "organisation" else None
        if part is not None:
            full.setdefault(part.group(1), []).append(mention)
        for other in heads.get(mention.code, ()) if mention.kind == "organisation" else ():
            abbreviated.setdefault(other, []).append(mention)
    yield from _chiefs(text, mentions)
    yield from _joined(text, mentions, heads)
    if not full and not abbreviated:
        return
    starts = [m.start for m in mentions]
    small = _SMALL_SHORT.finditer(text) if any(h.lower() in _SMALL for h in (*full, *abbreviated)) else ()
    for match in (*_SHORT.finditer(text), *small):
        start, end = match.span(1)
        at = bisect_right(starts, end) - 1
        if at >= 0 and mentions[at].end > start:
            continue
        word = match.group(1)
        before = _last_before(full.get(word.capitalize(), []), start)
        if before is None and word[0].isupper():
            before = _last_before(abbreviated.get(word, []), start)
        elif before is None:  # "turned to the CSTO ... the organization only voiced concern"
            spelt = (word.capitalize(), word.capitalize().replace("s", "z"), word.capitalize().replace("z", "s"))
            near = [m for w in dict.fromkeys(spelt) for m in abbreviated.get(w, []) if m.end <= start]
            before = max(near, key=lambda m: m.end, default=None)
            if before is not None and ("\n" in text[before.end : start] or start - before.end > _NEAR):
                before = None
            if before is not None:
                full[word.capitalize()] = [before]
        if before is not None and (word[0].isupper() or len({m.code for m in full[word.capitalize()]}) == 1):
            yield replace(before, start=start, end=end, text=word, kind="alias")


def _joined(text: str, mentions: Sequence[Mention], heads: Mapping[str, frozenset[str]]) -> Iterator[Mention]:
    """ "Joined the alliance", "left the bloc": the body of that kind that its paragraph named last, nearby."""
    bodies: list[Mention] | None = None
    for match in _JOINED.finditer(text):
        if bodies is None:
            bodies = [m for m in mentions if m.kind == "organisation" and m.code and not _is_of_un(m.code)]
        start, end = match.span(1)
        word = match[1].replace("s", "z") if match[1].startswith("organ") else match[1]
        near = bodies[
            bisect_left(bodies, start - _NEAR, key=lambda m: m.end) : bisect_right(bodies, start, key=lambda m: m.end)
        ]
        before = next((m for m in reversed(near) if _is_called(m.code or "", word, heads)), None)
        if before is None or "\n" in text[before.end : start]:
            continue
        yield replace(before, start=start, end=end, text=match[1], kind="alias")


def _is_called(code: str, word: str, heads: Mapping[str, frozenset[str]]) -> bool:
    """Whether a body may be called an alliance, a union or an organization; any may be called a bloc."""
    if word in ("bloc", "grouping"):
        return True
    if word == "alliance":
        return code in _ALLIANCES
    return not {word.capitalize(), word.capitalize().replace("z", "s")}.isdisjoint(heads.get(code, ()))


def _last_before(mentions: Sequence[Mention], start: int) -> Mention | None:
    at = bisect_right(mentions, start, key=lambda m: m.end) - 1
    return mentions[at] if at >= 0 else None


def _chiefs(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """ "The Secretary-General" after a body that has one."""
    starts = [m.start for m in mentions]
    bodies = (m for m in mentions if m.kind in ("organisation", "alias", "body"))
    having = [m for m in bodies if _is_of_un(m.code) or m.code in _WITH_CHIEFS]
    for match in _CHIEF.finditer(text):
        start, end = match.span(1)
        at = bisect_right(starts, end) - 1
        if at >= 0 and mentions[at].end > start:
            continue
        before = bisect_right(having, end, key=lambda m: m.start) - 1
        if before < 0:
            continue
        body = having[before]
        organ = "UN-SECRETARIAT" if match.group(1) == "Secretariat" else "UN-SG"
        code = organ if _is_of_un(body.code) else body.code
        yield replace(body, start=start, end=end, text=match.group(1), kind="alias", code=code)


def _is_of_un(code: str | None) -> bool:
    return code is not None and (code == "UN" or code.startswith("UN-"))


def _head(name: str) -> str:
    """The word that a body is called by: "International Tribunal for the Law of the Sea" is a tribunal."""
    return re.split(r" (?:of|for|on|in) ", name, maxsplit=1)[0].rpartition(" ")[2]
