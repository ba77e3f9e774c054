"""Between whom a bond holds: the parties that the phrase of its noun names, and those of the clause around it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.coding.relations.bonds import bonds_of
from dragoman.coding.relations.telling import antecedent
from dragoman.coding.sentence.phrasing import codes_of, is_official, protagonist, refer, refer_all
from dragoman.coding.sentence.voices import INSTITUTIONS as _INSTITUTIONS
from dragoman.coding.sentence.workbench import Workbench
from dragoman.coding.who.reference import Reference
from dragoman.language.parse import Token
from dragoman.lexicon.words import alternatives, word_class

# So many may do the same towards one.
_MOST = 8
_FIRST = frozenset({"i", "we", "my", "our"})
_MANY = word_class("states-at-large")
_MEMBERS = word_class("member-states")
_EXCEPT = frozenset({"except", "excluding", "save", "barring"})
_AMONG = re.compile(
    r"[^.;:]{0,40}?(?::|,? (?:among (?:them|which|others)|including|such as|namely|notably|inter alia)),? (?:those of )?(?:the )?"
)
# "The states that recognise it are", "include": before those that are meant, named to the end of the sentence.
_ARE = re.compile(r" (?:are|were|include|included) (?:the )?(?=(?:(?:[A-Z][\w'’-]*|the|and|of)(?:[,\s]+|\.?$))+$)")
_LISTED = re.compile(r"(?:\s*\([^()]*\))?(?:\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+)?(?:the\s+)?")
# So far behind a noun the list of those that it means begins, in characters.
_NEAR = 90
_WITH = ("with", "to", "toward", "towards", "and")
_LEFT = frozenset({"amod", "compound", "nmod", "poss", "nummod", "det", "punct", "npadvmod", "advmod", "dep"})
# "Anti-Russia", "U.S.-led": not whose bond it is.
_BEFORE = re.compile(r"\b(?:anti|non|pro|post|pre)-$", re.IGNORECASE)
_AFTER = re.compile(rf"-(?:{alternatives('joined-to-a-name')})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties, in alphabetical order; `other` is the word of the one that a preposition led to."""

    a: str
    b: str
    other: Token | None = None


def bound(
    bench: Workbench, noun: Token, subjects: list[Token], also: Sequence[str] = (), *, joint: bool = True, groups: bool = False
) -> list[Pair]:
    """The pairs between which the bond that `noun` names holds. `subjects`: of the clause, for "A has ties with B".

    `joint`: two subjects may be the parties ("A and B signed a treaty"). `also`: further prepositions that lead to the other
    party ("declared war on B"). `groups`: that one may be a group that the text names without members ("Arab countries").
    """
    amid = [o for p in ("between", "among") for o in _under(bench, noun, p) if p == "between" or o.tag != "PRP"]
    between = _parties(bench, amid or _between(bench, noun))
    if len(between) > 1:
        return _all(between)
    ones = left(bench, noun)
    others = _others(bench, noun, subjects, also, groups=groups)
    if others:
        ones = ones or _by_whom(bench, noun)
        ones = [c for c in ones if c not in {o for o, _ in others}] or _outside(bench, noun, subjects, {o for o, _ in others})
        many = len(ones) > (_MOST if len({o for o, _ in others}) == 1 else 2)  # "A, B, C and D broke off relations with E"
        return [] if many else [Pair(min(a, b), max(a, b), token) for a in ones for b, token in others if a != b]
    if len(ones) > 1:
        return _all(ones)
    by = _parties(bench, _signers(bench, noun))
    if len(by) > 1 and not ones:
        return _all(by)
    of = _parties(bench, _under(bench, noun, "of"))
    if len(of) > 1:
        return _all(of)
    acting = _parties(bench, subjects)
    return _all(acting) if joint and len(acting) > 1 and not ones else []


def _by_whom(bench: Workbench, noun: Token) -> list[str]:
    """ "The severance of relations with B by A": who does what a noun over the bond names."""
    of = bench.sentence.head(noun)
    act = bench.sentence.head(of) if of is not None and of.lower == "of" else None
    if act is None or act.tag[0] != "N":
        return []
    return _parties(bench, [o for t in (act, noun) for o in bench.clauses.under(t, "by")])


