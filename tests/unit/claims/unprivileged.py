"""Using a store as a process that may do less: another user, or one that may not write large files."""

import os
import resource
import tempfile
from pathlib import Path

from tests.unit.claims.folders import MEMORY
from tests.unit.claims.stories import story
from tests.unit.claims.tagging import tag
from tui.claims import Store, StoreError

COST = "repairs costing $4.2 million"


def tag_until_refused(path: Path, most: int) -> list[str]:
    """Tag until the store refuses; what it said, how many were acknowledged, how many can be read."""
    said = []
    store = Store(path, editor="mk")
    acknowledged = 0
    try:
        acknowledged = len(store.claims())
        for _ in range(most):
            tag(store, story(), COST, "number", note="n" * 2000)
            acknowledged += 1
        said.append("all saved")
    except StoreError as error:
        said.append(str(error))
    try:
        said.append(f"{acknowledged} {len(store.claims())}")
    except StoreError:
        said.append("unreadable")
    return said


def in_a_child(path: Path, most: int, *, user: int | None = None, limit: int | None = None) -> list[str]:
    """`tag_until_refused` in a process of an unprivileged user, or one that may not write large files."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            if limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            if user is not None:
                os.setgroups([])
                os.setgid(user)
                os.setuid(user)
            os.write(writing, "\n".join(tag_until_refused(path, most)).encode())
        except BaseException as error:
            os.write(writing, repr(error).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        said = answer.read().splitlines()
    os.waitpid(child, 0)
    return said


def open_to_all(path: Path) -> None:
    """Let everyone reach the folder of `path`, up to the folder of temporary files."""
    for folder in path.parents:
        if folder in (Path(tempfile.gettempdir()), MEMORY):
            return
        os.chmod(folder, 0o755)
