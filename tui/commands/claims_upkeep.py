"""`copydesk claims check`, `backup`, `restore` and `purge`: the store as a whole."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.errors import CommandError
from tui.commands.parsing import add_word

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from tui.claims import Store
    from tui.claims.check import Report
    from tui.claims.purge import Purged

_NAMED = 10
CHECK_HELP = """\
Whether the store is whole: the file, the history, the places of the quotes. It counts what is for you to settle
as well, which is no damage: an orphan's words are gone from the article, those of a claim to recheck changed
there. At the desk they can be reattached, kept or dropped. It names the files that claims are on and that are
not here; once the story is opened without them, their claims stand in C without a place.

Try:
  copydesk claims check
  copydesk claims list --status orphan    the claims it counted as orphans; recheck lists the others
"""
BACKUP_HELP = """\
Copy the store to a file, whole even while the desk is open. A copy of each of the last seven days of use lies in
backups/ beside the store as well.

Try:
  copydesk claims backup claims-today.db
"""
RESTORE_HELP = """\
Go back to a copy of the store. What the store was before is kept beside it.

Try:
  copydesk claims restore claims-monday.db
"""
PURGE_HELP = """\
Remove a story for good: its claims, its history and the texts that no other story needs. On a terminal it says
what will go and asks first; without one it goes ahead at once.

Try:
  copydesk claims purge --story coverage --dry-run   only say what would go
  copydesk claims purge --story coverage --yes       without being asked
"""


def configure(words: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the words and their options."""
    checking = add_word(words, "check", "whether the store is whole, and how many claims lost their words", CHECK_HELP)
    checking.set_defaults(run=_check, writes=False)

    copying = add_word(words, "backup", "copy the store to a file", BACKUP_HELP)
    copying.add_argument("file", type=Path, metavar="FILE", help="the copy to make")
    copying.add_argument("--force", action="store_true", help="replace FILE if it is there")
    copying.set_defaults(run=_backup, writes=False)

    restoring = add_word(words, "restore", "go back to a copy of the store", RESTORE_HELP)
    restoring.add_argument("file", type=Path, metavar="FILE", help="the copy to go back to")
    restoring.set_defaults(run=_restore, writes=True)

    purging = add_word(words, "purge", "remove a story for good, its history too", PURGE_HELP)
    purging.add_argument("--story", metavar="NAME", required=True, help="the name of the story, or its id")
    purging.add_argument("--yes", action="store_true", help="do not ask")
    purging.add_argument("--dry-run", action="store_true", help="only say what would go")
    purging.set_defaults(run=_purge, writes=True)


def _check(store: Store, args: argparse.Namespace) -> int:
    from tui.claims.check import check
    from tui.reports.lines import counted
    from tui.story.sanitise import sanitise_line

    if not store.path.exists():
        if args.store is not None:
            raise CommandError(f"there is no store {store.path}")
        print(sanitise_line(f"there is no store yet: {store.path} is made when you tag something"))
        return 0
    report = check(store.path)
    for problem in report.problems:
        print(f"copydesk: {sanitise_line(problem)}", file=sys.stderr)
    if report.problems:
        return 1
    settling = [counted(report.orphans, "orphan")] * bool(report.orphans)
    settling += [f"{report.recheck:,} to recheck"] * bool(report.recheck)
    settling += [f"{report.dropped:,} more dropped or undone"] * bool(report.dropped)
    print(sanitise_line(f"{store.path} is whole: {_amounts(report, settling)}"))
    _tell_of_files(store)
    if report.unverified:
        print(f"{counted(report.unverified, 'quote')} could not be compared: the article's text is not kept")
    return 0


def _tell_of_files(store: Store) -> None:
    """Name the files that claims are on and that are not here: that is no damage of the store either."""
    from tui.commands.claims_missing import files_not_here, is_on
    from tui.reports.lines import counted
    from tui.story.sanitise import sanitise_line

    claims = store.claims()
    missing = files_not_here(claims)
    if not missing:
        return
    on = counted(sum(is_on(claim, missing) for claim in claims), "claim is", "claims are")
    print(f"{on} on {counted(len(missing), 'file that is', 'files that are')} not here:")
    for file in sorted(missing)[:_NAMED]:
        print(sanitise_line(f"  {file}"))
    if len(missing) > _NAMED:
        print(f"  and {len(missing) - _NAMED} more")


def _backup(store: Store, args: argparse.Namespace) -> int:
    from tui.claims.backup import backup
    from tui.story.sanitise import sanitise_line

    print(sanitise_line(f"copied to {backup(store.path, args.file, force=args.force)}"))
    return 0


def _restore(store: Store, args: argparse.Namespace) -> int:
    from tui.claims.backup import restore
    from tui.story.sanitise import sanitise_line

    kept = restore(args.file, store.path)
    before = f"; what it was before is kept as {kept}" if kept else ""
    print(sanitise_line(f"{store.path} is what {args.file} was{before}"))
    return 0


def _purge(store: Store, args: argparse.Namespace) -> int:
    from tui.claims.purge import foreseen, purge
    from tui.desk.session import forget_story
    from tui.story.pasting import forget_pasted
    from tui.story.sanitise import sanitise_line

    if args.dry_run:
        print(sanitise_line(f"would remove {args.story}: {_amounts(foreseen(store, args.story))}"))
        return 0
    if not args.yes and sys.stdin.isatty() and sys.stdout.isatty():
        print(sanitise_line(f"this removes {args.story} for good: {_amounts(foreseen(store, args.story))}"))
        if not _agreed("remove it? [y/N] "):
            print("nothing was removed")
            return 1
    gone = purge(store, args.story)
    for story in gone.ids:
        forget_story(store.path, story)
    forget_pasted(store.path, gone.articles)
    print(sanitise_line(f"removed {args.story}: {_amounts(gone)}"))
    if gone.backups:
        print("it may still be in these backups, which you can delete:")
    for path in gone.backups:
        print(sanitise_line(f"  {path}"))
    return 0


def _amounts(counts: Report | Purged, of_claims: Sequence[str] = ()) -> str:
    """Claims, what is said of them, lines of history and texts, each with its number."""
    from tui.reports.lines import counted

    parts = (
        counted(counts.claims, "claim"),
        *of_claims,
        counted(counts.events, "line of history", "lines of history"),
        counted(counts.versions, "text of articles", "texts of articles"),
    )
    return ", ".join(parts)


def _agreed(question: str) -> bool:
    """Whether yes was answered; the end of the input is no."""
    try:
        return input(question).strip().casefold() in ("y", "yes")
    except EOFError:
        print()
        return False
