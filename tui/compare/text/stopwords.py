"""Function words, by language: words too common to say that two passages speak of the same."""

_ENGLISH = """
a about above after again all also am an and any are as at be because been before being below between
both but by can could did do does doing down during each either few for from further had has have having
he her here hers herself him himself his how i if in into is it its itself just may me might more most
must my myself neither no nor not of off on once only or other our ours out over own per same shall she
should so some such than that the their theirs them themselves then there these they this those through
to too under until up upon us very was we were what when where which while who whom whose why will with
within without would you your yours say says said saying
"""

STOPWORDS: dict[str, frozenset[str]] = {"en": frozenset(_ENGLISH.split())}
