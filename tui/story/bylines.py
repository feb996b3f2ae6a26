"""Who wrote an article and when, as the lines beside its title show it, for pages whose head is silent."""

import re
from collections.abc import Iterable

from tui.story.published import parse_published

_LONGEST = 120
_BY = re.compile(r"(?:^|[|•·])\s*(?:[Bb]y|BY|[Ww]ritten by|[Pp]osted by|[Pp]or|[Vv]on|[Pp]ar|Текст)[:\s]\s*")
_NAME = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?:\s+(?:(?:de|da|dos|van|von|der|den|al|bin|el|la|le|du|di)\s+)*[^\W\d_a-z][\w.'’-]*){1,3}"
)
_DAY = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+\d{4}|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
    r"|(?<!\d)\d{4}-\d{2}-\d{2})(?!\d)"
)
_CHANGED = re.compile(r"\W*(?:last )?(?:updated|modified|aktualisiert|actualizado|mis à jour)", re.I)
_MONTH_OR_DAY = re.compile(
    r"\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)$"
)
_AFFILIATION = re.compile(
    r"\s*(?:\||,\s+(?=(?:AP|AFP|Reuters|Associated Press)\b|\S+\.(?:com|org|net|co)\b"
    r"|.*\b(?:[Ww]riter|[Rr]eporter|[Ee]ditor|[Cc]orrespondent|[Ss]taff|[Cc]ontributor|[Cc]olumnist)\b)).*$"
)


def byline(lines: Iterable[str]) -> str | None:
    """The name that follows "by" in the first of `lines` that has one; None where none has."""
    for line in lines:
        match = _BY.search(line[:_LONGEST])
        name = _NAME.match(line, match.end()) if match else None
        if name and not parse_published(name.group()):
            return _MONTH_OR_DAY.sub("", name.group())
    return None


def day_of(lines: Iterable[str]) -> str | None:
    """The day, ISO 8601, in the first of `lines` that shows one and does not tell of a change; None without."""
    for line in lines:
        if len(line) > _LONGEST or _CHANGED.match(line):
            continue
        for match in _DAY.finditer(line):
            day = parse_published(match.group())
            if day:
                return day
    return None


def clean_author(author: str | None, outlet: str | None) -> str | None:
    """`author` without "By", and without the outlet or the function that some pages add."""
    if not author or "://" in author or author.startswith("@"):
        return None
    name = re.sub(r"^\s*[Bb]y\s+", "", author)
    if outlet and name != outlet:
        name = re.sub(rf"\s*[.,|–-]\s*{re.escape(outlet)}$", "", name)
    name = _AFFILIATION.sub("", name).strip(" ,|")
    return name or None
