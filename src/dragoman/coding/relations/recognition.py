"""Recognition of states: who recognises whom, denies it, or takes it back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.relations.bonds import Bonds, is_no_longer, is_real, is_yet_to
from dragoman.coding.relations.partners import some_named
from dragoman.coding.relations.periods import period
from dragoman.coding.relations.telling import Told, also_named, antecedent, own_clause, states_of, told_when
from dragoman.coding.sentence.phrasing import refer
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE
from dragoman.lexicon.entries import Bond
from dragoman.lexicon.words import alternatives, stems, word_class

_STATEHOOD = word_class("statehood")
_AS_STATE = re.compile(r"\bas (?:an?|the) (?:\w+[- ]){0,4}(?:state|country|nation|republic|government)\b", re.IGNORECASE)
_NOT_AS_STATE = re.compile(rf"\b(?:{alternatives('recognised-as-no-state')})\b", re.IGNORECASE)
_GRANTED = stems("stems-of-granting")
_REFUSES = ("refus", "declin")
_HELD = word_class("having-been-granted")
_STATES, _NEW = frozenset({"state", "republic", "country", "nation"}), frozenset({"new", "young", "independent"})
_FREEING = frozenset({"independence", "independent", "statehood", "seceded", "separated"})
_SWITCHES = ("switch", "transfer", "shift")
_BUT_NOT = re.compile(r"\bbut not (?:yet )?by (?:the )?")
_UNTIL = re.compile(r"\b(?:until|before|unless|without)\b")
_TAKEN_BACK = ("withdr", "revok", "rescind", "cancel")


def recognised(bench: Workbench, verb: Token) -> Iterator[Told]:
    """ "A recognized B", "A does not recognize the independence of B", "B was recognized by A", "recognized each other"."""
    sentence, clauses = bench.sentence, bench.clauses
    objects = clauses.objects(verb)
    refused = _refused(bench, verb)
    words = bench.text[verb.end : sentence.span(sentence.subtree(verb)).end]
    clauses_of_as = [t for t in sentence.subtree(verb) if t.lower == "as" and t.dep == "mark"]  # "as 84 states have done"
    if re.search(r"\bas\b", words) and not clauses_of_as and (not _AS_STATE.search(words) or _NOT_AS_STATE.search(words)):
        return
    by = states_of(bench, clauses.subjects(verb))
    by += [c for c, _ in some_named(bench, clauses.subjects(verb)) if c not in by]
    by = by or states_of(bench, _counted_among(bench, verb))
    mutual = any(o.lower == "other" for o in objects)
    again = _recognised_before(bench) if any(o.lower == "it" and o.tag == "PRP" for o in objects) else None
    whom: list[tuple[str, Token | None]] = [(c, None) for c in by] if mutual else [*_recognisables(bench, objects)]
    if again is not None:
        whom = [(again, None)]
    elif (freed := _freed_before(bench, verb, objects)) is not None and freed not in by:
        whom = [(freed, None)]
    meant = (
        bool(objects) and len(whom) == 1 and all(o.tag == "PRP" for o in objects)
    )  # "Bhutan recognised it in 1971, Mali in 1974"
    if not mutual and not meant:
        whom += _recognisables(bench, also_named(bench, verb, [h for _, h in whom if h is not None], frozenset({"name"})))
    near = sentence.tokens[max(0, verb.i - 3) : verb.i + 3]
    denied = refused or is_yet_to(bench, verb) or clauses.negated(verb) or any(t.lower in ("neither", "never") for t in near)
    ended = verb.lower.startswith("derecogni") or is_no_longer(bench, verb)
    change, denied = ("end", False) if ended else ("begin", denied)
    within = own_clause(bench, verb)
    dated = _dated_by(bench, verb, within)
    if meant:
        for token in also_named(bench, verb, objects, frozenset({"name"})):
            since, until = period(bench, change, dated, token)
            for a in (c for c in states_of(bench, [token]) if c != whom[0][0] and c not in by):
                yield Told("recognition", change, a, whom[0][0], since, until, sentence.span(within), verb, denied)
        whom = [(whom[0][0], None)]
        dated = _up_to_next(bench, verb, dated)
    for match in _BUT_NOT.finditer(bench.text, verb.end, sentence.end) if clauses.is_passive(verb) else ():
        named = bench.scene.within(match.end(), match.end() + 1)[:1]
        for b in (b for b, _ in whom if named and not denied and named[0].kind == "name" and named[0].code not in (None, *by)):
            yield Told("recognition", "begin", named[0].code or b, b, None, None, sentence.span(within), verb, True)
    for b, head in whom:
        since, until = period(bench, change, dated, head)
        for a in (c for c in by if c != b):
            yield Told("recognition", change, a, b, None if denied else since, until, sentence.span(within), verb, denied)


def _up_to_next(bench: Workbench, verb: Token, within: list[Token]) -> list[Token]:
    """Words up to the end of the first day behind a verb."""
    first = next((d for d in bench.dates if d.start > verb.end), None)
    return [t for t in within if first is None or t.start < first.end]


def _counted_among(bench: Workbench, verb: Token) -> list[Token]:
    """ "Chad was among the first states that recognised it": who is told to be one of those who did."""
    those = antecedent(bench, next(iter(bench.sentence.children(verb, "nsubj")), verb))
    over = bench.sentence.head(those) if those.i != verb.i else None
    if over is not None and over.lower == "of" and (one := bench.sentence.head(over)) is not None and one.lower == "one":
        those, over = one, bench.sentence.head(one)
    if over is not None and over.lower == "among":
        over = bench.sentence.head(over)
    is_said = over is not None and over.lower in BE and (those.dep == "pobj" or those.dep == "attr")
    return bench.sentence.children(over, "nsubj") if is_said and over is not None else []


def _freed_before(bench: Workbench, verb: Token, objects: list[Token]) -> str | None:
    """Whom "it" or "the new state" means behind the words that it declared itself free or broke away."""
    if not any(o.lower == "it" or (o.lower in _STATES and _is_new(bench, o)) for o in objects):
        return None
    before = next((t for t in bench.sentence if t.lower in _FREEING and t.i < verb.i), None)
    if before is None:
        last = bench.scene.story.bond
        near = last is not None and 0 <= bench.sentence.start - last.end <= 2 and last.told.kind == "independence"
        return last.told.a if near and last is not None else None
    above = before if before.tag[0] == "V" else bench.sentence.verb_above(before)
    found = states_of(bench, bench.clauses.subjects(above), bare=True) if above is not None else []
    return found[0] if len(found) == 1 else None


def _is_new(bench: Workbench, noun: Token) -> bool:
    return any(c.lower in _NEW for c in bench.sentence.children(noun, "amod"))


def _refused(bench: Workbench, verb: Token) -> bool:
    """ "Refuses to recognise Chad", "will never recognise it"."""
    if bench.clauses.is_future(verb) and bench.clauses.negated(verb) and not bench.clauses.in_condition(verb):
        return _UNTIL.search(bench.text, verb.end, bench.sentence.end) is None
    above = bench.sentence.head(verb)
    return (
        above is not None
        and verb.dep == "xcomp"
        and above.lower.startswith(_REFUSES)
        and not bench.clauses.negated(above)
        and not bench.clauses.is_future(above)
    )


def refuses(bench: Workbench, verb: Token) -> bool:
    """Whether a verb of recognition is told as not done: refused, or yet to be done."""
    return verb.lower.startswith("recogni") and (_refused(bench, verb) or is_yet_to(bench, verb))


def _dated_by(bench: Workbench, verb: Token, within: list[Token]) -> list[Token]:
    """The words whose dates are those of a recognition: not "as a state within the borders of 1967", and those above it in
    "On 1 May 1949 A became the first state to recognise B".
    """
    apart = {t.i for p in bench.sentence.children(verb, "prep") if p.lower == "as" for t in bench.sentence.subtree(p)}
    kept = [t for t in within if t.i not in apart]
    here = verb if bench.clauses.is_infinitive(verb) else None
    above = bench.sentence.verb_above(here) if here is not None else None
    return [t for t in own_clause(bench, above) if t.i not in apart] + kept if above is not None else kept


def _recognised_before(bench: Workbench) -> str | None:
    """Whom "it" means in "B recognised it" where the sentence right before says that A recognised somebody."""
    last = bench.scene.story.bond
    if last is None or last.told.kind != "recognition" or not 0 <= bench.sentence.start - last.end <= 2:
        return None
    return last.partners[0] if len(last.partners) == 1 else None


def _recognisables(bench: Workbench, objects: list[Token]) -> list[tuple[str, Token]]:
    """States that are recognised themselves, or in their independence or government."""
    out: list[tuple[str, Token]] = []
    pending = list(objects)
    while pending:
        head = pending.pop(0)
        pending += bench.sentence.children(head, "conj")
        following = bench.sentence.tokens[head.i + 1 : head.i + 2]
        if head.dep == "conj" and following and following[0].tag in ("VBD", "VBZ", "VBP", "MD"):
            continue  # "A recognised it and B did so": the second is no object
        mention = bench.scene.mention_at(head)
        found = refer(bench, head)
        if found is None or not found.codes:
            continue
        named = mention is not None and mention.kind in ("name", "alias", "capital") and mention.end >= head.end
        pronoun = head.tag == "PRP"
        if head.lower == "sovereignty" and bench.clauses.under(head, "over"):
            continue  # "recognised its sovereignty over a territory"
        if head.lower in _STATEHOOD and not named:
            pending += [
                *bench.clauses.under(head, "of"),
                *bench.sentence.children(head, "poss"),
                *bench.sentence.children(head, "amod"),
            ]
        elif (head.dep == "amod" and mention is not None and mention.kind == "adjective") or named or pronoun:
            known = bench.scene.knowledge.states | bench.scene.knowledge.territories  # "the Sahrawi Republic"
            out += [(c, head) for c in found.codes if c in known and c not in {o for o, _ in out}]
    return out


def recognition_act(bench: Workbench, bonds: Bonds, noun: Token, entry: Bond) -> Iterator[Told]:
    """ "The recognition of B by A", "A's recognition of B", "A withdrew its recognition of B"."""
    sentence, clauses = bench.sentence, bench.clauses
    head = sentence.head(noun)
    given = noun.dep in ("dobj", "nsubjpass") and head is not None and head.lower.startswith(_GRANTED)
    taken = head is not None and head.lower.startswith(_TAKEN_BACK)  # "withdrew recognition from Chad"
    to = [o for t in (noun, head) for o in clauses.under(t, "from" if taken else "to")] if given and head is not None else []
    to += sentence.children(head, "dative") if given and head is not None else []
    of = clauses.under(noun, "of")
    whom = [c for c, _ in _recognisables(bench, of or to)]
    if head is not None and head.lower.startswith(_SWITCHES) and noun.dep == "dobj" and is_real(bench, head, bonds):
        yield from _switched(bench, head)
        return
    if not whom and head is not None and noun.dep == "dobj" and head.lower in _HELD and entry.kind == "recognition":
        yield from _held(bench, head, noun)
    if not whom or head is None or entry.kind != "recognition":
        return
    named = [*sentence.children(noun, "poss"), *clauses.under(noun, "by")]
    by, change, within = states_of(bench, named), "begin", told_when(bench, noun)
    told = noun.dep == "nsubjpass" and bool(named) and not head.lower.startswith(_GRANTED) and head.lower not in bonds.blurs
    if head.tag[0] == "V" and noun.dep in ("dobj", "nsubjpass") and not told:  # not "its recognition of Chad was welcomed"
        if not head.lower.startswith(_GRANTED) or not is_real(bench, head, bonds):
            return
        by, within = by or states_of(bench, clauses.subjects(head)), own_clause(bench, head)
        change = "end" if head.lower.startswith(_TAKEN_BACK) else "begin"
    elif not named or any(a.lower in bonds.blurs for a in sentence.ancestors(noun)):
        return
    since, until = period(bench, change, within)
    for a in by:
        for b in (c for c in whom if c != a):
            yield Told("recognition", change, a, b, since, until, sentence.span(within), noun)


def _held(bench: Workbench, verb: Token, noun: Token) -> Iterator[Told]:
    """ "A had recognition by B alone", "won recognition from the socialist states"."""
    clauses, within = bench.clauses, own_clause(bench, verb)
    named = [h for base in (noun, verb) for p in ("by", "from", "of") for h in clauses.under(base, p)]
    by = dict.fromkeys(c for h in named if (found := refer(bench, h)) is not None for c in found.codes)
    change = "hold" if verb.lower.startswith(("ha", "enjoy")) else "begin"
    since, until = period(bench, change, within)
    denied = clauses.negated(verb)
    for b in states_of(bench, clauses.subjects(verb)) if not clauses.is_future(verb) else ():
        for a in (c for c in by if c != b):
            yield Told("recognition", change, a, b, since, until, bench.sentence.span(within), verb, denied)


def _switched(bench: Workbench, verb: Token) -> Iterator[Told]:
    """ "Switched recognition from Taipei to Beijing": one ends as the other begins."""
    clauses, within = bench.clauses, own_clause(bench, verb)
    since, _ = period(bench, "begin", within)
    span = bench.sentence.span(within)
    heads = [verb, *bench.sentence.children(verb, "dobj")]
    for a in states_of(bench, clauses.subjects(verb)):
        for preposition, change in (("from", "end"), ("to", "begin")):
            for b in states_of(bench, [o for h in heads for o in clauses.under(h, preposition)]):
                begun = change == "begin"
                yield Told("recognition", change, a, b, since if begun else None, None if begun else since, span, verb)
