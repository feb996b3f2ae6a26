"""Counts in how many news sentences each word stem stands, and writes them beside the engine.

    .venv/bin/python -m tests.accuracy.overlap.background

Only counts are kept, no sentence: the stems of `../shared/data` news (stories without the last eight, the
short stories, ECB+ train, the first side of MTRef train) that stand in at least two sentences.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.accuracy.overlap.sources import SHARED, ecb_topics, open_stories, rows, sentences_of
from tui.compare.text.tokens import tokenise

TARGET = Path(__file__).resolve().parents[3] / "tui" / "compare" / "data" / "background.json"
LIMIT = 300_000
CAPITALS = 0.8


def sentences() -> Iterator[str]:
    """Every news sentence that is counted."""
    for folder in [*open_stories(), *sorted((SHARED / "data" / "stories_short").iterdir())]:
        for path in sorted(folder.glob("*.txt")):
            yield from sentences_of(path.read_text(encoding="utf-8"))
    for topic in ecb_topics("train"):
        for document in topic.documents:
            yield from document.sentences
    for row in rows("word_align/mtref-train.jsonl"):
        yield str(row["a"])


def main() -> None:
    """Counts and writes."""
    total, counts, capitals, inner = 0, Counter[str](), Counter[str](), Counter[str]()
    for sentence in dict.fromkeys(sentences()):
        tokens = tokenise(sentence)
        total += 1
        counts.update({token.stem for token in tokens})
        if sum(token.text[0].isupper() for token in tokens) < len(tokens) / 2:
            inner.update(token.stem for token in tokens[1:])
            capitals.update(token.stem for token in tokens[1:] if token.text[0].isupper() and not token.stop)
    kept = {stem: count for stem, count in sorted(counts.items()) if count > 1}
    names = [stem for stem in kept if capitals[stem] > max(1, CAPITALS * inner[stem])]
    about = "in how many news sentences each stem stands, and which are mostly written with a capital"
    data = {"about": about, "sentences": total, "stems": kept, "names": " ".join(names)}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.replace(',"', ',\n"') + "\n"
    if len(text.encode()) > LIMIT:
        raise SystemExit(f"{len(text.encode())} bytes: more than {LIMIT}")
    TARGET.write_text(text, encoding="utf-8")
    print(f"{total} sentences, {len(kept)} stems, {len(names)} names, {len(text.encode())} bytes -> {TARGET.name}")


if __name__ == "__main__":
    main()
