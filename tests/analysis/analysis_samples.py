"""A small archive made by hand, without a parser, for the tests of analysis, API and commands.

Alphaland is a state of the tests' own, so that no rule of any lexicon is at work.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dragoman.archive import Archive
from dragoman.ids import sha256_hex
from dragoman.records import (
    Actor,
    Citation,
    Claim,
    CodedDocument,
    Competence,
    Document,
    Event,
    Issue,
    Passage,
    Position,
    Principle,
    ReadingLog,
    Record,
    Relation,
    Run,
    document_id,
    seal,
    seal_document,
)

RUN = Run(run_id="run-1", version="0.1", model="none", lexicon="none", settings="{}", started="2026-01-01T00:00:00Z")

STATEMENT = (
    "Statement on Drills\nSeoul will answer.\n\nWe stand for independence. We condemn the drills of the US. "
    "Article 39 cannot be a ground. As long as there are drills, there will be no talks."
)
NEWS = (
    "Delegation Visits\nA delegation of Russia visited the DPRK on January 5. Russia gave two horses. "
    "The DPRK and Russia signed a treaty. The ambassador of Russia presented his credentials. A letter was sent to Moscow."
)
REFERENCE = (
    "Foreign relations\nThe DPRK has relations with 160 states. It joined the United Nations in 1991. "
    "The president receives ambassadors. Relations with Russia date from 1948."
)
OTHER_REFERENCE = "Foreign relations again\nThe DPRK has relations with 164 states. It does not hold prisoners of conscience."
HOSTILE = (
    "<script>alert(1)</script> [bold]Title[/bold]\n\x1b[31mRed\x1b[0m & <b>bold</b> words of \u202eturned\u202c Japan & Co."
)
KOREAN = "외무성 대변인 담화\n조선민주주의인민공화국은 반대한다."


class Made:
    """A document being made: records are put on the words they rest on."""

    def __init__(self, text: str, path: str, **fields: Any) -> None:
        self.text = text
        self.key = document_id(text.encode(), 0, text)
        given = {"title": text.split("\n")[0], "kind": "news", "language": "en", "sources": [path]} | fields
        self.document = Document(
            document_id=self.key, source_path=path, text=text, text_sha256=sha256_hex(text.encode()), **given
        )
        self.records: dict[str, list[Record]] = {}

    def add(self, kind: type[Record], words: str, /, **fields: Any) -> Made:
        start = self.text.index(words)
        given: dict[str, Any] = {"reported_by": self.document.reported_by} | fields
        if kind is Event:
            given = {"rule": "test", "trigger_start": start, "trigger_end": start + 1} | given
        if kind is Actor:
            given = {"text": words} | given
        made = kind(document_id=self.key, start=start, end=start + len(words), **given)
        self.records.setdefault(kind.table, []).append(made)
        return self

    def coded(self) -> CodedDocument:
        return CodedDocument(
            document=seal_document(self.document, RUN.run_id),
            offsets=[(0, 0, len(self.text))],
            records={name: [seal(row, RUN.run_id) for row in rows] for name, rows in self.records.items()},
            sentences=4,
            parsed=3,
        )


def statement() -> CodedDocument:
    made = Made(
        STATEMENT, "in/statement.txt", kind="statement", outlet="KCNA", published="2017-01-06", speaker_state="PRK",
        authority=3, reported_by=["PRK"],
    )  # fmt: skip
    made.add(Passage, "Statement on Drills", kind="title")
    made.add(Actor, "US", code="USA").add(Actor, "We", code="PRK", resolved_from="deixis")
    made.add(Principle, "We stand for independence.", holder="PRK", kind="principle", statement="independence")
    made.add(
        Principle, "As long as there are drills, there will be no talks.", holder="PRK", kind="red-line",
        statement="no talks", condition="as long as there are drills", topic="drills",
    )  # fmt: skip
    made.add(Position, "We condemn the drills of the US.", holder="PRK", target="USA", polarity=-1, topic="drills")
    made.add(
        Event, "We condemn the drills of the US.", event="ACCUSE", mode="disapprove", source=["PRK"], target=["USA"],
        performed=True, date="2017-01-06", date_precision="day",
    )  # fmt: skip
    made.add(Citation, "Article 39 cannot be a ground.", instrument="UN-CHARTER", instrument_text="Article 39",
             provision="Article 39", stance="disputed", cited_by="PRK")  # fmt: skip
    made.add(Event, "Seoul will answer.", event="THREATEN", source=["KOR"], target=["PRK"], modality="planned")
    return made.coded()


def news() -> CodedDocument:
    made = Made(NEWS, "in/news.txt", outlet="TASS", published="2017-03", speaker_state=None, reported_by=["RUS"])
    made.add(Actor, "Russia", code="RUS").add(Actor, "DPRK", code="PRK")
    pair: dict[str, Any] = {"source": ["RUS"], "target": ["PRK"]}
    made.add(
        Event, "A delegation of Russia visited the DPRK on January 5.", event="CONSULT", mode="visit", date="2017-01-05", **pair
    )
    made.add(Event, "Russia gave two horses.", event="AID", mode="gift", object_text="two horses", **pair)
    made.add(
        Event, "The DPRK and Russia signed a treaty.", event="SUPPORT", mode="treaty", source=["PRK", "RUS"],
        target=["PRK", "RUS"], date="2017-01",
    )  # fmt: skip
    made.add(
        Event, "The ambassador of Russia presented his credentials.", event="CONSULT", mode="credentials", date="2017", **pair
    )
    made.add(Event, "A letter was sent to Moscow.", event="CONSULT", mode="letter", source=["PRK"], target=["RUS"], date="2016")
    made.add(Position, "Russia gave two horses.", holder="RUS", target="PRK", polarity=1)
    return made.coded()


def reference() -> CodedDocument:
    made = Made(REFERENCE, "in/reference.txt", kind="reference", published=None, reported_by=[])
    made.add(Actor, "DPRK", code="PRK")
    claim: dict[str, Any] = {"kind": "quantity", "subject": "PRK", "measure": "diplomatic-relations", "comparator": "="}
    made.add(Claim, "The DPRK has relations with 160 states.", value=160, unit="state", **claim)
    made.add(Relation, "It joined the United Nations in 1991.", kind="membership", a="PRK", b="UN", since="1991")
    made.add(Relation, "Relations with Russia date from 1948.", kind="diplomatic-relations", a="PRK", b="RUS", since="1948")
    made.add(
        Competence, "The president receives ambassadors.", state="PRK", office="President", kind="duty",
        power="receives ambassadors", instrument="PRK-CONSTITUTION", provision="Article 100",
    )  # fmt: skip
    return made.coded()


def other_reference() -> CodedDocument:
    made = Made(OTHER_REFERENCE, "in/other.txt", kind="reference", published="2019", reported_by=[])
    claim: dict[str, Any] = {"kind": "quantity", "subject": "PRK", "measure": "diplomatic-relations", "comparator": "="}
    made.add(Claim, "The DPRK has relations with 164 states.", value=164, unit="state", **claim)
    made.add(Relation, "The DPRK has relations with 164 states.", kind="diplomatic-relations", a="PRK", b="RUS", since="1948")
    return made.coded()


def hostile() -> CodedDocument:
    made = Made(HOSTILE, "in/<b>hostile</b>.txt", outlet="<i>X</i>", published="2018-05-05", reported_by=["JPN"])
    made.add(Actor, "Japan", code="JPN")
    made.add(Event, "<b>bold</b> words", event="AID", source=["JPN"], target=["ALP"], object_text="<img src=x>", date="2018")
    made.add(Event, "words of \u202eturned", event="AID", source=["JPN"], target=["ALP"], date="2018-05")
    return made.coded()


def korean() -> CodedDocument:
    return Made(KOREAN, "in/korean.txt", kind="statement", language="ko", published="2018-06-01", speaker_state="PRK").coded()


def documents() -> list[CodedDocument]:
    return [statement(), news(), reference(), other_reference(), hostile(), korean()]


ISSUE = Issue(
    issue_id="i1", source_path="in/locked.pdf", stage="read", severity="error", code="encrypted-pdf",
    message="in/locked.pdf: encrypted; allowed: files without a password", run_id=RUN.run_id,
)  # fmt: skip
NOTE = Issue(
    issue_id="i2", source_path="in/.hidden", stage="read", severity="note", code="hidden", message="in/.hidden: hidden",
    run_id=RUN.run_id,
)  # fmt: skip


def fill(folder: Path, made: list[CodedDocument] | None = None, issues: list[Issue] | None = None) -> Path:
    """An archive in `folder` with these documents, or with all of them and two issues."""
    log = ReadingLog(reading_id="r1", run_id=RUN.run_id, started="2026-01-01T00:00:00Z", paths=["in"], files=6)
    with Archive.open(folder, create=True) as archive:
        archive.begin_reading(log)
        archive.commit(documents() if made is None else made, [ISSUE, NOTE] if issues is None else issues, RUN)
        archive.finish_reading(log)
    return folder