def _signers(bench: Workbench, noun: Token) -> list[Token]:
    """ "The agreement, signed by A and B in 1958": those who signed it."""
    signing = [c for c in bench.sentence.children(noun, "acl") if c.tag == "VBN"]
    agents = [a for c in signing for a in bench.sentence.children(c, "agent")]
    return [o for a in agents for o in bench.sentence.children(a, "pobj")]


def _between(bench: Workbench, noun: Token) -> list[Token]:
    """ "Between A and B" in the words after a noun and before the next verb, wherever the parser hung it."""
    for token in bench.sentence.tokens[noun.i + 1 : noun.i + 16]:
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return []
        if token.lower == "between":
            return bench.sentence.children(token, "pobj")
    return []


def _others(
    bench: Workbench, noun: Token, subjects: list[Token], also: Sequence[str] = (), *, groups: bool = False
) -> list[tuple[str, Token]]:
    """Whom "with" and "to" lead to; a pronoun that would mean the subject means who was named before it."""
    out: list[tuple[str, Token]] = []
    heads = [o for p in (*_WITH, *also) for o in _under(bench, noun, p)]
    some = some_named(bench, heads)
    out += [(m, t) for m, t in some]
    for head in (*heads, *_and_with(bench, heads)):
        if head.lower in _MEMBERS and bench.clauses.under(head, "of"):
            continue  # "with the members of the Union": not with the Union
        for reference in refer_all(bench, head):
            token = bench.sentence.tokens[reference.head]
            members = list(reference.codes) if groups else _kept(reference.codes)
            codes = members if is_party(bench, reference) else []
            if token.tag == "PRP" and set(codes) & set(_parties(bench, subjects)):
                codes = _before(bench, token, set(codes))
            out += [(c, token) for c in codes]
    return out


def some_named(bench: Workbench, heads: Sequence[Token]) -> list[tuple[str, Token]]:
    """States that are listed as some of those that a noun means: "with twelve countries, among them Chad and Mali"."""
    for head in (antecedent(bench, h) for h in heads):
        if head.lower not in _MANY and head.lower != "members":
            continue
        last = min(bench.sentence.end, head.end + _NEAR)
        opening = _AMONG.search(bench.text, head.end, last) or _ARE.search(bench.text, head.end, last)
        if opening is None or ";" in opening[0]:
            continue
        out: list[tuple[str, Token]] = []
        end = opening.end()
        for mention in bench.scene.within(end, bench.sentence.end):
            if mention.start < end or not _LISTED.fullmatch(bench.text, end, mention.start):
                break
            tokens = bench.sentence.at(mention.start, mention.end)
            if mention.kind != "name" or mention.code not in bench.scene.knowledge.states or not tokens:
                break
            out.append((mention.code, tokens[-1]))
            end = mention.end
        return out
    return []


def excepted(bench: Workbench, noun: Token) -> list[tuple[str, Token]]:
    """States that a phrase takes out: "relations with all its neighbours except Chad"."""
    for token in bench.sentence.tokens[noun.i + 1 : noun.i + 16]:
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return []
        if token.lower in _EXCEPT:
            after = bench.sentence.tokens[token.i + 1 :]
            of_them = [t for t in after[: _MOST + 3] if t.tag.startswith("NNP")]
            known = [(bench.scene.mention_at(t), t) for t in of_them]
            found = [(m.code, t) for m, t in known if m is not None and m.kind == "name" and m.end <= t.end and m.code]
            return [(c, t) for c, t in found if c in bench.scene.knowledge.states]
    return []


def _and_with(bench: Workbench, heads: list[Token]) -> list[Token]:
    """Further parties of a list whose dates part them: "with A on June 1, 1973 and with B on August 24"."""
    out: list[Token] = []
    tokens = bench.sentence.tokens
    for token in tokens[max(h.i for h in heads) + 1 :] if heads else ():
        if token.tag in ("VBD", "VBZ", "VBP", "MD") or token.text == ";":
            break
        if token.lower == "with" and tokens[token.i - 1].lower in ("and", ","):
            out += [o for o in bench.sentence.children(token, "pobj") if o not in heads]
    return out


