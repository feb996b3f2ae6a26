"""Claims out of a store and into it, as the command line and the desk ask for it."""

import stat
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from tui.claims.marks import pin_of
from tui.claims.merge import Merged
from tui.claims.model import Claim
from tui.claims.store import Store
from tui.reports.claims_csv import claims_csv, read_claims_csv
from tui.reports.claims_json import Parcel, claims_json, read_claims_json
from tui.reports.errors import ReportError
from tui.reports.formats import CLAIM_FORMATS
from tui.reports.handover import handover_sheet
from tui.reports.publisher import Publisher

IMPORT_FORMATS = ("json", "csv")
_LARGEST = 256 * 1024 * 1024


def export_claims(
    store: Store, name: str = "json", *, story: str | None = None, publisher: Publisher | None = None
) -> str:
    """The claims of a story (by name or id), or all, in the format of that name.

    Raises:
        ReportError: the format is unknown, or needs something that is not set.
        StoreError: the store cannot be read.
    """
    claims = store.claims(story=story)
    if name == "json":
        return claims_json(claims, stamps=store.stamps(story), marks=store.marks(story))
    claims = store.credited(claims)
    if name == "csv":
        return claims_csv(claims)
    if name not in CLAIM_FORMATS:
        raise ReportError(f"there is no format {name!r}: use one of {', '.join(CLAIM_FORMATS)}")
    return CLAIM_FORMATS[name](claims, publisher=publisher)


def import_claims(
    store: Store, path: Path, name: str | None = None, *, dry_run: bool = False, verdicts: Collection[str] = ()
) -> Merged:
    """Merge the claims of a file; its format follows from its suffix unless it is named.

    `verdicts` are those an editor may give beside the ones every editor has: a sheet can hold no others.

    Raises:
        ReportError: the file cannot be read, or is not of that format.
        StoreError: the store cannot be written.
    """
    format_name = name or path.suffix.removeprefix(".").lower()
    if format_name not in IMPORT_FORMATS:
        raise ReportError(f"{path} is neither .json nor .csv: say which with --format")
    parcel = read_parcel(_content(path), format_name, verdicts)
    merged = store.take_in(parcel.records, parcel.marks, parcel.versions, dry_run=dry_run)
    return replace(merged, problems=(*parcel.problems, *merged.problems), partly=parcel.partly)


def read_parcel(text: str, name: str, verdicts: Collection[str] = ()) -> Parcel:
    """The claims in the text of a file of format "json" or "csv".

    Raises:
        ReportError: it is not of that format.
    """
    return read_claims_json(text) if name == "json" else read_claims_csv(text, verdicts)


def handover(store: Store, *, story: str | None = None, findings: Sequence[str] = ()) -> tuple[str, str]:
    """What a colleague needs to go on: an importable file of JSON, and a plain-text sheet, with lines on `findings`.

    The file holds dropped claims, verdicts on findings, pins and the texts the quotes are from as well.
    """
    claims: Sequence[Claim] = store.claims(story=story, dropped=True)
    marks = store.marks(story)
    # The texts that pins and broken links are on travel along, so that these follow a change of words there too.
    places = [pin_of(mark["subject"], mark["value"]) for mark in marks if mark["kind"] in ("pin", "break")]
    versions = store.kept_versions(claims, filter(None, places))
    parcel = claims_json(claims, stamps=store.stamps(story), marks=marks, versions=versions)
    shown = store.credited(claim for claim in claims if not claim.dropped)
    return parcel, handover_sheet(shown, store.editor, findings)


def sheet_path(path: Path) -> Path:
    """Where the sheet of a handover goes: beside the importable file, with the suffix .txt."""
    return path.with_suffix(".txt") if path.suffix != ".txt" else path.with_suffix(".sheet.txt")


def _content(path: Path) -> str:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise ReportError(f"{path} is no file: give a file of claims")
        if found.st_size > _LARGEST:
            raise ReportError(f"{path} is larger than {_LARGEST // 1024 // 1024} MB: it is no file of claims")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ReportError(f"{path} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise ReportError(f"{path} is not in UTF-8: export it again") from None
