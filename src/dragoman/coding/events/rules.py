"""Event rules of the lexicon applied to predicates: which fits best, and who fills its parts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events import pacts
from dragoman.coding.events.act import Act
from dragoman.coding.events.found import CIVIL, Found
from dragoman.coding.events.loose import loose_target
from dragoman.coding.events.needs import table as needs
from dragoman.coding.events.roles import PLACES
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.coding.who.standins import organ
from dragoman.language.parse import Token
from dragoman.lexicon.entries import EventRule
from dragoman.lexicon.words import stems, word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# Where a rule names no target slots.
TARGETS = [
    "object",
    "dative",
    "to",
    "with",
    "against",
    "on",
    "toward",
    "towards",
    "at",
    "from",
    "for",
    "object:of",
    "object:with",
    "of",
]
# Deeds that a state does to what is in it.
_INSIDE = frozenset({"ASSAULT", "COERCE"})
# Deeds done to people, who may be from elsewhere.
_FROM = frozenset({"REJECT", "RETREAT", "COERCE", "SANCTION", "AID"})
_WORDS = word_class("words-for-words")
# An act, and what the same words may tell besides.
_TOO = {("SANCTION", "COERCE"), ("COERCE", "SANCTION"), ("COERCE", "ASSAULT")}
_HARMS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_FEARED = word_class("harm-only-feared")
_DAYS = word_class("days-as-targets")
# Needs of a target that may stand anywhere below.
_LOOSE = frozenset({"target", "host"})
_JUDGED = frozenset({"ACCUSE", "REQUEST", "REJECT"})
_PACTS = word_class("pacts-as-targets")
_ABSTRACT = stems("abstract-endings")
_CONCRETE = word_class("concrete-in-spite")


def by_verb(reader: ActReader, verb: Token, least: int = 1) -> Act | None:
    """The most specific rule of a verb whose conditions hold, if it is at least as specific as `least`."""
    if verb.i not in reader.best:
        reader.best[verb.i] = _best_rule(reader, verb)
    best = reader.best[verb.i]
    return best[1] if best is not None and best[0] >= least else None


def _best_rule(reader: ActReader, verb: Token) -> tuple[float, Act] | None:
    """The rule that says most, among those whose parts are all there; of equals, the first in the lexicon."""
    fitting = []
    parted = reader.clauses.parted(verb)
    figure = _figure(reader, verb)
    happens = "take" in reader.clauses.verb_lemmas(verb) and any(o.lower == "place" for o in reader.clauses.objects(verb))
    for lemma in reader.clauses.verb_lemmas(verb):
        for rule in reader.vocabulary.rules_for(lemma, reader.groups):
            if happens and not (rule.object or rule.subject):  # "took place" takes nothing
                continue
            if parted and parted.isdisjoint((*rule.particle, *rule.with_prep, *rule.words)):
                continue
            if figure and figure.isdisjoint(reader.vocabulary.expand(rule.object)):
                continue
            fit = fits(reader, rule, verb)
            if fit is not None:
                fitting.append((fit[0], fit[1], rule))
    for weight, words, rule in sorted(fitting, key=lambda f: -f[0]):
        act = apply(reader, rule, verb, words, None)
        if act is not None:
            return weight, act
    return None


def _figure(reader: ActReader, verb: Token) -> frozenset[str]:
    """What the object of a verb is called, where the two are a figure of speech: "locked arms", "sank their rivalries"."""
    figures = reader.vocabulary.figures
    wanted = [figures[lemma] for lemma in reader.clauses.verb_lemmas(verb) if lemma in figures]
    if not wanted:
        return frozenset()
    objects = (frozenset(reader.clauses.words(o)) for o in reader.clauses.objects(verb))
    return next((words for words in objects if any(words & w for w in wanted)), frozenset())


def fits(reader: ActReader, rule: EventRule, verb: Token) -> tuple[float, tuple[Token, ...]] | None:
    """How specific a rule is here, and the words besides the verb that it rests on; None where it does not fit."""
    weight: float = 1
    words: list[Token] = []
    around = reader.around(verb)
    if rule.object:
        wanted = reader.vocabulary.expand(rule.object)
        hit, closeness = around.object_among(wanted)
        if hit is None and rule.particle:  # "called in the envoy", "laid on a luncheon": parsed as a preposition
            hit, closeness = around.beside_particle(frozenset(rule.particle), wanted), 2.0
        if (
            hit is None
            or _is_in_name(reader, hit)
            or _names_thing(reader, hit, wanted)
            or (rule.event == "CONSULT" and _joins_body(reader, verb, hit))
            or (rule.event in _HARMS and _is_only_feared(reader, hit))
        ):
            return None
        weight, words = weight + closeness, [hit]
    if not needs.worded(rule, reader, around):
        return None
    if rule.with_prep:
        wanted = reader.vocabulary.expand(rule.prep_object)
        found = None
        for prep in reader.clauses.prepositions(verb, frozenset(rule.with_prep)):
            inner = (prep, *reader.sentence.children(prep, "prep"))  # "on to a plane", "out of the country"
            below = [o for p in inner for o in reader.sentence.children(p, "pobj", "pcomp")]
            if wanted:  # "came under howitzer and mortar fire"
                below += reader.clauses.listed(below)
            if not wanted and below and prep.lower in ("on", "at") and all(o.lower in _DAYS for o in below):
                continue  # "called the raid a mistake on Friday" calls on nobody
            objects = [o for o in below if set(reader.clauses.words(o)) & wanted]
            if objects or not wanted:
                found = [*objects[:1], prep]
                break
        if found is None:
            return None
        weight, words = weight + 1 + bool(wanted), [*words, *found]
    if rule.particle:
        after = [
            c for c in reader.sentence.children(verb, "prt", "advmod", "prep") if c.i > verb.i and c.lower in rule.particle
        ]
        hit = next((c for c in after if c.dep != "prep" or c.i == verb.i + 1 or c.lower not in PLACES), None)
        if hit is None:
            return None
        weight, words = weight + 2, [*words, hit]
    # Words that a rule asks for elsewhere in the sentence make it more specific too.
    weight += bool(rule.subject) + bool(rule.thing) + bool(rule.words) + needs.weight(tuple(rule.needs))
    return weight, tuple(words)


def _is_only_feared(reader: ActReader, word: Token) -> bool:
    """ "Continued its threats of war", "raised the danger of an attack": nothing of the kind is done."""
    of = reader.sentence.tokens[word.head] if word.dep == "pobj" else None
    return of is not None and of.lower == "of" and reader.sentence.tokens[of.head].lower in _FEARED


def _joins_body(reader: ActReader, verb: Token, word: Token) -> bool:
    """ "Joined the Nordic Council": whoever becomes a member of a body has not met with it."""
    mention = reader.scene.mention_at(word) if verb.lower in ("join", "joins", "joined", "joining") else None
    return mention is not None and mention.kind == "organisation"


def _names_thing(reader: ActReader, word: Token, wanted: frozenset[str]) -> bool:
    """ "Opened the Friendship Bridge": what a thing is named after is not the thing."""
    thing = reader.sentence.tokens[word.head]
    named = word.dep == "compound" and word.tag == thing.tag == "NNP" and word.i < thing.i
    return named and wanted.isdisjoint(reader.clauses.words(thing)) and reader.scene.mention_at(thing) is None


def _is_in_name(reader: ActReader, word: Token) -> bool:
    """ "Joined the Organisation of the Islamic Conference": a word inside the name of a body is no thing by itself."""
    mention, head = reader.scene.mention_at(word), reader.sentence.tokens[word.head]
    if mention is None or mention.kind != "organisation" or head.dep == "ROOT":
        return False
    return head.dep == "prep" and mention.start <= reader.sentence.tokens[head.head].start < head.start < mention.end


def apply(reader: ActReader, rule: EventRule, verb: Token, words: tuple[Token, ...], noun: Token | None) -> Act | None:
    """The act of a rule at a predicate, with its actors; None where a part that it needs is missing."""
    of_predicate, of_source, of_both = needs.staged(tuple(rule.needs))
    found = Found(reader, verb, noun, (), ())
    if noun is not None and not needs.worded(rule, reader, found):  # a verb's words were asked for in `fits`
        return None
    if not all(need(found) for need in of_predicate):
        return None
    if rule.event == "AID" and verb.tag[0] == "V" and any(h.lower in _PACTS for h in _doers(reader, verb)):
        return None  # "a deal that would protect farmers"
    source = _doing(reader, rule, verb, words, noun)
    if of_source:
        found = Found(reader, verb, noun, source, ())
        if not all(need(found) for need in of_source):
            return None
    target = _undergoing(reader, rule, verb, noun, source)
    mutual = not target and len(codes_in(source)) > 1 and reader.clauses.is_mutual(verb)
    found = Found(reader, verb, noun, source, source if mutual else target)
    if not all(need(found) for need in of_both):
        return None
    return Act(
        rule.event, rule.mode, rule.rule, verb, (verb, *words), tuple(source), tuple(target),
        _thing(reader, rule, verb, words, noun), rule.modality or "actual", rule.reciprocal or mutual,
    )  # fmt: skip


def _is_passive(reader: ActReader, verb: Token) -> bool:
    """Whether a verb is a passive with a subject of its own, and no participle beside a noun."""
    return verb.tag[0] == "V" and verb.dep not in ("acl", "amod") and reader.clauses.is_passive(verb)


def _doing(reader: ActReader, rule: EventRule, verb: Token, words: tuple[Token, ...], noun: Token | None) -> list[Reference]:
    """Who does what a rule tells: in its slots, by what was sent, whom somebody left, else strangers without a state."""
    source = sources(reader, rule, verb, noun)
    if not source and rule.event == "AID" and rule.object and _is_passive(reader, verb):
        # "UN convoys were sent to two towns", "two tons of Swiss flour", "mortars from Swiss stocks"
        goods = [w for w in words[:1] for w in (w, *reader.clauses.under(w, "of"), *reader.clauses.under(w, "from"))]
        giver = next((r for w in goods if (r := reader.referrer.owner(w)) is not None and r.codes), None)
        source = [giver] if giver is not None else []
    if not source and rule.mode == "expel" and _is_passive(reader, verb):
        # "was suspended from the Commonwealth": by whom it was a member of
        left = reader.slots.find(verb, None, ["from", "out:of"], set())
        source = [r for r in left if r.codes and not set(r.codes) & reader.scene.knowledge.states]
    if not source and verb.tag[0] == "V":
        return reader.slots.strangers(verb, noun, rule.source or ["subject"])
    return source


def _undergoing(
    reader: ActReader, rule: EventRule, verb: Token, noun: Token | None, source: list[Reference]
) -> list[Reference]:
    """To whom something is done: in the slots of a rule, anywhere below a verb that asks for it, else strangers and people."""
    own, sectors = codes_in(source), {r.sector for r in source}
    told = noun if noun is not verb else None
    slots = [s for s in (rule.target or TARGETS) if not (told is not None and s == "object")]
    # Parliaments and courts blame, ask and stop those of their own state as people do.
    domestic = bool(sectors & CIVIL or (sectors & {"LEG", "JUD"} and rule.event in _JUDGED))
    target = reader.slots.find(verb, told, slots, own, domestic=domestic, inside=rule.event in _INSIDE)
    if target and not codes_in(target) and rule.event in _FROM and "object" in slots:  # "turned away 300 refugees from Chad"
        home = [r for r in reader.slots.find(verb, None, ["object:from", "from"], own) if _is_state(reader, r)]
        return home or target
    verbal = verb.tag[0] == "V"
    if not target and verbal and rule.mode == "accession":
        target = pacts.body(reader, verb)
    elif not target and verbal and not _LOOSE.isdisjoint(rule.needs):
        target = loose_target(reader, verb, own)
    if noun is not None and not target:
        target = [r for r in [reader.referrer.refer(noun)] if r and set(r.codes) - own]
    if target or not verbal:
        return target
    return reader.slots.strangers(verb, told, slots) or _people(reader, verb, slots)


def _people(reader: ActReader, verb: Token, slots: list[str]) -> list[Reference]:
    """ "A rapper got two years in jail": people to whom something is done by a verb that is no passive."""
    if "subject" not in slots or _is_passive(reader, verb):
        return []
    people = reader.vocabulary.groups["persons"]
    heads = [h for h in reader.clauses.subjects(verb) if h.tag[0] == "N" and people & set(reader.clauses.words(h))]
    return [Reference((), "CVL", h.text, reader.sentence.span([h]), h.i) for h in heads]


def _thing(reader: ActReader, rule: EventRule, verb: Token, words: tuple[Token, ...], noun: Token | None) -> Token | None:
    """What an act is about: its noun, the noun that its rule asks for, what is given, the object of its verb."""
    thing = noun if noun is not None else next((w for w in words if w.tag[0] == "N"), None)
    if thing is None and rule.mode == "gift" and "with" in rule.with_prep:  # "presented him with a drum"
        thing = next(iter(reader.clauses.under(verb, "with")), None)
    return thing if thing is not None else next(iter(reader.clauses.objects(verb)), None)


def _is_state(reader: ActReader, reference: Reference) -> bool:
    mention = reader.scene.mention_at(reader.sentence.tokens[reference.head])
    return mention is not None and mention.kind == "name"


def _doers(reader: ActReader, verb: Token) -> list[Token]:
    """The subjects of a verb; for a relative pronoun, its noun."""
    heads = reader.clauses.subjects(verb)
    whose = reader.sentence.tokens[verb.head] if verb.dep == "relcl" else None
    return [whose if whose is not None and h.tag in ("WDT", "WP") else h for h in heads]


def sources(reader: ActReader, rule: EventRule, verb: Token, noun: Token | None) -> list[Reference]:
    found = candidates(reader, rule, verb, noun)
    tokens = reader.sentence.tokens
    return [r for r in found if not is_abstract(reader, tokens[r.head])]


def is_abstract(reader: ActReader, head: Token) -> bool:
    """ "U.S. hostility", "the Juche Idea": things of the mind do nothing, whoever they belong to."""
    if is_mankind(reader, head):
        return True
    if head.lower == "resolution" and organ(reader.referrer, head):
        return False  # what a resolution says, an organ says
    if reader.scene.mention_at(head) is not None or reader.scene.role_at(head) is not None or head.tag[0] != "N":
        return False
    if head.lower in _CONCRETE:
        return False
    return head.lower.endswith(_ABSTRACT) or head.lower in reader.vocabulary.groups["ideas"]


def is_mankind(reader: ActReader, head: Token) -> bool:
    """ "Man is the master of everything"."""
    return (
        head.lower == "man"
        and not reader.sentence.children(head, "amod", "nummod", "poss")
        and not any(c.lower in ("the", "a", "this") for c in head.children)
    )


def candidates(reader: ActReader, rule: EventRule, verb: Token, noun: Token | None) -> list[Reference]:
    if noun is verb:  # a noun that stands alone: "visit by", "talks between", "EU condemnation of"
        # "the visit to Seoul of the premier"; "letters to the president of the Council" are not of the Council
        of = ["of"] if rule.mode == "letter" else ["of", "to:of"] if rule.event == "CONSULT" else []
        own = [s for s in rule.source if s != "subject"]
        found = reader.slots.find(noun, noun, [*own, "by", "between", "from", "among", *of], set())
        whose = reader.referrer.owner(noun)
        return found or ([whose] if whose else [])
    found = reader.slots.find(verb, noun, rule.source or ["subject"], set())
    # "They will kill us" is no threat of whoever says so; "we will kill them" is.
    others = [s for s in reader.clauses.subjects(verb) if s.tag[0] == "N" or (s.tag == "PRP" and s.lower not in ("i", "we"))]
    if not found and "speaker" in rule.source and not ("subject" in rule.source and others):
        speaker = needs.speaker_of(reader, verb)
        return [speaker] if speaker is not None else []
    return found


def companions(reader: ActReader, act: Act) -> list[Act]:
    """Acts that the same words tell besides: a sentence to ten years in jail is a conviction and an arrest."""
    if act.event == "SANCTION" and act.mode != "convict":
        return []
    return [
        replace(act, event=rule.event, mode=rule.mode, rule=rule.rule)
        for lemma in reader.clauses.verb_lemmas(act.head)
        for rule in reader.vocabulary.together.get(lemma, ())
        if (act.event, rule.event) in _TOO and act.modality == "actual"
        and Found(reader, act.head, None, act.source, act.target).words & reader.vocabulary.expand(rule.words)
        and (not rule.object or reader.around(act.head).object_among(reader.vocabulary.expand(rule.object))[0] is not None)
    ]  # fmt: skip


def source_of(reader: ActReader, verb: Token) -> list[Reference]:
    """Who does what a verb says."""
    doers = [h for h in reader.slots.heads(verb, None, "subject") if not is_mankind(reader, h)]
    if not doers and reader.clauses.is_passive(verb):
        return _owners(reader, verb)
    return [r for head in doers for r in reader.referrer.all(head)]


def _owners(reader: ActReader, verb: Token) -> list[Reference]:
    """ "A Senegalese request was conveyed to Chad": whose words they are that a light verb passes on."""
    if reader.vocabulary.light.isdisjoint(reader.clauses.verb_lemmas(verb)):
        return []
    if all(_WORDS.isdisjoint(reader.clauses.noun_lemmas(o)) for o in reader.clauses.objects(verb)):
        return []
    return reader.slots.find(verb, None, ["object:poss", "object:mod"], set())[:1]
