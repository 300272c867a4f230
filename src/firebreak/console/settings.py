"""What the process of the console has to know. Its parent writes it to the process's standard input."""

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self
from urllib.parse import urlsplit

from firebreak.config import LOOPBACK

if TYPE_CHECKING:
    from firebreak.console.alerts.settings import AlarmSettings
    from firebreak.console.relays import RelaySettings

KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One party's console. None of it is a key of the node, the signer or an officer."""

    party: str
    environment: str
    "`exercise` or `real`."
    folder: Path
    "The party's folder."
    key: bytes = field(repr=False)
    "Encrypts `console.db`; made from the storage key of the node, which does not follow from it."
    listen: str = "127.0.0.1:7400"
    origin: str = ""
    "What stands in the browser's address bar, without a path; empty: follows from `listen`."
    certificate: Path | None = None
    certificate_key: Path | None = None
    show_link: bool = True
    "Whether the first administrator's link is printed: only where a person looks on."
    alarms: "AlarmSettings | None" = None
    "Ways out of this machine for alarms; None: there are none."
    relay: "RelaySettings | None" = None
    "Through what the voice goes; None: from desk to desk."
    map_tiles: Path | None = None
    "The map of one's own, a PMTiles file; None: the map has the coastline only."

    @property
    def socket(self) -> Path:
        """The desk socket of the node."""
        return self.folder / "node.sock"

    @property
    def card(self) -> Path:
        """Our newest card, with the roster."""
        return self.folder / "card.fbcard"

    @property
    def database(self) -> Path:
        """Accounts, passkeys, sessions, links and alerts: never the record."""
        return self.folder / "console.db"

    @property
    def files(self) -> Path:
        """Where waiting keys of officers and a self-signed certificate lie."""
        return self.folder / "console"

    @property
    def address(self) -> tuple[str, int]:
        """Host and port to listen on."""
        host, _, port = self.listen.rpartition(":")
        return host.strip("[]"), int(port)

    @property
    def tls(self) -> bool:
        """Whether this process speaks TLS: not on the loopback, unless it was given a certificate."""
        return self.certificate is not None or self.address[0] not in LOOPBACK

    @property
    def secure(self) -> bool:
        """Whether browsers see an https address: then cookies are bound to it."""
        return self.origin.startswith("https:")

    @property
    def host(self) -> str:
        """Host and port as browsers send them in `Host`."""
        return urlsplit(self.origin).netloc.lower()

    @property
    def site(self) -> str:
        """The host alone: what passkeys are bound to."""
        return urlsplit(self.origin).hostname or ""

    @property
    def cookie(self) -> str:
        """Name of the session's cookie; with the port, since cookies do not know ports."""
        name = f"firebreak-{urlsplit(self.origin).port or 443}"
        return f"__Host-{name}" if self.secure else name

    def at(self, port: int) -> Self:
        """The same, listening on that port, with an origin."""
        host, _ = self.address
        listen = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        name = "localhost" if host in LOOPBACK else host
        scheme = "https" if self.tls else "http"
        return replace(self, listen=listen, origin=self.origin or f"{scheme}://{name}:{port}")

    def to_line(self) -> bytes:
        """One line of JSON, for the process's standard input and nowhere else: it holds the key."""
        alarms = None if self.alarms is None else self.alarms.model_dump()
        relay = None if self.relay is None else self.relay.model_dump()
        shown = asdict(self) | {"key": self.key.hex(), "alarms": alarms, "relay": relay}
        return json.dumps({name: _plain(each) for name, each in shown.items()}).encode() + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> Self:
        """What `to_line` wrote."""
        read: dict[str, Any] = json.loads(line)
        read["key"] = bytes.fromhex(read["key"])
        for name in ("folder", "certificate", "certificate_key", "map_tiles"):
            read[name] = None if read[name] is None else Path(read[name])
        read["alarms"] = _alarms(read["alarms"])
        read["relay"] = _relay(read["relay"])
        return cls(**read)


def _alarms(value: dict[str, Any] | None) -> "AlarmSettings | None":
    """The node makes settings too, and is not to load what reads these."""
    if value is None:
        return None
    from firebreak.console.alerts.settings import AlarmSettings

    return AlarmSettings(**value)


def _relay(value: dict[str, Any] | None) -> "RelaySettings | None":
    if value is None:
        return None
    from firebreak.console.relays import RelaySettings

    return RelaySettings(**value)


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Path) else value
