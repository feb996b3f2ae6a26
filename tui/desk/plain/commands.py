"""The commands of the plain reading: one table, from which its help comes too."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tui.desk.plain import claims, details, moves
from tui.desk.plain.state import PlainState

Run = Callable[[PlainState, str], Iterator[str]]
_SIGNS = "/+-_"


@dataclass(frozen=True, slots=True)
class Command:
    """`names` ask for it, the short one first; `argument` is how help writes what may follow, "" for nothing."""

    names: tuple[str, ...]
    argument: str
    help: str
    run: Run


def _help(reader: PlainState, argument: str) -> Iterator[str]:
    wanted = find(argument) if argument else None
    for command in COMMANDS if wanted is None else (wanted[0],):
        asked = " or ".join(command.names)
        yield f"{asked}{' ' + command.argument if command.argument else ''}: {command.help}"
    if wanted is None:
        yield "Enter alone: the next passage. A number alone: that article."


def _quit(reader: PlainState, argument: str) -> Iterator[str]:
    reader.since.seen()
    reader.ended = True
    yield "everything is saved"


COMMANDS: tuple[Command, ...] = (
    Command(("n", "next"), "[COUNT]", "next passage", moves.forward),
    Command(("p", "previous"), "[COUNT]", "previous passage", moves.backward),
    Command(("r", "repeat"), "", "this passage again", moves.repeat),
    Command(("g", "go"), "PLACE", "to a passage: 8 in this article, 2:8 in article 2", moves.go),
    Command(("l", "articles"), "", "the articles", moves.articles),
    Command(("c", "conflict"), "", "next conflict, through all articles; C the one before", moves.conflict),
    Command(("C",), "", "previous conflict", moves.conflict_back),
    Command(("d", "check"), "", "next that differs and is to be checked; D the one before", moves.check),
    Command(("D",), "", "previous that differs", moves.check_back),
    Command(("o", "overlap"), "", "next passage that another article has too; O the one before", moves.overlap),
    Command(("O",), "", "previous overlap", moves.overlap_back),
    Command(("i", "alone"), "", "next passage alone and checkable; I the one before", moves.alone),
    Command(("I",), "", "previous alone and checkable", moves.alone_back),
    Command(("k", "tagged"), "", "next tagged passage; K the one before", moves.tagged),
    Command(("K",), "", "previous tagged passage", moves.tagged_back),
    Command(("m", "more"), "", "all that stands against this passage, with its words", moves.more),
    Command(("e", "enter"), "[NUMBER]", "to what stands against this passage, the first or the numbered", moves.enter),
    Command(("b", "back"), "", "back to where you came from", moves.back),
    Command(("f", "findings"), "[NUMBER]", "all findings, worst first; with a number, to that one", moves.findings),
    Command(("/", "search"), "[WORDS]", "next passage with these words, anywhere; alone, the next again", moves.search),
    Command(("t", "tag"), "TAG", "tag this passage: a letter or a name; alone, asks", claims.tag),
    Command(("T", "both"), "TAG", "the same, with what stands against this passage; alone, asks", claims.tag_both),
    Command(("s", "status"), "STATUS", "status of the claim here: letter or name; alone, asks", claims.status),
    Command(("a", "note"), "TEXT", "note on the claim here, or on this passage; alone, asks", claims.note),
    Command(("gs", "speaker"), "NAME", "who said what the claim says; alone, asks", details.speaker),
    Command(("gu", "priority"), "PRIORITY", "how urgent the claim is: letter or word; alone, asks", details.priority),
    Command(("gw", "wording"), "TEXT", "the claim in your own words; alone, asks", details.wording),
    Command(("A", "assign"), "NAME", "who is to check the claim; alone, asks", details.assign),
    Command(("E", "evidence"), "[URL]", "this passage, or an address: evidence on the last claim", details.evidence),
    Command(("=", "keep"), "", "keep a claim whose words changed as it is, with its status", details.keep),
    Command(("x", "drop"), "", "drop the claim here", claims.drop),
    Command(("+", "real"), "", "the first finding on this passage is real", claims.real),
    Command(("-", "apparent"), "", "it is only apparent", claims.apparent),
    Command(("_", "ignore"), "", "ignore it", claims.ignore),
    Command(("w", "claims"), "", "all claims on this story", claims.list_claims),
    Command(("u", "undo"), "[force]", "undo; force, although someone else changed the same since", claims.undo),
    Command(("U", "redo"), "[force]", "redo", claims.redo),
    Command(("h", "help", "?"), "[COMMAND]", "this list, or one line of it", _help),
    Command(("q", "quit"), "", "leave; everything is saved already", _quit),
)  # fmt: skip
_BY_NAME = {name: command for command in COMMANDS for name in command.names}
_ARTICLE = Command(("1", "2"), "", "that article, where you were in it", moves.article)


def find(line: str) -> tuple[Command, str] | None:
    """The command a line asks for and what follows it; None if there is no such command."""
    words = line.split(None, 1)
    if not words:
        return _BY_NAME["n"], ""
    name, argument = words[0], (words[1].strip() if len(words) > 1 else "")
    if re.fullmatch(r"\d{1,3}", name):
        return _ARTICLE, name
    if name not in _BY_NAME and name[0] in _SIGNS:
        name, argument = line[0], line[1:].strip()
    elif name not in _BY_NAME and re.fullmatch(r"[a-zA-Z]\d+(:\d+)?", name):
        name, argument = name[0], name[1:]
    command = _BY_NAME.get(name)
    return None if command is None else (command, argument)
