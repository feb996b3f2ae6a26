"""The store of claims: where it is, who may read it, whether it is whole, and on what kind of disk."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from tui.claims.check import check
from tui.claims.errors import damaged
from tui.claims.model import StoreError
from tui.claims.paths import backup_folder
from tui.claims.schema import VERSION
from tui.commands.health.finding import Finding, broken, fine, note
from tui.story.sanitise import sanitise_line

# SQLite relies on locks that these do not always keep.
NETWORK = frozenset(
    (
        "9p",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "davfs",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "fuse.vmhgfs-fuse",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb2",
        "smb3",
        "smbfs",
        "vboxsf",
    )
)
_MOUNTS = Path("/proc/mounts")
_NAMED = 3
_ROOM = 10_000_000
"""Bytes that the disk should have left: a backup is a copy of the store."""


def store(path: Path) -> Iterator[Finding]:
    """What there is to say of the store at `path`; nothing is made or changed."""
    shown = sanitise_line(str(path))
    if os.path.lexists(path):
        found = list(_file(path, shown))
        yield from found
        if found[0].level != "broken":
            yield from _content(path, shown)
    else:
        yield fine(f"{shown} is made when you tag something")
    yield from _folder(path.parent)
    kind = file_system(path, _mounts())
    if kind in NETWORK:
        yield note(
            f"on a network file system ({kind}), whose locks may fail: keep the store on a local disk, "
            "and share by `copydesk claims handover`"
        )


def _file(path: Path, shown: str) -> Iterator[Finding]:
    try:
        found = path.stat()
    except OSError as error:
        if path.is_symlink() and not path.exists():
            yield broken(f"{shown} is a link to a file that is not there: name another with --store or COPYDESK_STORE")
        else:
            yield broken(f"{shown} cannot be reached: {error.strerror or error}")
        return
    if not stat.S_ISREG(found.st_mode):
        what = "a folder" if stat.S_ISDIR(found.st_mode) else "no file"
        yield broken(f"{shown} is {what}: name a file with --store or COPYDESK_STORE")
        return
    if not os.access(path, os.R_OK):
        yield broken(f"{shown} may not be read by you: it belongs to somebody else, name another with --store")
        return
    mode, own = stat.S_IMODE(found.st_mode), found.st_uid == os.geteuid()
    who = "for you alone" if not mode & 0o060 else "for you and your group"
    yield fine(f"{shown}, {found.st_size / 1_000_000:.1f} MB, {who if own else 'of somebody else'}")
    if mode & 0o007 and own:
        yield note(f"everybody on this machine may read it: `chmod o= {shown}` keeps your claims to you")
    if not os.access(path, os.W_OK):
        yield broken(f"{shown} is read-only: claims can be read and not changed")


def _content(path: Path, shown: str) -> Iterator[Finding]:
    try:
        report = check(path)
    except StoreError as error:
        yield broken(sanitise_line(str(error)))
        return
    except OSError as error:
        yield broken(f"{shown} cannot be read: {error.strerror or error}")
        return
    for problem in report.problems[:_NAMED]:
        yield broken(sanitise_line(problem))
    if len(report.problems) > _NAMED:
        yield broken(f"and {len(report.problems) - _NAMED} more: `copydesk claims check` lists them")
    # A damaged file is told with its newest good backup, or that there is none.
    elif report.problems and report.problems[0] != damaged(path) and backup_folder(path).is_dir():
        backups = sanitise_line(str(backup_folder(path)))
        yield broken(f"`copydesk claims restore` with a file of {backups} goes back to what was kept there")
    elif not report.problems:
        dropped = [f"{report.dropped} more dropped or undone"] * bool(report.dropped)
        counts = (_counted(report.claims, "claim"), *dropped, _counted(report.versions, "text"))
        yield fine(f"whole: {', '.join(counts)} of articles, version {VERSION}")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _folder(folder: Path) -> Iterator[Finding]:
    existing = next((each for each in (folder, *folder.parents) if each.exists()), Path("/"))
    if not existing.is_dir() or not os.access(existing, os.W_OK | os.X_OK):
        what = f"{folder} cannot be written" if existing == folder else f"{folder} cannot be made in {existing}"
        yield broken(f"{sanitise_line(what)}: claims are not saved, name another file with --store")
        return
    yield from room_of(existing, shutil.disk_usage(existing).free)


def room_of(folder: Path, free: int) -> Iterator[Finding]:
    """Whether `free` bytes on the disk of `folder` are enough to save in; nothing where they are."""
    if free < _ROOM:
        left = f"{free / 1_000_000:.1f} MB left on the disk of {sanitise_line(str(folder))}"
        yield broken(f"{left}: claims may not be saved, make room or name a file elsewhere with --store")


def file_system(path: Path, mounts: str) -> str:
    """The kind of file system that holds `path`, by the text of /proc/mounts; "" where that says nothing."""
    absolute = path.absolute()
    best, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(_unescaped(fields[1]))
        if absolute.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), fields[2]
    return sanitise_line(kind)


def _unescaped(name: str) -> str:
    return name.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")


def _mounts() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
