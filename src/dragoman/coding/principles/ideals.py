"""Declared ideals: "the ideals of X are A, B and C", "A is the principle of X", "guided by the ideal of A"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.principles.declarations import Declared, Wording, has_value, named, split, wording_of
from dragoman.coding.sentence.phrasing import listed, span_of, trimmed
from dragoman.coding.sentence.voices import (
    declarers,
    is_instrument,
    names_party,
    owners,
    speaking,
    speaking_of_own,
    subjects_above,
    voice,
)
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, REMAIN, SHORT_IS
from dragoman.lexicon.words import word_class
from dragoman.text import Span

# Between what a list behind a colon names.
_GAPS = re.compile(r",\s+(?:and\s+)?|(?<=\w)\s+and\s+(?=[\w -]+[.]?$)")
_LONGEST_ITEM = 16
# So many words has a piece of what the parser took for one item at most.
_LONGEST_PIECE = 5
_BE = BE | SHORT_IS | REMAIN
# "On the principle of independence", "in the spirit of", "under the banner of", "guided by the ideals of".
_ON = frozenset({"on", "upon", "under", "in", "with", "by", "to", "from", "for"})
_GROUNDS = word_class("on-the-ground-of")
_LEADING = word_class("leading")
_BASES = word_class("bases-of-policy")
# What stands beside a noun, or at the side of its sentence.
_BESIDE = frozenset({"relcl", "acl", "appos"})
_ASIDE = frozenset({"relcl", "appos", "parataxis"})
_DEALINGS = word_class("dealings-abroad")


def find(bench: Workbench) -> Iterator[Declared]:
    """The ideals of one sentence."""
    wording = wording_of(bench.scene.knowledge.lexicon)
    named = [t for t in wording.marked(bench.sentence) if t.tag[0] == "N" and wording.of("ideal", t)]
    series = [*_series(bench, wording)] or [*_after_colon(bench, named)] if named else []
    yield from series
    for token in named if not series else ():
        yield from _ideal(bench, wording, token)
    if not named:
        for token in bench.sentence:
            if token.lower in _BASES:
                yield from _based(bench, wording, token)


def _series(bench: Workbench, wording: Wording) -> Iterator[Declared]:
    """ "The tenet of its policy -- independence, peace and friendship": read from the text, since dashes mislead parsers."""
    start, end = bench.sentence.start, bench.sentence.end
    for match in wording.series.finditer(bench.text, start, end):
        nouns = [t for t in bench.sentence.at(match.start(), match.start(1)) if wording.of("ideal", t)]
        if not nouns:
            continue
        said = voice(bench, nouns[0])
        holders = owners(bench, nouns[0], said) or declarers(bench, subjects_above(bench, nouns[0]), said, own=False)
        for item in split(bench.text, *match.span(1)):
            yield Declared("principle", holders, item, nouns[0], tuple(said))


def _after_colon(bench: Workbench, nouns: list[Token]) -> Iterator[Declared]:
    """ "The policy rests on three principles: respect for A, defence of B, and C": what stands behind a colon, one by one."""
    colon = next((t for t in bench.sentence if t.text == ":"), None)
    noun = next((n for n in reversed(nouns) if colon is not None and n.i < colon.i), None)
    if colon is None or noun is None or any(t.text in (";", '"', "“") for t in bench.sentence.tokens[colon.i :]):
        return
    rest = Span(colon.end, bench.sentence.end)
    pieces, at = [], rest.start
    for gap in (*_GAPS.finditer(bench.text, *rest), None):
        pieces.append(trimmed(bench.text, Span(at, gap.start() if gap else rest.end)))
        at = gap.end() if gap else rest.end
    while len(pieces) > 2 and not _is_named(bench, pieces[-1]):
        pieces.pop()  # ", whatever may happen"
    if len(pieces) < 2 or not all(_is_named(bench, p) for p in pieces):
        return
    said = voice(bench, noun)
    holders = owners(bench, noun, said) or declarers(bench, subjects_above(bench, noun), said, own=False)
    holders = holders or speaking(bench, said)
    for piece in pieces:
        yield Declared("principle", holders, piece, noun, tuple(said))


def _is_named(bench: Workbench, span: Span) -> bool:
    """Whether a piece of a list is a noun phrase; what stands behind "who" and "which" counts for nothing."""
    tokens = bench.sentence.at(span.start, span.end)
    until = next((n for n, t in enumerate(tokens) if t.tag in ("WDT", "WP")), len(tokens))
    return (
        0 < len(tokens) < _LONGEST_ITEM
        and tokens[0].tag[0] in "NJDPV"
        and not any(t.tag in ("VBZ", "VBP", "VBD", "MD") for t in tokens[:until])
        and any(t.tag[0] in "NV" for t in tokens)
    )


def _ideal(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    """What a noun for ideals names: behind "is", behind "of", set beside it, or by its own words."""
    sentence, said = bench.sentence, voice(bench, noun)
    head = sentence.head(noun)
    holders = owners(bench, noun, said)
    contents: list[Token] = []
    if head is not None and head.lower in _BE and not bench.clauses.negated(head):
        if noun.dep in ("nsubj", "csubj"):
            contents = _predicated(bench, head)
            if not holders and _is_leading(bench, noun):  # "with us the leading ideology is A"
                holders = speaking_of_own(bench, noun, said)
            if contents and contents[0].lower in _BASES:  # "the one-China principle is the foundation of ..."
                yield _by_its_words(bench, noun, noun, holders or speaking(bench, said), said, _BESIDE)
                return
        elif noun.dep == "attr" and (_is_owned(bench, noun) or not any(True for _ in _of(bench, wording, noun))):
            yield from _declared_by_subject(bench, wording, noun, head, holders, said)
    if not contents and _is_kept(bench, wording, noun):
        contents = _behind_of(bench, wording, noun)
        holders = holders or _keepers(bench, wording, noun, said)
        if not contents and _is_elsewhere(bench, noun):
            listed_with = sentence.head(noun) if noun.dep == "conj" else noun  # "the purposes and principles of the Charter"
            yield _by_its_words(bench, noun, listed_with or noun, holders, said, _ASIDE)
    if not contents and _is_leading(bench, noun):  # "our national ideology, A", "the ruling ideology -- A"
        contents = [i for a in sentence.children(noun, "appos") for i in listed(sentence, a)]
        holders = holders or (speaking_of_own(bench, noun, said) if contents else ())
    if not contents:
        contents, holders = _as_named(bench, noun), holders or declarers(bench, subjects_above(bench, noun), said, own=False)
        for words in _that_clauses(bench, noun) if not contents else ():  # "affirmed the principle that"
            yield Declared("principle", holders, trimmed(bench.text, span_of(words)), noun, tuple(said))
    if noun.lower == "ideas":  # "guided by ideas of peace and progress": not whatever has come to somebody's mind
        contents = [c for c in contents if has_value(wording, named(bench, c).of(bench.text))]
    for item in contents:
        if _is_noun(item) and not names_party(bench, item) and not wording.of("ideal", item):
            for piece in _pieces(bench, item, alone=noun.tag == "NNS" and len(contents) == 1):
                yield Declared("principle", holders, piece, noun, tuple(said))


def _by_its_words(
    bench: Workbench, noun: Token, top: Token, holders: tuple[str, ...], said: list[str], without: frozenset[str]
) -> Declared:
    """An ideal by its own words: "the one-China principle"."""
    words = bench.sentence.subtree(top, without=without)
    return Declared("principle", holders, trimmed(bench.text, span_of(words)), noun, tuple(said))


def _predicated(bench: Workbench, be: Token) -> list[Token]:
    """What somebody's ideals are said to be: "A, B and C", also where the first was taken for an adjective."""
    sentence = bench.sentence
    heads = [*sentence.children(be, "attr"), *(a for a in sentence.children(be, "acomp") if _is_noun(a))]
    found = [i for a in heads for i in listed(sentence, a)]
    if heads and heads[0].dep == "acomp":
        found += [i for c in sentence.children(heads[0], "conj") if c.tag[0] == "N" for i in listed(sentence, c)]
    return found


