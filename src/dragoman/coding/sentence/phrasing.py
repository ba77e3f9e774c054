"""Phrases of a parsed sentence as records need them: lists, spans in the words of the text, and whom a phrase means."""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from dragoman.coding.document.scene import Scene
from dragoman.coding.names.mentions import Mention
from dragoman.coding.once import once
from dragoman.coding.sentence.workbench import Workbench
from dragoman.coding.who.reference import Reference
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

# Sectors that speak for their state or organisation; None is the bare name.
OFFICIAL = frozenset({None, "GOV", "LEG", "MIL", "JUD", "PTY", "IGO", "SPY"})
_CHURCH_STATE = "VAT"  # whose institutions are religious
_PART = re.compile(r"[^\W\d_]+")
# Of the relation that a phrase names, these children say what it is; all others begin something else.
_APART = frozenset({"conj", "cc", "punct", "appos", "parataxis", "preconj"})
# Clauses that tell something else of what they hang on.
_CLAUSES = frozenset({"relcl", "advcl", "parataxis"})
_PAIR = re.compile(r"\b(?:two|both|our)\b", re.IGNORECASE)
# Institutions that are the speaker's own where no state stands by them.
_OFFICES = word_class("offices-that-speak")
_SIDES = frozenset({"party", "side", "parties", "sides"})
_EITHER = frozenset({"each", "both", "either", "neither"})
_OWN_STATE = frozenset({"country", "state", "republic", "nation"})
_TRAIL = " \t\n,;:.!?-–—\"'“”‘’«»("
_CLOSES = {'"': '"', "“": "”", "‘": "’", "«": "»"}
_DOTTED = re.compile(r"(?:\b[A-Za-z]\.)*\b[A-Za-z]$")
_WORD_END = re.compile(r"\w+$")
_WORD_START = re.compile(r"\w+")
_DANGLING = re.compile(r"[\s,;\"”]+(?:and|or|but)$|,? too$", re.IGNORECASE)
_OPENING = re.compile(r"(?:the|a|an|thus|therefore|thereby|hence|also)\s+", re.IGNORECASE)
# How far back an explicit pair ("the DPRK-Russia relations") serves "the two countries", in characters.
PAIR_REACH = 3000


@once
def words_of(scene: Scene, span: Span) -> frozenset[str]:
    """The words of a sentence in lower case, hyphens and apostrophes parting them."""
    return _words(scene.document.text[span.start : span.end])


@lru_cache(maxsize=8)  # every table asks for those of one sentence before the next
def _words(sentence: str) -> frozenset[str]:
    return frozenset(_PART.findall(sentence.lower()))


def reported_by(bench: Workbench, token: Token) -> list[str]:
    """Whose words the clause of `token` is, outermost first."""
    return list(_reported_by(bench, token))


@once
def _reported_by(bench: Workbench, token: Token) -> list[str]:
    return bench.reported_by(token)


def listed(sentence: Sentence, head: Token) -> list[Token]:
    """`head` and what is listed with it, from left to right."""
    out, stack = [], [head]
    while stack:
        here = stack.pop()
        out.append(here)
        stack += [
            c for c in sentence.children(here, "conj") if c.tag[0] == head.tag[0] or (c.tag[0] in "NP" and head.tag[0] in "NP")
        ]
    return sorted(out, key=lambda t: t.i)


def each_under(bench: Workbench, token: Token, preposition: str) -> list[Token]:
    """What stands under a preposition of a word, and under the same one listed with it ("for A and for B")."""
    preps = [p for p in bench.sentence.children(token, "prep") if p.lower == preposition]
    preps += [c for p in (token, *preps) for c in bench.sentence.children(p, "conj") if c.lower == preposition]
    return [o for p in preps for o in bench.sentence.children(p, "pobj")]


def own(sentence: Sentence, head: Token) -> list[Token]:
    """The words of one member of a list: what hangs on it, without the other members."""
    members = sentence.children(head, "conj")
    late = [c for c in sentence.children(head, "prep") if members and c.i > members[0].i]
    out, stack = [head], [head]
    if head.dep == "conj" and not members and (first := sentence.head(head)) is not None:
        while first.dep == "conj" and (above := sentence.head(first)) is not None:
            first = above
        # "A, B and C for D": parsers hang what follows the last member on one before.
        end = sentence.subtree(head)[-1].i
        out += [t for c in sentence.children(first, "prep") if c.i == end + 1 for t in sentence.subtree(c)]
    while stack:
        here = stack.pop()
        for child in here.children:
            if child in late:
                continue
            if child.dep not in _APART or (here is not head and child.dep in ("conj", "cc", "punct")):
                out.append(child)
                stack.append(child)
    return sorted(out, key=lambda t: t.i)


def phrase(sentence: Sentence, head: Token) -> list[Token]:
    """The words of a head and all that hangs on it, without clauses of their own."""
    return sentence.subtree(head, without=_CLAUSES)


