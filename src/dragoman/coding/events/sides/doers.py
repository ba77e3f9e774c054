"""Who does an act that grammar gives to another, or to nobody: gunners, signers, hosts, owners, authors of texts, parliaments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.events.found import OFFICIAL
from dragoman.coding.events.needs import table as needs
from dragoman.coding.events.operators.committed import as_committed
from dragoman.coding.events.sides.earlier import body_told, joint_authors, protagonist_but
from dragoman.coding.events.sides.harmed import on_doer
from dragoman.coding.events.sides.own_side import hosted
from dragoman.coding.events.sides.whereabouts import ENVOYS
from dragoman.coding.who.posts import is_mission
from dragoman.coding.who.reference import Reference, codes_in, implied
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_OPENED = "open-mission"
_OF_MISSIONS = frozenset({"close-mission", _OPENED, "recall-ambassador"})
_WHEN = frozenset({"when", "as", "after"})
_FIRED = word_class("fired")
TEXTS = word_class("in-which-somebody-speaks")
_UTTERED = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE", "AGREE"})
_NAMING = frozenset({"see-as", "label", "condemn-bad"})
_POINTED = frozenset({"this", "that", "these"})
# What a state does to another through its own offices.
_AT_HOME = frozenset(
    {
        ("ACCUSE", "disapprove"),
        ("SANCTION", "expel"),
        ("SANCTION", "withdraw"),
        ("SANCTION", "discontinue"),
        ("REJECT", "assist"),
    }
)
_HOME_BODIES = word_class("bodies-at-home")
_PARLIAMENTS = word_class("parliaments-by-name")


def with_doer(reader: ActReader, act: Act) -> Act:
    """The act with whoever the sentence shows to have done it, where grammar names another or nobody."""
    act = _between_others(reader, _by_host(reader, _by_signer(reader, _by_other(reader, as_committed(reader, act)))))
    act = _on_behalf(reader, _by_owner(reader, _by_attackers(reader, _by_raiders(reader, _by_gunner(reader, act)))))
    if act.rule in _NAMING and any(o.lower in _POINTED and o.tag == "DT" for o in reader.clauses.objects(act.head)):
        act = replace(act, target=_doer_before(reader, act))
    if act.rule == "complain" and act.target:  # "complained to the Council": whom it is told is not whom it is about
        act = replace(act, target=tuple(r for r in act.target if not _is_told(reader, r)))
    if act.event in _UTTERED:
        act = _by_all(reader, act if act.source else _by_adopter(reader, _by_author(reader, act)))
    return hosted(reader, _by_speaker(reader, _by_promiser(reader, _by_parliament(reader, on_doer(reader, act)))))


def _is_told(reader: ActReader, reference: Reference) -> bool:
    over = reader.sentence.head(reader.sentence.tokens[reference.head])
    return over is not None and over.lower == "to"


def _doer_before(reader: ActReader, act: Act) -> tuple[Reference, ...]:
    """ "Chad handed him over. The ministry calls this a crime": who did what is called so."""
    own = codes_in(act.source)
    previous = reader.referrer.previous
    return unnamed(act, tuple(c for c in previous.codes if c not in own)) if previous is not None else ()


def _by_speaker(reader: ActReader, act: Act) -> Act:
    """ "The envoy of Chad was summoned to the Ministry", "the Security Committee decided to suspend trade with Chad": what
    is done to another by nobody who is named is done by the state whose words they are.
    """
    if codes_in(act.source) or act.modality != "actual" or (act.event, act.mode) not in _AT_HOME:
        return act
    if act.event == "ACCUSE" and _is_bare_headline(reader, act.head):
        return act
    speaker, theirs = reader.scene.speaker(act.head.start), codes_in(act.target)
    if speaker not in reader.scene.knowledge.states or speaker is None or speaker in theirs or len(theirs) != 1:
        return act
    subjects = reader.clauses.subjects(act.head) if not reader.clauses.is_passive(act.head) else []
    if any(reader.referrer.codes(s) or s.lower not in _HOME_BODIES for s in subjects):
        return act
    named = reader.scene.within(reader.sentence.start, reader.sentence.end)
    elsewhere = any(m.kind in ("capital", "place") and m.code not in (speaker, None) for m in named)
    return act if elsewhere else replace(act, source=unnamed(act, (speaker,)))


def _is_bare_headline(reader: ActReader, verb: Token) -> bool:
    """ "Tariffs of Chad Criticized": by whom, a headline of somebody's own paper does not say."""
    bare = verb.dep == "ROOT" and verb.tag in ("VBN", "VBD") and not reader.sentence.children(verb, "aux", "auxpass", "nsubj")
    return bare and reader.sentence.tokens[-1].text not in ".!?"


