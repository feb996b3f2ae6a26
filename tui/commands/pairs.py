r"""Judge pairs of passages in bulk: JSON Lines in, one line of JSON out for each line in.

A line is {"id": …, "a": "text", "b": "text", "a_date"?: "2026-02-10", "b_date"?: …}; the answer carries
the relation (overlap, conflict or none), both scores, the reason and the words that carry it.

Try:
  printf '%s\n' '{"id": 1, "a": "Ten people died.", "b": "Twelve people died."}' | copydesk pairs -
"""

import argparse
import json
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import BinaryIO

from tui.commands.engine import prepare_engine, settle_engine
from tui.commands.errors import CommandError

LONGEST = 4_000_000
"""Bytes of the longest line that is read."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the operand of `copydesk pairs`."""
    parser.add_argument("file", metavar="FILE.jsonl", help="the file of pairs, or - for standard input")


def run(args: argparse.Namespace) -> int:
    """Judge every line; the exit status is 1 if one could not be read."""
    prepare_engine()
    from tui.compare.judging import judge_texts
    from tui.reports.judgement import judgement_json

    settle_engine()
    status = 0
    for number, line in _lines(args.file):
        try:
            pair = pair_of(line)
        except ValueError as error:
            status = 1
            print(f"copydesk: line {number}: {error}", file=sys.stderr)
            print(json.dumps({"id": None, "line": number, "error": str(error)}))
            continue
        identifier, a, b, a_date, b_date = pair
        print(judgement_json(identifier, judge_texts(a, b, a_date, b_date)))
    settle_engine()
    return status


Pair = tuple[str | int | float, str, str, date | None, date | None]


def pair_of(line: bytes) -> Pair:
    """The id, the two texts and their dates in a line of JSON.

    Raises:
        ValueError: it holds no pair; the message says why, in one line.
    """
    if len(line) > LONGEST:
        raise ValueError(f"it is longer than {LONGEST // 1_000_000} MB")
    try:
        entry = json.loads(line.decode("utf-8-sig"))
    except (UnicodeDecodeError, RecursionError):
        raise ValueError("it is not JSON in UTF-8") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON: {error.msg} at column {error.colno}") from None
    if not isinstance(entry, dict):
        raise ValueError('it is not an object like {"id": 1, "a": "…", "b": "…"}')
    identifier, a, b = entry.get("id"), entry.get("a"), entry.get("b")
    if isinstance(identifier, bool) or not isinstance(identifier, str | int | float):
        raise ValueError('"id" is missing, or neither a string nor a number')
    if not isinstance(a, str) or not isinstance(b, str):
        raise ValueError('"a" and "b" must both be there and be strings')
    return identifier, a, b, _date(entry, "a_date"), _date(entry, "b_date")


def _date(entry: dict[str, object], key: str) -> date | None:
    value = entry.get(key)
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise ValueError(f'"{key}" is not a date like 2026-02-10') from None


def _lines(name: str) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers; of one that is too long, only so much as shows it."""
    try:
        with _open(name) as file:
            number = 0
            while line := file.readline(LONGEST + 1):
                number += 1
                rest = line
                while len(rest) > LONGEST and not rest.endswith(b"\n"):
                    rest = file.readline(LONGEST + 1)
                if line.strip():
                    yield number, line
    except OSError as error:
        raise CommandError(f"{name} cannot be read: {error.strerror or error}") from None


def _open(name: str) -> AbstractContextManager[BinaryIO]:
    if name == "-":
        return nullcontext(sys.stdin.buffer)
    # A pipe is what a shell makes of <(…); a device has no end.
    mode = os.stat(name).st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISFIFO(mode):
        raise CommandError(f"{name} is no file: give a file of JSON Lines, or - for standard input")
    return Path(name).open("rb")
