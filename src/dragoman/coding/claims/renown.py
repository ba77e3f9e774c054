"""Claims of status told by how high somebody stands ("Chad's prestige has reached a new height"), how far two have come with each
other ("relations have entered a new stage"), and by what a thing that others call by another name only is ("the “camps” are just
schools").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.positions.evaluation import lexis_of, quoted, sites
from dragoman.coding.relations.partners import bound
from dragoman.language.parse import Token
from dragoman.lexicon.closed import IS
from dragoman.lexicon.words import word_class

_RISES = word_class("rising")
_COMES = IS | word_class("coming-to-a-standing")
_BECOMES = word_class("becoming")
_ONTO = frozenset({"to", "onto", "into", "at", "on", "in", "through"})
_MAKES = word_class("making-headway")
_WINS = word_class("winning-backing")
_CAUSES = word_class("causes-backed")
_MERELY = word_class("merely")
_NO_MORE = frozenset({"but", "more", "than"})


def renown(grounds: Grounds) -> Iterator[Draft]:
    """The status claims of one sentence by height and by what a thing only is."""
    told = grounds.finds.tells(grounds.sentence.start, grounds.sentence.end)
    if "prestige" in told:
        yield from _heights(grounds)
    if "tier" in told:
        yield from _tiers(grounds)
    if "serving" in told:
        yield from _serving(grounds)
    if "advance" in told:
        yield from _advances(grounds)
    if "backing" in told:
        yield from _backed(grounds)
    if "mere" in told:
        yield from _deflated(grounds)


def _heights(grounds: Grounds) -> Iterator[Draft]:
    """ "The strategic position of Chad has reached the highest level"."""
    sentence = grounds.sentence
    for start, end in grounds.finds.said(sentence.start, sentence.end, "prestige"):
        noun = next((t for t in reversed(sentence.at(start, end)) if t.tag[0] == "N"), None)
        verb = sentence.head(noun) if noun is not None else None
        if noun is None or verb is None or noun.dep not in ("nsubj", "nsubjpass") or verb.lower not in _RISES:
            continue
        whose = [*sentence.children(noun, "poss", "amod", "nmod", "compound"), *grounds.clauses.under(noun, "of")]
        owner = grounds.first_of(whose)
        if owner is not None and _is_told(grounds, verb):
            yield _status(grounds, verb, noun, owner)


def _tiers(grounds: Grounds) -> Iterator[Draft]:
    """ "Their relations have reached a new stage", "our ties with Chad have become closer"."""
    sentence = grounds.sentence
    lexis = lexis_of(grounds.bench.scene.knowledge.lexicon)
    for start, end in grounds.finds.said(sentence.start, sentence.end, "tier"):
        tier = sentence.at(start, end)[-1:]
        verb = _reached(grounds, tier[0]) if tier else None
        if verb is None or not _is_told(grounds, verb):
            continue
        for noun in grounds.subjects(verb):
            codes = _sharing(grounds, noun) if lexis.is_conduct("shared", noun) else []
            if codes:
                yield _status(grounds, verb, noun, _of_all(grounds, codes))


def _serving(grounds: Grounds) -> Iterator[Draft]:
    """ "Chad's deterrent serves as a shield of peace": what a thing of somebody's is, as who speaks says; no office."""
    sentence, bench = grounds.sentence, grounds.bench
    for start, end in grounds.finds.said(sentence.start, sentence.end, "serving"):
        verb = next((t for t in sentence.at(start, end) if t.tag[0] == "V"), None)
        what = grounds.clauses.under(verb, "as")[:1] if verb is not None else []
        if verb is None or not what or bench.scene.role_at(what[0]) is not None or not bench.reported_by(verb):
            continue
        if not any(site.head.i == what[0].i or site.head.head == what[0].i for site in sites(bench)):
            continue  # "serve as guidelines": no word of praise or blame
        for thing in sentence.children(verb, "nsubj") if _is_told(grounds, verb) else ():
            whose = [*sentence.children(thing, "poss", "amod", "nmod", "compound"), *grounds.clauses.under(thing, "of")]
            shared = _sharing(grounds, thing) if lexis_of(bench.scene.knowledge.lexicon).is_conduct("shared", thing) else []
            owner = bench.speaker() if bench.speaker() in shared else grounds.first_of(whose) or next(iter(shared), None)
            if owner is not None and thing.tag in ("NN", "NNS"):
                span = grounds.predicate(verb, with_subject=thing)
                yield Draft("status", verb, *span, span, owner)


