"""Taking sides in so many words: "condemned X", "expressed support for X", "called X a puppet"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.positions.callings import named
from dragoman.coding.positions.evaluation import Lexis
from dragoman.coding.positions.stand import APART, Stand, holders_of, is_done, towards
from dragoman.coding.sentence.phrasing import each_under, reported_by
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.entries import Siding
from dragoman.lexicon.words import stems, word_class
from dragoman.text import Span

_REGARDS = word_class("in-regard-to")
_GUESTS = stems("guests")
_WITHHELD = tuple(word_class("withholding-support"))
_FRONTED = frozenset({"advcl", "npadvmod", "nsubj", "nsubjpass"})
_AGREED = frozenset({"agreed", "agreeing"})  # on something, with each other
_COMES = word_class("coming-from")
_DONE_TO = word_class("done-to-somebody")
_TOWARDS = ("to", "towards", "toward")
_ATTITUDES = word_class("attitudes-towards")
_OURS = frozenset({"our", "my", "ours", "mine", "us"})
_HIDING = word_class("hiding-a-feeling")


def find(bench: Workbench, lexis: Lexis) -> Iterator[Stand]:
    """The sides that subjects of the sentence are told to take."""
    for token in lexis.sides(bench.sentence):
        for entry in lexis.siding("verb", token):
            yield from _verb(bench, lexis, token, entry)
        for entry in lexis.siding("noun", token):
            yield from _noun(bench, lexis, token, entry)
        if token.lower == "thanks" and token.dep == "ROOT":
            yield from _thanking(bench, lexis, token)
        if token.lower == "thanks":
            yield from _thanks(bench, token)
        for entry in lexis.siding("agent", token):
            yield from _agent(bench, lexis, token, entry)
        for entry in lexis.siding("adjective", token):
            yield from _adjective(bench, lexis, token, entry)
        if lexis.siding("name", token):
            yield from named(bench, lexis, token)


def _verb(bench: Workbench, lexis: Lexis, verb: Token, entry: Siding) -> Iterator[Stand]:
    """ "China praised Russia's stance", "we condemn the U.S. for ...", "the sanctions were condemned by Cuba"."""
    clauses, sentence = bench.clauses, bench.sentence
    if not is_done(bench, verb) or verb.dep == "amod" or verb.lower in _AGREED:
        return
    negated = clauses.negated(verb)
    if negated and (entry.polarity < 0 or not _is_withheld(bench, verb)):
        return
    objects = [o for to in entry.to for o in (clauses.objects(verb) if to == "object" else clauses.under(verb, to))]
    if "object" not in entry.to:  # "stood by us" is praise by those who say so, told elsewhere
        objects = [o for o in objects if o.lower not in ("us", "me")]
    if not objects and "object" in entry.to and not entry.only:  # "regrets that X blocked the decision"
        objects = [s for c in sentence.children(verb, "ccomp") if c.i > verb.i for s in sentence.children(c, "nsubj")]
    objects += [c for c in sentence.children(verb, "conj") if "object" in entry.to and _is_left_behind(bench, verb, c)]
    if entry.only and not any(_is_among(o, entry.only) for o in objects):
        return
    if verb.lower.startswith("welcom") and all(_is_guest(bench, o) for o in objects):
        return  # a courtesy
    if entry.complement:
        beside, inner = _complements(bench, verb, entry)
        if not beside or negated:
            return
        inner = inner or sentence.children(verb, "dative")  # "wish X every success"
        inner = inner or [o for t in beside for to in entry.to for o in clauses.under(t, to)]
        objects = [o for o in (inner or objects) if o not in beside]
    if entry.polarity < 0:
        objects = [blamed for o in objects for blamed in _blamed(bench, o)]
    holders = holders_of(bench, clauses.subjects(verb))
    said = reported_by(bench, verb)
    polarity = -0.5 if negated else entry.polarity
    span = sentence.span(sentence.subtree(verb, without=APART))
    if clauses.is_mutual(verb):  # "praised each other's efforts"
        for holder in holders:
            yield from (Stand(holder, c, None, polarity, False, span, tuple(said)) for c in holders if c != holder)
        return
    stands = towards(bench, lexis, holders, objects, polarity, span, said)
    # Of several who blame somebody together, nobody blames another of them.
    yield from (s for s in stands if s.polarity > 0 or s.target not in holders)


def _is_withheld(bench: Workbench, verb: Token) -> bool:
    """ "Does not support the bid", "has never welcomed it": no praise is not yet blame ("did not thank", "neither ... nor")."""
    if any(c.lower == "nor" for c in bench.sentence.children(verb, "cc")):
        return False
    present = verb.tag in ("VB", "VBP", "VBZ") and not any(c.lower == "did" for c in bench.sentence.children(verb, "aux"))
    never = any(c.lower == "never" for c in bench.sentence.children(verb, "neg", "advmod"))
    return (present or never) and verb.lower.startswith(_WITHHELD)


def _is_left_behind(bench: Workbench, verb: Token, noun: Token) -> bool:
    """ "Thanked A for its loan, and B for its rice": the second object, which parsers hang on the verb."""
    mention = bench.scene.mention_at(noun)
    after = bench.sentence.children(noun, "prep")
    named = noun.tag[0] == "N" and mention is not None and mention.code is not None
    return (
        named and any(p.lower == "for" for p in after) and any(p.lower == "for" for p in bench.sentence.children(verb, "prep"))
    )


def _blamed(bench: Workbench, deed: Token) -> list[Token]:
    """Whom a stand against a deed is against: not whom it is done to, "the listing of X", but whoever does it."""
    whose = bench.sentence.children(deed, "amod", "compound", "nmod", "poss")  # "the Chadian invasion of X"
    named = any(bench.scene.mention_at(t) is not None for t in whose)
    if named or deed.lower not in _DONE_TO or not bench.clauses.under(deed, "of"):
        return [deed]
    return bench.clauses.under(deed, "by")


def _is_guest(bench: Workbench, noun: Token) -> bool:
    role = bench.scene.role_at(noun)
    return (role is not None and role.office is not None) or noun.lower.startswith(_GUESTS)


def _is_among(noun: Token, words: list[str]) -> bool:
    lower = noun.lower
    return any(lower == w or lower == w + "s" or (w.endswith("y") and lower == w[:-1] + "ies") for w in words)


def _noun(bench: Workbench, lexis: Lexis, noun: Token, entry: Siding) -> Iterator[Stand]:
    """ "Expressed strong discontent over X's policy", "paid tribute to X", "its condemnation of X"."""
    clauses, sentence = bench.clauses, bench.sentence
    first = noun
    while first.dep == "conj" and (head := sentence.head(first)) is not None and head.tag[0] == "N":
        first = head
    verb = sentence.head(first)
    holders: list[str] = []
    ruler: Token = noun
    shown = verb is not None and verb.lower in _HIDING and clauses.negated(verb)  # "did not hide its dislike of X"
    if verb is not None and (secret := _kept_secret(bench, verb)) is not None:
        verb, shown = secret, True
    told = verb is not None and verb.tag[0] == "V" and first.dep in ("dobj", "nsubjpass", "pobj")
    if verb is not None and told and (shown or (first.dep != "pobj" and _is_voiced(lexis, verb))):
        if not is_done(bench, verb) or (clauses.negated(verb) and not shown):
            return
        holders, ruler = holders_of(bench, clauses.subjects(verb)), verb
        holders = holders or holders_of(bench, sentence.children(noun, "poss"))  # "the premier reiterated X's support for Y"
    else:
        holders = holders_of(bench, [*sentence.children(noun, "poss"), *clauses.under(noun, "by"), *_coming_from(bench, noun)])
        holders = holders or _by_adjective(bench, noun)
        if any(c.lower == "any" for c in sentence.children(noun, "det")):
            return
    if not holders or any(c.lower == "no" for c in sentence.children(noun, "det")):
        return
    objects = (
        [
            o
            for to in entry.to
            if to != "of" or ruler is not verb or lexis.siding("voice", verb)  # who has the support of X does not support X
            for base in (noun, first, verb if ruler is verb or first.dep == "dobj" else noun)
            if base is not None
            for o in (*clauses.under(base, to), *each_under(bench, base, to))
        ]
        or _what_is_done(bench, noun, entry.to)
        or _regarding(bench, ruler)
    )
    span = sentence.span(sentence.subtree(ruler, without=APART))
    yield from towards(bench, lexis, holders, _unique(objects), entry.polarity, span, reported_by(bench, ruler))


def _coming_from(bench: Workbench, noun: Token) -> list[Token]:
    """ "Criticism of X came from Y", "there was praise for X from Y"."""
    verb = bench.sentence.head(noun)
    comes = verb is not None and verb.lower in _COMES and noun.dep in ("nsubj", "attr")
    beside = [o for p in ("of", "for", "to") for t in bench.clauses.under(noun, p) for o in bench.clauses.under(t, "from")]
    return [
        *bench.clauses.under(noun, "from"),
        *(beside if comes else []),
        *(bench.clauses.under(verb, "from") if verb is not None and comes else []),
    ]


def _by_adjective(bench: Workbench, noun: Token) -> list[str]:
    """ "Chadian support for X", "U.S. criticism of X"."""
    before = [bench.scene.mention_at(c) for c in bench.sentence.children(noun, "amod", "compound", "nmod") if c.i < noun.i]
    return list(
        dict.fromkeys(m.code for m in before if m is not None and m.code and m.kind in ("adjective", "demonym", "name"))
    )


def _what_is_done(bench: Workbench, noun: Token, leads: list[str]) -> list[Token]:
    """ "Its abhorrence of what X is doing", "anger at how X behaves": who does it."""
    below = [c for p in bench.sentence.children(noun, "prep") if p.lower in leads for c in bench.sentence.children(p, "pcomp")]
    return [s for c in below for s in bench.sentence.children(c, "nsubj") if s.tag not in ("WP", "WDT")]


def _kept_secret(bench: Workbench, preposition: Token) -> Token | None:
    """The verb of "makes no secret of its dislike", under the preposition."""
    secret = bench.sentence.head(preposition) if preposition.lower == "of" else None
    if secret is None or secret.lower not in ("secret", "bones") or secret.dep != "dobj":
        return None
    none = any(c.lower == "no" for c in bench.sentence.children(secret, "det"))
    verb = bench.sentence.head(secret)
    return verb if none and verb is not None and verb.tag[0] == "V" else None


def _regarding(bench: Workbench, ruler: Token) -> list[Token]:
    """ "Expressed discontent as regards X's policy", "with regard to X", "in connection with X"."""
    for token in bench.sentence.subtree(ruler):
        if token.lower in _REGARDS and token.i > ruler.i:
            inner = [o for p in bench.sentence.children(token, "prep") for o in bench.sentence.children(p, "pobj")]
            return inner or bench.sentence.children(token, "dobj", "pobj")
    return []


def _complements(bench: Workbench, verb: Token, entry: Siding) -> tuple[list[Token], list[Token]]:
    """The words beside the object that make a verb take a side, and the object where parsers made it their subject."""
    sentence = bench.sentence
    near = sentence.children(verb, "acomp", "oprd", "advmod", "dobj", "attr", "ccomp", "xcomp")
    held = [verb, *sentence.children(verb, "dobj")]
    near += [o for h in held for p in sentence.children(h, "prep") for o in sentence.children(p, "pobj", "amod")]
    found = [t for t in near if t.lower in entry.complement]
    return found, [s for t in found if t.dep in ("ccomp", "xcomp") for s in sentence.children(t, "nsubj")]


def _agent(bench: Workbench, lexis: Lexis, noun: Token, entry: Siding) -> Iterator[Stand]:
    """ "Has been an outspoken supporter of X", "Chad, a critic of X, ..."."""
    sentence, clauses = bench.sentence, bench.clauses
    head = sentence.head(noun)
    if head is None or head is noun or any(c.lower == "no" for c in sentence.children(noun, "det")):
        return
    above = sentence.head(head) if head.lower in ("among", "of") and noun.dep == "pobj" else None
    if above is not None and above.lower == "one" and (verb := sentence.head(above)) is not None:
        above = verb if above.dep == "attr" else None  # "one of the harshest critics of X"
    if above is not None and above.tag[0] == "V" and is_done(bench, above) and not clauses.negated(above):
        heads = clauses.subjects(above)
    elif noun.dep == "attr" and is_done(bench, head) and not clauses.negated(head):
        heads = clauses.subjects(head)
    elif noun.dep == "appos" and head.tag[0] == "N":
        heads = [head]
    elif noun.dep in _FRONTED and head.tag[0] == "V" and noun.i < head.i:  # "long an apologist for X, Y ..."
        heads = [t for t in sentence.children(head, "nsubj", "nsubjpass") if t.i > noun.i]
    else:
        return
    objects = [o for to in entry.to for o in clauses.under(noun, to)] or sentence.children(noun, "poss")
    span = sentence.span([*heads, *sentence.subtree(noun, without=APART)])
    said = reported_by(bench, noun)
    if said and objects and all(o.lower in _OURS for o in objects):  # "X is our ally": so says who speaks
        yield from towards(bench, lexis, said[-1].split("+"), heads, entry.polarity, span, said)
        return
    yield from towards(bench, lexis, holders_of(bench, heads), objects, entry.polarity, span, reported_by(bench, noun))


def _is_voiced(lexis: Lexis, verb: Token) -> bool:
    return bool(lexis.siding("voice", verb) or lexis.siding("hold", verb))


def _adjective(bench: Workbench, lexis: Lexis, adjective: Token, entry: Siding) -> Iterator[Stand]:
    """ "Is grateful to X for ...", "are opposed to X's plan"."""
    verb = bench.sentence.head(adjective)
    passive = adjective.tag == "VBN" and bool(bench.sentence.children(adjective, "auxpass", "nsubjpass"))
    ruler = adjective if passive else verb
    if ruler is not None and adjective.dep == "amod" and ruler.lower in _ATTITUDES:
        yield from _attitude(bench, lexis, ruler, entry)
        return
    if ruler is None or not (passive or adjective.dep in ("acomp", "conj")) or not is_done(bench, ruler):
        return
    if bench.clauses.negated(ruler) or bench.clauses.negated(adjective):
        return
    heads = bench.sentence.children(ruler, "nsubjpass") if passive else bench.clauses.subjects(ruler)
    if passive and not heads:  # parsers hang the subject on "is"
        heads = [s for a in bench.sentence.children(ruler, "auxpass") for s in bench.sentence.children(a, "nsubj")]
    bases = (adjective, ruler) if ruler.dep == "relcl" else (adjective,)  # "to whom we remain grateful"
    objects = _unique([o for to in entry.to for b in bases for o in (*bench.clauses.under(b, to), *each_under(bench, b, to))])
    if not objects and not passive:  # "is opposed, as a matter of principle, to X"
        late = [p for p in bench.sentence.children(ruler, "prep") if p.lower in entry.to and p.i > adjective.i]
        objects = [o for p in late[-1:] for o in bench.sentence.children(p, "pobj")]
    if objects and ruler.dep != "relcl":
        objects = _unique([*objects, *_further(bench, ruler, objects[-1], entry.to)])
    if ruler.dep == "relcl" and not any(o.tag[0] == "N" for o in objects):
        objects = _givers(bench, ruler)
    span = bench.sentence.span(bench.sentence.subtree(ruler, without=APART))
    yield from towards(bench, lexis, holders_of(bench, heads), objects, entry.polarity, span, reported_by(bench, ruler))


def _attitude(bench: Workbench, lexis: Lexis, noun: Token, entry: Siding) -> Iterator[Stand]:
    """ "Has maintained a sympathetic attitude to X", "its hostile policy towards X"."""
    verb = bench.sentence.head(noun)
    held = verb is not None and verb.tag[0] == "V" and noun.dep == "dobj"
    if verb is None or (held and (bench.clauses.negated(verb) or not is_done(bench, verb))):
        return
    holders = holders_of(bench, bench.sentence.children(noun, "poss") or (bench.clauses.subjects(verb) if held else []))
    objects = [o for b in ((noun, verb) if held else (noun,)) for p in _TOWARDS for o in bench.clauses.under(b, p)]
    span = bench.sentence.span(bench.sentence.subtree(verb if held else noun, without=APART))
    said = reported_by(bench, noun)
    if not said or said[-1] in holders:  # of others it is the speaker's word
        yield from towards(bench, lexis, holders, _unique(objects), entry.polarity, span, said)


def _further(bench: Workbench, ruler: Token, last: Token, to: list[str]) -> list[Token]:
    """ "Grateful to A for its loan, to B, and to C": the objects of the same preposition after a comma, hung on the verb."""
    out: list[Token] = []
    for prep in bench.sentence.tokens[last.i + 1 :]:
        before = bench.sentence.tokens[prep.i - 1]
        here = prep.lower in to and prep.dep in ("prep", "conj") and (before.text == "," or before.lower == "and")
        if here and any(a is ruler for a in bench.sentence.ancestors(prep)):
            out += [o for o in bench.sentence.children(prep, "pobj") if bench.scene.mention_at(o) is not None]
    return out


def _givers(bench: Workbench, clause: Token) -> list[Token]:
    """ "Chad sent rice, for which we are grateful": who did it, as the clause above tells."""
    above = bench.sentence.verb_above(clause)
    return bench.clauses.subjects(above) if above is not None and not bench.clauses.is_passive(above) else []


def _thanks(bench: Workbench, noun: Token) -> Iterator[Stand]:
    """ "The Republic of Chad thanks A, B and C for ...", where the tagger took the verb for a noun between names."""
    sentence, scene = bench.sentence, bench.scene
    before = scene.mention_at(sentence.tokens[noun.i - 1]) if noun.i else None
    if noun.tag != "NNS" or noun.i + 1 >= len(sentence.tokens) or before is None or before.kind != "name" or not before.code:
        return
    stop = next((t.start for t in sentence.tokens[noun.i + 1 :] if t.lower in ("for", "that", "which")), sentence.end)
    named = [m for m in scene.within(noun.end, stop) if m.code and m.kind == "name"]
    between = bench.text[noun.end : named[0].start].strip().lower() if named else None
    if between not in ("", "the"):
        return
    said = reported_by(bench, noun)
    span = Span(before.start, named[-1].end)
    for code in dict.fromkeys(m.code for m in named if m.code):
        if code != before.code:
            yield Stand(before.code, code, None, 0.5, False, span, tuple(said))


def _thanking(bench: Workbench, lexis: Lexis, noun: Token) -> Iterator[Stand]:
    """ "Our warmest thanks to X for its help": a sentence of those who speak, without a verb."""
    said = reported_by(bench, noun)
    objects = bench.clauses.under(noun, "to")
    span = bench.sentence.span(bench.sentence.subtree(noun, without=APART))
    yield from towards(bench, lexis, said[-1].split("+") if said else [], objects, 0.5, span, said)


def _unique(tokens: list[Token]) -> list[Token]:
    return list({t.i: t for t in tokens}.values())
