"""Who can declare something: whose words a clause is, and which of the named parties speak there for themselves."""

from __future__ import annotations

from dragoman.coding.once import once
from dragoman.coding.sentence.attribution import saying
from dragoman.coding.sentence.law import law_voice
from dragoman.coding.sentence.phrasing import is_official, refer, refer_all, reported_by, span_of
from dragoman.coding.sentence.workbench import Workbench
from dragoman.coding.who.reference import Reference
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

INSTITUTIONS = word_class("institutions")


@once
def voice(bench: Workbench, token: Token) -> list[str]:
    """Whose words the clause of `token` is, outermost first; what a constitution says is its state's.

    An office that no state stands by ("the prime minister said that Finland ...") speaks for the state of the clause.
    """
    law = law_voice(bench, token)
    said = reported_by(bench, token)
    if law is not None:
        return said if said and said[-1] == law else [*said, law]
    if said == bench.scene.base(token.start):
        office = office_above(bench, token)
        if office is not None and (not said or said[-1] != office):
            return [*said, office]
    return said


def office_above(bench: Workbench, token: Token) -> str | None:
    """The state of the clause of `token` where an office without a state says it."""
    sentence = bench.sentence
    says = saying(bench.scene.knowledge.lexicon)[0]
    for above in sentence.ancestors(token):
        if any(lemma in says for lemma in bench.clauses.verb_lemmas(above)):
            for subject in sentence.children(above, "nsubj"):
                role = bench.scene.role_at(subject)
                named = refer(bench, subject)
                if role is not None and role.office and not (named and named.codes):
                    codes = [c for s in sentence.children(token, "nsubj") for r in refer_all(bench, s) for c in r.codes]
                    return codes[0] if len(codes) == 1 and codes[0] in bench.scene.knowledge.states else None
    return None


def declarers(bench: Workbench, subjects: list[Token], said: list[str], *, own: bool, people: bool = False) -> tuple[str, ...]:
    """The states and organisations among `subjects` that can declare in the voice of `said`.

    What one party says of another's aims and promises is no declaration of the other's. `own`: somebody must speak.
    `people`: those who hold an office may declare for it where nobody speaks.
    """
    speakers = said[-1].split("+") if said else []
    if len(speakers) > 1 and any(s.lower == "they" for s in subjects):
        return tuple(speakers)
    named = [
        r for s in subjects for r in refer_all(bench, s) if is_official(r) and (speakers or people or _is_institution(bench, r))
    ]
    codes = dict.fromkeys(c for r in named for c in r.codes if not c.startswith("X-"))
    if not speakers:
        return () if own else tuple(codes)
    return tuple(c for c in codes if c in speakers)


def promisers(bench: Workbench, verb: Token) -> tuple[list[str], tuple[str, ...]]:
    """Whose words the clause of a verb is, and who promises in it: its subjects, or all who speak together."""
    said = reported_by(bench, verb)
    joint = said if said and "+" in said[-1] else []
    return said, declarers(bench, bench.clauses.subjects(verb), joint, own=False, people=True)


def at_home(bench: Workbench, subjects: list[Token], said: list[str]) -> tuple[str, ...]:
    """The state that an overview in nobody's words is of, where it alone is whom `subjects` mean: of its own rules no other tells."""
    home = bench.scene.discourse.home
    named = {c for s in subjects for r in refer_all(bench, s) if is_official(r) and _is_institution(bench, r) for c in r.codes}
    return (home,) if home is not None and not said and named == {home} else ()


def page(bench: Workbench, end: int) -> str | None:
    """The state that a profile or article without a speaker is of, where the sentence names nobody else before `end`."""
    scene, home = bench.scene, bench.scene.discourse.home
    if home is None or scene.document.speaker_state is not None or scene.base(bench.sentence.start):
        return None
    return home if all(m.code in (None, home) for m in scene.within(bench.sentence.start, end)) else None


def _is_institution(bench: Workbench, reference: Reference) -> bool:
    """Whether a phrase means a state or organisation as such, and not somebody with an office in it."""
    token = bench.sentence.tokens[reference.head]
    mention = bench.scene.mention_at(token)
    if mention is not None:
        return mention.kind not in ("person", "holder", "demonym")
    role = bench.scene.role_at(token)
    return role is None or token.lower in INSTITUTIONS


def owners(bench: Workbench, noun: Token, said: list[str]) -> tuple[str, ...]:
    """Whose an ideal or stand is: "X's", "of X", "underlying X's relations", "maintained by X"."""
    heads = [noun, *(o for o in bench.clauses.under(noun, "of"))]
    for clause in bench.sentence.children(noun, "acl", "relcl"):
        heads += bench.sentence.agents(clause)
        heads += bench.sentence.children(clause, "dobj", "nsubj")
    heads += [o for p in ("in", "behind", "for") for o in bench.clauses.under(noun, p)]
    for head in heads:
        found = declarers(bench, [head], said, own=False)
        if found and not is_instrument(bench, head):
            return found
    return ()


def is_instrument(bench: Workbench, head: Token) -> bool:
    """Whether a phrase is about a named charter or treaty."""
    words = span_of(bench.sentence.subtree(head)).of(bench.text)
    return any(w in words for w in ("Charter", "Treaty", "Convention", "Covenant"))


def subjects_above(bench: Workbench, noun: Token) -> list[Token]:
    """Who acts in the nearest clause above a noun that has a subject."""
    for above in bench.sentence.ancestors(noun):
        if above.tag[0] == "V" or above.tag == "MD":
            found = bench.sentence.children(above, "nsubjpass")
            if not found and not bench.clauses.is_passive(above):
                found = bench.clauses.subjects(above)
            if found:
                return found
    return []


def speaking(bench: Workbench, said: list[str]) -> tuple[str, ...]:
    """Who speaks the text itself, where no one else is quoted."""
    return tuple(said[-1].split("+")) if said and bench.speaker() == said[-1] else ()


def speaking_of_own(bench: Workbench, noun: Token, said: list[str]) -> tuple[str, ...]:
    """Who speaks, unless somebody else is named as whose an ideal or aim is."""
    whose = bench.referrer.owner(noun)
    told = {c for o in bench.clauses.under(noun, "of") for c in bench.referrer.codes(o)}
    others = told | set(whose.codes if whose is not None else ())
    return speaking(bench, said) if others <= set(said[-1:]) else ()


def names_party(bench: Workbench, token: Token) -> bool:
    """Whether a phrase names somebody: then it is whose an ideal is, and not the ideal."""
    mention = bench.scene.mention_at(token)
    if mention is not None and mention.kind != "place":
        return True
    found = refer(bench, token)
    return found is not None and is_official(found) and bench.scene.role_at(token) is not None
