"""One patient in two hospitals: "taken to Ardley General Hospital", "recovering in St Cuthbert's Infirmary"."""

from tui.compare.conflicts.lexicon import listed
from tui.compare.conflicts.pair import Pair, Run
from tui.compare.conflicts.reading import Text
from tui.compare.lazy import noted

# The kind of place, as `cues.names.site` tells it.
HOSPITAL = "hospital"
# What is told of any patient.
_OF_ANY = frozenset(
    listed(
        "hospital hospitals infirmary clinic hospice doctor doctors medic medics ambulance paramedics patient treated "
        "treating treatment taken rushed brought airlifted flown admitted recovering recovers remains say says said "
        "condition serious stable critical injury injuries injured hurt wounded"
    )
)
# More than one may be hurt, or one may have been in both.
_SEVERAL = frozenset(
    listed(
        "victims casualties people men women children survivors patients passengers others other another both second "
        "boys girls officers workers residents two three four five six several dozens "
        "moved transferred transfer transferring first then later before initially since previously earlier"
    )
)
# Words that two accounts of one patient share beside what is told of any, for the two findings.
_LEAST, _MANY = 2, 3
_SURE, _TO_CHECK = 0.85, 0.5


def one_patient(pair: Pair, run_a: Run, run_b: Run) -> float:
    """How surely two texts tell of one patient, whose hospitals stand at the runs; 0 where they do not."""
    if not (tells_of_one(pair.a) and tells_of_one(pair.b)):
        return 0.0
    common = sum(
        not pair.a.tokens[i].stop and not run_a[0] <= i < run_a[1] and not run_b[0] <= j < run_b[1]
        and pair.a.tokens[i].norm not in _OF_ANY
        for i, j in pair.pairing
    )  # fmt: skip
    return 0.0 if common < _LEAST else _SURE if common >= _MANY else _TO_CHECK


@noted
def tells_of_one(text: Text) -> bool:
    """Whether a text may tell of a single patient who has been in one hospital."""
    return text.norms.isdisjoint(_SEVERAL)
