"""Declared ideals, courses and stands: "the ideals of X are A, B and C", "X pursues a policy of A", "it is the stand of X to ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.declarations import Declared, Wording, declarers, predicates, statement, voice, wording_of
from dragoman.coding.phrasing import is_official, listed, own, refer, span_of, trimmed
from dragoman.coding.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.text import Span

_BE = frozenset({"is", "are", "was", "were", "be", "been", "remains", "remain", "remained", "'s", "’s"})
# "On the principle of independence", "in the spirit of", "under the banner of", "guided by the ideals of".
_ON = frozenset({"on", "upon", "under", "in", "with", "by", "to", "from", "for"})
_GROUNDS = frozenset(
    {"basis", "foundation", "ground", "grounds", "accordance", "line", "keeping", "conformity", "spirit", "light"}
)
_VOICED = frozenset(
    "express expressed expresses voice voiced voices reaffirm reaffirmed reaffirms reiterate reiterated reiterates confirm confirmed confirms "
    "declare declared declares state stated states underline underlined stress stressed restate restated have has had announce announced "
    "clarify clarified show shows showed".split()
)
_STAND_FOR = "for"
_GAP = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
# "In its external relations" after an ideal says where it holds, not what it is.
_WHERE = frozenset({"relations", "policy", "activities", "affairs", "dealings", "diplomacy"})


def find(bench: Workbench) -> Iterator[Declared]:
    """Ideals, courses and stands of one sentence."""
    wording = wording_of(bench.scene.knowledge.lexicon)
    series = list(_series(bench, wording))
    yield from series
    for token in bench.sentence:
        if token.tag[0] == "N":
            if wording.of("ideal", token) and not series:
                yield from _ideal(bench, wording, token)
            if wording.of("course", token):
                yield from _course(bench, wording, token)
            if wording.of("stand", token):
                yield from _stand(bench, wording, token)
        elif "stand" in wording.of("keep", token) or wording.of("keep", token):
            yield from _value(bench, wording, token)


# ------------------------------------------------------------------ ideals


def _series(bench: Workbench, wording: Wording) -> Iterator[Declared]:
    """ "The tenet of its policy -- independence, peace and friendship": read from the text, since dashes mislead parsers."""
    start, end = bench.sentence.start, bench.sentence.end
    for match in wording.series.finditer(bench.text, start, end):
        nouns = [t for t in bench.sentence.at(match.start(), match.start(1)) if wording.of("ideal", t)]
        if not nouns:
            continue
        said = voice(bench, nouns[0])
        holders = _owners(bench, nouns[0], said) or declarers(bench, _subjects_above(bench, nouns[0]), said, own=False)
        for item in _split(bench.text, *match.span(1)):
            yield Declared("principle", holders, item, nouns[0], tuple(said))


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for gap in (*_GAP.finditer(text, start, end), None):
        span = trimmed(text, Span(at, gap.start() if gap else end))
        if span.end > span.start:
            yield span
        at = gap.end() if gap else end


def _ideal(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    sentence, said = bench.sentence, voice(bench, noun)
    head = sentence.head(noun)
    holders = _owners(bench, noun, said)
    contents: list[Token] = []
    if head is not None and head.lower in _BE and not bench.clauses.negated(head):
        if noun.dep in ("nsubj", "csubj"):
            contents = [i for a in sentence.children(head, "attr") for i in listed(sentence, a)]
        elif noun.dep == "attr" and not any(True for _ in _of(bench, wording, noun)):
            holders = holders or _speaking(bench, said)
            for subject in sentence.children(head, "nsubj"):
                yield from _whole(bench, wording, noun, subject, holders, said)
    if not contents and _is_kept(bench, wording, noun):
        contents = list(_of(bench, wording, noun))
        holders = holders or declarers(bench, _subjects_above(bench, noun), said, own=False)
        if not contents and _is_elsewhere(bench, noun):
            words = sentence.subtree(noun, without=frozenset({"relcl", "appos", "parataxis"}))
            yield Declared("principle", holders, trimmed(bench.text, span_of(words)), noun, tuple(said))
    for item in contents:
        if item.tag[0] == "N" and not _is_party(bench, item) and not wording.of("ideal", item):
            yield Declared("principle", holders, _named(bench, item), noun, tuple(said))


def _whole(
    bench: Workbench, wording: Wording, noun: Token, subject: Token, holders: tuple[str, ...], said: list[str]
) -> Iterator[Declared]:
    """ "A and B are the principles": the subject's words, cut at its commas and "and" where each piece is a short phrase."""
    if _is_party(bench, subject) or subject.tag[0] != "N" or wording.of("ideal", subject):
        return
    span = span_of(bench.sentence.subtree(subject, without=frozenset({"relcl", "acl", "appos"})))
    pieces = list(_split(bench.text, span.start, span.end))
    short = all(len(p.of(bench.text).split()) <= 3 for p in pieces)
    for piece in pieces if short else [trimmed(bench.text, span)]:
        yield Declared("principle", holders, piece, noun, tuple(said))


