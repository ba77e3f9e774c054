"""Records drawn by chance, to be judged against their sentences: `python bench/sample.py ARCHIVE TABLE NUMBER [SEED]`.

Prints JSONL: the record with its sentence and the document's facts that it depends on. The draw depends on the archive's
records and the seed alone. Verdicts are kept in tests/gold/verdicts/, without the sentences.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from dragoman.archive import Archive, rows

FACTS = ("source_path", "title", "published", "speaker_state", "kind")


def main() -> None:
    folder, table, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    with Archive.open(folder, read_only=True) as archive:
        documents = {d["document_id"]: d for d in rows(archive, "documents")}
        every = sorted(rows(archive, table), key=lambda r: r["record_id"])
    for row in random.Random(seed).sample(every, min(number, len(every))):
        document = documents[row["document_id"]]
        text = document["text"]
        begin = max(text.rfind("\n", 0, row["start"]) + 1, row["start"] - 400)
        end = text.find("\n", row["end"])
        around = text[begin : min(row["end"] + 200, len(text) if end < 0 else end)]
        facts = {name: document[name] for name in FACTS}
        print(json.dumps({"record": row, "around": around, "document": facts}, ensure_ascii=False, default=str))


if __name__ == "__main__":
    main()
