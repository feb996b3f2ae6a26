"""Who publishes: what reports for the web say about the newsroom, from the configuration."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Publisher:
    """The newsroom's name and web address; `ratings` puts user-defined verdicts on the scale of 1 to 5."""

    organisation: str = ""
    url: str = ""
    ratings: tuple[tuple[str, int], ...] = ()
