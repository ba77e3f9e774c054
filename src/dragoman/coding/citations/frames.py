"""Under which law a sentence speaks: "Article 80 says that ...", "as noted in Article 125", "under the constitution"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.coding.citations.stances import head_of
from dragoman.coding.instruments.named import LAWS, Instrument
from dragoman.coding.instruments.register import Reference
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Grant, Irregular
from dragoman.lexicon.inflection import Inflection
from dragoman.lexicon.words import alternatives, word_class

# How far the law last spoken of carries, in characters.
CARRIES = 700
_BETWEEN = re.compile(r"\s*(?:(?:the|its|their|our|this|that|article|articles)\s+)*$", re.IGNORECASE)
_SAYS = re.compile(rf"\s+(?:{alternatives('articles-say')})\s*[.\"”]*$")
# "Article 166: the Assembly approves treaties".
_HEADS = re.compile(r"\s*:\s+(?=\w)|\s+[–—-]\s+(?=\w)")
_SAYS_THAT = re.compile(
    rf"\s+(?:also\s+|further\s+|likewise\s+)?(?:{alternatives('articles-say-that')})\s*(?:that\b|,|:|[\"“])|"
    rf"\s+(?:describes|defines|designates|characteri[sz]es)\s+(?:[\w’'-]+\s+){{1,4}}?as\b"
)
_AS_SAID = re.compile(
    rf"\bas\s+(?:is\s+)?(?:{alternatives('as-said-in')})\s+(?:for\s+)?(?:in|by)\s+(?:the\s+)?$|"
    rf"\b(?:{alternatives('as-an-article-says')})\s*(?:also\b)?,?\s+in\s+(?:its\s+)?$"
)
# "The assembly, under Article 25, determines": it is the assembly that does.
_UNDER = frozenset({"under", "by", "pursuant", "according"})
_ORGANS = word_class("organs-without-state")
_WE = frozenset({"we", "i"})
_OPENS = re.compile(r"(?:^|[,;]|\b)\s*(?:and|but|while|whereas|;)\s+$")


@dataclass(frozen=True, slots=True)
class Frame:
    """A law as the ground of what a sentence says; `labels` are its provisions, [None] where none is named.

    `tells`: the law is the subject of a verb of saying. `trails`: it stands after what it is the ground of.
    `carried`: it was named before this sentence.
    """

    instrument: str | None
    state: str | None
    labels: tuple[str | None, ...]
    start: int
    end: int
    tells: bool = False
    trails: bool = False
    carried: bool = False


@lru_cache(maxsize=2)
def grants(lexicon: Lexicon) -> dict[tuple[str, str], frozenset[str]]:
    """Word forms by (form, kind) of grant; under (form, "") those of all kinds."""
    inflection = Inflection(lexicon.all(Irregular))
    out: dict[tuple[str, str], set[str]] = {}
    for entry in lexicon.all(Grant):
        for word in entry.words:
            forms = {word}
            if entry.form in ("verb", "give", "rests", "tells", "act", "answers", "aims", "toil", "forbid", "charge"):
                forms |= inflection.verb(word)
            elif entry.form in ("noun", "term", "standing", "assent"):
                forms |= inflection.noun(word)
            out.setdefault((entry.form, entry.kind), set()).update(forms)
            out.setdefault((entry.form, ""), set()).update(forms)
    return {key: frozenset(forms) for key, forms in out.items()}


@lru_cache(maxsize=2)
def _phrases(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted({w for e in lexicon.all(Grant) if e.form == "frame" for w in e.words}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)


def frames_of(bench: Workbench) -> list[Frame]:
    """The frames of one sentence, in text order."""
    out: list[Frame] = []
    for reference in bench.scene.register.within(bench.sentence.start, bench.sentence.end):
        instrument = reference.instrument
        if (instrument is not None and not _is_law(instrument)) or reference.end > bench.sentence.end:
            continue
        start = _phrase_start(bench, reference)
        says = _SAYS.match(bench.text, reference.end, bench.sentence.end)
        tells = says is None and _tells(bench, reference)
        heads = (
            _HEADS.match(bench.text, reference.end, bench.sentence.end) is not None
            and reference.start - bench.sentence.start < 5
        )
        if (
            start is None
            and not tells
            and says is None
            and not heads
            and bench.text[reference.start - 1 : reference.start] != "("
        ):
            continue
        begin = start if start is not None else reference.start if tells or heads or says is not None else reference.start - 1
        labels = tuple(label for _, _, label in reference.labels)
        trails = not tells and begin > bench.sentence.start + 3 and not _OPENS.search(bench.text, bench.sentence.start, begin)
        state = _state(bench, instrument.id if instrument is not None else None)
        out.append(Frame(instrument.id if instrument is not None else None, state, labels, begin, reference.end, tells, trails))
    return out


def _is_law(instrument: Instrument) -> bool:
    """A constitution or law of its own; "international law" grounds no office."""
    return instrument.kind in LAWS and (instrument.id is not None or not instrument.general)


def carried_frame(bench: Workbench) -> Frame | None:
    """The law that the text goes on speaking of: its own article's, the one last coded, or its title's."""
    scene, start = bench.scene, bench.sentence.start
    heading = scene.register.heading_at(start)
    if heading is not None:
        provision, instrument = heading
        identifier = instrument.id if instrument is not None else None
        labels = tuple(label for _, _, label in provision.labels)
        if (instrument is not None and instrument.kind in LAWS) or scene.document.kind == "law":
            return Frame(identifier, _state(bench, identifier), labels, start, start, carried=True)
    if any(t.lower in _WE and t.dep == "nsubj" for t in bench.sentence):
        return None  # "We make more friends", says a minister: no law does
    inside = [m for m in scene.within(start, bench.sentence.end) if m.code in scene.knowledge.states and m.kind != "place"]
    named = {m.code for m in inside if m.kind != "body" or m.text.lower() not in _ORGANS}  # "the Senate" is of the law's state
    last = scene.story.law
    if last is not None and start - last[0] <= CARRIES and named <= {last[2]}:
        return Frame(last[1], last[2], (None,), start, start, carried=True)
    line = scene.document.text.find("\n")
    for instrument in scene.register.instruments[:8]:
        state = _state(bench, instrument.id)
        if (
            instrument.kind in LAWS
            and instrument.id is not None
            and instrument.end <= line
            and line < start
            and named <= {state}
        ):
            return Frame(instrument.id, state, (None,), start, start, carried=True)
    return None


def of_article(bench: Workbench) -> Frame | None:
    """The article of a law that a sentence of it stands under, whatever others it names."""
    if bench.scene.document.kind != "law" or bench.scene.register.heading_at(bench.sentence.start) is None:
        return None
    return carried_frame(bench)


def remember(bench: Workbench, frame: Frame) -> None:
    """Keep the law of what was just coded for the sentences that follow; a law in passing does not displace a constitution."""
    last = bench.scene.story.law
    kept = (frame.instrument, frame.state)
    if last is not None and _is_constitution(last[1]) and not _is_constitution(frame.instrument) and last[2] == frame.state:
        kept = last[1:]
    bench.scene.story.law = (bench.sentence.end, *kept)


def _is_constitution(instrument: str | None) -> bool:
    return instrument is not None and instrument.endswith("-CONSTITUTION")


def _state(bench: Workbench, instrument: str | None) -> str | None:
    """The state whose law it is, by its id; else the speaker's."""
    first = (instrument or "").split("-")[0]
    if first in bench.scene.knowledge.states:
        return first
    return bench.speaker() if instrument is None else None


