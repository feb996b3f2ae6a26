"""The editor's own keys for actions: read as people write them, and held against the table for clashes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tui.desk.keyboard.actions import Action
from tui.desk.keyboard.keys import SHOWN_KEYS, normalise_key, show_keys, split_keys
from tui.settings.model import KeySetting, Problem

_NAMED = {
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "enter", "escape", "backspace"),
    *("delete", "insert", *(f"f{number}" for number in range(1, 13))),
}
_BY_SHOWN = {shown.casefold(): name for name, shown in SHOWN_KEYS.items()} | {"space": " ", "esc": "escape"}
_NEVER_WITHOUT = ("quit", "cancel")
_TERMINALS_OWN = {
    "ctrl+s": "stops the output of many terminals",
    "ctrl+q": "starts the output of many terminals",
    "ctrl+j": "is Enter in some terminals",
}


class NoKey(Exception):
    """What is written is no key; the message says why."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """The table of actions with the editor's keys in it, and what was wrong with some of these."""

    actions: tuple[Action, ...]
    problems: tuple[Problem, ...] = ()


def with_keys(actions: Sequence[Action], wanted: Iterable[KeySetting]) -> Keymap:
    """The table with the keys that are wanted; keys that clash or cannot be are left out and pointed out."""
    problems: list[Problem] = []
    known = {action.id: action for action in actions}
    own: dict[str, tuple[KeySetting, tuple[str, ...]]] = {}
    for setting in wanted:
        if setting.action not in known:
            problems.append(Problem(setting.line, f"[keys] {_unknown(setting.action, known)}"))
            continue
        keys, wrong = _read(setting)
        problems += wrong
        if not keys and (wrong or setting.action in _NEVER_WITHOUT):
            if not wrong:
                problems.append(Problem(setting.line, f"[keys] {setting.action} cannot be without a key"))
            continue
        own[setting.action] = (setting, keys)
    while True:
        table = [replace(action, keys=own[action.id][1]) if action.id in own else action for action in actions]
        clash = _clash(table, own)
        if clash is None:
            return Keymap(tuple(table), tuple(sorted(problems, key=lambda problem: problem.line or 0)))
        loser, key, other, view = clash
        setting, keys = own[loser]
        sentence = f"{show_keys(key)} is “{other.title}” ({other.id}) in {view}: {loser} does not get it"
        problems.append(Problem(setting.line, f"[keys] {sentence}"))
        left = tuple(kept for kept in keys if kept != key)
        if left:
            own[loser] = (setting, left)
        else:
            del own[loser]


def holding(wanted: Iterable[KeySetting], keymap: Keymap) -> tuple[KeySetting, ...]:
    """What of the wanted keys came into force, as it was written."""
    keys = {action.id: action.keys for action in keymap.actions}
    held = []
    for setting in wanted:
        if setting.action not in keys:
            continue
        kept = tuple(text for text in setting.keys if _known(text) in keys[setting.action])
        if kept or (not setting.keys and not keys[setting.action]):
            held.append(replace(setting, keys=kept))
    return tuple(held)


def _known(text: str) -> str | None:
    try:
        return read_key(text)
    except NoKey:
        return None


def read_key(text: str) -> str:
    """A key as the table writes it, from what people write: "]c", "] c", "ctrl-n", "Enter", "space".

    Raises:
        NoKey: there is no such key, or the desk cannot tell it from another.
    """
    words = text.split() or ([" "] if text else [])
    presses = [press for word in words for press in _presses(word)]
    if not presses:
        raise NoKey("is no key")
    if presses[0] in "123456789":
        raise NoKey("begins with a digit: digits are counts and articles")
    if " " in presses and len(presses) > 1:
        raise NoKey("has space among other keys: space works only alone")
    return " ".join(presses)


def _presses(word: str) -> Iterable[str]:
    if len(word) == 1 and word.isprintable() and word not in _BY_SHOWN:
        return [word]
    name = _BY_SHOWN.get(word.casefold(), word.casefold())
    for modifier in ("ctrl", "shift"):
        name = name.replace(f"{modifier}-", f"{modifier}+")
    name = normalise_key(name, None)
    if name in _NAMED or name == " " or name == "shift+tab":
        return [name]
    if name in _TERMINALS_OWN:
        raise NoKey(f"cannot be used: it {_TERMINALS_OWN[name]}")
    if name.startswith("ctrl+") and len(name) == 6 and name[5].isascii() and name[5].isalpha():
        return [name]
    if "+" in word[1:-1] or not word.isprintable() or len(word) > 4:
        raise NoKey("is no key that terminals send")
    return list(word)


def _read(setting: KeySetting) -> tuple[tuple[str, ...], list[Problem]]:
    keys: list[str] = []
    problems = []
    for text in setting.keys:
        try:
            keys.append(read_key(text))
        except NoKey as error:
            shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
            problems.append(Problem(setting.line, f"[keys] {setting.action}: “{shown}” {error}"))
    return tuple(dict.fromkeys(keys)), problems


def _clash(
    table: Sequence[Action], own: dict[str, tuple[KeySetting, tuple[str, ...]]]
) -> tuple[str, str, Action, str] | None:
    """The first clash: the action that loses its own key, the key, whose it is, and in which view.

    Of two keys of the editor's the later line loses, since the earlier one may be relied on already.
    """
    for action in reversed([action for action in table if action.id in own]):
        for other in table:
            shared = next((view for view in action.views if view in other.views), None)
            if shared is None or other.id == action.id:
                continue
            if other.id in own and own[other.id][0].line > own[action.id][0].line:
                continue
            for key in action.keys:
                if any(_in_the_way(split_keys(key), split_keys(taken)) for taken in other.keys):
                    return action.id, key, other, shared
    return None


def _in_the_way(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def _unknown(action: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(action, list(known), 1, 0.5)
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in action[:40])
    hint = f"{close[0]} may be meant" if close else "`copydesk config show --keys` lists them"
    return f"{shown} is no action: {hint}"