def _of(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Token]:
    """What "of" names: "the principles of A and B", "the ideals of their foreign policy of A, B and C"."""
    ofs = [p for p in bench.sentence.children(noun, "prep") if p.lower == "of"]
    ofs += [c for p in ofs for c in bench.sentence.children(p, "conj") if c.lower == "of"]  # "of A and of B"
    for item in (o for p in ofs for o in bench.sentence.children(p, "pobj")):
        if wording.of("course", item) and not _is_party(bench, item):
            yield from _of(bench, wording, item)
        elif bench.scene.mention_at(item) is None and bench.text[item.start].islower():
            yield from (i for i in listed(bench.sentence, item) if not wording.of("course", i))


def _is_elsewhere(bench: Workbench, noun: Token) -> bool:
    """Whether the ideals are those of a named document: "the principles enshrined in the Charter", "of the Charter"."""
    head = bench.sentence.head(noun)
    return head is not None and head.lower in ("to", "by") and _is_instrument(bench, noun)


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
    if head.lower not in _ON or noun.dep != "pobj":
        return False
    governor = sentence.head(head)
    if governor is None:
        return False
    if head.lower in ("on", "upon", "under", "by") and governor.tag[0] == "V":
        return not bench.clauses.negated(governor)
    kept = wording.of("keep", governor) or wording.of("ready", governor) or wording.of("pledge", governor)
    return bool(kept) and not bench.clauses.negated(governor)


def _named(bench: Workbench, item: Token) -> Span:
    """The words of one ideal, without where it holds ("in its external relations") and without relative clauses."""
    sentence = bench.sentence
    words = own(sentence, item)
    for child in sentence.children(item):
        where = child.lower == "in" and any(
            o.lower in _WHERE and sentence.children(o, "poss") for o in sentence.children(child, "pobj")
        )
        if child.dep in ("relcl", "acl") or where and not (item.lower.startswith("non") or item.lower == "interference"):
            gone = {t.i for t in sentence.subtree(child)}
            words = [t for t in words if t.i not in gone]
    return trimmed(bench.text, span_of(words))


# ------------------------------------------------------------------ courses and values


def _course(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    """ "Pursues a policy of neutrality", "maintains a firm position on A"."""
    sentence = bench.sentence
    verb = _kept_by(bench, noun)
    if verb is None or not wording.of("keep", verb) or bench.clauses.negated(verb) or bench.clauses.is_possible(verb):
        return
    said = voice(bench, verb)
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=False)
    items = [o for o in (*bench.clauses.under(noun, "of"), *bench.clauses.under(noun, "on")) if not _is_party(bench, o)]
    for item in items:
        members = listed(sentence, item)
        if all(_has_value(wording, _named(bench, m).of(bench.text)) for m in members):
            for member in members:
                yield Declared("principle", holders, _named(bench, member), verb, tuple(said))
        else:
            words = sentence.subtree(item, without=frozenset({"relcl", "appos", "parataxis"}))
            yield Declared("principle", holders, trimmed(bench.text, span_of(words)), verb, tuple(said))
    if not items and not bench.clauses.is_future(verb):
        named = [
            c
            for c in sentence.children(noun, "amod", "compound", "nmod")
            if c.lower not in ("foreign", "own", "same", "firm", "consistent")
        ]
        if named and "policy" in wording.of("course", noun) and not any(_is_party(bench, c) for c in named):
            yield Declared("principle", holders, trimmed(bench.text, span_of(own(sentence, noun))), verb, tuple(said))


def _kept_by(bench: Workbench, noun: Token) -> Token | None:
    head = bench.sentence.head(noun)
    if head is not None and head.tag in ("IN", "TO") and head.lower in ("to", "by", "on", "with"):
        head = bench.sentence.head(head)
    return head if head is not None and head.tag[0] == "V" else None