def _advances(grounds: Grounds) -> Iterator[Draft]:
    """ "We have made great progress in our trade relations": how far somebody has come in what it has with others."""
    lexis = lexis_of(grounds.bench.scene.knowledge.lexicon)
    for noun, verb in _objects(grounds, "advance", _MAKES):
        fields = [o for t in (noun, verb) for o in grounds.clauses.under(t, "in")]
        codes = grounds.codes_of(grounds.subjects(verb)) if any(lexis.is_conduct("shared", f) for f in fields) else ()
        if codes and grounds.bench.reported_by(verb):
            yield _status(grounds, verb, grounds.subjects(verb)[0], _of_all(grounds, codes))


def _backed(grounds: Grounds) -> Iterator[Draft]:
    """ "Our struggle is winning wide support", "Chad's cause enjoys growing sympathy": how a cause stands, and not who backs it."""
    sentence = grounds.sentence
    for _, verb in _objects(grounds, "backing", _WINS):
        for cause in (s for s in sentence.children(verb, "nsubj") if s.lower in _CAUSES):
            owner = grounds.first_of([*sentence.children(cause, "poss"), *grounds.clauses.under(cause, "of")])
            if owner is not None and grounds.bench.reported_by(verb):
                yield _status(grounds, verb, cause, owner)


def _objects(grounds: Grounds, group: str, verbs: frozenset[str]) -> Iterator[tuple[Token, Token]]:
    """The nouns of a group that a clause which is asserted has as object of one of `verbs`, each with that verb."""
    sentence = grounds.sentence
    for start, end in grounds.finds.said(sentence.start, sentence.end, group):
        noun = sentence.at(start, end)[-1]
        verb = sentence.head(noun) if noun.dep == "dobj" else None
        if verb is not None and verb.lower in verbs and _is_told(grounds, verb):
            yield noun, verb


def _is_told(grounds: Grounds, verb: Token) -> bool:
    return grounds.is_asserted(verb) and not grounds.clauses.negated(verb)


def _of_all(grounds: Grounds, codes: Sequence[str]) -> str:
    """Of those who share a thing, who speaks, or else the first."""
    speaker = grounds.bench.speaker()
    return speaker if speaker is not None and speaker in codes else codes[0]


def _status(grounds: Grounds, verb: Token, subject: Token, owner: str) -> Draft:
    """What a clause says of its subject, as the standing of `owner`."""
    span = grounds.predicate(verb, with_subject=subject)
    return Draft("status", verb, *span, span, owner, as_of=grounds.dated(verb))


def _reached(grounds: Grounds, tier: Token) -> Token | None:
    """The verb by which something has come to where `tier` says: "reached a new low", "rose to a new level", "became closer"."""
    head = grounds.sentence.head(tier)
    if head is not None and tier.dep == "pobj" and head.lower in _ONTO:
        head = grounds.sentence.head(head)
    if head is None or head.tag[0] != "V":
        return None
    if tier.tag[0] == "J":
        return head if tier.dep == "acomp" and head.lower in _BECOMES else None
    return head if head.lower in _RISES | _COMES else None


def _sharing(grounds: Grounds, bond: Token) -> list[str]:
    """Between whom a bond is, as far as the text names them."""
    pairs = bound(grounds.bench, bond, [])
    named = [c for pair in pairs for c in (pair.a, pair.b)]
    heads = (bond, *grounds.clauses.under(bond, "of"))  # "the ties of friendship between A and many others"
    return named or list(grounds.codes_of(o for h in heads for p in ("between", "with") for o in grounds.clauses.under(h, p)))


def _deflated(grounds: Grounds) -> Iterator[Draft]:
    """ "The “camps” are just schools": what in truth a thing is that others call by a name at arm's length."""
    sentence = grounds.sentence
    for verb in sentence:
        if verb.lower not in IS or not grounds.bench.reported_by(verb) or not grounds.is_asserted(verb):
            continue
        subjects = [s for s in sentence.children(verb, "nsubj") if _is_marked(grounds, s)]
        what = next((a for a in sentence.children(verb, "attr") if a.tag[0] == "N"), None)
        if not subjects or what is None or grounds.clauses.negated(verb):
            continue
        if what.lower == "nothing":  # "are nothing but", "nothing more than"
            below = [t for t in sentence.subtree(what) if t.dep == "pobj" and sentence.tokens[t.head].lower in _NO_MORE]
            what = below[0] if below else None
        elif not any(t.lower in _MERELY for t in sentence.tokens[verb.i + 1 : what.i]):
            continue
        if what is not None:
            statement, name = grounds.phrase(what), grounds.phrase(subjects[0])
            yield Draft("status", verb, name.start, statement.end, statement, None, lead=name)


def _is_marked(grounds: Grounds, subject: Token) -> bool:
    """Whether a name stands in scare quotes or behind "so-called"."""
    called = (c.lower for c in grounds.sentence.children(subject, "amod"))
    return quoted(grounds.bench, subject) or "called" in called or "so-called" in called
