"""What follows tracks, as a process beside a node: it holds no key and has no way to the counterpart."""

from firebreak.app.beside import Beside
from firebreak.app.house import House
from firebreak.app.links import Report
from firebreak.core.base.errors import LocalError
from firebreak.tracking.settings import TrackingSettings, read_tracking


def tracking_settings(house: House) -> TrackingSettings:
    """What the configuration says of sites and feeds. Raises LocalError when it says nothing."""
    if house.config.proximity is None:
        hint = "add a table [proximity] with `sites` or feeds to firebreak.toml"
        raise LocalError("this party follows no tracks", code="FB663", hint=hint)
    return read_tracking(house.config.proximity, house.root)


def tracking_of(house: House, report: Report) -> Beside | None:
    """For a node whose configuration has sites or feeds; else None. Raises LocalError."""
    if house.config.proximity is None:
        return None
    told = tracking_settings(house).to_line()
    return Beside("tracks", "firebreak.tracking.start", told, report)
