"""Reading an imported timeline from a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from firebreak.core.base.errors import LocalError

if TYPE_CHECKING:
    from firebreak.core.ledger.timeline import TimelineRow


def rows_of(path: Path) -> "tuple[TimelineRow, ...]":
    """The rows of a CSV file. Raises LocalError naming row and column."""
    from firebreak.app.house import read_file
    from firebreak.core.ledger.timeline import read_timeline

    try:
        return tuple(read_timeline(read_file(path)))
    except LocalError as error:
        raise LocalError(f"{path.name}: {error.text}", code=error.code, hint=error.hint) from error
