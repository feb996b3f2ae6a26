"""Where the shipped folders `styles` and `seeds` are: the only place that knows."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The shipped folder `name` ("styles" or "seeds"), in an installed wheel or in a checkout.

    Raises:
        FileNotFoundError: neither inside the package nor beside it; the installation is incomplete.
    """
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"the folder {name!r} is missing: reinstall copydesk")


def style(name: str) -> Path:
    """The stylesheet `name`, for example "desk.tcss"."""
    return folder("styles") / name


def sample(name: str) -> Path:
    """The folder of the sample story `name`.

    Raises:
        FileNotFoundError: no sample story of that name; the message lists those there are.
    """
    names = samples()
    if name not in names:
        raise FileNotFoundError(f"no sample story {name!r}; there are: {', '.join(names)}")
    return folder("seeds") / name


def samples() -> list[str]:
    """The names of the sample stories, in alphabetical order."""
    return sorted(entry.name for entry in folder("seeds").iterdir() if (entry / "expected.json").is_file())
