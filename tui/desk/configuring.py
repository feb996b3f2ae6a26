"""The settings as the desk takes them: keys put in force, and what is wrong with the file told in a sentence."""

from dataclasses import replace

from tui.desk.keyboard.actions import ACTIONS, Action, use_actions
from tui.desk.themes import ThemeError, load_theme
from tui.settings import Problem, Settings, load_settings
from tui.settings.model import KeySetting

_THEME = ("desk", "theme")


def configure_desk() -> Settings:
    """Load the settings and give the actions the keys that they name; all problems are in what is returned."""
    settings, actions = _held_against_the_desk(load_settings())
    use_actions(actions)
    return settings


def in_force(settings: Settings) -> Settings:
    """The settings with only what holds at the desk: themes there are, keys that clash with none; all problems."""
    return _held_against_the_desk(settings)[0]


def _held_against_the_desk(settings: Settings) -> tuple[Settings, tuple[Action, ...]]:
    settings = _with_known_theme(settings)
    if not settings.keys:
        return settings, ACTIONS
    from tui.desk.keyboard.keymap import holding, with_keys

    keymap = with_keys(ACTIONS, settings.keys)
    keys: tuple[KeySetting, ...] = holding(settings.keys, keymap)
    return replace(settings, keys=keys, problems=_in_order(*settings.problems, *keymap.problems)), keymap.actions


def _with_known_theme(settings: Settings) -> Settings:
    if settings.desk.theme is None:
        return settings
    try:
        load_theme(settings.desk.theme)
    except ThemeError as error:
        return replace(
            settings,
            desk=replace(settings.desk, theme=None),
            given=settings.given - {_THEME},
            problems=_in_order(*settings.problems, Problem(dict(settings.lines).get(_THEME), f"[desk] {error}")),
        )
    return settings


def _in_order(*problems: Problem) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))


def told(settings: Settings) -> str:
    """The first problem of the settings in one line, and where the rest can be read; "" where there is none."""
    if not settings.problems:
        return ""
    first, *others = settings.problems
    more = f", and {len(others)} more" if others else ""
    return f"settings, {first}{more}: copydesk config show"
