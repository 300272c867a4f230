"""The console's server as a process beside a node (decisions/0010)."""

import sys
from typing import TYPE_CHECKING, Any

from firebreak.app.beside import Beside
from firebreak.app.house import House
from firebreak.app.links import Report
from firebreak.console.settings import Settings
from firebreak.core.base.errors import LocalError

if TYPE_CHECKING:
    from firebreak.console.alerts.settings import AlarmSettings
    from firebreak.console.relays import RelaySettings


def settings_of(house: House, key: bytes, *, show_link: bool = True) -> Settings:
    """What the configuration says of the console. Raises LocalError when it says nothing."""
    config = house.config.console
    if config is None:
        hint = "add a table [console] with `listen` to firebreak.toml"
        raise LocalError("this party has no console", code="FB518", hint=hint)
    return Settings(
        party=house.config.party,
        environment=house.config.environment.name.lower(),
        folder=house.root,
        key=key,
        listen=config.listen,
        origin=_origin(config.origin or ""),
        certificate=config.certificate,
        certificate_key=config.key,
        show_link=show_link,
        alarms=None if config.alarms is None else _alarms(config.alarms, house),
        relay=None if config.relay is None else _relay(config.relay, house),
        map_tiles=config.map_tiles,
    )


def _alarms(table: dict[str, Any], house: House) -> "AlarmSettings":
    """Only a node that has them loads what reads them."""
    from firebreak.console.alerts.settings import read_alarms

    return read_alarms(table, house.root)


def _relay(table: dict[str, Any], house: House) -> "RelaySettings":
    from firebreak.console.relays import read_relay

    return read_relay(table, house.root)


def _origin(origin: str) -> str:
    """As browsers write it: without the port that goes without saying."""
    usual = {"https": ":443", "http": ":80"}.get(origin.partition(":")[0], ":")
    return origin.removesuffix(usual)


def console_of(house: House, key: bytes, report: Report) -> Beside | None:
    """For a node whose configuration has a console; else None."""
    if house.config.console is None:
        return None
    return console_process(settings_of(house, key, show_link=sys.stdout.isatty()), report)


def console_process(settings: Settings, report: Report) -> Beside:
    """The server as a process."""
    return Beside("console", "firebreak.console.start", settings.to_line(), report)
