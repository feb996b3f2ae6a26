"""copydesk works from a wheel, from an editable installation and from a bare checkout.

Everything is built and installed without the network: sdist, then a wheel from the unpacked sdist, then a
new environment that knows nothing of the checkout.
"""

import ast
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from email import message_from_string
from importlib.metadata import PackageNotFoundError, metadata, packages_distributions
from pathlib import Path

import pytest

# Opens a style and every file of a sample story, and tells where the package itself was found.
PROBE = """
import tui
from tui import resources
style = sorted(resources.folder("styles").glob("*.tcss"))[0].name
assert resources.style(style).read_text(encoding="utf-8").strip()
assert len([entry.read_bytes() for entry in resources.sample("iran-talks").iterdir()]) > 5
print(tui.__file__)
print(resources.folder("seeds"))
"""


def run(*command: str | Path, cwd: Path) -> str:
    """What the command prints, run in `cwd` without any of Python's own variables; it must succeed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=kept, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def hatchling(*options: str | Path, cwd: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", *options, cwd=cwd)


def pip(python: Path, *words: str | Path) -> None:
    """Run this environment's pip on another environment, which needs none of its own."""
    run(sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check", *words, cwd=python.parent)


def new_environment(folder: Path, wheel: Path) -> Path:
    """The interpreter of a new environment in which only `wheel` is installed."""
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    pip(python, "install", "--quiet", "--no-deps", "--no-index", wheel)
    return python


@pytest.fixture(scope="module")
def sdist(tmp_path_factory, root):
    """The unpacked source distribution."""
    folder = tmp_path_factory.mktemp("sdist")
    hatchling("-t", "sdist", "-d", folder, cwd=root)
    [archive] = folder.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        opened.extractall(folder, filter="data")
    return folder / archive.name.removesuffix(".tar.gz")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory, sdist):
    """The wheel built from the unpacked source distribution."""
    folder = tmp_path_factory.mktemp("wheel")
    hatchling("-t", "wheel", "-d", folder, cwd=sdist)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(tmp_path_factory, wheel):
    """The interpreter of an environment in which the wheel is installed."""
    return new_environment(tmp_path_factory.mktemp("installed") / "env", wheel)


def test_a_wheel_opens_its_style_and_sample_story_from_another_directory(installed, root, tmp_path):
    module, seeds = run(installed, "-I", "-c", PROBE, cwd=tmp_path).splitlines()
    environment = installed.parent.parent
    assert environment in Path(module).parents
    assert environment in Path(seeds).parents
    assert str(root) not in run(installed, "-I", "-c", "import sys; print(sys.path)", cwd=tmp_path)


def test_a_wheel_has_the_command_its_name_and_its_licence(wheel, installed):
    with zipfile.ZipFile(wheel) as opened:
        names = opened.namelist()
        texts = {Path(name).name: opened.read(name).decode() for name in names if ".dist-info/" in name}
    assert "copydesk = tui.cli:main" in texts["entry_points.txt"]
    metadata = message_from_string(texts["METADATA"])
    assert metadata["Name"] == "copydesk"
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT"
    assert "Permission is hereby granted" in texts["LICENSE"]
    assert (installed.parent / "copydesk").is_file()


