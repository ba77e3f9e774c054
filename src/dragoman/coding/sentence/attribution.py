"""Whose words a clause is: what the sentence itself attributes, on top of whose words the passage is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from dragoman.coding.document.scene import Scene
from dragoman.coding.names.mentions import Mention
from dragoman.coding.sentence.predicates import Clauses
from dragoman.coding.sentence.sources_before import carried, makers
from dragoman.coding.who.reference import Reference, Referrer
from dragoman.language.parse import Token
from dragoman.lexicon import Lexicon
from dragoman.lexicon.closed import BE
from dragoman.lexicon.entries import Operator, Outlet
from dragoman.lexicon.words import word_class

_WHEN = frozenset({"after", "before", "when", "while", "since", "although", "though", "because", "until"})
_TELLS = word_class("told-somebody")  # whose object is who hears it
# "Made public that".
_KNOWN = frozenset({"public", "known", "clear", "plain"})
# "State media", "the official news agency".
_MEDIA = word_class("media")
_STATE = word_class("owned-by-states")
_ACCORDING = frozenset({"according", "quoting", "citing"})
_COURSES = word_class("courses-kept-to")
# Whom somebody names who tells something; what somebody names who does something is why.
_GROUNDS = frozenset({"quoting", "citing"})
_VIEWS = word_class("in-the-view-of")
_BY_VIEWS = frozenset({"in", "from", "to", "by", "on"})
_SEES = word_class("seeing-it")


@lru_cache(maxsize=2)
def saying(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Lemmas of the verbs that report words, and phrases ("according to")."""
    says = [o for o in lexicon.all(Operator) if o.kind == "say"]
    return frozenset(v for o in says for v in o.verbs), frozenset(p for o in says for p in o.phrases)


@lru_cache(maxsize=2)
def holding(lexicon: Lexicon) -> frozenset[str]:
    """Lemmas of the verbs that report words only with "that": "the court held that"."""
    return frozenset(v for o in lexicon.all(Operator) if o.kind == "hold" for v in o.verbs)


@lru_cache(maxsize=2)
def _mouths(lexicon: Lexicon) -> frozenset[str]:
    """The names of the media that speak for a state."""
    return frozenset(name for o in lexicon.all(Outlet) if o.state is not None for name in (o.name, *o.names))


def is_own_voice(scene: Scene, mention: Mention | None) -> bool:
    """Whether a mention is of a medium that speaks for nobody but itself: "the Wall Street Journal"."""
    if mention is None or mention.sector != "JRN" or mention.kind != "body":
        return False
    return mention.text.removeprefix("the ").removeprefix("The ") not in _mouths(scene.knowledge.lexicon)


def voices(heads: Iterable[Token], referrer: Referrer) -> list[str]:
    """The codes of those who say something; a private medium's home is not one of them."""
    found = (r for h in heads for r in referrer.all(h))
    tokens, scene = referrer.sentence.tokens, referrer.scene
    return [c for r in found if not is_own_voice(scene, scene.mention_at(tokens[r.head])) for c in r.codes]


def chain(token: Token, base: Iterable[str], clauses: Clauses, referrer: Referrer, lexicon: Lexicon) -> list[str]:
    """`reported_by` for what the clause of `token` tells: `base`, then the sources named above it, outermost first.

    Equal neighbours are written once; a source without a code ("witnesses") adds nothing; several who say it together are
    one source, their codes joined in alphabetical order ("KOR+USA").
    """
    return extended(base, [codes for codes, _ in sources(token, clauses, referrer, lexicon)])


def extended(base: Iterable[str], inner: Sequence[Sequence[str]]) -> list[str]:
    """`base` with sources, given innermost first, behind it."""
    out = list(base)
    for codes in reversed(inner):
        code = together(codes)
        if code is not None and (not out or out[-1] != code):
            out.append(code)
    return out


def together(codes: Sequence[str]) -> str | None:
    """One source for all who say something together; of collectives, which have no voice of their own, the first named."""
    named = sorted({c for c in codes if not c.startswith("X-")})
    return "+".join(named) if len(named) > 1 else next(iter(codes), None)