def trimmed(text: str, span: Span) -> Span:
    """`span` without marks and white space at its ends, without a dangling "and", and without a leading article.

    A full stop stays after an abbreviation ("U.N."), a closing quotation mark where its opening one is inside. A span
    that begins or ends inside a hyphenated word is widened to the whole of it.
    """
    start, end = span
    while start > 1 and text[start - 1] == "-" and text[start - 2].isalnum():
        start = _WORD_END.search(text, max(0, start - 40), start - 1).start()  # type: ignore[union-attr]
    while end + 1 < len(text) and text[end] == "-" and text[end + 1].isalnum():
        end = _WORD_START.match(text, end + 1).end()  # type: ignore[union-attr]
    while end > start and text[end - 1] in _TRAIL:
        inside = text[start : end - 1]
        if (text[end - 1] == "." and _DOTTED.search(inside)) or (text[end - 1] in '"”’»' and _opened(inside, text[end - 1])):
            break
        end -= 1
    dangling = _DANGLING.search(text[start:end])
    if dangling:
        return trimmed(text, Span(start, start + dangling.start()))
    while start < end and text[start] in _TRAIL + ")":
        if text[start] in '"“‘«' and text[start + 1 : end].count(_CLOSES[text[start]]) % 2 == 1:
            break
        start += 1
    opening = _OPENING.match(text, start, end)
    return Span(opening.end() if opening else start, end)


def _opened(inside: str, mark: str) -> bool:
    """Whether a quotation that `mark` closes was opened in the text before it."""
    opens = {"”": "“", "’": "‘", "»": "«"}.get(mark, mark)
    return inside.count(opens) % 2 == 1 if opens == mark else inside.count(opens) > inside.count(mark)


def unquoted(words: str) -> str:
    """`words` without a quotation mark whose partner stands outside."""
    if words.count('"') % 2 == 1:
        words = words.replace('"', "", 1) if words.startswith('"') or words.count('"') == 1 else words
    for opens, closes in ("“”", "«»"):
        if words.count(opens) != words.count(closes):
            words = words.replace(opens, "").replace(closes, "")
    return words


def span_of(tokens: Sequence[Token]) -> Span:
    """From the first character of some words to the last."""
    return Span(min(t.start for t in tokens), max(t.end for t in tokens))


def is_official(reference: Reference) -> bool:
    """Whether a phrase means a state or organisation itself, or somebody who speaks for it."""
    return bool(reference.codes) and (reference.sector in OFFICIAL or reference.codes[0] == _CHURCH_STATE)


def refer(bench: Workbench, token: Token) -> Reference | None:
    """Whom the phrase of `token` means. "The two countries" are the pair last named as a pair; "the country" is whose
    affairs the text is about.
    """
    found = bench.referrer.refer(token)
    mention = bench.scene.mention_at(token)
    if mention is None and token.tag in ("NNS", "NNPS") and _means_pair(bench, token):
        pair = pair_at(bench, token.start)
        if pair and found is not None and found.plural:
            return Reference(tuple(pair), "GOV", found.text, found.span, token.i, plural=True)
    if found is not None and len(found.codes) == 2 and mention is None and _pair_phrases(bench, found.span):
        found = replace(found, codes=tuple(pair_at(bench, token.start)) or found.codes)  # "relations between our countries"
    if (found is None or not found.codes) and mention is None:
        codes = _implied(bench, token)
        if codes:
            sector = found.sector if found and token.lower not in _SIDES else None  # a treaty's parties are states
            return Reference(tuple(codes), sector, token.text, Span(token.start, token.end), token.i, len(codes) > 1)
    return found


def _means_pair(bench: Workbench, token: Token) -> bool:
    """Whether a phrase is one of the lexicon's for a pair of parties ("the two countries", "our peoples")."""
    span = span_of(own(bench.sentence, token))
    return any(end == token.end for end in _pair_phrases(bench, Span(max(0, span.start - 5), token.end)))


def _pair_phrases(bench: Workbench, span: Span) -> list[int]:
    """Where phrases for a pair of parties end in `span`."""
    if not _PAIR.search(bench.text, span.start, span.end):
        return []
    patterns = [p for p, entry in bench.scene.knowledge.deixis if entry.means == "pair"]
    return [m.end() for p in patterns for m in p.finditer(bench.text, span.start, span.end)]


def _implied(bench: Workbench, token: Token) -> list[str]:
    """Whom "the country", "each party", "whose government" mean without naming them."""
    children = [c for c in token.children if c.dep not in ("case", "punct")]
    words = [c.lower for c in children]
    if token.lower in _OFFICES and words in (["the"], ["the", "foreign"]) and bench.speaker():
        return [bench.speaker() or ""]
    if token.lower in ("it", "they") and token.tag == "PRP":
        return _antecedent(bench, token)
    if token.lower in _OWN_STATE and words == ["the"]:
        discourse = bench.scene.discourse
        of_two = token.lower == "country" and discourse.home is None and len(discourse.between) == 2
        code = bench.speaker() or (protagonist(bench.scene) if not of_two else None)
        return [code] if code else []
    if token.lower in ("party", "side", "government") and len(words) == 1 and words[0] in _EITHER:
        return pair_at(bench, token.start)
    if token.lower in ("parties", "sides") and words in (["the"], ["the", "contracting"], ["both"], ["the", "two"]):
        return pair_at(bench, token.start) if _is_of_two(bench.scene) else []
    if any(c.tag == "WP$" for c in children):
        for above in bench.sentence.ancestors(token):
            if above.dep == "relcl":
                owner = bench.referrer.refer(bench.sentence.tokens[above.head])
                return list(owner.codes) if owner else []
    return []


