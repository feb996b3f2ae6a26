"""The settings as the desk takes them: keys put in force, and what is wrong with the file told in a sentence."""

from dataclasses import replace

from tui.desk.actions import ACTIONS, use_actions
from tui.desk.themes import ThemeError, load_theme
from tui.settings import Problem, Settings, load_settings


def configure_desk() -> Settings:
    """Load the settings and give the actions the keys that they name; all problems are in what is returned."""
    settings = _with_known_theme(load_settings())
    if not settings.keys:
        use_actions(ACTIONS)
        return settings
    from tui.desk.keymap import with_keys

    keymap = with_keys(ACTIONS, settings.keys)
    use_actions(keymap.actions)
    problems = sorted((*settings.problems, *keymap.problems), key=lambda problem: problem.line or 0)
    return replace(settings, problems=tuple(problems))


def _with_known_theme(settings: Settings) -> Settings:
    try:
        load_theme(settings.desk.theme)
    except ThemeError as error:
        return replace(settings, problems=(*settings.problems, Problem(None, str(error))))
    return settings


def told(settings: Settings) -> str:
    """The first problem of the settings in one line, and where the rest can be read; "" where there is none."""
    if not settings.problems:
        return ""
    first, *others = settings.problems
    more = f", and {len(others)} more" if others else ""
    return f"settings, {first}{more}: copydesk config show"
