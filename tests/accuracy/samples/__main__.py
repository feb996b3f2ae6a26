"""Print the figures of the sample stories: python -m tests.accuracy.samples [-v] [NAME ...]."""

import argparse

from tests.accuracy.samples.running import STORIES, scores_of
from tests.accuracy.samples.table import table


def main() -> None:
    """Compare the stories asked for (default: all of seeds/) and print what was met and what was not."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.samples", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*STORIES, []], metavar="NAME", help=", ".join(STORIES))
    parser.add_argument("-v", "--verbose", action="store_true", help="also say what was not as expected")
    args = parser.parse_args()
    scores = {name: scores_of(name) for name in args.names or STORIES if args.names or "/" not in name}
    print(table(scores))
    if args.verbose:
        for name, one in scores.items():
            print(f"\n{name}", *one.misses, sep="\n  ")


if __name__ == "__main__":
    main()
