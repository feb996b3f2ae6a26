"""The configuration file as it is made for an editor who has none: everything in it, as comments."""

from tui.settings.model import DEFAULT_TAGS
from tui.settings.toml import quoted

_TAGS = "\n".join(f"#{tag.letter} = {quoted(tag.name)}" for tag in DEFAULT_TAGS)

TEMPLATE = f"""# copydesk: take away a # and change what stands behind it.
# `copydesk config show` tells what holds, and points out what is wrong in here.

[editor]
# who tags and judges; else your login name
#name = "mk"

[desk]
# "auto" goes by the background of your terminal
#theme = "auto"
# how many panes, whatever the width; else as many as fit
#panes = 2
# the rows below the panes: "short", "half" (of the screen) or "off"
#drawer = "short"
# whether the other panes follow the cursor
#lock = true

[keys]
# the keys of an action, by the names that `copydesk config show --keys` lists
#"claim.note" = ["a"]
#"drawer.cycle" = ["o", "ctrl-n"]

[tags]
# a letter and the tag that it sets; what stands here takes the place of the whole set
{_TAGS}

# statuses of your own for `s`, beside verified, disputed, false, true, unsupported and single-source;
# the rating from 1, worst, to 5 goes into ClaimReview
#[[statuses]]
#letter = "m"
#name = "mostly true"
#rating = 4

[compare]
# compare by meaning as well: needs copydesk[semantic]; a folder with a model, where none comes with it
#semantic = false
#semantic_model = ""

[publisher]
# for `copydesk claims export --format claimreview`
#organisation = "The Example"
#url = "https://example.org/fact-checks"

[publisher.ratings]
# the rating of statuses (verdicts) that came from elsewhere
#satire = 3
"""
