"""What a node runs to start its signer: `python -I` with the path of this file, and nothing else.

Isolated, Python looks for modules neither in the current folder nor where a variable says. It still has to
find this very installation, so the folder of this package is put behind Python's own modules and before all
others.
"""

import sys
from pathlib import Path


def _find_ourselves() -> None:
    """However the node found the package: installed, editable, or by a variable that is not passed on."""
    packages = [place for place, each in enumerate(sys.path) if each.endswith("-packages")]
    sys.path.insert(min(packages, default=len(sys.path)), str(Path(__file__).resolve().parents[2]))


if __name__ == "__main__":
    _find_ourselves()
    from firebreak.keyring.signing_process import main

    sys.exit(main(*map(int, sys.argv[1:])))
