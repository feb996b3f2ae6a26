"""Hostile inputs, and a table of what comes of them: `python -m tests.unit.story.hostile`."""

import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data" / "naughty"
SENTENCE = "The council of the island has agreed that all fares rise in May, and nobody spoke against it. "
# What no output may hold: C0 but tab, newline and return, DEL, C1, direction-changing and invisible characters.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Trial:
    """A hostile input: its name, and what puts it into an empty folder and gives the path to open."""

    name: str
    make: Callable[[Path], Path]


def _file(name: str, content: bytes | str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
        return path

    return make


def _page(body: str, head: str = "<title>Fares</title>") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}<article><p>{SENTENCE * 4}</p></article></body></html>"


def words(count: int) -> str:
    """So many made-up words, in sentences of twenty and paragraphs of five."""
    chance = random.Random(1)
    vocabulary = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("n", "r", "st", "ll", "m")]
    sentences = (" ".join(chance.choices(vocabulary, k=20)).capitalize() + "." for _ in range(count // 20))
    return "".join(each + ("\n\n" if number % 5 == 4 else " ") for number, each in enumerate(sentences))


def _loop(folder: Path) -> Path:
    (folder / "a.txt").symlink_to(folder / "b.txt")
    (folder / "b.txt").symlink_to(folder / "a.txt")
    return folder / "a.txt"


def _outside(folder: Path) -> Path:
    (folder / "story").mkdir()
    (folder / "secret.txt").write_text("A secret that no folder may show.")
    (folder / "story" / "a.txt").symlink_to(folder / "secret.txt")
    (folder / "story" / "b.txt").write_text(SENTENCE)
    return folder / "story"


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "a.txt")
    return folder / "a.txt"


def _zip(folder: Path) -> Path:
    # Written in pieces, so that the peak of this process is not taken for that of the ones it starts.
    path = folder / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as entry:
        for _ in range(300):
            entry.write(b" " * 1_000_000)
    return path


def _names(folder: Path) -> Path:
    for name in ("a\x1b]0;owned\x07.txt", "b\n[red]x[bold].txt", "c\u202etxt.txt", "[@click=app.bell]d.txt"):
        (folder / name).write_text(f"{name}\n\n{SENTENCE}{name}")
    return folder


def _meta(folder: Path) -> Path:
    (folder / "a.txt").write_text(SENTENCE)
    entry = {"file": "a.txt", "title": "a\x1b[2Jb\u202e", "source": "[bold]x", "date": "99999-99-99", "url": "data:x"}
    entries = [entry, *({"file": f"../{number}"} for number in range(500))]
    (folder / "meta.json").write_text(json.dumps({"articles": entries}))
    return folder


def _bomb(kind: str) -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return (
        f'<?xml version="1.0"?><!DOCTYPE {kind} [<!ENTITY e0 "boom">{entities}<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    )


def _nested_mail() -> bytes:
    parts = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(3_000))
    return b"Subject: a\r\n" + parts + b"Content-Type: text/plain\r\n\r\nFares rise."


def _two(vocabulary: str, count: int) -> Callable[[Path], Path]:
    """Two articles, each one line without a full stop: so many words of a small vocabulary, drawn by chance."""

    def make(folder: Path) -> Path:
        for seed in (1, 2):
            line = " ".join(random.Random(seed).choices(vocabulary.split(), k=count))
            (folder / f"{seed}.txt").write_text(line + "\n")
        return folder

    return make


def _compared_trials() -> Iterator[Trial]:
    said = (
        "the a police fire minister said that 12 people were killed on Monday in Leeds and not injured by Peter Hollis"
    )
    yield Trial("two articles of twenty words over and over", _two(said, 4_000))
    yield Trial("two articles of names alone", _two("Tom Ann Luis Graz Linz Reed Hale Vega", 20_000))
    yield Trial("two articles of one word", _two("not", 50_000))


def _shared_trials() -> Iterator[Trial]:
    for path in sorted(SHARED.rglob("*.txt")):
        yield Trial(f"naughty/{path.relative_to(SHARED)}", _file(f"{path.stem}.txt", path.read_bytes()))
    for path in sorted(SHARED.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        values = content.values() if isinstance(content, dict) else content
        payloads = [each if isinstance(each, str) else json.dumps(each) for each in values]
        text = "\n\n".join(f"{payload} {SENTENCE}" for payload in payloads)
        yield Trial(f"naughty/{path.name}, as text", _file("a.txt", text))
        page = _page(f"<p>{text}", f"<title>{payloads[0]}</title>")
        yield Trial(f"naughty/{path.name}, as a page", _file("a.html", page))
        front = f'---\ntitle: "{payloads[0]}"\nauthor: {payloads[-1]}\n---\n'
        yield Trial(f"naughty/{path.name}, in front matter", _file("a.md", front + text))


def _text_trials() -> Iterator[Trial]:
    yield Trial("OSC 52, CSI, C1, BEL", _file("a.txt", f"a\x1b]52;c;aGk=\x07b \x9b31m \x1b[2J \x1bc {SENTENCE}"))
    yield Trial("bidi overrides and isolates", _file("a.txt", f"\u202e\u2066{SENTENCE}\u2069\u061c\u200f{SENTENCE}"))
    yield Trial("zero-width characters", _file("a.txt", "\u200b\u2060\ufeff\u200d".join(SENTENCE)))
    yield Trial("100,000 combining marks on one letter", _file("a.txt", "a" + "\u0301" * 100_000 + f" {SENTENCE}"))
    yield Trial("invalid UTF-8", _file("a.txt", SENTENCE.encode() + b"\xff\xc0\x80\xed\xa0\x80\xf8\x88" * 50))
    wide = b"\xff\xfe" + SENTENCE.encode("utf-16-le") + b"\x00\xd8a\x00"
    yield Trial("UTF-16 with lone surrogates", _file("a.txt", wide))
    yield Trial("NULs", _file("a.txt", SENTENCE.encode() + b"\x00" * 5_000))
    yield Trial("binary", _file("a.txt", random.Random(1).randbytes(100_000)))
    yield Trial("one line of 1 MB without spaces", _file("a.txt", "a" * 1_000_000))
    yield Trial("one line of 1 MB of full stops", _file("a.txt", "a." * 500_000))
    yield Trial("one line of 1 MB of quotation marks", _file("a.txt", '"(“' * 200_000))
    yield Trial("one line of 1 MB of words", _file("a.txt", SENTENCE * 10_500))
    yield Trial("200,000 words", _file("a.txt", words(200_000)))
    yield Trial("100,000 paragraphs", _file("a.txt", "Fares rise.\n\n" * 100_000))
    yield Trial("100,000 rules", _file("a.md", "---\n" * 100_000 + SENTENCE))
    yield Trial("2,000 lines of JSON", _file("a.jsonl", f'{{"text": "{SENTENCE}"}}\n' * 2_000))
    yield Trial("JSON nested 100,000 deep", _file("a.jsonl", '{"text": ' + "[" * 100_000))
    yield Trial("markup brackets", _file("a.txt", f"[bold]{SENTENCE}[/] [/foo] [@click=app.bell]x[/] \\[ {SENTENCE}"))


def _page_trials() -> Iterator[Trial]:
    links = "".join(f'<a href="/{number}">word{number}</a> ' for number in range(16_000))
    yield Trial("16,000 links in one paragraph", _file("a.html", _page(f"<p>{links}</p>")))
    yield Trial("&#27; in a page", _file("a.html", _page(f"<p>{SENTENCE} &#27;[2J &#x9b; &#0; {SENTENCE * 3}</p>")))
    yield Trial("100,000 nested elements", _file("a.html", _page("<div><b>" * 50_000)))
    yield Trial("100,000 unclosed tags", _file("a.html", _page("<a " * 100_000)))
    yield Trial("200,000 unclosed comments", _file("a.html", _page("<!--" * 200_000)))
    page = _bomb("html") + _page(f"<p>&e11; &x; {SENTENCE * 3}</p>")
    yield Trial("entity bomb and XXE in a page", _file("a.html", page))
    yield Trial("entity bomb and XXE as XHTML", _file("a.xhtml", _bomb("rss") + "<rss><item><title>&e11;&x;</title>"))
    yield Trial("a page of 15 MB", _file("a.html", _page(f"<p>{SENTENCE * 3}</p>" * 50_000)))
    yield Trial("an attribute of 5 MB", _file("a.html", _page(f'<p class="{"x " * 2_500_000}">{SENTENCE * 5}</p>')))


def _file_trials() -> Iterator[Trial]:
    yield Trial("hostile file names", _names)
    yield Trial("hostile meta.json", _meta)
    yield Trial("links that lead to each other", _loop)
    yield Trial("a link that leaves the folder", _outside)
    yield Trial("a pipe nobody writes to", _pipe)
    yield Trial("/dev/zero", lambda folder: Path("/dev/zero"))
    yield Trial("a process's memory", lambda folder: Path("/proc/self/mem"))
    yield Trial("an empty file", _file("a.txt", b""))
    yield Trial("an empty folder", lambda folder: folder)
    yield Trial("a file that is not there", lambda folder: folder / "a.txt")
    yield Trial("a file of 21 MB", _file("a.txt", b"a " * 10_500_000))
    yield Trial("zip bomb as a Word document", _zip)
    yield Trial("PDF that is none", _file("a.pdf", b"%PDF-1.7\n" + b"1 0 obj<</Kids[1 0 R]>>endobj" * 1_000))
    yield Trial("mail of 3,000 nested parts", _file("a.eml", _nested_mail()))


def trials() -> list[Trial]:
    """All of them; those made of ../shared only where it is there."""
    return [
        *_text_trials(),
        *_page_trials(),
        *_file_trials(),
        *_compared_trials(),
        *(_shared_trials() if SHARED.is_dir() else ()),
    ]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of `copydesk compare` on a trial: exit status, output, processor seconds, peak memory in MB.

    The peak is never below what the process that started it held, about 90 MB.
    """

    status: int
    output: str
    seconds: float
    megabytes: float


def run(trial: Trial, folder: Path) -> Result:
    """`copydesk compare` on the trial, in a process of its own."""
    path = trial.make(folder)
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", "compare", str(path)], stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert process.stdout is not None
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    seconds = usage.ru_utime + usage.ru_stime
    return Result(process.returncode, output.decode("utf-8", "surrogateescape"), seconds, _peak(usage))


def _peak(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / (1_048_576 if sys.platform == "darwin" else 1_024)


def summary(result: Result) -> str:
    """The first thing that was said about it, the name left out."""
    lines = [line for line in result.output.splitlines() if line.startswith("copydesk: ")]
    return re.sub(r"^copydesk: \S*: ", "", lines[0]) if lines else "opened"


def print_table() -> None:
    """The table, in Markdown: what `compare` says, and what the desk writes to a terminal."""
    from tests.unit.story.hostile_desk import on_the_desk

    print("| input | exit | what was said | seconds | MB | control characters | on the desk |")
    print("|---|---|---|---|---|---|---|")
    for trial in trials():
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as other:
            result = run(trial, Path(folder))
            try:
                seen = on_the_desk(trial, Path(other))
                desk = f"{seen.status}, {len(seen.raw)}"
            except AssertionError as error:
                desk = str(error).partition("\n")[0]
        found = len(FORBIDDEN.findall(result.output))
        said = summary(result).replace("|", "\\|")
        figures = f"{result.seconds:.1f} | {result.megabytes:.0f} | {found} | {desk}"
        print(f"| {trial.name} | {result.status} | {said} | {figures} |", flush=True)


if __name__ == "__main__":
    print_table()
