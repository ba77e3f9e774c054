"""Aims in words of wishing and of purpose: "is keen to A", "looks forward to doing A", "in order to A", "with a view to A"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.principles.declarations import Declared, Wording, each_aim, has_value, predicates, statement, wording_of
from dragoman.coding.principles.pledges import is_idle, is_past
from dragoman.coding.sentence.courtesies import says_by_wishing
from dragoman.coding.sentence.phrasing import listed, phrase, span_of, trimmed
from dragoman.coding.sentence.voices import declarers, owners, speaking, voice
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import IS
from dragoman.lexicon.words import alternatives, word_class

# What is wished in order to say something: "wishes to thank", "would like to stress".
_SAID = word_class("wished-in-speech")
_SPEECH = re.compile(rf"(?:{alternatives('wished-in-a-speech')})\b|take this|share (?:with you|some|our|my|a few)")
_WOULD = word_class("would-wish")
_ONLY_WOULD = _WOULD - {"wish"}
# "Hopes to return in spring": where somebody hopes to be.
_COMING = word_class("coming-and-going")
_EAGER = word_class("eager")
_FORWARD = frozenset({"look", "looks", "looking"})
_GERUND_AFTER = frozenset({"in", "on", "upon", "to", "of", "at"})
_WISHED_FOR = word_class("wished-for")
_SERVES = frozenset({"serves", "seeks", "aims", "strives", "serve", "seek", "aim"})
_GOING_AFTER = word_class("going-after")
_SEEKS = frozenset({"seeks", "seek", "eyes"})
_PURPOSES = word_class("purposes")
_HAVING_PURPOSE = word_class("having-a-purpose")
_UNDERTAKINGS = word_class("undertakings-with-a-purpose")
_DIRECTED = frozenset({"aimed", "directed", "geared"})
_DESIGNED = frozenset({"designed", "intended", "meant"})
_AIMED = _DIRECTED | _DESIGNED
_SIGNS = _EAGER | _PURPOSES | _DIRECTED | _GOING_AFTER | {"designed", "forward", "what", "agenda", "serves", "eyes"}
_IN_ORDER = frozenset({"in", "order", "to"})


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words can tell a purpose, or a wish by another word than a verb."""
    return not words.isdisjoint(_SIGNS) or words >= _IN_ORDER


def find(bench: Workbench) -> Iterator[Declared]:
    """The wishes and purposes of one sentence."""
    wording = wording_of(bench.scene.knowledge.lexicon)
    for token in bench.sentence:
        if token.tag[0] == "V" and (wording.of("wish", token) or token.lower in _WOULD):
            yield from _wished(bench, token)
        elif token.lower in _GOING_AFTER and token.tag == "VBG":
            yield from _pursued(bench, token)
        elif token.lower in _SEEKS and token.tag in ("VBZ", "VBP"):
            yield from _pursued(bench, token)
            yield from _undertaken(bench, token)
        elif token.lower in _SERVES and token.tag in ("VBZ", "VBP"):
            yield from _undertaken(bench, token)
        elif token.lower == "high" and token.dep in ("acomp", "advmod"):
            yield from _on_agenda(bench, token)
        elif token.lower in _EAGER:
            yield from _eager(bench, token)
        elif token.lower == "what" and token.dep == "dobj":
            yield from _cleft(bench, wording, token)
        elif token.lower == "forward":
            yield from _awaited(bench, token)
        elif token.lower in _AIMED and token.tag == "VBN":
            yield from _directed(bench, token)
        elif token.lower in _PURPOSES:
            yield from _purpose(bench, wording, token)
        elif token.lower == "order" and bench.sentence.tokens[token.i - 1].lower == "in":
            yield from _in_order(bench, token)


def _is_unreal(bench: Workbench, verb: Token) -> bool:
    clauses = bench.clauses
    if clauses.is_condition(verb):
        return True
    if verb.lower in _WOULD and clauses.auxiliaries(verb)[:1] == ["would"]:  # "would like to": neither possible nor past
        return clauses.negated(verb) or clauses.is_duty(verb)
    return is_idle(bench, verb)


