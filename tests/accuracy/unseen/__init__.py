"""Whole stories that nothing was tuned on, read by hand before the engine saw them.

`reading.tsv` names, for each of the last eight stories by name, the passages that a reader holds to say the
same ("overlap"), to contradict each other ("conflict") or to differ so that an editor would look ("check"), by
file and by the code point at which a passage begins. It was written down from the articles alone.
"""
