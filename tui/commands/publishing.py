"""Who publishes, from the configuration file."""

from tui.commands.errors import CommandError
from tui.reports.publisher import Publisher
from tui.settings import config_path, load_settings


def read_publisher() -> Publisher:
    """Organisation, web address and ratings of verdicts; empty where the file or its table is not there.

    Raises:
        CommandError: the file cannot be read, is no TOML, or has a wrong value where ratings or publisher stand.
    """
    settings = load_settings()
    wrong = [
        problem
        for problem in settings.problems
        if "[publisher]" in problem.sentence or "[[statuses]]" in problem.sentence or not settings.given
    ]
    if wrong:
        raise CommandError(f"{config_path()}: {wrong[0]}")
    own = tuple((status.name, status.rating) for status in settings.statuses)
    publisher = settings.publisher
    return Publisher(publisher.organisation, publisher.url, (*own, *publisher.ratings))
