"""What a report or an import could not do."""


class ReportError(Exception):
    """The message is one sentence for the user."""
