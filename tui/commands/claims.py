"""The claims you tagged: list them, or take them out to other programs.

Try:
  copydesk claims list                            every claim, one a line
  copydesk claims list --status open              what is still to be checked
  copydesk claims export --format csv -o out.csv  for a spreadsheet
"""

import argparse
import shutil
import sys
from collections.abc import Sequence

from tui.claims import Claim, Store, StoreError, default_store_path
from tui.claims.model import STATUSES
from tui.commands.errors import CommandError
from tui.commands.output import add_output_options, write_output

QUOTE_WIDTH_IN_A_PIPE = 10_000


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the words that may follow `copydesk claims`."""
    words = parser.add_subparsers(dest="word", metavar="WORD", required=True)

    listing = words.add_parser("list", help="one line a claim", allow_abbrev=False)
    listing.add_argument("--story", metavar="NAME", help="only claims of this story")
    listing.add_argument("--tag", help="only claims with this tag")
    listing.add_argument("--status", choices=STATUSES, help="only claims of this status")
    listing.set_defaults(run=_list)

    export = words.add_parser("export", help="write claims for other programs", allow_abbrev=False)
    export.add_argument("--format", choices=["json", "csv"], default="json", help="json keeps everything")
    export.add_argument("--story", metavar="NAME", help="only claims of this story")
    add_output_options(export)
    export.set_defaults(run=_export)


def run(args: argparse.Namespace) -> int:
    """Do what the word after `claims` asks for."""
    path = args.store or default_store_path()
    try:
        with Store(path, read_only=True) as store:
            return int(args.run(store, args))
    except StoreError as error:
        raise CommandError(str(error)) from None


def _list(store: Store, args: argparse.Namespace) -> int:
    claims = store.claims(tag=args.tag, status=args.status)
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else QUOTE_WIDTH_IN_A_PIPE
    for claim in _of_story(claims, args.story):
        print(claim_line(claim, columns))
    return 0


def claim_line(claim: Claim, columns: int) -> str:
    """A claim in one line of at most `columns` characters: state, tags, story, title, editor, quote."""
    state = claim.verdict or claim.status
    if claim.state != "placed":
        state = f"{state} ({claim.state})"
    titles = ", ".join(dict.fromkeys(" ".join(anchor.title.split())[:40] for anchor in claim.anchors))
    line = f"{state:<12}  {', '.join(claim.tags):<16}  {claim.story_name}  {titles}  {claim.author}  "
    quote = f"“{' '.join(claim.quote.split())}”"
    if len(line) + len(quote) > columns:
        quote = quote[: max(10, columns - len(line) - 2)] + "…”"
    return line + quote


def _export(store: Store, args: argparse.Namespace) -> int:
    from tui.reports.formats import CLAIM_FORMATS

    claims = _of_story(store.claims(), args.story)
    write_output(CLAIM_FORMATS[args.format](claims), args.output, args.force)
    return 0


def _of_story(claims: Sequence[Claim], name: str | None) -> Sequence[Claim]:
    """The claims of the story with that name or id; all where no name is given."""
    return [claim for claim in claims if name is None or name in (claim.story_name, claim.story)]
