"""The test of the alarm chain from a command line, without the server."""

from typing import Any

from firebreak.console.alerts.keeper import told
from firebreak.console.alerts.reach import Reach
from firebreak.console.settings import Settings
from firebreak.core.base.errors import LocalError


async def tested(settings: Settings) -> list[dict[str, Any]]:
    """What became of a test by each channel that is configured. Raises LocalError where none is."""
    found = told(await Reach(settings.alarms, settings.environment, lambda: 0.0).test())
    if not found:
        raise LocalError(
            "no phone and no mail is configured for alarms",
            code="FB566",
            hint="name some under [console.alarms] in firebreak.toml",
        )
    return found