def _value(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "Stands for peace and disarmament", "adheres to neutrality", "upholds the rule of law"."""
    sentence, clauses = bench.sentence, bench.clauses
    if (
        clauses.negated(verb)
        or clauses.is_possible(verb)
        or clauses.is_duty(verb)
        or clauses.is_future(verb)
        or verb.tag == "VB"
    ):
        return
    lemmas = wording.of("keep", verb)
    if "stand" in lemmas:
        heads, free = clauses.under(verb, _STAND_FOR), True
    elif {"adhere", "abide", "stick"} & set(lemmas):
        heads, free = [*clauses.under(verb, "to"), *clauses.under(verb, "by")], False
    elif {"uphold", "champion", "advocate", "espouse", "profess", "proclaim"} & set(lemmas) and not clauses.is_passive(verb):
        heads, free = sentence.children(verb, "dobj"), False
    else:
        return
    said = voice(bench, verb)
    holders = declarers(bench, clauses.subjects(verb), said, own=False)
    for item in (i for h in heads for i in listed(sentence, h)):
        span = _reaching(bench, verb, _named(bench, item)) if free else _named(bench, item)
        if item.tag[0] == "N" and not _is_party(bench, item) and (free or _has_value(wording, span.of(bench.text))):
            yield Declared("principle", holders, span, verb, tuple(said))


def _reaching(bench: Workbench, verb: Token, span: Span) -> Span:
    """`span` with a phrase right behind it that the parser hung on the verb ("a peninsula without nuclear weapons")."""
    for child in bench.sentence.children(verb, "prep"):
        if child.lower in ("without", "of", "between", "among") and child.start == span.end + 1:
            return Span(span.start, max(t.end for t in bench.sentence.subtree(child)))
    return span


def _has_value(wording: Wording, words: str) -> bool:
    lowered = words.lower()
    return any(lowered.startswith(v) or lowered.endswith(v) for v in wording.lemmas["value"])


# ------------------------------------------------------------------ stands


def _stand(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    """ "It is the stand of X to ...", "X's policy is to ...", "expressed its readiness to ...", "has no intention to ..."."""
    sentence = bench.sentence
    lemma = wording.of("stand", noun)[0]
    head, said = sentence.head(noun), voice(bench, noun)
    below = [c for c in sentence.children(noun, "acl", "relcl", "xcomp") if bench.clauses.is_infinitive(c)]
    kind = wording.kinds["stand", lemma]
    if head is not None and head.lower in _BE:
        if noun.dep == "attr" and any(s.lower in ("it", "this") for s in sentence.children(head, "nsubj")):
            below = below or [c for c in sentence.children(head, "xcomp", "advcl", "ccomp") if bench.clauses.is_infinitive(c)]
        elif noun.dep in ("nsubj", "csubj"):
            below = [c for c in sentence.children(head, "xcomp", "ccomp", "attr", "advcl") if bench.clauses.is_infinitive(c)]
            yield from _one_of(bench, wording, noun, head, said)
        else:
            return
        holders = _owners(bench, noun, said)
    elif head is not None and head.lower in _VOICED and noun.dep == "dobj" and kind == "commitment":
        holders = declarers(bench, bench.clauses.subjects(head), said, own=False)
    else:
        return
    denied = any(c.lower == "no" for c in sentence.children(noun, "det", "neg"))
    if (head is not None and bench.clauses.negated(head) and not denied) or bench.clauses.is_possible(head):
        return
    for verb in below:
        for first, last in predicates(bench, verb):
            words = statement(bench, first, last)
            span = Span(noun.start, words.end) if denied else words
            if denied:
                span = Span(min(t.start for t in own(sentence, noun)), words.end)
            yield Declared(kind, holders, span, head, tuple(said))


def _one_of(bench: Workbench, wording: Wording, noun: Token, copula: Token, said: list[str]) -> Iterator[Declared]:
    """ "Our policy is one of positive neutrality and non-alignment"."""
    if "policy" not in wording.of("course", noun) or bench.clauses.negated(copula):
        return
    for attr in bench.sentence.children(copula, "attr"):
        if attr.lower == "one" or wording.of("course", attr):
            for item in (m for o in bench.clauses.under(attr, "of") for m in listed(bench.sentence, o)):
                yield Declared("principle", _owners(bench, noun, said), _named(bench, item), copula, tuple(said))


# ------------------------------------------------------------------ whose


def _owners(bench: Workbench, noun: Token, said: list[str]) -> tuple[str, ...]:
    """Whose an ideal or stand is: "X's", "of X", "underlying X's relations", "maintained by X"."""
    heads = [noun, *(o for o in bench.clauses.under(noun, "of"))]
    for clause in bench.sentence.children(noun, "acl", "relcl"):
        heads += [o for c in bench.sentence.children(clause, "agent") for o in bench.sentence.children(c, "pobj")]
        heads += bench.sentence.children(clause, "dobj", "nsubj")
    heads += [o for p in ("in", "behind", "for") for o in bench.clauses.under(noun, p)]
    for head in heads:
        found = declarers(bench, [head], said, own=False)
        if found and not _is_instrument(bench, head):
            return found
    return ()


def _is_instrument(bench: Workbench, head: Token) -> bool:
    words = span_of(bench.sentence.subtree(head)).of(bench.text)
    return any(w in words for w in ("Charter", "Treaty", "Convention", "Covenant"))


def _subjects_above(bench: Workbench, noun: Token) -> list[Token]:
    for above in bench.sentence.ancestors(noun):
        if above.tag[0] == "V" or above.tag == "MD":
            found = bench.sentence.children(above, "nsubjpass")
            if not found and not bench.clauses.is_passive(above):
                found = bench.clauses.subjects(above)
            if found:
                return found
    return []


def _speaking(bench: Workbench, said: list[str]) -> tuple[str, ...]:
    return tuple(said[-1].split("+")) if said and bench.speaker() == said[-1] else ()


def _is_party(bench: Workbench, token: Token) -> bool:
    """Whether a phrase names somebody: then it is whose an ideal is, and not the ideal."""
    mention = bench.scene.mention_at(token)
    if mention is not None and mention.kind != "place":
        return True
    found = refer(bench, token)
    return found is not None and is_official(found) and bench.scene.role_at(token) is not None