def official_codes(bench: Workbench, heads: Iterable[Token]) -> tuple[str, ...]:
    """The states and organisations that phrases mean, or speak for, each once; no group of states."""
    found = (c for h in heads for r in refer_all(bench, h) if is_official(r) for c in r.codes)
    return tuple(dict.fromkeys(c for c in found if not c.startswith("X-")))


def refer_all(bench: Workbench, head: Token) -> list[Reference]:
    """Whom the phrase and its conjuncts mean, and members that it names ("including the U.S.")."""
    out, here = [], [head]
    while here:
        token = here.pop(0)
        found = refer(bench, token)
        if found:
            out.append(found)
        here += bench.sentence.children(token, "conj")
        for prep in bench.sentence.children(token, "prep"):
            if prep.lower == "including":
                here += bench.sentence.children(prep, "pobj")
    return out


def codes_of(references: Iterable[Reference]) -> list[str]:
    """The codes of all references, each once, in order."""
    return list(dict.fromkeys(c for r in references for c in r.codes))


def is_state(scene: Scene, code: str | None) -> bool:
    return code in scene.knowledge.states


@once
def protagonist(scene: Scene) -> str | None:
    """The state that a text is about: the one in its title, else the one it names most often."""
    named = [m for m in scene.mentions if is_state(scene, m.code) and m.kind in ("name", "adjective", "demonym", "capital")]
    line = scene.document.text.find("\n")
    title = {m.code for m in named if m.end <= line}
    counts = Counter(m.code for m in named)
    first = counts.most_common(1)[0][0] if counts else None
    return title.pop() if len(title) == 1 else first


def _antecedent(bench: Workbench, pronoun: Token) -> list[str]:
    """Whom the subject of a clause above means, where it names an institution of the speaker's ("the ministry ... it")."""
    for above in bench.sentence.ancestors(pronoun):
        for subject in bench.sentence.children(above, "nsubj", "nsubjpass"):
            if subject.i < pronoun.i and subject.tag[0] == "N":
                found = refer(bench, subject)
                return list(found.codes) if found else []
    return []


@once
def _is_of_two(scene: Scene) -> bool:
    """Whether a text is about two states, so that "the parties" are these."""
    joint = any("+" in code for code in scene.document.reported_by[:1])
    named = {m.code for m in scene.mentions if m.code in scene.knowledge.states and m.kind != "place"}
    return joint or len(named) <= 3


def pair_at(bench: Workbench, offset: int) -> list[str]:
    """The two that "the two countries" means at `offset`."""
    return pair_in(bench.scene, offset)


def pair_in(scene: Scene, offset: int) -> list[str]:
    """The two that "the two countries" means at `offset`: the pair last named as one ("the DPRK-Russia relations",
    "between China and Laos"), with the speaker in it where one speaks, else the two states last named.
    """
    speaker = scene.speaker(offset)
    for said in scene.base(offset)[:1]:
        if said.count("+") == 1:
            return said.split("+")
    near = scene.discourse.near_pair(offset)
    if near:
        return near
    pairs = _pairs(scene)
    for end, codes in reversed(pairs[: bisect.bisect_right(pairs, offset, key=lambda p: p[0])]):
        if offset - end > PAIR_REACH:
            break
        if speaker is None or speaker in codes:
            return sorted(codes)
    return scene.pair(offset)


@once
def _pairs(scene: Scene) -> list[tuple[int, tuple[str, str]]]:
    """Where the text names two states as a pair: the end of the second name, and both codes."""
    named = [m for m in scene.mentions if m.kind not in ("place", "deixis") or m.text in ("Korean", "Korea")]
    return [(b.end, (a.code or "", b.code or "")) for a, b in itertools.pairwise(named) if _is_pair(scene, a, b)]


def _is_pair(scene: Scene, a: Mention, b: Mention) -> bool:
    if not (is_state(scene, a.code) and is_state(scene, b.code)) or a.code == b.code:
        return False
    text = scene.document.text
    between = text[a.end : b.start]
    if between in ("-", "–", "—", "‑"):
        return text[a.start - 1 : a.start] not in ("-", "–") and text[b.end : b.end + 1] not in ("-", "–")
    return (
        between in (" and ", " and the ")
        and re.search(r"\bbetween (?:the )?$", text[max(0, a.start - 14) : a.start]) is not None
    )
