"""Items of a printed list under words that say what they are: "Our priorities: / - to protect A; / - to further B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.document.scene import Scene
from dragoman.coding.principles.declarations import Declared, wording_of
from dragoman.coding.sentence.phrasing import trimmed
from dragoman.coding.sentence.voices import speaking, voice
from dragoman.coding.sentence.workbench import Workbench
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_ITEM = re.compile(r"(?:[-–—•*·]\s*|\(?[a-z0-9]{1,2}[.)]\s*)?[tT]o\s+(?=[a-z])")
_MARK = re.compile(r"\s*(?:[-–—•*·]|\(?[a-z0-9]{1,2}[.)]\s|[tT]o\s)")
_NUMBER = re.compile(r"\s*(?:\(?[a-z0-9]{1,2}[.)]\s*)?")
_WORD = re.compile(r"[a-z]+")
_NOUN_ITEM = re.compile(r"(?:[-–—•*·]|\(?[a-z0-9]{1,2}[.)])\s+(?=[a-z])|[-–—•*·]\s+(?=[A-Z])")
_UPHELD = re.compile(
    r"\b(?:stands? for|(?:is|are) (?:based|founded|built|guided) (?:up)?(?:on|by)|rests? (?:up)?on|adheres? to|upholds?)\b"
)
_ASKS = word_class("asking-in-a-list")
_ASKING = word_class("askers-in-a-list")
# A heading is no longer than this, in characters; words that lead a list end in a colon.
_HEADING = 60


def is_item(scene: Scene, span: Span) -> bool:
    """Whether a sentence is an item in the infinitive on a line of its own."""
    return _ITEM.match(scene.document.text, span.start, span.end) is not None and _opens_line(scene.document.text, span.start)


def _opens_line(text: str, start: int) -> bool:
    """Whether a sentence begins a line, a number before it aside ("2." is parted from what it numbers)."""
    return _NUMBER.fullmatch(text, text.rfind("\n", 0, start) + 1, start) is not None


def is_value(scene: Scene, span: Span) -> bool:
    """Whether a sentence is a marked item on a line of its own that names something."""
    text = scene.document.text
    return text[max(0, span.start - 1) : span.start] == "\n" and _NOUN_ITEM.match(text, span.start, span.end) is not None


def is_aim(bench: Workbench) -> bool:
    """Whether a sentence is an item under words that name aims: what it tells is not done."""
    span = Span(bench.sentence.start, bench.sentence.end)
    lead = _lead(bench.text, span.start) if is_item(bench.scene, span) else None
    return lead is not None and "aim" in _kinds(bench, lead)


def _kinds(bench: Workbench, lead: str) -> list[str]:
    wording = wording_of(bench.scene.knowledge.lexicon)
    lemmas = [lemma for word in _WORD.findall(lead.lower()) for lemma in wording.lemmas["stand"].get(word, ())]
    return [wording.kinds["stand", lemma] for lemma in lemmas]


def find(bench: Workbench) -> Iterator[Declared]:
    """What an item declares: an aim or a principle of whoever speaks, or of whom the text is an overview of."""
    span = Span(bench.sentence.start, bench.sentence.end)
    if is_value(bench.scene, span) and not is_item(bench.scene, span):
        yield from _value(bench, span)
        return
    item = _ITEM.match(bench.text, *span) if is_item(bench.scene, span) else None
    lead = _lead(bench.text, span.start) if item is not None else None
    if item is None or lead is None:
        return
    if "aim" not in _kinds(bench, lead):
        return
    said = voice(bench, bench.sentence.tokens[bench.sentence.root])
    home = bench.scene.discourse.home
    holders = speaking(bench, said) or ((home,) if home and not said else ())
    words = trimmed(bench.text, Span(item.end(), span.end))
    head = next((t for t in bench.sentence if t.start >= item.end()), bench.sentence.tokens[bench.sentence.root])
    yield Declared("aim", holders, words, head, tuple(said))


def _value(bench: Workbench, span: Span) -> Iterator[Declared]:
    """ "Our state stands for: / - the peaceful settlement of disputes": a principle of whoever says so."""
    item, lead = _NOUN_ITEM.match(bench.text, *span), _lead(bench.text, span.start)
    if item is None or lead is None:
        return
    ideals = wording_of(bench.scene.knowledge.lexicon).lemmas.get("ideal", {})
    led = lead.rstrip().endswith(":") and _UPHELD.search(lead)
    if not led and not any(word in ideals for word in _WORD.findall(lead.lower())):  # "Guiding principles" may head it alone
        return
    root = bench.sentence.tokens[bench.sentence.root]
    if any(t.tag in ("VBZ", "VBP", "VBD", "MD") and t.dep == "ROOT" for t in bench.sentence):
        return  # a sentence, and no name of a principle
    said = voice(bench, root)
    home = bench.scene.discourse.home
    holders = speaking(bench, said) or ((home,) if home and not said else ())
    head = next((t for t in bench.sentence if t.start >= item.end()), root)
    words = trimmed(bench.text, Span(item.end(), span.end))
    tail = re.search(r"[;,.]?(?:\s+and)?[;,.\s]*$", words.of(bench.text))
    yield Declared("principle", holders, Span(words.start, words.start + (tail.start() if tail else 0)), head, tuple(said))


def demanded(bench: Workbench) -> tuple[str, ...] | None:
    """Of whom an item is asked ("Therefore we ask you: / - to lift the ban"), empty where of nobody known; None for others."""
    span = Span(bench.sentence.start, bench.sentence.end)
    lead = _lead(bench.text, span.start) if is_item(bench.scene, span) else None
    words = set(_WORD.findall(lead.lower())) if lead is not None and lead.rstrip().endswith(":") else set()
    if words.isdisjoint(_ASKS) or words.isdisjoint(_ASKING) or bench.speaker() is None:
        return None
    start = bench.text.rindex(lead or "", 0, span.start)
    named = (m.code for m in bench.scene.within(start, start + len(lead or "")) if m.kind != "deixis")
    codes = tuple(dict.fromkeys(c for c in named if c and c != bench.speaker()))
    addressed = bench.scene.addressed(span.start) if "you" in words else None
    return codes or ((addressed,) if addressed else ())


def _lead(text: str, start: int) -> str | None:
    """The heading of a list, or the sentence that leads it; None where neither stands above its items."""
    for line in reversed(text[:start].split("\n")):
        if not line.strip() or _MARK.match(line):
            continue
        short = len(line) <= _HEADING and not line.rstrip().endswith((".", ";", "!", "?"))
        return line if short or line.rstrip().endswith(":") else None
    return None