def _before(bench: Workbench, token: Token, without: set[str]) -> list[str]:
    named = [
        m.code
        for m in bench.scene.within(bench.sentence.start, token.start)
        if m.kind == "name" and m.code and m.code not in without
    ]
    previous = bench.referrer.previous
    if not named and previous is not None and len(previous.codes) == 1:
        named = [c for c in previous.codes if c not in without]  # who the sentence before was about
    return named[-1:]


def is_party(bench: Workbench, reference: Reference) -> bool:
    """Whether a phrase means a state or organisation as such: by name, government, or as one of a pair; not a firm of it."""
    token = bench.sentence.tokens[reference.head]
    mention = bench.scene.mention_at(token)
    if mention is not None and mention.kind == "name" and reference.sector == "REL":
        return mention.code in bench.scene.knowledge.states  # the Holy See
    if not is_official(reference):
        return False
    if mention is not None and mention.kind != "place":
        return (
            mention.kind not in ("demonym", "adjective", "body")
            or (token.tag[0] == "N" and mention.sector is None)
            or mention.sector in ("GOV", "LEG")
        )
    return (
        (token.tag == "PRP" and token.lower not in ("he", "she", "him", "her"))
        or token.lower in (*_INSTITUTIONS, "date", "dates")
        or (len(reference.codes) > 1 and reference.plural)
        or reference.sector in ("GOV", "LEG")
    )


def _under(bench: Workbench, noun: Token, preposition: str) -> list[Token]:
    """Objects of a preposition under a noun, or of one that follows it and was hung on the verb."""
    found = bench.clauses.under(noun, preposition)
    if not found and preposition in ("with", "between"):
        # "An agreement on cooperation with B", "the treaty of friendship between A and B".
        inner = [o for p in ("on", "of", "for", "about") for o in bench.clauses.under(noun, p)]
        found = [
            o
            for i in inner
            if bench.scene.mention_at(i) is None
            for m in (i, *bench.sentence.children(i, "conj"))
            for o in bench.clauses.under(m, preposition)
        ]
    if not found and preposition in ("with", "between"):  # "its friendship and cooperation with B"
        nouns = bonds_of(bench.scene.knowledge.lexicon).nouns
        kinds = {b.kind for b in nouns.get(noun.lower, ())}
        listed = [c for c in bench.sentence.children(noun, "conj") if kinds & {b.kind for b in nouns.get(c.lower, ())}]
        found = [o for c in listed for o in bench.clauses.under(c, preposition)]
    if (
        not found
        and preposition == "with"
        and noun.dep == "pobj"
        and bench.sentence.tokens[noun.head].lower in ("to", "at", "into")
    ):
        ruler = bench.sentence.head(
            bench.sentence.tokens[noun.head]
        )  # "went to war with B", "entered into relations ... with B"
        if ruler is not None and ruler.tag[0] == "V":
            found = [o for o in bench.clauses.under(ruler, "with") if o.i > noun.i]
    if not found and preposition in ("with", "between"):  # "the pact that A concluded with B"
        turns = bonds_of(bench.scene.knowledge.lexicon).turn_verbs
        below = [c for c in bench.sentence.children(noun, "relcl") if turns.get(c.lower) == "begin"]
        found = [o for c in below for o in bench.clauses.under(c, preposition)]
    if not found:
        head = bench.sentence.head(noun)
        if (
            head is not None
            and head.tag[0] == "V"
            and noun.dep in ("dobj", "nsubjpass", "attr", "nsubj")
            and preposition in ("with", "between", "on", "upon", "against")
        ):
            first = min((s.i for s in bench.clauses.subjects(head)), default=0)  # "with A, X signed a pact"
            found = [
                o
                for o in bench.clauses.under(head, preposition)
                if o.i > noun.i or noun.dep == "nsubjpass" or o.i < first or (preposition == "with" and head.i < o.i)
            ]
    return found


def _kept(codes: Iterable[str]) -> list[str]:
    return [c for c in codes if not c.startswith("X-")]


def _parties(bench: Workbench, heads: list[Token]) -> list[str]:
    return [c for c in codes_of(r for h in heads for r in refer_all(bench, h) if is_party(bench, r)) if not c.startswith("X-")]


