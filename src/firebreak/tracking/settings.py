"""What the process that follows tracks has to know: the table `[proximity]` of `firebreak.toml`."""

import json
import re
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, Self, cast

from firebreak.core.base.errors import LocalError

FEEDS_MAX: Final = 16
NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
ADDRESS: Final = re.compile(r"(\[[0-9a-f:.]+\]|[A-Za-z0-9.-]+):([0-9]{1,5})")
PORT_MAX: Final = 65_535


class FeedKind(StrEnum):
    """What comes, and how."""

    AIS_UDP = "ais-udp"
    "NMEA sentences in datagrams that a receiver sends to our address."
    AIS_TCP = "ais-tcp"
    "NMEA sentences, a line each, from a server that we ask."
    ADSB_FILE = "adsb-file"
    "`aircraft.json`, which readsb and dump1090 write anew every second."
    ADSB_TCP = "adsb-tcp"
    "JSON, a line for each aircraft, from the JSON port of readsb."
    COT_UDP = "cot-udp"
    "Cursor on Target in datagrams, XML or protobuf."
    COT_TCP = "cot-tcp"
    "Cursor on Target in XML from a server that we ask."


FILES: Final = frozenset({FeedKind.ADSB_FILE})


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """One feed of our own receivers."""

    name: str
    kind: FeedKind
    source: str
    "`host:port` to listen on or to ask, or the path of a file."


@dataclass(frozen=True, slots=True)
class TrackingSettings:
    """Everything the process is told."""

    folder: Path
    "The party's folder."
    sites: Path | None = None
    "GeoJSON with our sites; None: no sites."
    feeds: tuple[FeedSettings, ...] = ()

    @property
    def socket(self) -> Path:
        """Where programs of ours ask for the picture."""
        return self.folder / "tracks.sock"

    @property
    def node(self) -> Path:
        """The desk socket of the node, for the notices."""
        return self.folder / "node.sock"

    def to_line(self) -> bytes:
        """For the standard input of the process."""
        value = asdict(self) | {
            "folder": str(self.folder),
            "sites": None if self.sites is None else str(self.sites),
        }
        return json.dumps(value).encode() + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> Self:
        """What `to_line` wrote."""
        value: dict[str, Any] = json.loads(line)
        feeds = tuple(
            FeedSettings(each["name"], FeedKind(each["kind"]), each["source"]) for each in value["feeds"]
        )
        sites = value["sites"]
        return cls(Path(value["folder"]), None if sites is None else Path(sites), feeds)


def read_tracking(table: Any, folder: Path) -> TrackingSettings:
    """The table as it stands in the file. Raises LocalError naming the setting."""
    held = _table(table, "[proximity]", {"sites", "feeds"})
    sites, feeds = held.get("sites"), held.get("feeds", [])
    if sites is not None and (not isinstance(sites, str) or not sites):
        raise _wrong("proximity.sites", "is not the path of a file")
    if not isinstance(feeds, list) or len(cast("list[Any]", feeds)) > FEEDS_MAX:
        raise _wrong("proximity.feeds", f"is not a list of at most {FEEDS_MAX} feeds")
    read = tuple(_feed(each, number, folder) for number, each in enumerate(cast("list[Any]", feeds), start=1))
    names = [each.name for each in read]
    if len(set(names)) < len(names):
        raise _wrong("proximity.feeds", "names one feed twice")
    return TrackingSettings(folder, None if sites is None else folder / sites, read)


def _feed(value: Any, number: int, folder: Path) -> FeedSettings:
    where = f"proximity.feeds, number {number}"
    held = _table(value, where, {"name", "kind", "address", "file"})
    name, kind = held.get("name"), held.get("kind")
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise _wrong(f"{where}: name", "is not 1 to 32 small letters, digits and `-`")
    if kind not in [each.value for each in FeedKind]:
        raise _wrong(f"{where}: kind", f"is not one of {', '.join(FeedKind)}")
    read = FeedKind(cast("str", kind))
    return FeedSettings(name, read, _file(held, where, folder) if read in FILES else _address(held, where))


def _file(held: dict[str, Any], where: str, folder: Path) -> str:
    file = held.get("file")
    if not isinstance(file, str) or not file or "address" in held:
        raise _wrong(f"{where}: file", "is not the path of a file, or stands beside an address")
    return str(folder / file)


def _address(held: dict[str, Any], where: str) -> str:
    address = held.get("address")
    found = ADDRESS.fullmatch(address) if isinstance(address, str) else None
    if found is None or not 0 < int(found[2]) <= PORT_MAX or "file" in held:
        raise _wrong(f"{where}: address", "is not `host:port`, or stands beside a file")
    return found[0]


def host_and_port(address: str) -> tuple[str, int]:
    """The two parts of an address."""
    host, _, port = address.rpartition(":")
    return host.strip("[]"), int(port)


def _table(value: Any, where: str, known: set[str]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _wrong(where, "is not a table")
    held = cast("dict[str, Any]", value)
    strange = sorted(held.keys() - known)
    if strange:
        raise _wrong(where, f"has no setting {strange[0]!r}")
    return held


def _wrong(where: str, why: str) -> LocalError:
    return LocalError(f"{where} {why}", code="FB660", hint="docs/tracking.md shows a whole table")