def _behind_of(bench: Workbench, wording: Wording, noun: Token) -> list[Token]:
    """What "of" names behind a noun for ideals."""
    sentence, found = bench.sentence, list(_of(bench, wording, noun))
    if found:  # "the principles of A and the peaceful settlement of B", where B was hung beside the principles
        found += [c for c in sentence.children(noun, "conj") if c.i > found[0].i and not wording.of("ideal", c)]
        beside = [c for c in sentence.children(noun, "appos") if c.i > found[-1].i and wording.of("value", c)]
        found += [i for c in beside if len(found) == 1 for i in listed(sentence, c)]
    return found


def _keepers(bench: Workbench, wording: Wording, noun: Token, said: list[str]) -> tuple[str, ...]:
    """Who keeps to ideals of no owner: who does what is done by them, who speaks, or whose dealings they govern."""
    acting = subjects_above(bench, noun)
    if holders := declarers(bench, acting, said, own=False) if acting else speaking(bench, said):
        return holders
    for subject in acting:  # "the relations of A are governed by the principles of B"
        if subject.lower in _DEALINGS or wording.of("course", subject):
            if holders := owners(bench, subject, said):
                return holders
    return holders


def _that_clauses(bench: Workbench, noun: Token) -> Iterator[list[Token]]:
    """ "Affirmed the principle that ...": the words of what is affirmed."""
    for clause in bench.sentence.children(noun, "acl", "relcl") if noun.dep in ("dobj", "nsubjpass") else ():
        if "that" in bench.clauses.marks(clause):
            yield [t for t in bench.sentence.subtree(clause) if t.dep != "mark" or t.head != clause.i]