def _all(codes: list[str]) -> list[Pair]:
    """All pairs of up to four parties; of more, a text hardly means each with each."""
    unique = list(dict.fromkeys(codes))
    return [Pair(min(p), max(p)) for p in itertools.combinations(unique, 2)] if 2 <= len(unique) <= 4 else []


def left(bench: Workbench, noun: Token) -> list[str]:
    """Parties before the noun ("the U.S.-Japan alliance", "its ties"), read from the text, since hyphens mislead parsers."""
    sentence, text = bench.sentence, bench.text
    first = noun.i
    for child in noun.children:
        if child.i < noun.i and child.dep in _LEFT:
            first = min(first, sentence.subtree(child)[0].i)
    out: list[str] = []
    for mention in bench.scene.within(sentence.tokens[first].start, noun.start):
        apart = _BEFORE.search(text, max(0, mention.start - 6), mention.start) or _AFTER.match(text, mention.end)
        town = (
            mention.kind in ("capital", "seat") and noun.text[:1].isupper()
        )  # "the Lusaka Accord" is named for where it was made
        if (
            mention.code
            and mention.kind not in ("place", "person", "holder")
            and not (apart or town)
            and not mention.code.startswith("X-")
        ):
            out.append(mention.code)
    for token in sentence.tokens[first : noun.i]:
        if token.tag in ("PRP$", "WP$") and bench.scene.mention_at(token) is None:
            out += _kept(owner_of(bench, token) if token.tag == "PRP$" else codes_of([r for r in [refer(bench, noun)] if r]))
        elif token.dep == "poss" and bench.scene.mention_at(token) is None:
            out += _parties(bench, [token])
    return list(dict.fromkeys(out))


def owner_of(bench: Workbench, pronoun: Token) -> tuple[str, ...]:
    """Whose "its" and "their" are: the subject's, or whose the subject is, before any other name in the sentence."""
    for above in bench.sentence.ancestors(pronoun):
        if above.tag[0] == "V":
            for subject in bench.sentence.children(above, "nsubj", "nsubjpass") or bench.clauses.subjects(above):
                if subject.lower in _FIRST and pronoun.lower not in _FIRST:
                    continue  # "I do not believe that Chad is an enemy, but its conduct ..."
                for head in (subject, *bench.sentence.children(subject, "poss"), *bench.clauses.under(subject, "of")):
                    codes = codes_of(refer_all(bench, head)) if head.i < pronoun.i else []
                    if codes:
                        return tuple(codes)
    found = bench.referrer.refer(pronoun)
    return meant_beside(bench, pronoun) or (found.codes if found else ())


def meant_beside(bench: Workbench, pronoun: Token) -> tuple[str, ...]:
    """ "I do not think that Chad is an enemy, but its conduct ...": the one other named before, where "I" or "we" speaks."""
    speaker = bench.speaker()
    tokens = bench.sentence.tokens[: pronoun.i]
    if speaker is None or pronoun.lower in _FIRST or not any(t.lower in ("i", "we") for t in tokens):
        return ()
    mentions = bench.scene.within(bench.sentence.start, pronoun.start)
    named = {m.code for m in mentions if m.code and m.kind in ("name", "organisation")}
    return tuple(c for c in named if c) if len(named) == 1 and speaker not in named else ()


def _is_own_office(bench: Workbench, token: Token) -> bool:
    """ "The Head of State" in a state's own text: an office without the name of a state is the speaker's."""
    role = bench.scene.role_at(token)
    found = refer(bench, token)
    return (
        role is not None and role.office is not None and not (found is not None and found.codes) and bench.speaker() is not None
    )


def _outside(bench: Workbench, noun: Token, subjects: list[Token], others: set[str]) -> list[str]:
    """The other party where the phrase names one alone: the subject, else who speaks, else whose relations a text is about."""
    acting = [c for c in _parties(bench, subjects) or [c for c, _ in some_named(bench, subjects)] if c not in others]
    if acting:
        return acting
    if subjects and any(s.i != noun.i and not _is_own_office(bench, s) for s in subjects):
        return []
    speaker = bench.speaker() or protagonist(bench.scene)
    return [speaker] if speaker and speaker not in others else []
