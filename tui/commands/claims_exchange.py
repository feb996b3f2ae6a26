"""`copydesk claims export`, `import` and `handover`: claims out of the store, and into it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.errors import CommandError
from tui.commands.output import add_output_options, write_output
from tui.commands.parsing import add_word

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Sequence

    from tui.claims import Claim, Store

FORMATS = ("json", "csv", "markdown", "html", "annotation", "claimreview")
IMPORTS = ("json", "csv")
EXPORT_HELP = """\
Write claims for other programs: json keeps everything and can be taken in again, so can csv.

Try:
  copydesk claims export --format csv -o claims.csv           for a spreadsheet
  copydesk claims export --format markdown --story coverage   to read; one story alone
  copydesk claims export --format annotation                  W3C Web Annotations
"""
IMPORT_HELP = """\
Take in claims that export or handover wrote, here or at a colleague's. A newer edit is never overwritten, and
taking in the same file twice changes nothing.

Try:
  copydesk claims import kim.json --dry-run   what it would do
  copydesk claims import kim.json             take them in
  copydesk claims import sheet.csv            from a spreadsheet
"""
HANDOVER_HELP = """\
For the colleague who goes on: a file to import, and beside it a sheet to read, of the same name in .txt.

Try:
  copydesk claims handover -o evening.json                   all stories
  copydesk claims handover -o ferry.json --story coverage    one story
"""


def configure(words: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the words and their options."""
    export = add_word(words, "export", "write claims for other programs", EXPORT_HELP)
    export.add_argument("--format", choices=FORMATS, default="json", help="json keeps everything (json)")
    export.add_argument("--story", metavar="NAME", help="only claims of this story")
    add_output_options(export)
    export.set_defaults(run=_export, writes=False)

    taking = add_word(words, "import", "take in claims from a file", IMPORT_HELP)
    taking.add_argument("file", type=Path, metavar="FILE", help="what export or handover wrote: .json or .csv")
    taking.add_argument("--format", choices=IMPORTS, help="where the name of FILE does not say it")
    taking.add_argument("--dry-run", action="store_true", help="only say what it would do")
    taking.set_defaults(run=_import, writes=True)

    handing = add_word(words, "handover", "write a file to import, and a sheet to read", HANDOVER_HELP)
    handing.add_argument("-o", "--output", type=Path, metavar="FILE", required=True, help="the file to import")
    handing.add_argument("--story", metavar="NAME", help="only claims of this story")
    handing.add_argument("--force", action="store_true", help="replace the files if they are there")
    handing.set_defaults(run=_handover, writes=False)


def _export(store: Store, args: argparse.Namespace) -> int:
    from tui.reports.errors import ReportError
    from tui.reports.exchange import export_claims

    publisher = None
    if args.format == "claimreview":
        from tui.commands.publishing import read_publisher

        publisher = read_publisher()
    try:
        text = export_claims(store, args.format, story=args.story, publisher=publisher)
    except ReportError as error:
        raise CommandError(str(error)) from None
    write_output(text, args.output, args.force)
    _warn_of_wordings(store.claims(story=args.story))
    return 0


def _warn_of_wordings(claims: Sequence[Claim]) -> None:
    """Tell of claims with a verdict that say what the article does not, such as a figure it has corrected since."""
    from tui.claims.describe import shorten
    from tui.claims.wording import unsaid
    from tui.story.sanitise import sanitise_line

    for claim in claims:
        if claim.verdict and (found := unsaid(claim)):
            told = f"the {claim.verdict} claim “{shorten(claim.text)}” says what its quote does not: {', '.join(found)}"
            print(f"copydesk: {sanitise_line(told)}", file=sys.stderr)


def _import(store: Store, args: argparse.Namespace) -> int:
    from tui.reports.errors import ReportError
    from tui.reports.exchange import import_claims
    from tui.settings import load_settings
    from tui.story.sanitise import sanitise_line

    settings = load_settings()
    own = [status.name for status in settings.statuses] + [name for name, _ in settings.publisher.ratings]
    try:
        merged = import_claims(store, args.file, args.format, dry_run=args.dry_run, verdicts=own)
    except ReportError as error:
        raise CommandError(sanitise_line(str(error))) from None
    for problem in (*merged.partly, *merged.problems):
        print(f"copydesk: {sanitise_line(f'{args.file}: {problem}')}", file=sys.stderr)
    print(f"{'would be: ' if args.dry_run else ''}{merged.sentence}")
    return 1 if merged.partly or merged.problems else 0


def _handover(store: Store, args: argparse.Namespace) -> int:
    from tui.reports.exchange import handover, sheet_path
    from tui.story.sanitise import sanitise_line

    sheet = sheet_path(args.output)
    for path in (args.output, sheet):
        if path.exists() and not args.force:
            raise CommandError(f"{path} is there already: choose another name or add --force")
    parcel, text = handover(store, story=args.story)
    write_output(parcel, args.output, args.force)
    write_output(text, sheet, args.force)
    print(sanitise_line(str(args.output)))
    print(sanitise_line(str(sheet)))
    return 0
