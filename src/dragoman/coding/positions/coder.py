"""The `positions` table: who stands how to which state, organisation or topic, by whose words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.coding.document.scene import Scene
from dragoman.coding.positions import (
    antis,
    arousals,
    callings,
    deserts,
    designs,
    dues,
    excuses,
    feelings,
    leanings,
    regards,
    siding,
    takings,
    terms,
)
from dragoman.coding.positions.attitudes import targets
from dragoman.coding.positions.evaluation import Lexis, Site, arms_length, is_evaluative, lexis_of, quoted, sites
from dragoman.coding.positions.matters import matter_of
from dragoman.coding.positions.mocking import mocked
from dragoman.coding.positions.owning import LEAGUES
from dragoman.coding.positions.sharing import raised
from dragoman.coding.positions.stand import ASIDE, Stand, in_clause, stands_of
from dragoman.coding.sentence.phrasing import codes_of, refer_all, reported_by, words_of
from dragoman.coding.sentence.topics import topic_of
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import stems, word_class
from dragoman.records import Position
from dragoman.text import Span

_ADVERSATIVE = ("but", "although", "though", "however", "despite", "while", "whereas", "nevertheless", "yet", "notwithstanding")
# What a speaker may hold at arm's length.
_MARKED = re.compile(r"[\"“”«][a-z]|\bso[- ]called\b")
_TRYING = stems("stems-of-trying")
# "As long as X keeps on its threats", "unless it stops them": on terms, and yet it makes them.
_GOES_ON = word_class("going-on-or-stopping")
_WANTED = word_class("wanted-of-somebody")
_SHOWN = word_class("showing-itself")
# What two share, and mean to have more of.
_FURTHERS = word_class("having-more-of")
_ASIDE = frozenset({"relcl", "parataxis", "advcl", "ccomp"})


def needed(scene: Scene, span: Span) -> bool:
    """Whether a sentence can take a side: it has a word of praise, blame or siding."""
    if is_evaluative(scene, span) or antis.ANTI.search(scene.document.text, span.start, span.end) is not None:
        return True
    if any(part.may_be(words_of(scene, span)) for part in (regards, feelings, excuses, takings, arousals)):
        return True
    return bool(scene.base(span.start)) and _MARKED.search(scene.document.text, span.start, span.end) is not None


def code(bench: Workbench) -> Iterator[Position]:
    """The positions of one sentence: one row for each holder and target, evaluations of both signs weighed."""
    if bench.words.rstrip("\"'”’ ").endswith("?"):
        return
    lexis = lexis_of(bench.scene.knowledge.lexicon)
    parts = (siding, arousals, antis, leanings, terms, deserts, designs, dues, excuses, feelings, regards, takings)
    stands = [s for part in parts for s in part.find(bench, lexis)]
    described = _owned(list(_described(bench, lexis)))
    for stand in _weighed(bench, [*stands, *(s for _, s in described)], _heaped(described)):
        yield Position(
            document_id=bench.document_id,
            start=stand.span.start,
            end=stand.span.end,
            reported_by=list(stand.reported_by),
            holder=stand.holder,
            target=stand.target,
            topic=stand.topic,
            polarity=stand.polarity,
            ironic=stand.ironic,
        )


def _described(bench: Workbench, lexis: Lexis) -> Iterator[tuple[int, Stand]]:
    """What the sentence's own voice says of somebody by its choice of words, each with the word that the reproach hangs on; a
    text that speaks for nobody holds nothing.
    """
    found = sites(bench)
    named = callings.taken(bench, lexis)
    for site in found:
        if _is_told_on(bench, lexis, site):
            continue  # in what another praises or blames, the words are likely the other's
        if _is_redeemed(site, found):
            continue
        if site.pos == "verb" and site.polarity > 0:
            continue  # to enrich, to encourage: what is done to others is told, not praised
        said = reported_by(bench, site.head)
        if not said or site.head.i in named or not _is_told(bench, site):
            continue
        polarity, ironic = _turned(bench, lexis, site)
        if polarity == 0:
            continue
        codes = codes_of(targets(bench, lexis, site))
        own = polarity > 0 and set(codes) <= set(said[-1].split("+"))  # "our deterrent is a guarantee of peace"
        if codes and not own:
            made = stands_of(
                said, codes, polarity, ironic, in_clause(bench, site.head, _evidence(bench, site)), _topic(bench, site)
            )
        elif (matter := matter_of(bench, site)) is not None:
            made = stands_of(said, [None], polarity, ironic, in_clause(bench, site.head, _evidence(bench, site)), matter)
        else:
            continue
        hook = _hook(bench, site)
        yield from ((hook, stand) for stand in made)
    for start, end in arms_length(bench, lexis):
        yield from ((start, stand) for stand in mocked(bench, lexis, start, end))


def _owned(described: list[tuple[int, Stand]]) -> list[tuple[int, Stand]]:
    """Without what is held at arm's length as nobody's where the sentence says whose it is."""
    known = {(s.holder, s.topic) for _, s in described if s.ironic and s.target is not None}
    return [(hook, s) for hook, s in described if s.target is not None or not s.ironic or (s.holder, s.topic) not in known]


def _hook(bench: Workbench, site: Site) -> int:
    """What a deed is called and what is said of it is one reproach: "their obstruction plays into the hands of others"."""
    here = site.head
    for above in bench.sentence.ancestors(site.head):
        if here.dep in ("nsubj", "nsubjpass"):
            return above.i
        if here.dep in ("relcl", "advcl", "ccomp", "conj", "xcomp", "parataxis") or here.tag[0] == "V":
            break
        here = above
    return site.head.i


def _is_redeemed(site: Site, found: list[Site]) -> bool:
    """ "A useful tool of policy": the noun of blame means no harm beside a word of praise."""
    praised = any(s.polarity > 0 and s.head.dep == "amod" and s.head.head == site.head.i for s in found)
    return site.pos == "phrase" and site.polarity < 0 and site.head.tag[0] == "N" and praised


def _is_told_on(bench: Workbench, lexis: Lexis, site: Site) -> bool:
    """Whether a site stands in the object of somebody else's praise or blame."""
    speaker = reported_by(bench, site.head)[-1:]
    here = site.head
    for above in bench.sentence.ancestors(site.head):
        if above.tag[0] == "V":
            itself = here is site.head or (site.head.dep == "amod" and site.head.head == here.i)
            # "Shows contempt", "a hostile attitude": how it is called is the speaker's word.
            shown = itself and here.dep == "dobj"
            sides = lexis.siding("verb", above) or (lexis.siding("voice", above) and not shown)
            if here.dep not in ("nsubj", "advcl", "conj", "ccomp") and sides:
                subjects = codes_of(r for s in bench.clauses.subjects(above) for r in refer_all(bench, s))
                return bool(subjects) and subjects[:1] != speaker
            return False
        here = above
    return False


