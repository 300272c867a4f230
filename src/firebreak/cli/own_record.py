"""A line's record as a verified bundle: one that is given, or one that the running node writes out now."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from firebreak.cli.stderr import Progress
from firebreak.core.base.errors import LocalError

if TYPE_CHECKING:
    from firebreak.publishing.facts import BundleFacts


def record_facts(bundle: Path | None, config: Path, line: str | None, *, quiet: bool) -> "BundleFacts":
    """The facts of a record, every signature checked in this process. Raises LocalError."""
    from firebreak.publishing.facts import bundle_facts

    progress = Progress(quiet=quiet)
    if bundle is not None:
        if not bundle.is_file():
            raise LocalError(f"cannot read {bundle}: no such file", code="FB350", hint="check the path")
        return bundle_facts(bundle)
    from firebreak.cli.asking import ask

    with tempfile.TemporaryDirectory(prefix="firebreak-") as folder:
        path = Path(folder) / "record.fbundle"
        progress.say("taking the record from the node, then checking it ...")
        try:
            ask(config, "export", line=line, to=str(path))
            return bundle_facts(path)
        finally:
            progress.end()
