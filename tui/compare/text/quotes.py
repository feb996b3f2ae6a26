"""Quoted stretches of a text."""

import re

from tui.compare.model import Span

# A quotation does not run over a blank line, and an apostrophe inside a word ends none.
_QUOTED = re.compile(
    r"“(?P<curly>[^“”\n]{2,1200})[”\n]"
    r'|(?<!\w)"(?P<straight>[^"\n]{2,1200})"'
    r"|«(?P<guillemet>[^«»\n]{2,1200})»"
    r"|„(?P<low>[^„“”\n]{2,1200})[“”]"
    r"|「(?P<corner>[^「」\n]{2,1200})」"
    r"|(?<!\w)‘(?P<single>[^‘\n]{2,600}?)’(?!\w)"
    r"|(?<!\w)'(?P<plain>[^'\n]{2,600}?(?:\w'\w[^'\n]{0,600}?)*)'(?!\w)"
)


def quoted(text: str) -> list[Span]:
    """Spans of the words between quotation marks, the marks left out, in text order."""
    return [match.span(match.lastgroup or 0) for match in _QUOTED.finditer(text)]
