"""Who may have said what a claim says."""

from collections.abc import Sequence

from tui.claims import Claim
from tui.desk.record.claiming import Claiming

UNKNOWN = "unknown"


def speakers(claiming: Claiming, claim: Claim) -> Sequence[str]:
    """Whom to choose from: who is set now, who speaks in the passages of the claim, who speaks in other claims."""
    from tui.compare.conflicts.reading import read

    articles = claiming.story.articles
    places = claiming.places(claim)
    texts = [read(articles[number].quote(passage), articles[number].language) for number, passage in places]
    heard = [text.text[said.speaker.start : said.speaker.end] for text in texts for said in text.sayings]
    others = [other.speaker for other in claiming.claims]
    return list(dict.fromkeys(name for name in (claim.speaker, *heard, *others) if name))