def _wished(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "Hopes to A", "we wish to A and B", "would like to A"."""
    clauses, sentence = bench.clauses, bench.sentence
    if verb.lower in _ONLY_WOULD and "would" not in clauses.auxiliaries(verb):
        return
    told = verb.tag in ("VBZ", "VBP", "VBD") or any(a.tag[0] in "VM" for a in sentence.children(verb, "aux"))
    if _is_unreal(bench, verb) or not told or verb.dep in ("xcomp", "relcl", "amod", "acl") or clauses.is_passive(verb):
        return
    if any(says_by_wishing(clauses, c) for c in sentence.children(verb, "xcomp")):
        return
    yield from _infinitives(bench, verb, verb)
    yield from _things_wished(bench, verb)


def _things_wished(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "Longs for an end to the sanctions", "we want peace with all"."""
    wording = wording_of(bench.scene.knowledge.lexicon)
    said = voice(bench, verb)
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=False)
    things = bench.clauses.under(verb, "for") if verb.lower in _WISHED_FOR else bench.sentence.children(verb, "dobj")
    for thing in things if holders else ():
        words = trimmed(bench.text, span_of(phrase(bench.sentence, thing)))
        worthy = verb.lower in _WISHED_FOR or has_value(wording, words.of(bench.text)) or thing.lower in wording.lemmas["value"]
        if worthy and thing.tag in ("NN", "NNS") and bench.scene.role_at(thing) is None:
            yield Declared("aim", holders, words, verb, tuple(said))


def _undertaken(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "This visit serves to A", "our new strategy seeks to A"."""
    subjects = [s for s in bench.sentence.children(verb, "nsubj") if s.lower in _UNDERTAKINGS]
    if not subjects or _is_unreal(bench, verb):
        return
    said = voice(bench, verb)
    holders = owners(bench, subjects[0], said)
    if not holders and bench.referrer.owner(subjects[0]) is None and not bench.clauses.under(subjects[0], "of"):
        holders = speaking(bench, said)
    for below in bench.sentence.children(verb, "xcomp", "advcl") if holders else ():
        if bench.clauses.is_infinitive(below):
            for first, last in predicates(bench, below):
                yield Declared("aim", holders, statement(bench, first, last), verb, tuple(said))


def _on_agenda(bench: Workbench, high: Token) -> Iterator[Declared]:
    """ "Rejoining the bank is high on our agenda"."""
    verb = bench.sentence.head(high)
    lists = [o for p in ("on", "among", "at") for o in bench.clauses.under(high, p) if o.lower in ("agenda", "list")]
    whose = [c for o in lists for c in bench.sentence.children(o, "poss")]
    if verb is None or verb.tag[0] != "V" or not lists or _is_unreal(bench, verb):
        return
    said = voice(bench, verb)
    of = [o for item in lists for o in bench.clauses.under(item, "of")]
    holders = declarers(bench, [*whose, *of], said, own=True) if [w for w in (*whose, *of) if w.lower != "our"] else ()
    holders = holders or (speaking(bench, said) if any(w.lower == "our" for w in whose) else ())
    for subject in bench.sentence.children(verb, "nsubj", "csubj"):
        yield Declared("aim", holders, trimmed(bench.text, span_of(bench.sentence.subtree(subject))), verb, tuple(said))


def _infinitives(bench: Workbench, ruler: Token, verb: Token) -> Iterator[Declared]:
    """The infinitives under `ruler`, a wish or its adjective, as aims of the subject of `verb`."""
    said = voice(bench, verb)
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=False)
    for below in bench.sentence.children(ruler, "xcomp", "ccomp", "advcl") if holders else ():
        if bench.clauses.is_infinitive(below) and below.i > ruler.i and not bench.sentence.children(below, "nsubj"):
            for first, last in predicates(bench, below):
                if first.lower not in _SAID | _COMING and not _is_so(bench, first):
                    for words in (
                        w for w in each_aim(bench, statement(bench, first, last)) if not _SPEECH.match(bench.text, *w)
                    ):
                        yield Declared("aim", holders, words, verb, tuple(said))


def _is_so(bench: Workbench, verb: Token) -> bool:
    """ "And to do so by talks": how, and no further aim."""
    behind = bench.sentence.tokens[verb.i + 1 : verb.i + 2]
    return verb.lower == "do" and any(t.lower in ("so", "it", "this", "that") for t in behind)


def _eager(bench: Workbench, adjective: Token) -> Iterator[Declared]:
    """ "Is keen to A", "is interested in doing A", "is desirous of doing A"."""
    verb = adjective if bench.clauses.is_passive(adjective) else bench.sentence.head(adjective)
    if verb is None or verb.tag[0] != "V" or adjective.dep in ("amod", "acl") or _is_unreal(bench, verb):
        return
    yield from _infinitives(bench, adjective, verb)
    yield from _gerunds(bench, adjective, verb)


def _gerunds(bench: Workbench, ruler: Token, verb: Token) -> Iterator[Declared]:
    said = voice(bench, verb)
    subjects = bench.sentence.children(verb, "nsubjpass") or bench.clauses.subjects(verb)
    holders = declarers(bench, subjects, said, own=False)
    preps = [p for p in bench.sentence.children(ruler, "prep") if p.lower in _GERUND_AFTER and p.i > ruler.i]
    for deed in (c for p in preps for c in bench.sentence.children(p, "pcomp") if c.tag == "VBG" and c.lower not in _SAID):
        for first, last in predicates(bench, deed) if holders else ():
            yield Declared("aim", holders, statement(bench, first, last), verb, tuple(said))


def _awaited(bench: Workbench, forward: Token) -> Iterator[Declared]:
    """ "Looks forward to doing A with B"."""
    verb = bench.sentence.head(forward)
    if verb is not None and verb.lower in _FORWARD and not _is_unreal(bench, verb):
        yield from _gerunds(bench, verb, verb)
        yield from _gerunds(bench, forward, verb)


def _pursued(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "Is pursuing membership of the bloc"; policies and courses are told elsewhere."""
    told = verb.tag != "VBG" or bool(bench.sentence.children(verb, "aux"))
    if _is_unreal(bench, verb) or not told or verb.dep not in ("ROOT", "conj", "ccomp"):
        return
    wording = wording_of(bench.scene.knowledge.lexicon)
    said = voice(bench, verb)
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=False)
    for thing in bench.sentence.children(verb, "dobj"):
        plain = thing.tag[0] == "N" and not any(wording.of(form, thing) for form in ("course", "stand", "ideal"))
        if plain and bench.scene.mention_at(thing) is None and bench.scene.role_at(thing) is None:
            words = phrase(bench.sentence, thing)
            yield Declared("aim", holders, trimmed(bench.text, span_of(words)), verb, tuple(said))