def _by_gunner(reader: ActReader, act: Act) -> Act:
    """ "Was sunk by a torpedo which had been fired by a Chadian boat": who fired the weapon did it."""
    if act.event != "ASSAULT" or any(r.codes for r in act.source) or not reader.clauses.is_passive(act.head):
        return act
    arms = reader.clauses.under(act.head, "by")
    verbs = [c for w in (act.head, *arms) for c in reader.sentence.children(w, "conj", "acl", "relcl")]
    verbs += [d for v in verbs for d in reader.sentence.children(v, "conj")]
    doers = [r for v in verbs if v.lower in _FIRED for o in reader.clauses.under(v, "by") for r in reader.referrer.all(o)]
    known = [r for r in doers if r.codes]
    own = codes_in(known)
    if not known:
        return act
    hit = tuple(r for r in act.target if set(r.codes) - own)
    facing = reader.scene.discourse.opposite(known[0].codes, reader.sentence.start) if not hit else ()
    act = replace(act, source=tuple(known))
    return replace(act, target=hit or unnamed(act, facing))


def _by_raiders(reader: ActReader, act: Act) -> Act:
    """ "Nine were detained when police stormed the hall": by whoever came, where nobody else is named."""
    if act.event != "COERCE" or any(r.codes for r in act.source) or not reader.clauses.is_passive(act.head):
        return act
    for clause in reader.sentence.children(act.head, "advcl"):
        if not _WHEN.isdisjoint(reader.clauses.marks(clause)):
            found = [r for s in reader.sentence.children(clause, "nsubj") for r in reader.referrer.all(s)]
            came = tuple(r for r in found if r.codes and r.sector in ("COP", "MIL"))
            if came:
                return replace(act, source=came, target=act.target or unnamed(act, came[0].codes))
    return act


def _by_attackers(reader: ActReader, act: Act) -> Act:
    """ "The attack by commandos of Chad on Gao, in which six people were killed": by who made it, on who was hit."""
    if act.event != "ASSAULT" or act.source or act.head.dep != "relcl" or not reader.clauses.is_passive(act.head):
        return act
    where = reader.sentence.tokens[act.head.head]  # the attack itself, or the place that the parser hung the clause on
    for noun in (where, *(t for t in reader.sentence.ancestors(where) if t.tag[0] == "N")):
        doers = [r for o in reader.clauses.under(noun, "by") for r in reader.referrer.all(o) if r.codes]
        if doers:
            hit = [
                r for p in ("on", "against") for o in reader.clauses.under(noun, p) for r in reader.referrer.all(o) if r.codes
            ]
            place = reader.referrer.refer(where) if where is not noun else None
            hit = hit or ([place] if place is not None and place.codes else [])
            return replace(act, source=tuple(doers), target=tuple(r for r in act.target if r.codes) or tuple(hit))
    return act


def _by_promiser(reader: ActReader, act: Act) -> Act:
    """ "Chad undertook to freeze it. Inspectors will be admitted": by whoever the sentence before was about."""
    if act.source or act.event != "CONCEDE" or not act.rule.startswith("will:") or not reader.clauses.is_passive(act.head):
        return act
    _, says = needs.said_by(reader, act.head)
    official = tuple(r for r in says if r.sector in OFFICIAL)  # "a Chadian will be freed, Malian officials said"
    return replace(act, source=official or unnamed(act, asking(reader, codes_in(act.target))))


def _on_behalf(reader: ActReader, act: Act) -> Act:
    """ "He mediated in Chad on behalf of the African Union": who acts for somebody is theirs."""
    if act.mode == "treaty" and reader.clauses.is_passive(act.head):  # "was signed for the Union by General Dow"
        tokens = [t for t in reader.sentence.tokens[act.head.i :] if t.lower == "for"] if "for" in reader.words else []
        named = [o for t in tokens for o in reader.sentence.children(t, "pobj") if reader.scene.mention_at(o) is not None]
        principals = [r for o in named for r in reader.referrer.all(o) if r.codes]
        return replace(act, source=tuple(principals)) if principals else act
    if "behalf" not in reader.words or act.head.tag[0] != "V":
        return act
    held = (t for p in reader.sentence.children(act.head, "prep") for t in reader.sentence.children(p, "pobj"))
    behalf = next((t for t in held if t.lower == "behalf"), None)
    of = reader.clauses.under(behalf, "of") if behalf is not None else []
    principals = [r for o in of for r in reader.referrer.all(o) if r.codes]
    doing = {t.i for t in reader.clauses.subjects(act.head)}
    if not principals or not all(r.head in doing for r in act.source) or act.mode == "letter":
        return act
    return replace(act, source=tuple(principals))


