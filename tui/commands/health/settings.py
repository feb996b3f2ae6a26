"""The configuration file: where it is, and what in it is wrong, by line."""

from collections.abc import Iterator

from tui.commands.config import problems_of
from tui.commands.health.finding import Finding, broken, fine
from tui.settings import config_path, load_settings
from tui.story.sanitise import sanitise_line


def settings() -> Iterator[Finding]:
    """What there is to say of the configuration file; what is wrong in it costs only that setting."""
    path = config_path()
    shown = sanitise_line(str(path))
    if path.exists():
        yield fine(shown)
    else:
        yield fine(f"{shown} is not there, the defaults hold: `copydesk config edit` makes it")
    for problem in problems_of(load_settings(path)):
        yield broken(sanitise_line(f"{path}: {problem}"))