def _cleft(bench: Workbench, wording: Wording, what: Token) -> Iterator[Declared]:
    """ "What X wants is a union that lasts", "what we seek is not A but B"."""
    sentence = bench.sentence
    wish = sentence.head(what)
    copula = sentence.head(wish) if wish is not None else None
    if wish is None or copula is None or copula.lower not in ("is", "remains") or wish.i > copula.i:
        return
    if not (wording.of("wish", wish) or wording.of("strive", wish)) or _is_unreal(bench, wish):
        return
    said = voice(bench, copula)
    holders = declarers(bench, bench.clauses.subjects(wish), said, own=False)
    told = [c for c in sentence.children(copula, "attr", "xcomp") if c.i > copula.i]
    nots = [t for t in sentence.tokens[copula.i + 1 : copula.i + 2] if t.lower == "not"]
    heads = [c for t in told for c in sentence.children(t, "conj")] if nots else told
    for head in heads:
        words = trimmed(bench.text, span_of(sentence.subtree(head)))
        yield Declared("aim", holders, words, copula, tuple(said))


def _directed(bench: Workbench, participle: Token) -> Iterator[Declared]:
    """ "Our reform is aimed at A and at B", "the initiative is designed to A"."""
    sentence = bench.sentence
    subjects = [s for s in sentence.children(participle, "nsubjpass", "nsubj") if s.lower in _UNDERTAKINGS]
    if not subjects and any(s.lower in ("efforts", "effort") for s in sentence.children(participle, "nsubjpass", "nsubj")):
        subjects = [
            s for s in sentence.children(participle, "nsubjpass", "nsubj") if owners(bench, s, voice(bench, participle))
        ]
    if not subjects or bench.clauses.negated(participle) or bench.clauses.is_possible(participle) or is_past(bench, participle):
        return
    said = voice(bench, participle)
    holders = owners(bench, subjects[0], said)
    if not holders and bench.referrer.owner(subjects[0]) is None and not bench.clauses.under(subjects[0], "of"):
        holders = speaking(bench, said)
    heads = [c for c in sentence.children(participle, "xcomp", "advcl") if bench.clauses.is_infinitive(c)]
    preps = [p for p in sentence.children(participle, "prep") if p.lower in ("at", "towards", "toward")]
    preps += [c for p in preps for c in sentence.children(p, "conj")]
    heads += [c for p in preps for c in sentence.children(p, "pcomp")]
    for first, last in (p for h in heads for p in predicates(bench, h)):
        yield Declared("aim", holders, statement(bench, first, last), participle, tuple(said))
    for noun in (o for p in preps for o in sentence.children(p, "pobj") if bench.scene.mention_at(o) is None):
        words = phrase(sentence, noun)
        yield Declared("aim", holders, trimmed(bench.text, span_of(words)), participle, tuple(said))