def _pieces(bench: Workbench, item: Token, *, alone: bool) -> list[Span]:
    """ "A, B and C", of which the parser took A for part of B; of one item that is `alone`, each may be of several words."""
    span = named(bench, item)
    pieces = list(split(bench.text, span.start, span.end))
    most = _LONGEST_PIECE if alone and all(_is_named(bench, p) for p in pieces) else 1
    listed_so = "," in span.of(bench.text) and all(len(p.of(bench.text).split()) <= most for p in pieces)
    return pieces if listed_so else [span]


def _is_leading(bench: Workbench, noun: Token) -> bool:
    return any(c.lower in _LEADING for c in bench.sentence.children(noun, "amod", "compound"))


def _is_noun(token: Token) -> bool:
    """Whether a word is a noun, "neighbourliness" too, which small parsers take for an adjective."""
    return token.tag[0] == "N" or token.lower.endswith("ness")


def _as_named(bench: Workbench, noun: Token) -> list[Token]:
    """ "Names A, B and C as the ideals of its policy"."""
    head = bench.sentence.head(noun)
    verb = bench.sentence.head(head) if head is not None and head.lower == "as" and noun.dep == "pobj" else None
    if verb is None or verb.tag[0] != "V" or bench.clauses.negated(verb):
        return []
    return [i for o in bench.sentence.children(verb, "dobj") for i in listed(bench.sentence, o)]


def _is_owned(bench: Workbench, noun: Token) -> bool:
    """ "The principles of our revolution", "the motto of Turkish diplomacy": "of" says whose they are."""
    wording = wording_of(bench.scene.knowledge.lexicon)
    return any(
        bench.sentence.children(o, "poss") or o.lower in _DEALINGS or wording.of("course", o)
        for o in bench.clauses.under(noun, "of")
    )


def _declared_by_subject(
    bench: Workbench, wording: Wording, noun: Token, verb: Token, holders: tuple[str, ...], said: list[str]
) -> Iterator[Declared]:
    """ "A and B are the principles of our policy"."""
    holders = holders or speaking(bench, said)
    for subject in bench.clauses.subjects(verb):
        yield from _whole(bench, wording, noun, subject, holders, said)


