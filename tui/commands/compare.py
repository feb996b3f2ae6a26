"""Print what the articles share, where they contradict each other, and what only one of them says.

Try:
  copydesk compare coverage/                          a summary to read
  copydesk compare a.txt b.txt --only conflict        only contradictions
  copydesk compare coverage/ --format json -o x.json  for other programs
"""

import argparse
import sys

from tui.commands.engine import prepare_engine, settle_engine
from tui.commands.entered import compared, entered_for
from tui.commands.errors import CommandError
from tui.commands.meaning import add_meaning_option, meaning_of
from tui.commands.output import add_output_options, write_output
from tui.commands.sources import add_source_options, open_story

MAX_ALL_PAIRS = 2000


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of `copydesk compare`."""
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, a folder, a web address, or -")
    parser.add_argument("--format", choices=["text", "json", "markdown", "html", "csv"], default="text")
    parser.add_argument(
        "--only",
        action="append",
        choices=["overlap", "conflict", "check", "alone"],
        help="show only these findings (may be given more than once)",
    )
    parser.add_argument(
        "--min-overlap", type=_share, default=0.5, metavar="X", help="lowest overlap shown, 0 to 1 (0.5)"
    )
    parser.add_argument(
        "--min-conflict",
        type=_share,
        default=0.6,
        metavar="X",
        help="lowest conflict score shown, 0 to 1 (0.6)",
    )
    parser.add_argument(
        "--all-pairs",
        action="store_true",
        help=f"with --format json: the scores of every pair of passages too (up to {MAX_ALL_PAIRS} passages)",
    )
    parser.add_argument(
        "--bare",
        action="store_true",
        help="as found: without the pins, broken links and verdicts on findings that the store has for these articles",
    )
    add_meaning_option(parser)
    add_source_options(parser)
    add_output_options(parser)
    parser.set_defaults(usage_error=parser.error)


def run(args: argparse.Namespace) -> int:
    """Compare the sources and write the result."""
    if args.all_pairs and args.format != "json":
        args.usage_error("--all-pairs needs --format json")
    prepare_engine()
    story, status = open_story(args.sources, args)
    entered = entered_for(story, args.store, decisions=not args.bare)
    story = entered.story
    passages = sum(len(article.passages) for article in story.articles)
    if args.all_pairs and passages > MAX_ALL_PAIRS:
        args.usage_error(f"--all-pairs takes up to {MAX_ALL_PAIRS} passages, these sources have {passages}")

    from tui.compare import compare
    from tui.compare.model import Thresholds
    from tui.compare.threads import processors
    from tui.reports.comparison_formats import COMPARISON_FORMATS

    thresholds = Thresholds(overlap=args.min_overlap, conflict=args.min_conflict)
    meaning, missed = meaning_of(args)
    comparison, verdicts = compared(
        entered,
        lambda pins, broken: compare(
            story,
            thresholds,
            all_pairs=args.all_pairs,
            pins=pins,
            broken=broken,
            meaning=meaning,
            workers=processors(),
        ),
    )
    if args.format not in COMPARISON_FORMATS:
        raise CommandError(f"the format {args.format} is not available")
    text = COMPARISON_FORMATS[args.format](story, comparison, only=frozenset(args.only or ()), verdicts=verdicts)
    write_output(text, args.output, args.force)
    if len(story.articles) < 2 and (args.output or args.format in ("json", "csv")):
        print("copydesk: there is one article only: comparing needs two", file=sys.stderr)
    settle_engine()
    return max(status, missed)


def _share(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number from 0 to 1")
    return value
