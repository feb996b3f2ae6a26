"""Values that an object works out when they are first asked for."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, TypeVar, overload

_Owner = TypeVar("_Owner")
_Value = TypeVar("_Value")


class lazy(Generic[_Owner, _Value]):
    """Like `functools.cached_property`, without its lock: a text has some fifteen such values.

    To be used as a decorator of a method without arguments, in a class that is not slotted.
    """

    def __init__(self, work: Callable[[_Owner], _Value]) -> None:
        """`work` gives the value."""
        self._work = work
        self.__doc__ = work.__doc__
        self._name = work.__name__

    @overload
    def __get__(self, owner: None, kind: type[Any]) -> "lazy[_Owner, _Value]": ...

    @overload
    def __get__(self, owner: _Owner, kind: type[Any] | None = None) -> _Value: ...

    def __get__(self, owner: _Owner | None, kind: type[Any] | None = None) -> "lazy[_Owner, _Value] | _Value":
        """The value, kept on `owner` from then on."""
        if owner is None:
            return self
        value = owner.__dict__[self._name] = self._work(owner)
        return value


def noted(work: Callable[[_Owner], _Value]) -> Callable[[_Owner], _Value]:
    """A function of one object that notes its value on it, and goes with it.

    To be used as a decorator; for classes that are not slotted. A cache would ask for the hash of the object, which of
    a text is made anew each time, and would keep thousands of them.
    """
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def note(owner: _Owner) -> _Value:
        notes = owner.__dict__
        if name in notes:
            value: _Value = notes[name]
        else:
            value = notes[name] = work(owner)
        return value

    return note
