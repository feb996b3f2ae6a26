"""The check of a clean clone runs what README.md tells people to run."""

import re
import shutil
import subprocess

import pytest

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


@pytest.fixture
def checkout(tmp_path, root):
    """A folder with the script, and a README.md to be written by the test."""
    (tmp_path / ".ci").mkdir()
    shutil.copy2(root / ".ci" / "run", tmp_path / ".ci" / "run")
    return tmp_path


def ci(folder, *options):
    script = str(folder / ".ci" / "run")
    return subprocess.run([script, *options], cwd="/", capture_output=True, text=True, check=False)


def fake_environment(checkout, *failing):
    """Puts in the place of the environment's programs ones that only tell that they were called."""
    programs = checkout / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("pip", "ruff", "mypy", "lint-imports"):
        status = 1 if name in failing else 0
        (programs / name).write_text(f"#!/bin/sh\necho called {name}\nexit {status}\n")
        (programs / name).chmod(0o755)
    path = checkout / "path"
    path.mkdir()
    (path / "python3").write_text("#!/bin/sh\nexit 0\n")
    (path / "python3").chmod(0o755)
    return path


def run_all(checkout, path):
    # Without root no package of the system is installed, whoever runs this test.
    (path / "id").write_text("#!/bin/sh\necho 1000\n")
    (path / "id").chmod(0o755)
    environment = {"PATH": f"{path}:/usr/bin:/bin"}
    script = str(checkout / ".ci" / "run")
    return subprocess.run([script], env=environment, capture_output=True, text=True, check=False)


def test_the_test_command_is_the_one_of_the_readme(root):
    readme = (root / "README.md").read_text(encoding="utf-8")
    section = re.search(r"^#+ Run the tests *\n+(?:[^#`\n].*\n+)*```\w*\n(.+?)\n```", readme, re.MULTILINE)
    assert section, "README.md has no fenced block below the heading “Run the tests”"
    done = ci(root, "--test-command")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == section[1]
    assert section[1].endswith("-m pytest")


def test_the_script_names_no_test_command_of_its_own(root):
    assert "pytest" not in (root / ".ci" / "run").read_text(encoding="utf-8")


def test_another_command_in_the_readme_is_another_command_run(checkout):
    before = "# It\n\n```\n# Run the tests\nnot this\n```\n\n"
    after = "\n```\nnor this\n```\n"
    (checkout / "README.md").write_text(f"{before}## Run the tests\n\nSo:\n\n```sh\necho tested\n```\n{after}")
    assert ci(checkout, "--test-command").stdout == "echo tested\n"
    done = run_all(checkout, fake_environment(checkout))
    assert done.returncode == 0, done.stderr
    order = ["called pip", "called ruff", "called mypy", "called lint-imports", "tested"]
    assert [line for line in done.stdout.splitlines() if line in order] == order


def test_a_readme_without_a_test_command_is_an_error(checkout):
    (checkout / "README.md").write_text("# It\n\n```\nmake\n```\n")
    done = ci(checkout)
    assert done.returncode == 1
    assert "Run the tests" in done.stderr


@pytest.mark.parametrize("program", ["pip", "ruff", "mypy", "lint-imports"])
def test_a_step_that_fails_fails_the_run_and_ends_it(checkout, program):
    (checkout / "README.md").write_text("## Run the tests\n\n```\necho tested\n```\n")
    done = run_all(checkout, fake_environment(checkout, program))
    assert done.returncode != 0
    assert f"called {program}" in done.stdout
    assert "\ntested\n" not in done.stdout


def test_tests_that_fail_fail_the_run(checkout):
    (checkout / "README.md").write_text("## Run the tests\n\n```\necho 3 failed && exit 5\n```\n")
    done = run_all(checkout, fake_environment(checkout))
    assert done.returncode == 5
    assert "\n3 failed\n" in done.stdout


def test_a_failing_part_of_a_pipe_fails_the_run(checkout):
    (checkout / "README.md").write_text("## Run the tests\n\n```\nfalse | cat\n```\n")
    assert run_all(checkout, fake_environment(checkout)).returncode != 0
