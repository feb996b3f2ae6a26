"""Processor seconds and memory to read long articles, each by itself: `python -m tests.bench.story_reading`."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.ratios import Ratio, fixed_work
from tests.unit.story.hostile import SENTENCE, words

# Reads one file and prints the processor seconds, those of imports and the peak memory in MB.
_READ = """
import os, sys, resource
spent = lambda: sum(os.times()[:4])
begun = spent()
from tui.story import load
from tui.story.loading import load as _
imported = spent()
story = load([sys.argv[1]])
done = spent()
scale = 1_048_576 if sys.platform == "darwin" else 1_024
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale
child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / scale
print(f"{done - imported:.2f} {imported - begun:.2f} {peak:.0f} {child:.0f} {len(story.articles[0].passages)}")
"""


def samples() -> dict[str, tuple[str, str]]:
    """Name, then suffix and content, of what is read."""
    long = words(200_000)
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in long.split("\n\n"))
    return {
        "200,000 words of text": (".txt", long),
        "200,000 words in a page": (".html", f"<html><body><article>{paragraphs}</article></body></html>"),
        "1,000 words of text": (".txt", words(1_000)),
        "1,000 words in a page": (".html", f"<html><body><article>{'<p>' + SENTENCE + '</p>'} {paragraphs[:7_000]}"),
        "100,000 paragraphs": (".txt", "Fares rise.\n\n" * 100_000),
    }


def read(suffix: str, content: str) -> list[str]:
    """Processor seconds, those of imports, MB, MB of its child, passages: of one file read in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_text(content, encoding="utf-8")
        command = [sys.executable, "-c", _READ, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ.copy())
    return done.stdout.split()


def ratios() -> Iterator[Ratio]:
    """Each file over a fixed piece of work."""
    for name, (suffix, content) in samples().items():
        base = 1000 * fixed_work()
        yield Ratio(f"reading {name}", 1000 * float(read(suffix, content)[0]), "fixed work", base)


def main() -> None:
    """Print the table."""
    print(f"{'what is read':<26}{'seconds':>8}{'imports':>9}{'MB':>6}{'child MB':>10}{'passages':>10}")
    for name, (suffix, content) in samples().items():
        seconds, imports, peak, child, passages = read(suffix, content)
        print(f"{name:<26}{seconds:>8}{imports:>9}{peak:>6}{child:>10}{passages:>10}")


if __name__ == "__main__":
    main()