def _by_other(reader: ActReader, act: Act) -> Act:
    """ "It was in open waters when it was boarded": by the other of the two that a text is between."""
    if (act.event, act.mode) != ("COERCE", "seize") or act.source or not reader.clauses.is_passive(act.head):
        return act
    hit = codes_in(act.target)
    both = set(reader.scene.discourse.between)
    if len(hit) != 1 or not hit <= both or not any(reader.sentence.tokens[r.head].tag == "PRP" for r in act.target):
        return act
    return replace(act, source=unnamed(act, tuple(both - hit)))


def _between_others(reader: ActReader, act: Act) -> Act:
    """ "Moscow called on both sides to stop": the two others, where who calls is one of the two that the words would mean."""
    own = codes_in(act.source)
    if ("both" not in reader.words and "two" not in reader.words) or act.reciprocal or len(own) != 1:
        return act
    tokens = reader.sentence.tokens
    pairs = [r for r in act.target if r.plural and {"both", "two"} & {c.lower for c in tokens[r.head].children}]
    if len(pairs) != 1 or not own & set(pairs[0].codes):
        return act
    told = {m.code for m in reader.scene.within(0, act.head.start)}
    others = tuple(c for c, _ in reader.scene.discourse.most if c not in own and c in told)[:2]
    return replace(act, target=(replace(pairs[0], codes=others),)) if len(others) == 2 else act


def _by_host(reader: ActReader, act: Act) -> Act:
    """ "Chad asked for help. A team that was let into the country": by who asked for it, else by whom the text is about."""
    if act.mode != "access" or act.source or "country" not in reader.words or not reader.clauses.is_passive(act.head):
        return act
    codes = reader.scene.story.needy or protagonist_but(reader, tuple(codes_in(act.target)))
    return replace(act, source=unnamed(act, codes))


def _by_signer(reader: ActReader, act: Act) -> Act:
    """ "Envoys of Chad and Mali talked. General Dow signed a text of the Chadian side": an officer whose state nobody names is of
    the other of two.
    """
    signers = act.source if act.mode == "treaty" else ()
    if not signers or any(r.codes or r.sector not in ("MIL", "GOV") for r in signers):
        return act
    if len(signers) == 2 and not act.target:  # "President Dow and Premier Roe had signed it", in a text on two states
        span = Span(act.head.start, act.head.end)
        return replace(act, source=implied(reader.scene.discourse.between, span, act.head.i) or signers)
    if len(signers) != 1:
        return act
    theirs, discourse = codes_in(act.target), reader.scene.discourse
    both = set(discourse.between or discourse.only_two or discourse.near_pair(reader.sentence.start))
    if len(theirs) != 1 or not theirs < both:
        return act
    return replace(act, source=(replace(act.source[0], codes=tuple(both - theirs)),))


def _by_owner(reader: ActReader, act: Act) -> Act:
    """ "The embassy in Lima was closed", "an embassy was opened in Lima": by whoever keeps it, where nobody else is said to have
    done it.
    """
    if act.rule not in _OF_MISSIONS or not reader.clauses.is_passive(act.head) or reader.sentence.agents(act.head):
        return act
    if act.source and act.rule != _OPENED:  # which no host does
        return act
    for mission in (o for o in reader.clauses.objects(act.head) if is_mission(o) or o.lower in ENVOYS):
        if reader.sentence.children(mission, "amod", "compound", "poss", "nmod") or reader.clauses.under(mission, "of"):
            return act
        places = [*reader.clauses.under(mission, "in"), *(reader.clauses.under(act.head, "in") if act.rule == _OPENED else ())]
        hosts = [r for o in places for r in reader.referrer.all(o) if r.codes]
        speaker = reader.scene.speaker(reader.sentence.start)
        known = reader.scene.discourse.opposite(hosts[0].codes, reader.sentence.start) if hosts else ()
        owners = known or ((speaker,) if speaker and hosts and speaker not in hosts[0].codes else ())
        if owners:
            keeping = implied(owners, Span(mission.start, mission.end), mission.i)
            return replace(act, source=keeping, target=tuple(hosts[:1]))
        if hosts and codes_in(act.source) == codes_in(hosts):
            return replace(act, source=(), target=tuple(hosts[:1]))  # it is nobody's that is named
    return act


