"""The layout of the project: few things at the top, short files, short functions, no private paths."""

import ast
import re
import subprocess

import pytest

TOP_LEVEL = {
    ".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "README.md", "pyproject.toml", "seeds", "styles", "tests",
    "tui",
}  # fmt: skip
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
# A home folder, a temporary folder, or another absolute path that only one machine has.
PRIVATE_PATH = re.compile(rb"/home/\w|/Users/\w|/root/|/tmp/|/workspace|/work/|[A-Z]:\\\\Users")


@pytest.fixture(scope="module")
def tracked(root):
    """Every tracked file that is still there."""
    if not (root / ".git").exists():
        pytest.skip("needs a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip(f"git does not list the files: {listed.stderr.decode().strip()}")
    paths = [root / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


def test_the_top_level_holds_only_what_was_agreed(tracked, root):
    assert {path.relative_to(root).parts[0] for path in tracked} <= TOP_LEVEL


def test_no_source_file_is_longer_than_400_lines(tracked, root):
    lengths = {str(path.relative_to(root)): len(path.read_bytes().splitlines()) for path in code(tracked)}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FILE}


def test_the_median_source_file_is_no_longer_than_150_lines(tracked):
    lengths = sorted(len(path.read_bytes().splitlines()) for path in code(tracked))
    assert lengths[len(lengths) // 2] <= 150


def test_no_function_is_longer_than_50_lines(tracked, root):
    too_long = {
        f"{path.relative_to(root)}:{node.lineno} {node.name}": length
        for path in code(tracked)
        if path.suffix == ".py"
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert not too_long


def test_no_file_names_a_path_of_one_machine(tracked, root):
    found = {
        str(path.relative_to(root)): match.group().decode()
        for path in tracked
        if path.name != "test_layout.py" and (match := PRIVATE_PATH.search(path.read_bytes()))
    }
    assert not found


def code(paths):
    """The files people write by hand: Python, stylesheets and the script of the checks."""
    return [path for path in paths if path.suffix in (".py", ".tcss") or path.parent.name == ".ci"]