def test_a_wheel_carries_every_data_file_of_the_package(wheel, root):
    with zipfile.ZipFile(wheel) as opened:
        packed = set(opened.namelist())
    data = [path for path in (root / "tui").rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")]
    assert {str(path.relative_to(root)) for path in data} <= packed
    assert not [name for name in packed if name.startswith(("tests/", "seeds/", "styles/"))]


def test_a_wheel_holds_the_package_its_folders_and_nothing_else_in_less_than_2_mb(wheel, root):
    with zipfile.ZipFile(wheel) as opened:
        packed = set(opened.namelist())
    sources = [path for folder in ("tui", "seeds", "styles") for path in (root / folder).rglob("*") if path.is_file()]
    own = {str(path.relative_to(root)) for path in sources if path.suffix != ".pyc"}
    own = {name if name.startswith("tui/") else f"tui/{name}" for name in own}
    assert {name for name in packed if ".dist-info/" not in name} == own
    assert wheel.stat().st_size < 2_000_000


def test_the_sdist_makes_the_wheel_that_the_checkout_makes(wheel, root, tmp_path):
    hatchling("-t", "wheel", "-d", tmp_path, cwd=root)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_uninstalling_leaves_nothing_in_the_environment(wheel, tmp_path):
    python = new_environment(tmp_path / "env", wheel)
    run(python, "-I", "-m", "tui", "sample", "--help", cwd=tmp_path)
    pip(python, "uninstall", "--yes", "--quiet", "copydesk")
    files = [path.relative_to(tmp_path) for path in (tmp_path / "env").rglob("*") if not path.is_dir()]
    assert not [path for path in files if {"tui", "copydesk"} & set(path.parts)]


def test_the_sdist_has_all_that_the_tests_need(sdist, root):
    for name in ("tui", "styles", "seeds", "tests", ".ci", "README.md", "LICENSE", "CHANGELOG.md"):
        assert (sdist / name).exists(), name


def test_an_editable_installation_reads_the_folders_of_the_checkout(tmp_path, root):
    hatchling("-t", "wheel:editable", "-d", tmp_path, cwd=root)
    [built] = tmp_path.glob("*.whl")
    python = new_environment(tmp_path / "env", built)
    module, seeds = run(python, "-I", "-c", PROBE, cwd=tmp_path).splitlines()
    assert Path(module) == root / "tui" / "__init__.py"
    assert Path(seeds) == root / "seeds"


def test_a_bare_checkout_reads_its_own_folders(tmp_path, root):
    there = f"import sys; sys.path.insert(0, {str(root)!r})\n{PROBE}"
    module, seeds = run(sys.executable, "-I", "-S", "-c", there, cwd=tmp_path).splitlines()
    assert Path(module) == root / "tui" / "__init__.py"
    assert Path(seeds) == root / "seeds"


LICENCES = re.compile(r"^- (MIT|BSD|Apache): (.*?)(?=\n- |\n\n)", re.MULTILINE | re.DOTALL)
NAMES = re.compile(r"`([A-Za-z0-9._-]+)`")


def listed(root: Path) -> dict[str, str]:
    """By library the family of its licence, as the README lists them."""
    _, _, section = (root / "README.md").read_text("utf-8").partition("\n## Licences\n")
    return {name: family for family, names in LICENCES.findall(section) for name in NAMES.findall(names)}


def runtime(root: Path) -> set[str]:
    """The libraries that copydesk or one of its extras needs to run."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(each for name in ("formats", "semantic", "serve") for each in extras[name])]
    return {re.split(r"[^A-Za-z0-9._-]", each)[0] for each in wanted}


def test_the_readme_lists_the_licence_of_every_library_that_is_needed(root):
    assert set(listed(root)) - {"lxml-html-clean"} == runtime(root)


def test_the_licences_listed_are_those_that_the_libraries_name(root):
    for name, family in listed(root).items():
        try:
            said = metadata(name)
        except PackageNotFoundError:
            continue
        texts = [text for field in ("License-Expression", "License") for text in said.get_all(field) or ()]
        texts += [text for text in said.get_all("Classifier") or () if text.startswith("License")]
        # Some older wheels name none.
        assert not texts or any(family in text for text in texts), name


def test_every_library_has_a_lower_bound_and_says_what_it_is_for(root):
    _, _, rest = (root / "pyproject.toml").read_text("utf-8").partition("\ndependencies = [\n")
    lines = rest.partition("]\n\n")[0].splitlines()
    assert len(lines) > 10
    assert not [line for line in lines if not re.fullmatch(r' {4}"[\w.\[\]-]+>=[\d.]+",  # .+', line)]


def test_every_library_that_the_code_imports_is_declared(root):
    imported: set[str] = set()
    for path in (root / "tui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                imported.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.partition(".")[0])
    foreign = imported - {"tui"} - sys.stdlib_module_names
    brought = packages_distributions()
    undeclared = {name for name in foreign if not {each.lower() for each in brought.get(name, ())} & runtime(root)}

    assert len(foreign) > 10
    assert {name for name in undeclared if name in brought} == set()
