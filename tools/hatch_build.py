"""Builds the console's web files into the package when it is packed and they are missing.

An editable install takes what is there: `tools/setup.sh` builds for it. A wheel made from a source package
needs no Node, since that package carries the built files.
"""

import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ConsoleHook(BuildHookInterface[Any]):
    """Runs `tools/console.sh` before anything is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        page = root / "src/firebreak/console/static/index.html"
        if version == "editable" or page.exists():
            return
        subprocess.run([root / "tools/console.sh", "build"], check=True)
