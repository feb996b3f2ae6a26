"""Save articles from the web as Markdown with front matter, to be opened like any other file.

Only http and https; no address on this machine or in a private network, unless allowed. A site is asked for
one page at a time, with a pause between two.

Try:
  copydesk fetch https://example.org/story -o coverage/   one article into a folder
  copydesk fetch --urls list.txt -o coverage/             the addresses in a file, one a line
  copydesk fetch https://example.org/feed.xml -o coverage/  what a feed lists, to pick from at the terminal
  copydesk fetch --list https://example.org/feed.xml      … to pick from in a pipe: date, title, address
  copydesk fetch --list feed.xml | grep -i ferry | copydesk fetch --urls - -o coverage/
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from tui.commands.errors import CommandError
from tui.commands.output import write_output
from tui.commands.picking import at_a_terminal, pick
from tui.story.feeds import IS_FEED, Entry, is_feed, read_feed
from tui.story.fetching.addresses import RefusedError
from tui.story.fetching.article import article_of
from tui.story.fetching.connection import UnreachableError
from tui.story.fetching.fetch import Fetched, fetch
from tui.story.markdown import as_markdown
from tui.story.model import Article
from tui.story.reading import UnreadableError, read_file, read_stream
from tui.story.sanitise import sanitise_line
from tui.story.titles import slug
from tui.story.webpage import end_extractors

HOST_PAUSE = 1.0
"""Seconds between two requests to the same host."""
_WEB = ("http://", "https://")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the operands and options of `copydesk fetch`."""
    parser.add_argument(
        "urls", nargs="*", metavar="URL", help="the address of an article or a feed, or the file of a feed"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="the folder to save into, made if it is missing"
    )
    parser.add_argument(
        "--urls", dest="file", metavar="FILE", help="a file of addresses, one a line; - is standard input"
    )
    parser.add_argument("--list", action="store_true", help="print what the feeds list instead: date, title, address")
    parser.add_argument("--force", action="store_true", help="save an article again that is there already")
    parser.add_argument(
        "--allow-private", action="store_true", help="let addresses lead to this machine and its network"
    )
    parser.set_defaults(usage_error=parser.error)


def run(args: argparse.Namespace, wait: Callable[[float], None] = time.sleep) -> int:
    """Fetch every address; the exit status is 1 if one could not be saved."""
    urls = [*args.urls, *_from_file(args.file)]
    if not urls:
        args.usage_error("name an address, or a file of addresses with --urls")
    if args.list:
        return max(_list(url, args.allow_private, wait) for url in urls)
    if args.output is None:
        args.usage_error("-o DIR is needed: the folder to save the articles into")
    try:
        return _save_all(urls, args, wait)
    finally:
        end_extractors()


def _from_file(name: str | None) -> list[str]:
    if name is None:
        return []
    try:
        data = read_stream(sys.stdin.buffer) if name == "-" else read_file(Path(name))
    except UnreadableError as error:
        raise CommandError(sanitise_line(f"{name}: {error}")) from None
    lines = (line.strip() for line in data.decode("utf-8-sig", "replace").splitlines())
    # The last column, so that lines of --list may be given as they are.
    return [line.rpartition("\t")[2] for line in lines if line and not line.startswith("#")]


def _save_all(urls: Sequence[str], args: argparse.Namespace, wait: Callable[[float], None]) -> int:
    try:
        args.output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"{sanitise_line(str(args.output))} cannot be made: {error.strerror or error}") from None
    return _Saving(args, wait).save(urls)


class _Saving:
    """One address after the other, with a pause before a host is asked again."""

    def __init__(self, args: argparse.Namespace, wait: Callable[[float], None]) -> None:
        self._args = args
        self._wait = wait
        self._visited: set[str] = set()
        self._left: list[str] = []
        self._known: set[str] = set()
        self._done = 0

    def save(self, urls: Sequence[str]) -> int:
        """Save the article of each address; the exit status."""
        status = 0
        self._take(urls)
        while self._left:
            url = self._left.pop(0)
            self._done += 1
            try:
                self._save_or_pick(url)
            except (RefusedError, UnreachableError, UnreadableError) as error:
                status = 1
                print(sanitise_line(f"copydesk: {url[:200]}: {error}"), file=sys.stderr)
        return status

    def _take(self, urls: Sequence[str]) -> None:
        """Put addresses before those that are left, each only once."""
        new = [url for url in dict.fromkeys(urls) if url not in self._known]
        self._known.update(new)
        self._left = [*new, *self._left]

    def _save_or_pick(self, url: str) -> None:
        if not url.lower().startswith(_WEB) and Path(url).exists():
            self._pick(read_feed(read_file(Path(url))))
            return
        fetched = self._fetch(url)
        if is_feed(fetched.data) and at_a_terminal():
            self._pick(read_feed(fetched.data, fetched.url))
            return
        article = article_of(fetched, url)
        path = _save(article, self._args.output, self._args.force)
        for warning in article.warnings:
            print(sanitise_line(f"copydesk: {url[:200]}: {warning}"), file=sys.stderr)
        print(sanitise_line(str(path)))

    def _fetch(self, url: str) -> Fetched:
        host = _host(url)
        if host in self._visited:
            self._wait(HOST_PAUSE)
        self._visited.add(host)
        total = self._done + len(self._left)
        print(f"[{self._done}/{total}] {sanitise_line(url)[:200]}", file=sys.stderr)
        return fetch(url, allow_private=self._args.allow_private, wait=self._wait_aloud)

    def _wait_aloud(self, seconds: float) -> None:
        print(f"  no answer yet, asked again in {seconds:g} s", file=sys.stderr)
        self._wait(seconds)

    def _pick(self, entries: Sequence[Entry]) -> None:
        if not at_a_terminal():
            raise UnreadableError(IS_FEED)
        self._take([entry.url for entry in pick(entries, sys.stdin, sys.stderr)])


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _save(article: Article, folder: Path, force: bool) -> Path:
    name = slug(article.title) or slug(_host(article.source)) or "article"
    path = folder / f"{name}.md"
    number = 2
    while path.exists() and not (force and _is_of(path, article)):
        if _is_of(path, article):
            raise UnreadableError(f"saved already as {path.name}: add --force to save it again")
        path = folder / f"{name}-{number}.md"
        number += 1
    write_output(as_markdown(article), path, force=True)
    return path


def _is_of(path: Path, article: Article) -> bool:
    """Whether the file at `path` was saved from the article's address."""
    from tui.story.decoding import decode
    from tui.story.frontmatter import split_front_matter

    try:
        about, _ = split_front_matter(decode(read_file(path)))
    except UnreadableError:
        return False
    return about.url is not None and about.url == article.url


def _list(source: str, allow_private: bool, wait: Callable[[float], None]) -> int:
    try:
        for entry in _entries(source, allow_private, wait):
            print("\t".join((entry.published or "", entry.title, entry.url)))
    except (RefusedError, UnreachableError, UnreadableError) as error:
        print(sanitise_line(f"copydesk: {source[:200]}: {error}"), file=sys.stderr)
        return 1
    return 0


def _entries(source: str, allow_private: bool, wait: Callable[[float], None]) -> tuple[Entry, ...]:
    if not source.lower().startswith(_WEB):
        return read_feed(read_file(Path(source)))
    fetched = fetch(source, allow_private=allow_private, wait=wait)
    return read_feed(fetched.data, fetched.url)
