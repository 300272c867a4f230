"""What a node runs to follow tracks: `python -I` with the path of this file.

Settings come as one line of standard input, which then stays open for as long as the node lives: its end is
the end of this process too, however the node ended.
"""

import sys
from pathlib import Path


def _find_ourselves() -> None:
    """However the node found the package: installed, editable, or by a variable that is not passed on."""
    packages = [place for place, each in enumerate(sys.path) if each.endswith("-packages")]
    sys.path.insert(min(packages, default=len(sys.path)), str(Path(__file__).resolve().parents[2]))


if __name__ == "__main__":
    _find_ourselves()
    from firebreak.tracking.process import main

    sys.exit(main())
