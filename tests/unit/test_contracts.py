"""What is promised about who imports whom, and what starting up loads."""

import importlib.util
import re
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

import tui

# Imports every module of the packages named, then prints all modules that came with them.
IMPORT_ALL = """
import importlib, pkgutil, sys
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for found in pkgutil.walk_packages(package.__path__, f"{name}."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
print(*sys.modules, sep="\\n")
"""
# Runs a command line in this process, then prints the modules loaded on the last line.
RUN_COMMAND = """
import sys
from tui.cli import main
try:
    status = main(sys.argv[1:])
except SystemExit as exit:
    status = exit.code
print(status or 0, *sys.modules)
"""


def modules_after_importing(*packages: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", IMPORT_ALL, *packages], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def run_in_process(*words: str) -> tuple[int, set[str]]:
    """The exit status of a command line, and the modules loaded when it is done."""
    done = subprocess.run([sys.executable, "-c", RUN_COMMAND, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    status, *modules = done.stdout.splitlines()[-1].split()
    return int(status), set(modules)


def test_the_import_contracts_are_kept(root):
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


def test_what_keys_do_and_how_the_desk_is_drawn_and_read_loads_no_textual():
    rooms = [f"tui.desk.{room}" for room in ("handlers", "draw", "reading", "views", "plain")]
    loaded = modules_after_importing(*rooms)
    assert {"tui.desk.handlers.claims", "tui.desk.story.story_desk"} <= loaded
    assert "textual" not in loaded


def test_no_room_imports_in_a_circle_not_even_for_types(root):
    graph = grimp.build_graph("tui", cache_dir=None)
    circles = {}
    for package in filter(graph.find_children, sorted(graph.modules)):
        imported: dict[str, set[str]] = {room: set() for room in graph.find_children(package)}
        for module in graph.find_descendants(package):
            for other in graph.find_modules_directly_imported_by(module):
                if other.startswith(f"{package}."):
                    imported[room_of(module, package)].add(room_of(other, package))
        try:
            TopologicalSorter({room: others - {room} for room, others in imported.items()}).prepare()
        except CycleError as error:
            circles[package] = error.args[1]
    assert not circles


def room_of(module, package):
    """The child of a package that a module is, or is inside of."""
    return ".".join(module.split(".")[: package.count(".") + 2])


@pytest.mark.parametrize("package", ["tui.story", "tui.compare", "tui.claims", "tui.reports"])
def test_the_domain_loads_neither_textual_nor_rich(package):
    loaded = modules_after_importing(package)
    assert package in loaded
    assert not {name for name in loaded if name.partition(".")[0] in ("textual", "rich")}


@pytest.mark.parametrize(
    ("package", "above"),
    [
        ("tui.story", ("compare", "claims", "reports", "desk", "commands", "cli")),
        ("tui.compare", ("claims", "reports", "desk", "commands", "cli")),
        ("tui.claims", ("reports", "desk", "commands", "cli")),
        ("tui.reports", ("desk", "commands", "cli")),
    ],
)
def test_a_room_loads_nothing_of_the_rooms_above_it(package, above):
    loaded = modules_after_importing(package)
    assert not {name for name in loaded if name.split(".")[:2] in [["tui", room] for room in above]}


@pytest.mark.parametrize(
    "words",
    [["--version"], ["--help"], ["claims", "--help"], ["claims", "list"], ["config", "path"], ["config", "show"]],
)
def test_light_commands_load_neither_textual_nor_numpy(words, tmp_path, monkeypatch):
    monkeypatch.setenv("COPYDESK_STORE", str(tmp_path / "claims.db"))
    status, loaded = run_in_process(*words)
    assert status == 0
    assert not loaded & {"textual", "rich", "numpy", "scipy", "rapidfuzz"}


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_comparing_a_small_story_of_text_files_loads_only_what_it_needs(form, root):
    status, loaded = run_in_process("compare", "--format", form, str(root / "seeds" / "harbour-fire"))
    assert status == 0
    assert "numpy" in loaded
    assert not loaded & {"textual", "rich", "scipy", "trafilatura", "lxml", "charset_normalizer", "onnxruntime"}
    assert not loaded & {"sqlite3", "tui.claims", "tui.reports.document"}


def test_judging_pairs_loads_no_numpy(tmp_path):
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text('{"id": 1, "a": "Ten people died.", "b": "Twelve people died."}\n', encoding="utf-8")
    status, loaded = run_in_process("pairs", str(pairs))
    assert status == 0
    assert "tui.compare.judging" in loaded
    assert not loaded & {"textual", "rich", "numpy", "scipy", "sqlite3", "snowballstemmer"}


def test_the_way_of_an_article_names_what_there_is():
    named = re.findall(r"`((?:\w+\.)+\w+)`", tui.__doc__ or "")
    assert len(named) > 15
    for name in named:
        module, _, attribute = f"tui.{name}".rpartition(".")
        assert hasattr(importlib.import_module(module), attribute), name


def test_what_the_tests_need_is_no_part_of_what_users_install(root):
    """Nothing of `tui` imports a package that only the extra `test` brings."""
    loaded = {name.partition(".")[0] for name in modules_after_importing("tui")}
    tools = ("pytest", "hypothesis", "importlinter", "mypy", "pyte", "hatchling", "xdist")
    assert all(importlib.util.find_spec(name) for name in tools)
    assert not loaded & set(tools)