def _by_author(reader: ActReader, act: Act) -> Act:
    """ "The letter demands": whoever the sentence before was about, who wrote it; of the body that that one tells, if any."""
    subjects: list[Token] = reader.clauses.subjects(act.head)
    previous = reader.referrer.previous
    if not subjects or subjects[0].lower not in TEXTS or previous is None or not previous.codes:
        return act
    if not any(c.lower in ("the", "this") for c in reader.sentence.children(subjects[0], "det")):
        return act
    head = subjects[0]
    act = replace(act, source=(Reference(previous.codes, previous.sector, head.text, Span(head.start, head.end), head.i),))
    told = body_told(reader) if act.event == "REQUEST" and not act.target else ()
    return replace(act, target=unnamed(act, told)) if told else act


def _by_adopter(reader: ActReader, act: Act) -> Act:
    """ "Adopted resolution 82, which found that the action broke the peace and called for ...": who adopted it."""
    if act.source or "resolution" not in reader.words:
        return act
    clauses = (a for a in reader.sentence.ancestors(act.head) if a.dep == "relcl")
    texts = (s for c in clauses for s in reader.sentence.children(c, "nsubj") if s.tag in ("WDT", "WP"))
    found = next((r for s in texts if (r := reader.referrer.refer(s)) is not None and r.codes), None)
    return replace(act, source=(found,)) if found is not None else act


def _by_all(reader: ActReader, act: Act) -> Act:
    """ "Chad and Libya signed a joint declaration. It calls on": a joint text speaks for all who made it."""
    subjects: list[Token] = reader.clauses.subjects(act.head)
    if not subjects or not (subjects[0].lower == "it" or subjects[0].lower in TEXTS):
        return act
    codes = joint_authors(reader)
    span = Span(subjects[0].start, subjects[0].end)
    asked = {c for r in act.target for c in r.codes if r.text}  # what it asks of one of them, the others ask
    made = implied((c for c in codes if c not in asked), span, subjects[0].i)
    return replace(act, source=made, target=tuple(r for r in act.target if r.text)) if made else act


def _by_parliament(reader: ActReader, act: Act) -> Act:
    """ "Parliament ratified the agreement with Chad": that of the other of two that the text is between."""
    if act.mode not in ("treaty", "accession") or len(act.source) != 1 or act.source[0].codes:
        return act
    head = reader.sentence.tokens[act.source[0].head]
    abroad = tuple(c for r in act.target for c in r.codes)
    if head.text not in _PARLIAMENTS or reader.sentence.children(head, "amod", "compound", "poss", "det"):
        return act
    signed, discourse = reader.scene.story.signatories, reader.scene.discourse
    natives = [c for c in signed if c in (*discourse.between, discourse.about)]
    joining = act.object is not None and act.object.lower in ("accession", "membership")
    if (
        not abroad and not joining and len(signed) == 2 and len(natives) == 1
    ):  # "Malta and Chad signed a treaty. Parliament ratified it"
        abroad = tuple(c for c in signed if c not in natives)
        act = replace(act, target=unnamed(act, abroad))
        return replace(act, source=(replace(act.source[0], codes=tuple(natives), sector="LEG", text=head.text),))
    about = (reader.scene.discourse.about,) if reader.scene.discourse.about else ()
    codes = (reader.scene.discourse.facing(abroad) or protagonist_but(reader, abroad) if abroad else ()) or about
    return replace(act, source=(replace(act.source[0], codes=codes, sector="LEG", text=head.text),)) if codes else act


def asking(reader: ActReader, own: set[str]) -> tuple[str, ...]:
    """ "The Agency demanded an inspection. Chad refused": whom the sentence before was about, where that one asks or claims."""
    previous = reader.referrer.previous
    if previous is None or reader.scene.document.text.find("\n", previous.span.end, reader.sentence.start) >= 0:
        return ()
    codes = tuple(c for c in previous.codes if c not in own)
    return codes if len(codes) == len(previous.codes) == 1 else ()


def unnamed(act: Act, codes: tuple[str, ...]) -> tuple[Reference, ...]:
    span = act.source[0].span if act.source else Span(act.head.start, act.head.end)
    return implied(codes, span, act.head.i)
