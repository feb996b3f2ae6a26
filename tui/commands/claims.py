"""The claims you tagged: list them, hand them over, keep them safe, take them out to other programs and back.

Try:
  copydesk claims list                            every claim, one a line
  copydesk claims list --status open              what is still to be checked
  copydesk claims list --editor kim --tag number  kim's, with that tag
  copydesk claims export --format csv -o out.csv  for a spreadsheet
  copydesk claims import sheet.csv --dry-run      what taking it in would change
  copydesk claims handover -o evening.json        for a colleague
  copydesk claims backup claims-today.db          a copy to keep elsewhere
"""

import argparse
import os
import shutil
import sys

from tui.claims import Claim, Store, StoreError, default_store_path
from tui.commands import claims_exchange, claims_upkeep
from tui.commands.errors import CommandError
from tui.commands.parsing import add_word, name_words

QUOTE_WIDTH_IN_A_PIPE = 10_000
LIST_HELP = """\
Every claim in one line: its state, its tags, the quote, the story, the article and who tagged it. "no file here"
says that the article's file is not where it was: taken away, or only on the machine the claim came from.

Try:
  copydesk claims list --status open              what is still to be checked
  copydesk claims list --status orphan            whose words are gone from the article
  copydesk claims list --article coverage/a.txt   what was tagged in this file
  copydesk claims list --text ferry               with this word in quote, note or text
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words that may follow `copydesk claims`."""
    words = parser.add_subparsers(dest="word", metavar="WORD", required=True)
    listing = add_word(words, "list", "one line a claim", LIST_HELP)
    listing.add_argument("--story", metavar="NAME", help="only claims of this story")
    listing.add_argument("--tag", help="only claims with this tag")
    listing.add_argument(
        "--status",
        metavar="WORD",
        help="only claims of this status (open, verified, disputed …), or orphan, recheck, moved",
    )
    listing.add_argument("--article", metavar="WHERE", help="only claims on this file or web address")
    listing.add_argument("--editor", metavar="NAME", help="only claims this editor tagged or is to check")
    listing.add_argument("--text", metavar="WORDS", help="only claims with these words in quote, note or text")
    listing.set_defaults(run=_list, writes=False)
    claims_exchange.configure(words)
    claims_upkeep.configure(words)
    name_words(words)


def run(args: argparse.Namespace) -> int:
    """Do what the word after `claims` asks for."""
    path = args.store or default_store_path()
    try:
        with Store(path, read_only=not args.writes) as store:
            return int(args.run(store, args))
    except StoreError as error:
        raise CommandError(str(error)) from None


def _list(store: Store, args: argparse.Namespace) -> int:
    from tui.commands.claims_missing import files_not_here, is_on, tell_what_is_missing
    from tui.story.sanitise import sanitise_line

    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else QUOTE_WIDTH_IN_A_PIPE
    asked = {name: getattr(args, name) for name in ("story", "tag", "status", "article", "editor", "text")}
    asked["article"] = _identity(args.article)
    found = store.claims(**asked)
    missing = files_not_here(found)
    for claim in found:
        print(sanitise_line(claim_line(claim, columns, is_on(claim, missing))))
    if found:
        return 0
    return tell_what_is_missing(store, asked)


def _identity(article: str | None) -> str | None:
    """An article as the store knows it: a web address, a SHA-256, or the whole path of a file."""
    if article is None or "://" in article or not os.path.exists(article):
        return article
    return os.path.realpath(article)


def claim_line(claim: Claim, columns: int, no_file: bool = False) -> str:
    """A claim in one line: state, tags, quote, then story, title and editor as far as `columns` go.

    `no_file` says that a file it is on is not here.
    """
    state = claim.verdict or claim.status
    apart = [claim.state] * (claim.state != "placed") + ["no file here"] * no_file
    if apart:
        state = f"{state} ({', '.join(apart)})"
    titles = ", ".join(dict.fromkeys(" ".join(anchor.title.split())[:40] for anchor in claim.anchors))
    line = f"{state:<12}  {', '.join(claim.tags):<16}  “{' '.join(claim.quote.split())}”"
    rest = f"  {claim.story_name}  {titles}  {claim.author}"
    if len(line) > columns:
        return line[: columns - 2] + "…”"
    return (line + rest)[:columns].rstrip()
