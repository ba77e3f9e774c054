"""Powers told as deeds: "represents the state", "treaties are ratified by parliament", "makes the president head of state"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding.citations.frames import Frame
from dragoman.coding.competences.offices import Holder
from dragoman.coding.competences.powers import BEING, DUTY, HOLD, Grammar, Power
from dragoman.language.parse import Token
from dragoman.lexicon.closed import MAY
from dragoman.lexicon.words import word_class

_MAKES = word_class("made-by-calling")
_SERVES, _TERMS = word_class("serving-a-term"), word_class("terms-of-office") | {"years", "term", "terms"}
_OTHER_CLAUSE = re.compile(r"[,;]\s+(?:while|whereas|but|although|though|yet|however)\b|;\s")
# So far behind the office its verb may stand, over the name of its state, in characters.
_OF_STATE = 24
_APPROVED = frozenset({"approved", "ratified", "concurred", "authorised", "authorized", "confirmed", "sanctioned", "endorsed"})
_PARTS = frozenset({"thirds", "majority", "half", "members", "fifths", "quarters"})
_SHALL = frozenset({"shall", "must"})
_REQUIRED_FOR = word_class("required-for")


def standings(g: Grammar) -> Iterator[Power]:
    """ "is the supreme leader of the country", "makes the President the head of state"."""
    for noun in g.sentence:
        hyphened = g.bench.text[max(0, noun.start - 1) : noun.start] == "-"
        if noun.lower not in g.words["standing", ""] or not g.frames or noun.dep in ("nsubj", "compound") or hyphened:
            continue
        verb = next((a for a in g.sentence.ancestors(noun) if a.lower in BEING or a.lower in _MAKES), None)
        if verb is None or not g.is_current(verb):
            continue
        if verb.lower in BEING and noun.dep in ("attr", "conj"):
            bearers = g.sentence.children(verb, "nsubj")
        elif verb.lower in _MAKES and g.grounded:
            bearers = [
                t for t in g.sentence.tokens[verb.i + 1 : noun.i] if t.dep in ("dobj", "nsubj", "pobj") and t is not noun
            ]
        else:
            continue
        for holder in [h for h in g.holders(bearers) if h.office is not None][:1]:
            start, end = g.phrase(noun)
            start = g.trim(holder.end, end)[0] if start < holder.end <= noun.start else start
            yield Power(holder, "power", start, end, noun, verb.i)


def tasks(g: Grammar) -> Iterator[Power]:
    """ "The communication of positions is the task of the minister"."""
    for noun in g.sentence:
        verb = g.sentence.head(noun)
        made = verb is not None and noun.dep == "dobj" and verb.lower in ("makes", "make", "made")
        is_task = noun.dep == "attr" and verb is not None and verb.lower in BEING
        if verb is None or not (made or is_task) or g.kind_of(noun, "noun") is None:
            continue
        owners = [o for p in g.sentence.children(noun, "prep") if p.lower == "of" for o in g.sentence.children(p, "pobj")]
        subjects = g.sentence.children(noun, "nsubj") if made else g.sentence.children(verb, "nsubj", "csubj")
        if [s.lower for s in subjects] == ["it"]:  # "it is the duty of Congress to give its consent"
            subjects = [t for t in g.sentence.children(verb, "xcomp", "advcl", "csubj") if g.is_infinitive(t) and t.i > noun.i]
            subjects += [t for t in g.sentence.children(noun, "acl", "relcl") if g.is_infinitive(t)]
        for subject in subjects if g.is_current(verb) else ():
            below = g.sentence.subtree(subject)
            named = [h for h in g.holders([*owners, *g.sentence.children(noun, "poss")]) if h.office is not None]
            for holder in (h for h in named if g.rules(h, below)):
                words = g.extent(subject) if g.is_infinitive(subject) else g.phrase(subject)
                yield Power(holder, g.kind_of(noun, "noun") or "duty", *words, noun, verb.i)


def assents(g: Grammar) -> Iterator[Power]:
    """ "the acceptance of Parliament is required for treaties", "subject to ratification by Parliament"."""
    for noun in g.sentence:
        if noun.lower not in g.words["assent", ""] or noun.tag[0] != "N":
            continue
        owners = list(g.sentence.children(noun, "poss"))
        for prep in g.sentence.children(noun, "prep", "agent"):
            owners += [o for o in g.sentence.subtree(prep) if o.dep == "pobj"] if prep.lower in ("of", "by", "from") else []
        verb = g.sentence.verb_above(noun)
        for prep in g.sentence.children(verb, "prep", "agent") if verb is not None and not owners else ():
            owners += [o for o in g.sentence.subtree(prep) if o.dep == "pobj"] if prep.lower == "by" else []
        words = {t.lower for t in g.sentence.subtree(verb)} if verb is not None else set()
        if verb is None or not words & _REQUIRED_FOR:
            continue
        if not g.is_current(verb):
            continue
        for holder in [h for h in g.holders(owners) if h.office is not None][:1]:
            tokens = g.sentence.subtree(verb, without=frozenset({"advcl", "parataxis", "ccomp", "mark"}))
            yield Power(holder, "power", *g.trim(*g.ungrounded(tokens)), noun, verb.i)


def passives(g: Grammar) -> Iterator[Power]:
    for verb in g.sentence:
        if verb.tag != "VBN" or not g.bench.clauses.is_passive(verb) or verb.dep in ("acl", "amod"):
            continue
        agents = g.sentence.agents(verb)
        subjects = _undergoers(g, verb)
        told_of = subjects and {c.lower for c in g.sentence.children(subjects[0], "det")} & {"these", "this", "those", "such"}
        if told_of and g.kind_of(subjects[0], "noun") is not None:
            continue  # "these powers are exercised by"
        if not agents or not subjects or not g.is_current(verb) or g.is_negated(verb):
            continue
        generic = (subjects[0].tag == "NNS" or subjects[0].lower in ("war", "peace")) and not g.sentence.children(
            subjects[0], "nummod", "det", "poss"
        )
        sure = g.grounded or (g.frames and verb.lower in g.words["act", ""])
        if not (sure or (generic and verb.lower in g.words["act", ""])):
            continue
        for holder in g.holders(agents):
            start = g.ungrounded(g.sentence.subtree(subjects[0], without=frozenset({"relcl"})))[0]
            agent = next(a for a in g.sentence.children(verb, "agent"))
            yield Power(
                holder, g.modality(verb, holder), *g.trim(start, max(verb.end, min(agent.start, g.stop(verb)))), verb, verb.i
            )


def unless_done(g: Grammar) -> Iterator[Power]:
    """ "No treaty is valid unless approved by the Senate"."""
    for verb in g.sentence.among(_APPROVED) if g.frames else ():
        if verb.tag != "VBN" or verb.dep != "advcl":
            continue
        clause = g.sentence.head(verb)
        if clause is None or not any(c.lower in ("unless", "until", "before") for c in g.sentence.subtree(verb)[:2]):
            continue
        by = g.sentence.agents(verb) or g.bench.clauses.under(verb, "by")
        by = [w for o in by for w in (g.bench.clauses.under(o, "of") if o.lower in _PARTS else [o])]
        for holder in [h for h in g.holders(by) if h.office is not None]:
            below = g.sentence.subtree(clause, without=frozenset({"parataxis", "ccomp", "conj"}))
            yield Power(holder, "power", *g.trim(*g.ungrounded(below)), verb, verb.i)


def _undergoers(g: Grammar, verb: Token) -> list[Token]:
    """Subjects of a passive, also of the passive that it is listed with ("are appointed and recalled by")."""
    here = verb
    while not g.sentence.children(here, "nsubjpass") and here.dep == "conj" and here.head != here.i:
        here = g.sentence.tokens[here.head]
    return g.sentence.children(here, "nsubjpass")


def lists(g: Grammar) -> Iterator[Power]:
    """ "The President, as head of state, ratifies treaties, appoints envoys and receives credentials": where a small parser
    takes one of the verbs for a noun, the list is read by its commas.
    """
    frame = next((f for f in g.frames if not f.carried and (not f.trails or _is_aside(g, f))), None)
    if frame is None:
        return
    # "The assembly, under Article 5, ratifies treaties": the office before the ground.
    tokens = [t for t in g.sentence if t.start >= frame.end or (frame.trails and t.end <= frame.start)]
    starts = [t for t in tokens if _opens_deed(g, t)]
    if len(starts) < 2 or all(t.tag != "NNS" for t in starts):
        return
    before = [t for t in tokens if t.i < starts[0].i and t.tag[0] == "N" and not _opens_name(g, t)]
    holder = next((h for t in before for h in g.holders([t]) if h.office is not None), None)
    if holder is None:
        return
    if holder.end > starts[0].start:  # the parser took the first verb for the end of the office
        end = g.trim(holder.start, starts[0].start)[1]
        words = holder.office or ""
        holder = replace(holder, office=words[: len(words) - (holder.end - end)].rstrip(), end=end)
    groups: list[list[Token]] = []
    for token in starts:
        pair = groups and token.i - groups[-1][-1].i == 2 and g.sentence.tokens[token.i - 1].lower in ("and", "or")
        if pair:
            groups[-1].append(token)
        else:
            groups.append([token])
    last = groups[-1][0].end
    turn = _OTHER_CLAUSE.search(g.bench.text, last, g.stop_of_sentence())
    ends = [group[0].start for group in groups[1:]] + [turn.start() if turn is not None else g.stop_of_sentence()]
    for group, end in zip(groups, ends, strict=True):
        g.claimed.update(t.i for t in group)
        yield Power(holder, g.modality(group[0], holder), *g.trim(group[0].start, end), group[0], groups[0][0].i)


def _is_aside(g: Grammar, frame: Frame) -> bool:
    """Whether a ground stands between two commas before the deeds: ", under Article 5, ratifies treaties"."""
    text = g.bench.text
    return text[frame.start - 2 : frame.start] == ", " and text[frame.end : frame.end + 1] == ","


def _opens_name(g: Grammar, token: Token) -> bool:
    """Whether a word is the first part of a longer name: "State" of "the State Duma"."""
    mention = g.bench.scene.mention_at(token)
    return mention is not None and token.end < mention.end


def _opens_deed(g: Grammar, token: Token) -> bool:
    """Whether a word in -s is a deed of the list: after a comma, "and" or the office itself."""
    if token.tag not in ("NNS", "VBZ") or token.lower not in g.words["act", ""] | g.words["aims", ""]:
        return False
    following = g.sentence.tokens[token.i + 1 : token.i + 2]
    named = bool(following) and following[0].tag[0] in "NJDPC" and following[0].tag != "CD"
    if token.tag == "NNS" and following and following[0].lower in ("and", "or"):
        second = g.sentence.tokens[token.i + 2 : token.i + 3]
        if second and second[0].lower in g.words["act", ""] and second[0].lower.endswith("s"):
            return g.sentence.tokens[token.i - 1].tag[0] in "N,C"  # "the President defines and directs"
    return token.lower.endswith("s") and named and g.sentence.tokens[token.i - 1].lower in (",", "and", "or")


def having_to(g: Grammar) -> Iterator[Power]:
    """ "The President has to seek the consent of Parliament"."""
    for verb in g.sentence if g.frames else ():
        above = g.sentence.head(verb)
        if verb.dep != "xcomp" or not g.is_infinitive(verb) or above is None or above.lower not in ("has", "have"):
            continue
        if g.sentence.children(above, "dobj") or g.is_negated(above) or not g.is_current(above):
            continue
        for holder in [h for h in g.holders(g.about(above)) or g.beside(above) or _named_before(g, above) if h.office]:
            for each in g.listed(verb):
                yield Power(holder, "duty", *g.extent(each), each, above.i)


def _named_before(g: Grammar, verb: Token) -> list[Holder]:
    """The office whose phrase ends right before a verb that the parser left without a subject."""
    before = [t for t in g.sentence.tokens[max(0, verb.i - 5) : verb.i] if t.tag[0] == "N"]
    found = [h for t in before for h in g.holders([t]) if h.office is not None and 0 <= verb.start - h.end <= _OF_STATE]
    return found[:1]


def bound_plainly(g: Grammar) -> Iterator[Power]:
    """ "The Parliament of Chad must approve treaties", "only the King of Jordan may declare war": with no law in view."""
    for verb in g.sentence if not g.frames else ():
        aux = set(g.bench.clauses.auxiliaries(verb)) if verb.tag == "VB" else set()
        if verb.lower not in g.words["act", ""] or not aux & (MAY | _SHALL) or g.sentence.head(verb) is not None:
            continue
        things = [t for o in g.objects(verb) if o.tag == "NNS" or o.lower in ("war", "peace") for t in g.sentence.subtree(o)]
        dated = bool(g.bench.dates) or any(c.lower in ("today", "now", "soon", "also") for c in verb.children)
        for holder in g.holders(g.bench.clauses.subjects(verb)) if things and not dated else ():
            if g.rules(holder, things):
                yield Power(holder, g.modality(verb, holder), *g.extent(verb), verb, verb.i)


def told(g: Grammar) -> Iterator[Power]:
    if not g.frames:
        return
    for verb in g.sentence:
        if verb.i not in g.claimed and verb.tag == "NNS" and verb.lower in g.words["act", ""]:
            yield from _misread(g, verb)
        if (
            verb.i in g.claimed
            or verb.tag[0] != "V"
            or verb.lower in BEING
            or verb.lower in HOLD
            or verb.dep in ("amod", "aux", "auxpass")
        ):
            continue
        if g.bench.clauses.is_passive(verb) or g.shares(verb) or not _is_telling_of(g, verb) or _is_term(g, verb):
            continue
        for holder in g.holders(_doers(g, verb)) if _has_subject(g, verb) else g.beside(g.sentence.tokens[g.root(verb)]):
            yield Power(holder, g.modality(verb, holder), *g.extent(verb), verb, g.root(verb))


def _is_term(g: Grammar, verb: Token) -> bool:
    """ "Serves a term of five years": how long, and no deed."""
    return verb.lower in _SERVES and any(t.lower in _TERMS for t in g.sentence.subtree(verb))


def parted(g: Grammar) -> Iterator[Power]:
    """ "The President may, with the consent of Parliament, declare war": the words between two commas mislead small parsers."""
    tokens = g.sentence.tokens
    for modal in tokens[1:-3] if g.frames else ():
        following = tokens[modal.i + 1]
        misread = following.lower in g.words["act", ""] and following.tag[0] not in "VN" and following.lower[-1] != "s"
        if modal.lower not in MAY | _SHALL or (following.text != "," and following.tag != "IN" and not misread):
            continue
        comma = next((t for t in tokens[modal.i + 2 : modal.i + 14] if t.text == ","), None)
        act = tokens[comma.i + 1] if comma is not None and comma.i + 1 < len(tokens) else None
        if misread:  # "shall authorise", taken for an adverb
            act = following
        elif following.tag == "IN":  # "may between two sessions ratify or denounce treaties"
            acts = g.words["act", ""]
            near = (t for t in tokens[modal.i + 3 : modal.i + 9] if t.lower in acts and t.lower[-1] != "s")
            act = next((t for t in near if tokens[t.i - 1].tag[0] in "NC"), None)
        if act is None or act.lower not in g.words["act", ""] or act.lower.endswith("s"):
            continue
        before = [t for t in tokens[: modal.i] if t.tag[0] == "N" and t.dep in ("nsubj", "nsubjpass", "ROOT")]
        before = [t for t in tokens[modal.i - 1 : modal.i] if t.lower in ("he", "she", "it")] or before
        ground = min((f.start for f in g.frames if not f.carried and f.start > act.start), default=g.sentence.end)
        for holder in [h for h in g.holders(before) if h.office is not None or modal.lower in _SHALL][:1]:
            yield Power(holder, "power" if modal.lower in MAY else "duty", *g.trim(act.start, ground), act, act.i)


def _misread(g: Grammar, verb: Token) -> Iterator[Power]:
    """ "The assembly ratifies treaties", where small parsers take "ratifies" for a noun: an office stands right before it."""
    following = g.sentence.tokens[verb.i + 1 : verb.i + 2]
    if not following or following[0].tag[0] not in "NJDC" or following[0].tag == "CD":
        return
    for holder in g.beside(verb) or g.holders(g.sentence.children(verb, "nsubj")):
        ground = min((f.start for f in g.frames if not f.carried and f.start > verb.start), default=g.sentence.end)
        yield Power(holder, "power", *g.trim(verb.start, ground), verb, verb.i)


def _is_telling_of(g: Grammar, verb: Token) -> bool:
    """Whether a finite clause, or a participle under one, tells what the law lays down."""
    if (verb.dep == "advcl" and verb.tag == "VBG") or (verb.dep == "conj" and verb.tag == "VBG"):
        return g.grounded and any(c.lower in ("the", "its", "overall") for c in g.sentence.subtree(verb))
    aux = g.bench.clauses.auxiliaries(verb)
    modal = bool(DUTY & set(aux) or MAY & set(aux)) and "have" not in aux
    under = any(not f.carried and not f.tells and not f.trails for f in g.frames)
    finite = verb.tag in ("VBZ", "VBP") or (verb.tag == "VBD" and under) or modal
    # "The president (Article 74), who also receives envoys".
    aside = g.grounded and verb.dep == "relcl" and verb.tag == "VBZ" and verb.lower in g.words["act", ""]
    if not finite or (verb.dep in ("relcl", "acl", "advcl", "parataxis") and not (modal or aside) and g.cleft(verb) is None):
        return False
    if any(c.tag in ("WRB",) or c.lower in ("if", "unless", "until") for c in verb.children):
        return False
    if not g.grounded:
        asked = not {"shall", "may"}.isdisjoint(aux)
        return verb.tag != "VBD" and (verb.lower in g.words["act", ""] or asked or _toils(g, verb))
    return True


def _toils(g: Grammar, verb: Token) -> bool:
    """ "The chairman works to protect the poor": what an office is there for."""
    below = g.sentence.children(verb, "xcomp", "advcl") if verb.lower in g.words["toil", ""] else []
    return any(g.is_infinitive(c) and c.lower in g.words["aims", ""] | g.words["act", ""] for c in below)


def _doers(g: Grammar, verb: Token) -> list[Token]:
    if verb.tag == "VBG" and verb.dep in ("advcl", "conj"):
        root = g.sentence.tokens[g.sentence.root]
        return list(g.sentence.children(root, "nsubj"))
    meant = g.cleft(g.sentence.tokens[g.root(verb)])
    if meant is not None:
        return [meant]
    return g.bench.clauses.subjects(verb) or g.about(verb)


def _has_subject(g: Grammar, verb: Token) -> bool:
    """Whether the parser found a subject; where it lost that of the whole sentence, the office beside the verb is it."""
    root = g.sentence.tokens[g.root(verb)]
    lost = root.dep == "ROOT" and not g.sentence.children(root, "nsubj", "nsubjpass") and bool(g.beside(root))
    return not lost