def sources(
    token: Token, clauses: Clauses, referrer: Referrer, lexicon: Lexicon, also: frozenset[str] = frozenset()
) -> list[tuple[list[str], Token]]:
    """Whom a sentence names as the sources of what the clause of `token` tells, innermost first: the codes of each (none
    for "witnesses") and the word that says so. `also`: forms of further verbs of saying.
    """
    verbs, holds = saying(lexicon)[0], holding(lexicon)
    inner: list[tuple[list[str], Token]] = []
    sentence = clauses.sentence
    here = token
    for above in (token, *sentence.ancestors(token)):
        if above is not token:
            # The subject of "said" is not what is said; neither is its adverbial clause.
            complement = here.dep in ("ccomp", "parataxis", "dep", "xcomp", "advcl") or here.i == sentence.root
            complement = (complement and not _apart(here, above, clauses)) or _is_in_letter(token, here, clauses)
            lemmas = clauses.verb_lemmas(above)
            says = any(lemma in verbs for lemma in lemmas) or (above.lower in also and here.dep == "ccomp")
            says = says or (here.dep == "ccomp" and "that" in clauses.marks(here) and any(lemma in holds for lemma in lemmas))
            says = says or (here.dep == "ccomp" and "make" in lemmas and clauses.is_made(above, _KNOWN))
            says = says and not _has_object(above, here, clauses)
            if (
                says
                and complement
                and not _tells_when(above, here, clauses)
                and (here.dep != "advcl" or not _is_adverbial(here, clauses))
            ):
                inner.append((_codes(above, clauses, referrer) or _spoken_for(above, here, clauses, referrer), above))
            here = above
        inner += _according(above, referrer, clauses, verbs)
        # "..., officials said": the saying clause may hang on what is said.
        for child in sentence.children(above, "parataxis", "ccomp", "advcl"):
            if (
                child.i != here.i
                and any(v in verbs for v in clauses.verb_lemmas(child))
                and _is_trailing(child, above, clauses)
            ):
                inner += _according(child, referrer, clauses, verbs)
                inner.append((_codes(child, clauses, referrer), child))
    if not inner and (codes := carried(sentence, referrer)):
        inner.append((codes, sentence.tokens[sentence.root]))
    return inner


def _is_in_letter(token: Token, prep: Token, clauses: Clauses) -> bool:
    """ "Said in a letter that ...", which the parser hangs on the letter: `prep` stands under the saying verb."""
    if prep.dep != "prep":
        return False
    letters = {o.i for o in clauses.sentence.children(prep, "pobj")}
    said = [t for t in (token, *clauses.sentence.ancestors(token)) if t.dep in ("relcl", "acl") and t.head in letters]
    return any(c.lower == "that" and c.dep == "mark" for t in said for c in t.children)


def _has_object(verb: Token, said: Token, clauses: Clauses) -> bool:
    """ "A annexed B; C admitted D": a verb after it with an object of its own says nothing of what stands before."""
    return said.i < verb.i and verb.lower not in _TELLS and bool(clauses.sentence.children(verb, "dobj"))


def _codes(verb: Token, clauses: Clauses, referrer: Referrer) -> list[str]:
    subjects = [s for s in clauses.subjects(verb) if not _is_instrument(s, referrer)]
    return voices(subjects, referrer) or _home_of_media(subjects, referrer)


def _home_of_media(subjects: Sequence[Token], referrer: Referrer) -> list[str]:
    """ "PYONGYANG, June 24 -- State media reported that": those of the state that a text is dated from."""
    official = any(s.lower in _MEDIA and any(c.lower in _STATE for c in s.children) for s in subjects)
    return list(referrer.scene.dated_from) if official else []


def _spoken_for(verb: Token, said: Token, clauses: Clauses, referrer: Referrer) -> list[str]:
    """ "Foreign Minister Ruiz announced that Chile would leave": an official whose state nobody names speaks for the state of
    which he tells what it will do.
    """
    official = any(r.sector == "GOV" and not r.codes for s in clauses.subjects(verb) for r in referrer.all(s))
    if not official or not clauses.is_future(said) or clauses.is_passive(said):
        return []
    named = [s for s in clauses.sentence.children(said, "nsubj") if (m := referrer.scene.mention_at(s)) and m.kind == "name"]
    return [c for s in named for r in referrer.all(s) for c in r.codes]


def _is_instrument(token: Token, referrer: Referrer) -> bool:
    """Whether a treaty or its article is said to say something: that is nobody's report."""
    return any(r.start <= token.start < r.end for r in referrer.scene.register.within(token.start - 120, token.end))


def _is_adverbial(clause: Token, clauses: Clauses) -> bool:
    return bool(clauses.marks(clause)) and clauses.marks(clause)[0] not in ("that",)


def _tells_when(verb: Token, said: Token, clauses: Clauses) -> bool:
    """ "In 1966, when Rhodesia declared independence, the council ...": what follows is not what was declared."""
    timed = any(c.tag == "WRB" for c in clauses.sentence.children(verb, "advmod"))
    return timed and "that" not in clauses.marks(said)


def _apart(clause: Token, says: Token, clauses: Clauses) -> bool:
    """ "A states that ...; B says that ...", "After A had done so, B declared that ...": not what B says."""
    if set(clauses.marks(clause)[:1]) & _WHEN:
        return True
    first, last = sorted((clause.i, says.i))
    return any(t.text == ";" for t in clauses.sentence.tokens[first:last])


