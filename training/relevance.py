"""Learn which words speak for and against a sentence's telling of states: `python training/relevance.py` writes
lexicon/relevance.toml.

Needs scikit-learn. Sentences that tell something: those of `events/` that are labelled with an event, those of `prose.txt`,
and of `events/` and the examples those that the rules code anything of. Those that do not: the others, and all of
`everyday/`. A logistic regression weighs their hints; one in LOST of the sentences that tell something falls below the
floor, by weights that were learned without it. The same sentences and rules give the same weights.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dragoman.coding import Coder
from dragoman.language.parse import Parser
from dragoman.lexicon import Lexicon, entries, load
from dragoman.reading import read
from dragoman.records import Document, ReadDocument
from dragoman.settings import Settings

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "dragoman" / "lexicon" / "relevance.toml"
# Inverse strength of the pull towards no weight; sentences that a hint stands in at least; to what weights are rounded.
PULL, SEEN, STEP = 0.3, 3, 0.05
PARTS, LOST = 5, 100
HEAD = """# What speaks for and against a sentence's telling of states at all, in log odds. Learned by training/relevance.py
# from the sentences of training/ and examples/: not to be edited by hand.
"""


@dataclasses.dataclass(frozen=True)
class Row:
    """A sentence: its text, its hints, whether it tells anything, and whether somebody speaks, so that it is never weighed."""

    text: str
    hints: list[str]
    tells: bool
    speaks: bool

    @property
    def part(self) -> int:
        return int(hashlib.sha1(self.text.encode()).hexdigest(), 16) % PARTS


def documents(lexicon: Lexicon) -> Iterator[tuple[ReadDocument, bool | None]]:
    """Documents of the training sentences and examples, each with whether it tells something: None where the rules say."""
    for path in sorted((HERE / "events").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield _document(row["text"], row["speaker"]), True if row["events"] else None
    for line in (HERE / "prose.txt").read_text(encoding="utf-8").splitlines():
        yield _document(line, None), True
    for path in sorted((HERE / "everyday").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield _document(line, None), False
    for path in sorted((HERE.parent / "examples").rglob("*.txt")):
        for found in read(path.name, path.read_bytes(), source_path=path.name, lexicon=lexicon, settings=Settings()).documents:
            yield found, None


def _document(text: str, speaker: str | None) -> ReadDocument:
    by = [speaker] if isinstance(speaker, str) else []
    return ReadDocument(
        document=Document(
            document_id=text, source_path="", text=text, text_sha256="", language="en", speaker_state=by[0] if by else None,
            reported_by=by,
        )
    )  # fmt: skip


def rows() -> list[Row]:
    """All sentences, read by the rules without the weights that were learned before."""
    whole = load()
    lexicon = Lexicon({kind: found for kind, found in whole.entries.items() if kind is not entries.Weights})
    coder = Coder(lexicon, Parser(Settings().model))
    out = []
    batch = [*documents(lexicon)]
    for (document, known), coded in zip(batch, coder.code([d for d, _ in batch], ""), strict=True):
        records = [r for table, found in coded.records.items() if table not in ("actors", "passages") for r in found]
        for span, hints in coder.hints(document):
            tells = any(r.start < span.end and span.start < r.end for r in records) if known is None else known
            text = document.document.text[span.start : span.end]
            if "Dragoman" not in text:  # which says whose the examples are
                out.append(Row(text, hints, tells, bool(document.document.reported_by)))
    return out


def kept(found: list[Row]) -> list[str]:
    """The hints that are learned: words that texts write small, beginnings and marks, where enough sentences have them."""
    small, large = Counter(), Counter()
    for row in found:
        for n, word in enumerate(row.text.split()):
            plain = word.strip(".,;:?!\"'()[]“”‘’")
            (small if plain.islower() else large)[plain.lower()] += plain.islower() or n > 0
    seen = Counter(hint for row in found for hint in {*row.hints})
    return sorted(h for h, n in seen.items() if n >= SEEN and (h[0] == "<" or h[-1] == "-" or small[h] > large[h]))


def table(found: list[Row], place: dict[str, int]) -> csr_matrix:
    cells = [(i, place[hint]) for i, row in enumerate(found) for hint in row.hints if hint in place]
    return csr_matrix((np.ones(len(cells)), tuple(zip(*cells, strict=True))), shape=(len(found), len(place)))


def learned(found: list[Row]) -> tuple[dict[str, int], LogisticRegression]:
    place = {hint: n for n, hint in enumerate(kept(found))}
    return place, LogisticRegression(C=PULL, max_iter=2000).fit(table(found, place), [row.tells for row in found])


def main() -> None:
    found = rows()
    scores = np.zeros(len(found))
    for part in range(PARTS):
        place, model = learned([row for row in found if row.part != part])
        held = [n for n, row in enumerate(found) if row.part == part]
        scores[held] = model.decision_function(table([found[n] for n in held], place))
    told = np.array([row.tells for row in found])
    weighed = np.array([not row.speaks for row in found])
    floor = float(np.quantile(scores[told & weighed], 1 / LOST))
    print(f"{len(found)} sentences, {told.sum()} of them tell something")
    print(f"floor {floor:.2f}: below it {(scores[told & weighed] < floor).mean():.2%} of these and", end=" ")
    print(f"{(scores[~told & weighed] < floor).mean():.0%} of the others")
    place, model = learned(found)
    weights: dict[float, list[str]] = {}
    for hint, n in place.items():
        weights.setdefault(round(STEP * round(model.coef_[0][n] / STEP), 2), []).append(hint)
    lines = [f'"{weight}" = "{" ".join(some)}"' for weight, some in sorted(weights.items()) if weight]
    begin = f"[[relevance]]\nbase = {model.intercept_[0]:.2f}\nfloor = {floor:.2f}\n\n[relevance.weights]\n"
    OUT.write_text(HEAD + "\n" + begin + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{sum(len(some) for weight, some in weights.items() if weight)} weights written to {OUT.name}")


if __name__ == "__main__":
    main()
