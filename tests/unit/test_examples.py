"""Every example of every `--help`, and of the README, is run as it stands, in a folder with the files that it names."""

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal
from tui.claims import Store
from tui.claims.anchors import anchor_of
from tui.cli import COMMANDS, global_parser, parser_of
from tui.reports.exchange import export_claims
from tui.story import load

README = Path(__file__).parents[2] / "README.md"
SHELL = shutil.which("bash") or ""
FERRY = "The ferry Aurora ran aground near the harbour of Skarn on Monday evening."
HEAD = "---\noutlet: Island Wire\npublished: 2026-02-09\n---\n"
PAIR = '{"id": 1, "a": "Eleven people were injured.", "b": "Seventeen people were injured."}\n'
ARTICLES = ("a.txt", "b.txt", "b.md", "ap.txt", "reuters.md", "wire.txt", "bbc.txt", "bbc.html")
# What another machine would have to answer, what needs a port that may be taken, and what stands for any command.
NOT_RUN = re.compile(r"https?://|--urls|^ssh |^copydesk serve|COMMAND")
AT_A_TERMINAL = re.compile(r"^copydesk (sample|open|config edit|\S*[./])|^EDITOR=|\| copydesk open")


def parsers() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """The command line without and with every command, and with every word that may follow one."""
    yield "copydesk", global_parser()
    for name in COMMANDS:
        _, parser = parser_of(name)
        yield parser.prog, parser
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                yield from ((each.prog, each) for each in action.choices.values())


PAGES = {name: f"{parser.description}\n\n{parser.epilog}" for name, parser in parsers()}


def examples_of(text: str) -> list[str]:
    """The commands of the examples in a page of help, without what is remarked beside them."""
    block = re.search(r"^(?:Try|examples):\n((?:  .*\n?)+)", text, re.MULTILINE)
    lines = block[1].splitlines() if block else []
    return [re.split(r" {2,}", line.strip())[0] for line in lines if not line.startswith("   ")]


def examples_of_the_readme() -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    lines = [line.partition(" #")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("copydesk")]


EXAMPLES = dict.fromkeys([*chain.from_iterable(map(examples_of, PAGES.values())), *examples_of_the_readme()])
RUN = [example for example in EXAMPLES if not NOT_RUN.search(example)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where an editor would be: articles, a feed, claims of two editors, a backup of Monday."""
    here = tmp_path / "desk"
    (here / "coverage").mkdir(parents=True)
    for number, name in enumerate(ARTICLES):
        text = f"Ferry aground, report {number}\n\n{FERRY} The coastguard counted {number + 11} injured.\n"
        # What is piped in and does not say where it comes from is asked for.
        text = f"{HEAD}{text}" if name == "wire.txt" else text
        for place in (here, here / "coverage"):
            (place / name).write_text(text, encoding="utf-8")
    (here / "pairs.jsonl").write_text(PAIR, encoding="utf-8")
    coverage = load([here / "coverage"])
    first = coverage.articles[0]
    passage = first.passages[1]
    for path, editor in (("team.db", "kim"), ("claims.db", "kim"), ("claims.db", "mk")):
        with Store(here / path, editor=editor) as store:
            store.add(coverage, [anchor_of(first, passage.start, passage.end)], tags=["number"])
            if path == "team.db":
                (here / "kim.json").write_text(export_claims(store, "json"), encoding="utf-8")
                (here / "sheet.csv").write_text(export_claims(store, "csv"), encoding="utf-8")
    shutil.copy(here / "claims.db", here / "claims-monday.db")
    return here


@pytest.fixture
def environment(folder: Path, root: Path) -> dict[str, str]:
    """One in which `copydesk` is this checkout's, and whatever it keeps is kept in a folder of the test."""
    programs = folder.parent / "programs"
    programs.mkdir()
    copydesk = f'{shlex.quote(sys.executable)} -P -m tui "$@"'
    for name, words in {"copydesk": copydesk, "nano": "true", "vi": "true"}.items():
        (programs / name).write_text(f"#!/bin/sh\nexec {words}\n")
        (programs / name).chmod(0o755)
    return {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder.parent), "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8", "PYTHONPATH": str(root), "COPYDESK_STORE": str(folder / "claims.db"),
    }  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_help_has_an_example_of_its_command(page: str) -> None:
    assert any(page in example for example in examples_of(PAGES[page]))


@pytest.mark.skipif(not SHELL, reason="needs bash")
@pytest.mark.parametrize("example", [example for example in RUN if not AT_A_TERMINAL.search(example)])
def test_an_example_works_as_it_stands(example: str, folder: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(
        [SHELL, "-euo", "pipefail", "-c", example], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    # No claim of the folder has lost its words.
    assert done.stderr == ("copydesk: no claim has the status “orphan”\n" if "orphan" in example else "")
    assert done.returncode == 0
    assert done.stdout or re.search(r" -o |orphan", example)


@pytest.mark.skipif(not SHELL, reason="needs bash")
@pytest.mark.parametrize("example", [example for example in RUN if AT_A_TERMINAL.search(example)])
def test_an_example_for_the_terminal_opens_there(example: str, folder: Path, environment: dict[str, str]) -> None:
    command = [SHELL, "-euo", "pipefail", "-c", f"cd {shlex.quote(str(folder))} && {example}"]
    with Terminal(command, size=(100, 30), environment=environment) as terminal:
        if "config edit" not in example:
            terminal.wait_for("q leaves" if "--plain" in example else "? help")
            terminal.send("q\r" if "--plain" in example else "q")
        terminal.wait_exit(30)

        assert terminal.status == 0
