"""What a command raises when it could not do what was asked."""


class CommandError(Exception):
    """The message is one clear sentence for the user; the exit status is 1."""