def _topic(bench: Workbench, site: Site) -> str | None:
    """What is praised or blamed is about: the deed, or the thing and of what it is said; not the rest of the sentence."""
    sentence, head = bench.sentence, site.head
    noun = head
    while noun.tag[0] not in "NV" and (above := sentence.head(noun)) is not None:
        noun = above
    without = _ASIDE if site.polarity < 0 and noun.tag[0] == "N" else _ASIDE | {"conj", "cc"}
    tokens = sentence.subtree(noun, without=without | ({"nsubj", "nsubjpass"} if noun.tag[0] == "V" else frozenset()))
    tokens = _unquoted(bench, site, tokens)
    ruler = sentence.head(noun)
    if ruler is not None and ruler.lower == "but" and (nothing := sentence.head(ruler)) is not None and nothing.dep == "attr":
        noun, ruler = nothing, sentence.head(nothing)  # "are nothing but piracy"
    if noun.dep == "dobj" and ruler is not None and site.polarity < 0:
        tokens += _allied(bench, ruler)
    if noun.dep in ("attr", "acomp") and ruler is not None:
        tokens += [t for s in bench.clauses.subjects(ruler) for t in sentence.subtree(s, without=_ASIDE)]
    found = topic_of(sentence.span(tokens).of(bench.text), bench.scene.knowledge.lexicon)
    while noun.dep == "conj" and (above := sentence.head(noun)) is not None:
        noun = above
    if found is None and site.polarity < 0 and noun.dep not in ("dobj", "pobj"):
        return topic_of(_evidence(bench, site).of(bench.text), bench.scene.knowledge.lexicon)
    return found


def _unquoted(bench: Workbench, site: Site, tokens: list[Token]) -> list[Token]:
    """Words around praise up to a quotation behind it: what another is quoted with is not what is praised."""
    if site.polarity < 0 or _is_quoted(bench, site.head):
        return tokens
    cut = min((t.start for t in tokens if t.i > site.head.i and _is_quoted(bench, t)), default=bench.sentence.end)
    kept = [t for t in tokens if t.end < cut]
    return kept[:-1] if kept and kept[-1].tag == "DT" else kept


def _allied(bench: Workbench, verb: Token) -> list[Token]:
    """ "The alliance led by X pursues aggressive aims": what does it, where it is a thing that several have."""
    nouns = bench.clauses.subjects(verb)
    above = next((bench.sentence.tokens[a.head] for a in (verb, *bench.sentence.ancestors(verb)) if a.dep == "relcl"), None)
    nouns = [above if n.tag == "WDT" and above is not None else n for n in nouns]
    return [n for n in nouns if n.lower in LEAGUES]