def _phrase_start(bench: Workbench, reference: Reference) -> int | None:
    """Where "as noted in" before the reference begins; None where nothing grounds anything in it."""
    begin = max(bench.sentence.start, reference.start - 60)
    for match in _phrases(bench.scene.knowledge.lexicon).finditer(bench.text, begin, reference.start):
        if _BETWEEN.fullmatch(bench.text, match.end(), reference.start):
            return match.start()
    return None


def says(bench: Workbench, reference: Reference) -> bool:
    """Whether what follows is what the law says: "Article 9 says that ...", "as noted in Article 125"."""
    first = reference.labels[0][0]
    if _AS_SAID.search(bench.text, max(bench.sentence.start, first - 40), first) is not None:
        return True
    if _SAYS_THAT.match(bench.text, reference.end, bench.sentence.end):
        return True
    return _AS_SAID.search(bench.text, max(bench.sentence.start, reference.start - 40), reference.start) is not None


def _tells(bench: Workbench, reference: Reference) -> bool:
    """Whether the law is the subject of "says", "provides", "empowers", also through "the constitution, in Article 74, ..."."""
    forms = grants(bench.scene.knowledge.lexicon)["tells", ""]
    following = bench.sentence.at(reference.end + 1, reference.end + 2)
    if following and following[0].lower in forms and following[0].tag in ("VBZ", "VBP", "NNS"):
        return True
    head = head_of(bench.sentence, reference)
    here: Token | None = head
    for _ in range(4):
        if here is None or here.lower in _UNDER:
            return False
        if here.dep in ("nsubj", "nsubjpass"):
            verb = bench.sentence.head(here)
            return verb is not None and any(v.lower in forms for v in (verb, *bench.sentence.children(verb, "conj", "xcomp")))
        here = bench.sentence.head(here) if here.dep in ("pobj", "prep", "poss", "conj", "appos", "compound") else None
    return False
