"""A readout of our own record: the running node writes it out, and it is read like any bundle."""

from pathlib import Path
from typing import TYPE_CHECKING

from firebreak.core.base.errors import LocalError

if TYPE_CHECKING:
    from firebreak.core.ledger.days import Window
    from firebreak.core.readout.sentences import Readout


def own_readout(config: Path, line: str | None, title: str, period: "Window") -> "Readout":
    """What the signed record of a line lets one say. Raises LocalError."""
    raise LocalError(
        "a readout of our own record is not built yet",
        code="FB362",
        hint="give a timeline with --import, or see `firebreak ledger` for the record",
    )
