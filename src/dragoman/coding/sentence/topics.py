"""What a passage is about: the lexicon's topics (and contexts), found by their words in all their forms."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from dragoman.lexicon import Lexicon, PhraseMatcher
from dragoman.lexicon.entries import Context, Irregular, Topic
from dragoman.lexicon.inflection import Inflection


@lru_cache(maxsize=4)
def matcher_of(lexicon: Lexicon, kind: type[Topic] | type[Context] = Topic) -> PhraseMatcher:
    """Finds the words of all topics, or of all contexts; the last word of a phrase may be plural, the first (or only) one a verb
    inflected.
    """
    inflection = Inflection(lexicon.all(Irregular))
    phrases: dict[str, list[Topic | Context]] = {}
    for topic in lexicon.all(kind):
        for words in topic.words:
            for form in _forms(words.lower(), inflection):
                entries = phrases.setdefault(form, [])
                if topic not in entries:
                    entries.append(topic)
    return PhraseMatcher(phrases)


def topics_in(text: str, lexicon: Lexicon) -> list[str]:
    """The topics of `text`, the one with most words first; of equals, the one met first."""
    counts: Counter[str] = Counter()
    for _, _, entries in matcher_of(lexicon).find(text):
        counts.update(entry.id for entry in entries)
    return [topic for topic, _ in counts.most_common()]


def contexts_in(text: str, lexicon: Lexicon) -> list[str]:
    """The contexts of events that the words of `text` tell, in alphabetical order."""
    return sorted({entry.id for _, _, entries in matcher_of(lexicon, Context).find(text) for entry in entries})


def topic_of(text: str, lexicon: Lexicon) -> str | None:
    """What `text` is mostly about, or None where nothing says so."""
    found = topics_in(text, lexicon)
    return found[0] if found else None


def _forms(phrase: str, inflection: Inflection) -> set[str]:
    first, _, rest = phrase.partition(" ")
    before, _, last = phrase.rpartition(" ")
    forms = {f"{before} {form}".strip() for form in inflection.noun(last)}
    return forms | {f"{form} {rest}".strip() for form in inflection.verb(first)}
