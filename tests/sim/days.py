"""Living through a day that is written down."""

from firebreak.sim.acts import parse_acts
from firebreak.sim.day import Day, Mode, live


def relive(text: str, *, seed: int, mode: Mode = Mode.LIVENESS, check_seconds: int = 0) -> None:
    """Nothing breaks on this day any more."""
    report = live(Day("a named day", seed, parse_acts(text), mode, check_seconds))
    assert report.violation is None, f"{report.violation}\n{report.day}"
