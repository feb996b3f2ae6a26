"""What an editor entered about sources at the desk, for the commands that compare without it."""

import os
import sys
from pathlib import Path

from tui.settings.paths import default_store_path
from tui.story.model import Story


def with_entered_details(story: Story, named: Path | None) -> Story:
    """The story with outlet, author, date and label as entered; `named` is the store, None for the usual one.

    Without a store nothing of it is imported. One that cannot be read costs a line on standard error.
    """
    path = named or default_store_path()
    if not os.path.isfile(path):
        return story
    from tui.claims import Store, StoreError
    from tui.claims.describing import described_story

    try:
        with Store(path, read_only=True) as store:
            return described_story(store, story)
    except StoreError as error:
        print(f"copydesk: what was entered about the sources is left out: {error}", file=sys.stderr)
        return story