def _is_quoted(bench: Workbench, token: Token) -> bool:
    return any(q.inner_start <= token.start < q.inner_end for q in bench.scene.quotes)


def _is_told(bench: Workbench, site: Site) -> bool:
    """Whether an evaluation is made: not as a possibility or on terms; nouns and adjectives presuppose what they say."""
    verb = site.head if site.head.tag[0] == "V" else bench.sentence.verb_above(site.head)
    if verb is None:
        return True
    shown = bench.sentence.head(verb) if verb.lower == "be" and verb.dep == "xcomp" else None
    if shown is not None and shown.lower in _SHOWN:
        verb = shown  # "has shown itself to be a friend"
    while verb.dep == "conj" and (first := bench.sentence.head(verb)) is not None and first.tag == verb.tag == "VB":
        verb = first  # "agreed not to slander or defame": what holds for the first of a list holds for the others
    if bench.clauses.in_condition(verb):
        goes_on = verb.lower in _GOES_ON and site.head is not verb and site.head.tag[0] != "V"
        return goes_on and site.polarity < 0
    if verb.tag == "VB" and site.head.tag[0] == "V" and bench.clauses.negated(verb) and site.pos != "phrase":
        return False
    if site.head.tag[0] == "V" or site.pos == "adverb":
        if any(t.tag == "MD" for t in site.tokens):
            return True  # "cannot be trusted"
        return _is_tried(bench, verb) and not (
            bench.clauses.is_future(verb) or bench.clauses.is_possible(verb) or bench.clauses.is_duty(verb)
        )
    return site.polarity < 0 or not (_is_wanted(bench, verb, site) or _is_to_come(bench, verb, site))


def _is_to_come(bench: Workbench, verb: Token, site: Site) -> bool:
    """Whether praise is of what may, should or will be; what two share and will deepen is good by now."""
    if site.head.tag[0] == "J":
        noun = bench.sentence.head(site.head)
        if noun is None or not lexis_of(bench.scene.knowledge.lexicon).is_conduct("act", noun):
            return False
        if noun.dep == "pobj" and bench.sentence.tokens[noun.head].lower == "for":
            return False  # "will always thank X for its noble stand"
        while verb.dep in ("pcomp", "xcomp") and (above := bench.sentence.verb_above(verb)) is not None:
            verb = above  # "will do its duty by giving impartial answers"
    elif verb.lower in _FURTHERS:
        return False  # "will further develop the relations of friendship with X"
    return bench.clauses.is_future(verb) or bench.clauses.is_possible(verb) or bench.clauses.is_duty(verb)


def _is_wanted(bench: Workbench, verb: Token, site: Site) -> bool:
    """Whether praise is of a deed that is only called for: "hope for a wise decision by X", "a prompt reply is needed"."""
    if verb.lower not in _WANTED or site.head.tag[0] != "J" or site.head.dep != "amod":
        return False
    noun = bench.sentence.tokens[site.head.head]
    ruler = bench.sentence.head(noun)
    if ruler is verb:
        return noun.dep in ("dobj", "nsubjpass")
    return ruler is not None and ruler.lower in ("for", "to", "forward") and bench.sentence.head(ruler) is verb


def _is_tried(bench: Workbench, verb: Token) -> bool:
    """Whether a deed in the infinitive is done or at least tried ("attempts to tarnish"), not promised, asked or forgone."""
    head = bench.sentence.head(verb)
    if head is None or not bench.clauses.is_infinitive(verb) or verb.dep not in ("xcomp", "ccomp"):
        return True
    return head.lower.startswith(_TRYING)


def _turned(bench: Workbench, lexis: Lexis, site: Site) -> tuple[float, bool]:
    """(polarity, ironic) after negation and quotation marks: praise denied blames, blame denied is no praise."""
    if quoted(bench, site.head):
        return (-0.5, True) if site.polarity > 0 else (0.0, False)
    if site.polarity < 0 and not _is_negated(bench, lexis, site) and _is_of_quoted(bench, site):
        return site.polarity, True
    if _is_negated(bench, lexis, site):
        blames = site.polarity > 0 and (site.head.tag[0] in "JN" or site.pos == "phrase")
        return (-0.5, False) if blames else (0.0, False)
    return site.polarity, False


def _is_of_quoted(bench: Workbench, site: Site) -> bool:
    """Whether blame is of what stands in scare quotes, or of words about it: "an unlawful “resolution”", "lies about “camps”"."""
    noun = site.head if site.head.tag[0] == "N" else bench.sentence.head(site.head) if site.head.dep == "amod" else None
    if noun is None or noun.tag[0] != "N":
        return False
    told = [o for base in (noun, *bench.sentence.children(noun, "acl")) for o in bench.clauses.under(base, "about")]
    return any(quoted(bench, t) for t in (noun, *told))


