"""Print the figures of the conflict engine: python -m tests.accuracy.conflict [--seed N]."""

import argparse

from tests.accuracy.conflict.figures import FRESH, report
from tests.accuracy.conflict.sources import present


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.conflict", description=__doc__)
    parser.add_argument("--seed", type=int, default=FRESH, help="seed of the fresh probes")
    args = parser.parse_args()
    if not present():
        print("the labelled pairs of ../shared/data/conflict are not here")
        return
    for line in report(args.seed):
        print(line, flush=True)


if __name__ == "__main__":
    main()
