"""One line of the check list."""

from dataclasses import dataclass
from typing import Literal

from tui.compare.model import Span

CheckKind = Literal["hole", "name", "weekday", "headline", "sum"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to check: its kind, the words it is about, and one sentence that says what is odd."""

    kind: CheckKind
    span: Span
    message: str
