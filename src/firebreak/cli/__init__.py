"""The `firebreak` command, one file per verb."""

import sys

from firebreak import __doc__ as about


def main() -> int:
    """Say what this is until the verbs are here. Exit 2: nothing was asked that can be done."""
    sys.stderr.write(f"{about}\n")
    return 2