def _based(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    """ "A, B and C are the foundation of its foreign policy"."""
    verb = bench.sentence.head(noun)
    if noun.dep != "attr" or verb is None or verb.lower not in _BE or bench.clauses.negated(verb):
        return
    courses = [o for o in bench.clauses.under(noun, "of") if wording.of("course", o) or o.lower in _DEALINGS]
    if courses:
        said = voice(bench, noun)
        holders = owners(bench, courses[0], said) or owners(bench, noun, said) or speaking_of_own(bench, courses[0], said)
        yield from _declared_by_subject(bench, wording, noun, verb, holders, said)


def _whole(
    bench: Workbench, wording: Wording, noun: Token, subject: Token, holders: tuple[str, ...], said: list[str]
) -> Iterator[Declared]:
    """ "A and B are the principles": the subject's words, cut at its commas and "and" where each piece is a short phrase."""
    if names_party(bench, subject) or subject.tag[0] != "N" or wording.of("ideal", subject):
        return
    span = span_of(bench.sentence.subtree(subject, without=frozenset({"relcl", "acl", "appos"})))
    verb = bench.sentence.tokens[subject.head]
    told = Span(span.start, bench.sentence.tokens[verb.i - 1].end)
    if told.of(bench.text).count(",") and subject.i < verb.i and not bench.sentence.children(subject, "relcl", "acl"):
        span = told  # "peace, neutrality in war and openness", whose end parsers take for an apposition
    first = next((t for t in bench.sentence.children(verb, "dep", "npadvmod") if t.i < subject.i and t.tag[0] == "N"), None)
    if first is not None and bench.text[first.end : span.start].strip() == ",":  # the first of a list that was hung elsewhere
        span = Span(bench.sentence.subtree(first)[0].start, span.end)
    pieces = list(split(bench.text, span.start, span.end))
    short = all(len(p.of(bench.text).split()) <= (3 if len(pieces) < 3 else 6) for p in pieces)
    for piece in pieces if short else [trimmed(bench.text, span)]:
        yield Declared("principle", holders, piece, noun, tuple(said))


def _of(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Token]:
    """What "of" names: "the principles of A and B", "the ideals of their foreign policy of A, B and C"."""
    ofs = [p for p in bench.sentence.children(noun, "prep") if p.lower == "of"]
    ofs += [c for p in ofs for c in bench.sentence.children(p, "conj") if c.lower == "of"]  # "of A and of B"
    for item in (o for p in ofs for o in bench.sentence.children(p, "pobj")):
        named_so = not any(p.lower == "of" for p in bench.sentence.children(item, "prep"))  # "principles of secret diplomacy"
        if wording.of("course", item) and not named_so and not names_party(bench, item):
            yield from _of(bench, wording, item)
        elif bench.scene.mention_at(item) is None and not is_instrument(bench, noun):
            yield from (i for i in listed(bench.sentence, item) if i is item or not wording.of("course", i))


def _is_elsewhere(bench: Workbench, noun: Token) -> bool:
    """Whether the ideals are those of a named document: "the principles enshrined in the Charter", "of the Charter"."""
    head = bench.sentence.head(noun)
    if noun.dep == "conj" and head is not None and head.tag[0] == "N":
        return is_instrument(bench, noun) or is_instrument(bench, head)
    return head is not None and head.lower in ("to", "by") and is_instrument(bench, noun)


def _is_kept(bench: Workbench, wording: Wording, noun: Token) -> bool:
    """Whether a verb of keeping, promising or resting governs an ideal, or something is done on it."""
    sentence = bench.sentence
    head = sentence.head(noun)
    if head is not None and head.lower == "of":
        above = sentence.head(head)
        if above is not None and above.lower in _GROUNDS:
            return True
        head = above
    if head is None:
        return False
    if head.tag[0] == "V":
        return bool(wording.of("keep", head)) and noun.dep in ("dobj", "nsubjpass") and not bench.clauses.negated(head)
    if noun.dep == "conj" and head.tag[0] == "N":  # "upholds the purposes and principles of A"
        return _is_kept(bench, wording, head)
    if head.lower not in _ON or noun.dep != "pobj":
        return False
    governor = sentence.head(head)
    if (
        governor is not None and head.lower in ("on", "upon") and governor.dep == "dobj"
    ):  # "develop relations on the principle of"
        governor = sentence.head(governor)
    if governor is None:
        return False
    if head.lower in ("on", "upon", "under", "by") and governor.tag[0] == "V":
        opens = all(noun.i < s.i for s in bench.clauses.subjects(governor))  # "on the principle of A we do not do B"
        return opens or not bench.clauses.negated(governor)
    kept = wording.of("keep", governor) or wording.of("ready", governor) or wording.of("pledge", governor)
    return bool(kept) and not bench.clauses.negated(governor)
