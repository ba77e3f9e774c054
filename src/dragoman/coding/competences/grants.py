"""Powers that are given by name: "has the power to", "is empowered to", "must answer to", "for a term of", "vests ... in"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding.competences.offices import Holder
from dragoman.coding.competences.powers import BEING, DUTY, HOLD, Grammar, Power
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_SERVES = word_class("serving-a-term")
_LAWS = word_class("granting")
_RESERVED = word_class("left-to-somebody")
_UP_TO = (["is", "up", "to"], ["is", "incumbent", "upon"], ["is", "incumbent", "on"])
_STYLES = frozenset({"majesty", "highness", "excellency"})
_TO_WHOM = re.compile(r"\s+(?:in|on|upon|to|with)\s+(?:the\s+)?$")
# What stands before the next infinitive of a list.
_LINK = re.compile(r",?\s+(?:and|or)(?:,[^,]*,)?\s+to\s+$|,\s+to\s+$")
_PUTS = word_class("putting-in-hands")
_RULING = word_class("ruling-over-something")
_OFFICE_OF = re.compile(r"^office of (?:the )?|['’]s?$")
_LASTS = frozenset({"lasts", "last", "runs", "run"})
_TIME = word_class("terms-of-office")
_VAGUE = word_class("vague-of-powers")
# What a law lets be or not.
_LET = word_class("let-be")


def powers_had(g: Grammar) -> Iterator[Power]:
    for verb in g.sentence:
        if verb.lower not in HOLD or g.bench.clauses.negated(verb) or not g.is_current(verb):
            continue
        for noun in g.objects(verb):
            kind = g.kind_of(noun, "noun")
            if kind is None or _is_none(noun):
                continue
            for holder in g.holders(g.bench.clauses.subjects(verb)):
                if holder.office is not None or g.grounded:
                    yield from _contents(g, noun, verb, holder, kind)


def _is_none(noun: Token) -> bool:
    """ "No power to ratify": none is given."""
    return any(c.lower in ("no", "neither") for c in noun.children)


def _is_vague(g: Grammar, noun: Token) -> bool:
    """ "Wide powers", "the necessary powers": which ones is not said."""
    of = any(p.lower in ("of", "over", "in") for p in g.sentence.children(noun, "prep"))
    return not of and {c.lower for c in g.sentence.children(noun, "amod")} <= _VAGUE


def _contents(g: Grammar, noun: Token, verb: Token, holder: Holder, kind: str) -> Iterator[Power]:
    """What a power consists of: "to conclude treaties and conduct affairs", "of appointing", "of veto"."""
    found = [c for c in g.sentence.children(noun, "acl", "relcl") if g.is_infinitive(c)]
    found = found or [c for c in g.sentence.children(verb, "xcomp", "advcl") if g.is_infinitive(c)]
    for prep in g.sentence.children(noun, "prep"):
        found += [p for p in g.sentence.children(prep, "pcomp") if p.tag == "VBG"] if prep.lower in ("of", "for") else []
    acts = [each for act in found for each in g.listed(act)]
    for each in (*acts, *_further(g, acts)):
        yield Power(holder, kind, *g.extent(each), each, verb.i)
    if not found and not (_is_vague(g, noun) and (noun.tag == "NNS" or noun.lower in ("task", "duty", "power", "right"))):
        start, end = g.phrase(noun)
        if start < verb.end <= noun.start:  # read as one noun with its verb
            start, end = g.trim(verb.end, noun.end)
        yield Power(holder, kind, start, end, noun, verb.i)


def _further(g: Grammar, acts: list[Token]) -> list[Token]:
    """Infinitives of one list that the parser hung elsewhere: ", to raise armies and to regulate commerce"."""
    tokens, out = g.sentence.tokens, list[Token]()
    if not acts or not g.is_infinitive(acts[-1]):
        return out
    for token in tokens[acts[-1].i + 1 :]:
        if token.tag in ("VBD", "VBZ", "VBP", "MD") or token.text in (";", ":"):
            break
        if token.tag == "VB" and tokens[token.i - 1].lower == "to" and tokens[token.i - 2].lower in (",", "and", "or"):
            out += [t for t in g.listed(token) if t not in acts and t not in out]
    return out


def _apart(g: Grammar, acts: list[Token]) -> Iterator[tuple[Token, tuple[int, int]]]:
    """Each act of one list with its words, these up to the next: "to sign treaties and, with the Senate's consent, to declare war"."""
    for i, act in enumerate(acts):
        start, end = g.extent(act)
        following = acts[i + 1].start if i + 1 < len(acts) else end
        link = _LINK.search(g.bench.text, start, following) if start < following < end else None
        yield act, (start, link.start() if link is not None else end)


def entitled(g: Grammar) -> Iterator[Power]:
    for token in g.sentence:
        kind = g.kind_of(token, "adjective")
        if kind is None or token.tag[0] not in "JV" or token.tag == "VBD":
            continue
        if g.is_negated(token) and token.lower not in g.words["forbid", ""]:
            continue
        acts = [c for c in g.sentence.children(token, "xcomp", "ccomp", "advcl") if g.is_infinitive(c)]
        things = (
            [p for p in g.sentence.children(token, "prep") if p.lower in ("for", "with")] if not acts and kind == "duty" else []
        )
        for holder in g.holders(g.bearers(token)):
            if holder.office is None and not g.grounded:
                continue
            for act in acts:
                for each in g.listed(act):
                    yield Power(holder, kind, *g.extent(each), each, token.i)
            if things and g.rules(holder, [t for c in things for t in g.sentence.subtree(c)]):
                below = [t for c in things for p in g.sentence.children(c, "pobj", "pcomp") for t in g.sentence.subtree(p)]
                # "Is charged by Article 5 with carrying out policy": what with, where the ground stands between.
                ahead = g.stop(token) > token.end or not below
                words = g.trim(token.start, g.stop(token)) if ahead else g.trim(*g.sentence.span(below))
                yield Power(holder, kind, *words, token, token.i)


def accountabilities(g: Grammar) -> Iterator[Power]:
    for token in g.sentence:
        if token.lower not in g.words["answers", ""]:
            continue
        to = [c for c in g.sentence.children(token, "prep", "dative") if c.lower in ("to", "before")] or _fronted(g, token)
        if not to or (token.tag[0] == "V" and not ((g.grounded or _is_to_organ(g, to[0])) and g.is_current(token))):
            continue
        for holder in g.holders(g.bearers(token)):
            if holder.office is not None:
                tokens = [token, *g.sentence.subtree(to[0], without=frozenset({"advcl", "relcl", "conj"}))]
                tokens = [t for t in tokens if t.i >= token.i]
                yield Power(holder, "accountability", *g.trim(token.start, g.ungrounded(tokens)[1]), token, token.i)


def _fronted(g: Grammar, token: Token) -> list[Token]:
    """ "The assembly, to which the cabinet is accountable": the preposition before the clause."""
    copula = g.sentence.head(token) if token.dep in ("acomp", "attr") else None
    ahead = [p for h in (token, copula) if h is not None for p in g.sentence.children(h, "prep", "dative") if p.i < token.i]
    return [p for p in ahead if p.lower == "to" and any(o.tag in ("WDT", "WP") for o in g.sentence.children(p, "pobj"))]


def _is_to_organ(g: Grammar, to: Token) -> bool:
    """Whether an office answers "to the Senate", under a law that was spoken of before, or must do so."""
    verb = g.sentence.head(to)
    must = verb is not None and not DUTY.isdisjoint(g.bench.clauses.auxiliaries(verb))
    return (bool(g.frames) or must) and any(h.office is not None for h in g.holders(g.sentence.children(to, "pobj")))


def terms(g: Grammar) -> Iterator[Power]:
    for token in g.sentence:
        if token.lower not in g.words["term", ""] or token.tag[0] != "N":
            continue
        below = g.sentence.subtree(token)
        copula = g.sentence.head(token) if token.dep == "nsubj" else None
        if copula is not None and copula.lower in BEING | _LASTS:  # "the term of the President is five years"
            below = [*below, *g.sentence.tokens[copula.i + 1 : copula.i + 4]]
        if not any(t.lower in _TIME or re.search(r"-(?:year|month)", t.lower) or t.lower.endswith("year") for t in below):
            continue
        clause = g.sentence.verb_above(token)
        if clause is None or not g.is_current(clause):
            continue
        owners = [antecedent(g, o) for o in g.sentence.children(token, "poss")]
        of = g.bench.clauses.under(token, "of")
        owners += [w for o in of for w in (g.bench.clauses.under(o, "of") if o.lower == "office" else [o])]
        owners += [*g.about(clause), *g.bench.clauses.subjects(clause)]
        for holder in [_unowned(h) for h in g.holders(owners) if h.office is not None][:1]:
            whose = any(o.tag == "WP$" for o in g.sentence.children(token, "poss"))  # "whose term is five years"
            own = not whose and (owners[0].dep == "nsubj" or token.dep != "nsubj")
            end = _term_end(g, token) if own else g.stop(clause)
            yield Power(holder, "term", *g.trim(min(t.start for t in below if t.i >= token.i - 3), end), token, token.i)


def _unowned(holder: Holder) -> Holder:
    """The office of "the president's term", "the term of the office of president"."""
    return replace(holder, office=_OFFICE_OF.sub("", holder.office or ""))


def antecedent(g: Grammar, token: Token) -> Token:
    """ "The President, whose term is five years": whom "whose" stands for."""
    clause = next((a for a in g.sentence.ancestors(token) if a.dep == "relcl"), None) if token.tag == "WP$" else None
    return g.sentence.tokens[clause.head] if clause is not None else token


def years_in_office(g: Grammar) -> Iterator[Power]:
    """ "holds office for five years", "is elected for four years"."""
    for verb in g.sentence:
        if verb.lower not in _SERVES or verb.tag[0] not in "VN" or not g.is_current(verb):
            continue
        for prep in g.sentence.children(verb, "prep"):
            years = [o for o in g.sentence.children(prep, "pobj") if o.lower in ("years", "year", "months", "life")]
            owners = [*g.about(verb), *g.bench.clauses.subjects(verb)]
            owners += [h for h in [g.sentence.head(verb)] if h is not None and verb.dep == "acl"]
            for holder in [h for h in g.holders(owners) if h.office is not None][:1] if years and prep.lower == "for" else ():
                yield Power(holder, "term", *g.phrase(years[0]), years[0], verb.i)


def _term_end(g: Grammar, token: Token) -> int:
    """The end of "term that is the same as members of the assembly (five years)"."""
    text, end = g.bench.text, max(t.end for t in g.sentence.subtree(token, without=frozenset({"advcl"})))
    after = re.compile(r"\s*\([^()]{1,40}\)").match(text, end, g.sentence.end)
    frame = min((f.start for f in g.frames if not f.carried and token.start < f.start), default=end)
    return min(after.end() if after is not None else end, frame)


def granted(g: Grammar) -> Iterator[Power]:
    for verb in g.sentence:
        kind = g.kind_of(verb, "verb")
        if kind is None or verb.tag[0] not in "VN" or verb.dep in ("amod", "compound") or not _is_lawful(g, verb):
            continue
        if verb.tag == "VBD" and not g.is_current(verb):
            continue  # "the government allowed the league to open an office": what was done once
        lets = verb.lower in ("let", "lets")
        for act in (
            c for c in g.sentence.children(verb, "xcomp", "ccomp", "advcl") if g.is_infinitive(c) or (lets and c.tag == "VB")
        ):
            bearers = g.sentence.children(act, "nsubj") or g.sentence.children(verb, "dobj")
            for holder in g.holders(bearers):
                listed = g.listed(act)
                listed += _further(g, listed)
                for each, (start, end) in _apart(g, listed):
                    start = verb.start if verb.lower in g.words["forbid", ""] else start
                    yield Power(holder, kind, start, end, each, verb.i)


def kept_from(g: Grammar) -> Iterator[Power]:
    """ "The constitution bars the President from sending troops abroad"."""
    for verb in g.sentence.among(g.words["forbid", ""]) if g.grounded else ():
        if verb.tag[0] != "V" or g.is_negated(verb) or not g.is_current(verb):
            continue
        bearers = g.sentence.children(verb, "nsubjpass" if g.bench.clauses.is_passive(verb) else "dobj")
        acts = [a for p in g.sentence.children(verb, "prep") if p.lower == "from" for a in g.sentence.children(p, "pcomp")]
        for holder in g.holders(bearers) if acts and acts[0].tag == "VBG" else ():
            yield Power(holder, "duty", *g.trim(verb.start, g.stop(acts[0])), acts[0], verb.i)


def forbidden(g: Grammar) -> Iterator[Power]:
    """ "Article 9 forbids the use of force": what a law bars without saying whom, the state itself must not do."""
    for verb in g.sentence.among(g.words["forbid", ""]) if g.grounded else ():
        if verb.tag not in ("VBZ", "VBP") or g.bench.clauses.is_passive(verb):
            continue
        subjects = g.sentence.children(verb, "nsubj")
        lawful = any(f.start <= s.start < f.end for s in subjects for f in g.frames if not f.carried)
        acts = [t for t in g.sentence.children(verb, "xcomp", "ccomp") if g.is_infinitive(t)]
        if lawful and not acts and any(o.tag in ("NN", "NNS", "VBG") for o in g.sentence.children(verb, "dobj")):
            yield Power(Holder(None, None, verb.start, verb.end), "duty", *g.extent(verb), verb, verb.i)


def barred(g: Grammar) -> Iterator[Power]:
    """ "No foreign base shall be permitted on its territory": what a law will not have, said in the passive of nobody."""
    for verb in g.sentence.among(_LET) if g.frames else ():
        if not g.bench.clauses.is_passive(verb) or g.sentence.agents(verb):
            continue
        subject = next(iter(g.sentence.children(verb, "nsubjpass")), None)
        if subject is None or DUTY.isdisjoint(g.bench.clauses.auxiliaries(verb)):
            continue
        if any(c.lower == "no" for c in g.sentence.children(subject, "det")) or g.bench.clauses.negated(verb):
            start = g.ungrounded(g.sentence.subtree(subject, without=frozenset({"relcl"})))[0]
            yield Power(Holder(None, None, start, verb.end), "duty", *g.trim(start, g.stop(verb)), verb, verb.i)


def _is_lawful(g: Grammar, verb: Token) -> bool:
    """Whether a law does it: one that the sentence names, or "other articles" of the one spoken of."""
    return g.grounded or (bool(g.frames) and any(s.lower in _LAWS for s in g.bench.clauses.subjects(verb)))


def given(g: Grammar) -> Iterator[Power]:
    """ "vests executive power in the President", "gives X the power to"; small parsers take "vests" for a noun."""
    for verb in g.sentence:
        if verb.tag[0] not in "VN" or verb.lower not in g.words["give", ""] or not g.is_current(verb):
            continue
        nouns = [*g.objects(verb), *g.sentence.children(verb, "nsubjpass"), *g.sentence.tokens[verb.i + 1 : verb.i + 7]]
        nouns = [n for n in nouns if n.tag[0] == "N" and g.kind_of(n, "noun") and not _is_none(n)][:2]
        receivers = [t for t in g.sentence.children(verb, "dative") if t.tag[0] in "NP"]
        acts = [t for n in nouns for c in g.sentence.children(n, "acl") for t in g.sentence.subtree(c)]
        for prep in (p for h in (verb, *nouns, *acts) for p in g.sentence.children(h, "prep", "dative")):
            if prep.lower in ("to", "in", "on", "upon", "with", "for"):
                receivers += g.sentence.children(prep, "pobj")
        for noun in nouns:
            for holder in g.holders(receivers):
                for power in _contents(g, noun, verb, holder, g.kind_of(noun, "noun") or "power"):
                    # "Vests the executive power of Chad in the President": up to in whom.
                    to = (
                        _TO_WHOM.search(g.bench.text, power.start, holder.start)
                        if power.start < holder.start < power.end
                        else None
                    )
                    yield replace(power, end=to.start()) if to is not None else power


def assigned(g: Grammar) -> Iterator[Power]:
    """ "Article 7 charges the minister with the conduct of policy", "assigns foreign affairs to the federal government"."""
    for verb in g.sentence if g.grounded else ():
        if verb.tag[0] != "V" or g.bench.clauses.is_passive(verb) or not g.is_current(verb) or g.is_negated(verb):
            continue
        things = g.sentence.children(verb, "dobj")
        under = [p for o in things for p in g.sentence.subtree(o) if p.dep == "prep" and p.lower in ("to", "in")]
        for prep in (*g.sentence.children(verb, "prep", "dative"), *under):
            others = g.sentence.children(prep, "pobj", "pcomp")
            hands = [o for h in others if h.lower in ("hands", "hand") for o in g.bench.clauses.under(h, "of")]
            if prep.lower == "with" and verb.lower in g.words["charge", ""]:
                matters, receivers, kind = others, things, "duty"
            elif prep.lower in ("to", "in", "upon") and verb.lower in g.words["give", ""]:
                matters, receivers, kind = things, others, "power"
            elif prep.lower == "in" and hands and verb.lower in _PUTS:  # "places foreign affairs in the hands of"
                matters, receivers, kind = things, hands, "power"
            else:
                continue
            holder = next((h for h in g.holders(receivers) if h.office is not None), None)
            for matter in matters if holder is not None else ():
                for each in (matter, *g.sentence.children(matter, "conj")):
                    if holder is not None and each.tag[0] in "NV" and g.kind_of(each, "noun") is None:
                        start, end = g.phrase(each)
                        cut = prep.start if start < prep.start < end else end
                        yield Power(holder, kind, *g.trim(start, cut), each, verb.i)


def in_charge(g: Grammar) -> Iterator[Power]:
    """ "The minister is in charge of foreign trade"."""
    for noun in g.sentence:
        before = g.sentence.head(noun) if noun.lower == "charge" and noun.dep == "pobj" else None
        verb = g.sentence.head(before) if before is not None and before.lower == "in" else None
        of = [p for p in g.sentence.children(noun, "prep") if p.lower == "of"]
        if verb is None or verb.lower not in BEING or not of or g.is_negated(verb):
            continue
        for holder in [h for h in g.holders(g.about(verb)) if h.office is not None][:1]:
            things = [t for p in of for o in g.sentence.children(p, "pobj") for t in g.sentence.subtree(o)]
            if things and g.rules(holder, things):
                yield Power(holder, "duty", *g.trim(noun.start, g.ungrounded(things)[1]), noun, verb.i)


def reserved(g: Grammar) -> Iterator[Power]:
    """ "The ratification of treaties is reserved to parliament", "foreign affairs are left to the Union"."""
    for verb in g.sentence:
        if verb.lower not in _RESERVED or not g.bench.clauses.is_passive(verb) or g.is_negated(verb):
            continue
        subject = next((s for s in g.sentence.children(verb, "nsubjpass") if s.tag[0] in "NV"), None)
        to = [o for p in g.sentence.children(verb, "prep", "dative") if p.lower in ("to", "for", "with", "in")
              for o in g.sentence.children(p, "pobj")]  # fmt: skip
        if subject is None or g.kind_of(subject, "noun") is not None or not g.is_current(verb):
            continue
        below = g.sentence.subtree(subject)
        for holder in [h for h in g.holders(to) if h.office is not None and g.rules(h, below)][:1]:
            yield Power(holder, "power", *g.trim(*g.sentence.span(below)), subject, verb.i)


def falling(g: Grammar) -> Iterator[Power]:
    """ "It is for the President to sign treaties and to receive envoys", "it falls to the Senate to ratify them"."""
    tokens = g.sentence.tokens
    for it in tokens[:-4]:
        after = [t.lower for t in tokens[it.i + 1 : it.i + 4]]
        size = 2 if after[:2] in (["is", "for"], ["falls", "to"]) else 3 if after in _UP_TO else 0
        if it.lower != "it" or not size:
            continue
        act = next((t for t in tokens[it.i + size + 1 :] if t.tag == "VB" and tokens[t.i - 1].lower == "to"), None)
        named = (
            [
                t
                for t in tokens[it.i + size + 1 : act.i - 1]
                if t.tag[0] == "N" and t.dep != "compound" and t.lower not in _STYLES
            ]
            if act
            else []
        )
        holder = next((h for t in named for h in g.holders([t]) if h.office is not None), None)
        if act is None or holder is None or not g.rules(holder, tokens[act.i :]):
            continue
        acts = g.listed(act)
        for each, (start, end) in _apart(g, [*acts, *_further(g, acts)]):
            yield Power(holder, "power", start, end, each, it.i)


def resting(g: Grammar) -> Iterator[Power]:
    """ "the power to declare war rests with Congress": by its words, since it too is read as a noun; "to Congress belongs it"."""
    for verb in g.sentence:
        if verb.lower in g.words["rests", ""]:
            to = [o for p in ("to", "with", "in") for o in g.bench.clauses.under(verb, p) if o.i < verb.i]
            after = [n for n in g.sentence.children(verb, "nsubj", "dobj", "attr") if n.i > verb.i and g.kind_of(n, "noun")]
            for holder in g.holders(to)[:1] if after else ():
                yield from _contents(g, after[0], verb, holder, g.kind_of(after[0], "noun") or "power")
        following = g.sentence.tokens[verb.i + 1] if verb.i + 1 < len(g.sentence.tokens) else verb
        passive = verb.tag == "VBN" and g.bench.clauses.is_passive(verb)  # "is vested in": see `given`
        if passive or verb.lower not in g.words["rests", ""] or following.lower not in ("with", "to", "in"):
            continue
        given = next((t for t in reversed(g.sentence.tokens[: verb.i]) if t.tag[0] == "N" and g.kind_of(t, "noun")), None)
        whole = next((t for t in g.sentence.children(verb, "nsubj") if t.lower in _RULING), None) if given is None else None
        given = given or whole
        owner = next((t for t in g.sentence.tokens[verb.i + 2 : verb.i + 6] if t.tag[0] == "N" and t.dep != "compound"), None)
        if given is None or owner is None:
            continue
        start, end = g.trim(given.end, verb.start)
        if given is whole:
            start, end = g.trim(*g.sentence.span(g.sentence.subtree(given)))
        elif start >= end:
            start, end = g.trim(*g.sentence.span(g.sentence.subtree(given, without=frozenset({"prep"}))))
        for holder in [h for h in g.holders([owner]) if given is not whole or g.rules(h, g.sentence.subtree(given))][:1]:
            yield Power(holder, "power", start, end, given, verb.i)