def _is_negated(bench: Workbench, lexis: Lexis, site: Site) -> bool:
    """Whether a site or the predicate that says it is negated."""
    if any(t.dep == "neg" or t.lower == "no" for t in site.tokens):
        return False  # "did not abandon us" is a phrase of its own
    first = site.tokens[0]
    before = bench.text[bench.sentence.tokens[max(0, first.i - 3)].start : first.start]
    if next(lexis.negators.find(before), None) is not None:
        return {"only", "less", "merely", "just"}.isdisjoint(before.lower().split())  # "no less deplorable"
    head = site.head
    verb = head if head.tag[0] == "V" else bench.sentence.head(head)
    ruler = next((a for a in (head, *bench.sentence.ancestors(head)) if a.tag[0] == "V"), None)
    subjects = bench.sentence.children(ruler, "nsubj") if ruler is not None else []
    if any(c.lower == "neither" for s in subjects for c in bench.sentence.children(s, "det", "cc", "preconj")):
        return True
    return (
        verb is not None
        and verb.tag[0] == "V"
        and (head.dep in ("acomp", "attr") or verb is head)
        and bench.clauses.negated(verb)
    )


def _evidence(bench: Workbench, site: Site) -> Span:
    """The phrase or clause that evaluates: up to the predicate where that says it, else the noun phrase around it."""
    sentence, head = bench.sentence, site.head
    ruler: Token = head
    verbal = site.pos in ("verb", "phrase", "adverb")
    for above in (head, *sentence.ancestors(head)):
        ruler = above
        if (above.tag[0] == "V" and (verbal or (above is not head and above.dep not in ("amod", "compound")))) or (
            above.tag[0] == "N" and above.dep not in ("compound", "nmod", "conj", "attr", "dobj", "npadvmod")
        ):
            break
    over = sentence.verb_above(head)
    if (
        over is not None
        and site.polarity > 0
        and ruler.tag[0] == "N"
        and raised(bench, lexis_of(bench.scene.knowledge.lexicon), head)
    ):
        ruler = over  # "bringing our relations to a new level": with what is raised
    tokens = _unquoted(bench, site, sentence.subtree(ruler, without=ASIDE))
    subjects = (
        [t for s in bench.clauses.subjects(ruler) for t in sentence.subtree(s, without=ASIDE)] if ruler.tag[0] == "V" else []
    )
    return sentence.span([*tokens, *site.tokens, *subjects])


@dataclass
class _Weights:
    stands: list[Stand]

    @property
    def signs(self) -> set[bool]:
        return {s.polarity > 0 for s in self.stands}


def _heaped(described: Iterable[tuple[int, Stand]]) -> set[tuple[str, str | None]]:
    """Who blames whom for more than one thing."""
    blames = {(hook, s.holder, s.target) for hook, s in described if s.polarity < 0 and not s.ironic and s.target}
    return {pair for pair, times in Counter((holder, target) for _, holder, target in blames).items() if times > 1}


def _weighed(bench: Workbench, stands: Iterable[Stand], heaped: set[tuple[str, str | None]]) -> Iterator[Stand]:
    """One stand for each holder, target (or topic) and voice: the strongest; mixed where a "but" stands between both signs.
    Who heaps blame on blame condemns, however mild each word is.
    """
    groups: dict[tuple[str, str | None, str | None, tuple[str, ...]], _Weights] = {}
    for stand in stands:
        key = (stand.holder, stand.target, stand.topic if stand.target is None else None, stand.reported_by)
        groups.setdefault(key, _Weights([])).stands.append(stand)
    for holder, target, topic, by in list(groups):  # told once by its words and once by who says them: one stand
        named = groups.get((holder, target, topic, (*by, holder)))
        if named is not None:
            named.stands += groups.pop((holder, target, topic, by)).stands
    for group in groups.values():
        by = min((s.reported_by for s in group.stands), key=len)
        best = max(group.stands, key=lambda s: (abs(s.polarity), s.polarity < 0, -s.span.start))
        same = [s for s in group.stands if (s.polarity > 0) == (best.polarity > 0)]
        span = Span(min(s.span.start for s in same), max(s.span.end for s in same))
        condemns = best.polarity < 0 and (best.holder, best.target) in heaped and best.reported_by[-1:] == (best.holder,)
        polarity = -1.0 if condemns else best.polarity
        if len(group.signs) > 1 and any(t.lower in _ADVERSATIVE for t in bench.sentence):
            polarity = 0.0
        topic = next((s.topic for s in (best, *same) if s.topic is not None), None)
        yield Stand(best.holder, best.target, topic, polarity, any(s.ironic for s in same), span, by)