def _acting(bench: Workbench, token: Token) -> Token | None:
    """The main verb of what is done for a purpose; None where it lies in the past or is not done."""
    verb = next((a for a in bench.sentence.ancestors(token) if a.tag in ("VBZ", "VBP", "VBN", "VBG", "VB")), None)
    if verb is not None and verb.lower in IS and any(s.lower == "it" for s in bench.sentence.children(verb, "nsubj")):
        return None  # "it is necessary"
    if verb is None or verb.dep not in ("ROOT", "ccomp", "conj") or _is_unreal(bench, verb) or bench.clauses.is_passive(verb):
        return None
    return verb


def _in_order(bench: Workbench, order: Token) -> Iterator[Declared]:
    """ "In order to A, X does B"."""
    verb = _acting(bench, order)
    below = [t for t in bench.sentence.tokens[order.i + 1 : order.i + 5] if bench.clauses.is_infinitive(t)]
    if verb is not None and below and verb not in below:
        yield from _for(bench, verb, below[0])


def _for(bench: Workbench, verb: Token, deed: Token) -> Iterator[Declared]:
    said = voice(bench, verb)
    holders = declarers(bench, bench.clauses.subjects(verb), said, own=False)
    for first, last in predicates(bench, deed) if holders and deed.lower not in _SAID else ():
        yield Declared("aim", holders, statement(bench, first, last), verb, tuple(said))


def _purpose(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    """ "With a view to doing A, X does B", "with the aim of A", "pursues the goal of A"."""
    sentence = bench.sentence
    head = sentence.head(noun)
    if head is None:
        return
    preps = [p for p in sentence.children(noun, "prep") if p.lower in ("of", "to")]
    deeds = [c for p in preps for c in sentence.children(p, "pcomp")]
    below = [c for c in sentence.children(noun, "acl", "relcl") if bench.clauses.is_infinitive(c)]
    things = [m for p in preps for o in sentence.children(p, "pobj") for m in listed(sentence, o)[:1]]
    if noun.dep == "pobj" and head.lower in ("with", "for", "in"):
        verb = _acting(bench, head)
        if verb is not None and not (head.lower == "in" and not below):
            for deed in (*deeds, *below):
                yield from _for(bench, verb, deed)
        return
    if noun.dep != "dobj" or head.lower not in _HAVING_PURPOSE or not wording.of("stand", noun) or _is_unreal(bench, head):
        return
    for deed in (*deeds, *below):
        yield from _for(bench, head, deed)
    said = voice(bench, head)
    holders = declarers(bench, bench.clauses.subjects(head), said, own=False)
    for thing in things:
        if bench.scene.mention_at(thing) is None or sentence.children(thing, "amod", "relcl"):
            words = phrase(sentence, thing)
            yield Declared("aim", holders, trimmed(bench.text, span_of(words)), head, tuple(said))
