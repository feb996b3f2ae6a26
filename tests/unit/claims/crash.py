"""A process that tags and tells each claim once the store has acknowledged it; made to be killed.

python -m tests.unit.claims.crash STORE EDITOR
"""

import itertools
import os
import sys

from tests.unit.claims.stories import story
from tests.unit.claims.tagging import tag
from tui.claims import Store


def main() -> None:
    bridge = story()
    with Store(sys.argv[1], editor=sys.argv[2]) as store:
        for number in itertools.count():
            claim = tag(store, bridge, "repairs costing $4.2 million", f"t{number % 7}")
            os.write(1, f"tagged {claim.id}\n".encode())
            if number % 3 == 1:
                store.set_note(claim.id, claim.id)
                os.write(1, f"noted {claim.id}\n".encode())
            if number % 5 == 2:
                store.undo(bridge.id)
                os.write(1, f"undone {claim.id}\n".encode())


if __name__ == "__main__":
    main()