def _is_trailing(child: Token, above: Token, clauses: Clauses) -> bool:
    """Whether a saying verb stands after or within, without complement of its own: "..., officials said", "if so, he said, ..."."""
    if child.lower == "adding" and any(p.lower == "to" for p in clauses.sentence.children(child, "prep")):
        return False  # "adding to the concerns"
    tokens = clauses.sentence.tokens
    inside = child.dep == "parataxis" and tokens[child.i - 2].text == ","
    subjects = clauses.sentence.children(child, "nsubj") if child.dep in ("ccomp", "parataxis") and child.i < above.i else []
    if subjects and tokens[child.i + 1].text == ",":  # "At a meeting, state media reported, the council ..."
        first = clauses.sentence.subtree(subjects[0])[0].i
        inside = inside or (first > 0 and tokens[first - 1].text == ",")
    return (child.i > above.i or inside) and not clauses.sentence.children(child, "ccomp", "dobj")


def _according(token: Token, referrer: Referrer, clauses: Clauses, verbs: frozenset[str]) -> list[tuple[list[str], Token]]:
    out: list[tuple[list[str], Token]] = []
    for child in clauses.sentence.children(token, "prep", "advcl"):
        if child.lower in _BY_VIEWS:
            views = [o for o in clauses.sentence.children(child, "pobj") if o.lower in _VIEWS]
            owners = [p for o in views for p in (*clauses.sentence.children(o, "poss"), *clauses.under(o, "of"))]
            if any(p.tag == "PRP$" for p in owners):  # "..., which in its view ...": of whom the sentence is about
                owners = clauses.subjects(clauses.sentence.tokens[clauses.sentence.root]) or owners
            out += [([c for r in referrer.all(p) for c in r.codes], child) for p in owners]
        if (whose := _to_whom(child, token, clauses, referrer)) is not None:
            out.append((whose, child))
        if child.lower not in _ACCORDING or (child.lower in _GROUNDS and not _is_told(token, clauses, verbs)):
            continue
        heads = [
            o
            for to in clauses.sentence.children(child, "prep", "dobj")
            for o in (clauses.sentence.children(to, "pobj") or [to])
            if o.lower not in _COURSES
        ]
        if not heads:
            continue
        codes = voices(heads, referrer)
        out.append((codes or [c for h in heads for c in makers(h, referrer)], child))
    return out


def _to_whom(child: Token, verb: Token, clauses: Clauses, referrer: Referrer) -> list[str] | None:
    """ "For Warsaw, the pipeline is a weapon", "as Lima sees it": whose view a clause of being is; none where it is nobody's."""
    if child.dep == "advcl":
        seen = child.lower in _SEES and any(t.lower == "it" for t in clauses.sentence.children(child, "dobj"))
        heads = clauses.sentence.children(child, "nsubj") if seen and "as" in _openers(child, clauses) else []
    elif child.lower in ("for", "to") and verb.lower in BE and child.i < verb.i:
        heads = [o for o in clauses.sentence.children(child, "pobj") if _names_state(o, referrer)]
        last = clauses.sentence.subtree(child)[-1].i
        parted = [t.text for t in clauses.sentence.tokens[last + 1 : last + 2]] == [","]
        heads = heads if parted and not child.children[1:] else []
    else:
        return None
    return voices(heads, referrer) or None


def _openers(clause: Token, clauses: Clauses) -> set[str]:
    return {c.lower for c in clauses.sentence.children(clause, "mark", "advmod")}


def _names_state(token: Token, referrer: Referrer) -> bool:
    mention = referrer.scene.mention_at(token)
    return mention is not None and mention.kind in ("name", "capital") and bool(mention.code)


def _is_told(token: Token, clauses: Clauses, verbs: frozenset[str]) -> bool:
    """Whether `token` says something, or is what is said ("fired a missile, the agency reported, citing officials")."""
    return any(
        not verbs.isdisjoint(clauses.verb_lemmas(t)) for t in (token, *clauses.sentence.children(token, "parataxis", "ccomp"))
    )


def sayers(clauses: Clauses, referrer: Referrer, lexicon: Lexicon) -> list[Reference]:
    """Everybody of whom the sentence says that they say something."""
    verbs, _ = saying(lexicon)
    heads = [s for t in clauses.sentence if verbs.intersection(clauses.verb_lemmas(t)) for s in clauses.subjects(t)]
    for token in clauses.sentence:
        if token.lower in _ACCORDING:
            heads += [o for to in clauses.sentence.children(token, "prep") for o in clauses.sentence.children(to, "pobj")]
            heads += clauses.sentence.children(token, "dobj")
    return [reference for head in heads if head.lower not in _COURSES for reference in referrer.all(head)]
