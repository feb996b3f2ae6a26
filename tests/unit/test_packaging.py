"""copydesk works from a wheel, from an editable installation and from a bare checkout.

Everything is built and installed without the network: sdist, then a wheel from the unpacked sdist, then a
new environment that knows nothing of the checkout.
"""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from email import message_from_string
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


def new_environment(folder: Path, wheel: Path) -> Path:
    """The interpreter of a new environment in which only `wheel` is installed."""
    venv.create(folder, with_pip=True, symlinks=True)
    python = folder / "bin" / "python"
    options = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-index")
    run(python, "-m", "pip", "install", *options, wheel, cwd=folder)
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
    data = [
        path for path in (root / "tui").rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")
    ]
    assert {str(path.relative_to(root)) for path in data} <= packed
    assert not [name for name in packed if name.startswith(("tests/", "seeds/", "styles/"))]


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
