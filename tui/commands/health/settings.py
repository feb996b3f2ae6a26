"""The configuration file: where it is, and what in it is wrong, by line."""

from collections.abc import Iterator

from tui.commands.config import problems_of
from tui.commands.health.finding import Finding, broken, fine, note
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
    read = load_settings(path)
    for problem in problems_of(read):
        yield broken(sanitise_line(f"{path}: {problem}"))
    if read.compare.semantic:
        yield _meaning(read.compare.semantic_model)


def _meaning(model: str | None) -> Finding:
    """Whether what `semantic = true` asks for can be had."""
    from tui.compare.scoring.semantic import Meaning, SemanticUnavailable

    try:
        return fine(sanitise_line(f"semantic = true: {Meaning(model).name}"))
    except SemanticUnavailable as error:
        return note(sanitise_line(f"semantic = true, but {error}; stories are compared without it"))
