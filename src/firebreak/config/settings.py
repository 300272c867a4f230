"""Settings of one party's node, as they stand in `firebreak.toml`; see `docs/configuration.md`."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.matching.limits import Limits
from firebreak.core.record.vkey import VerifierKey


@dataclass(frozen=True, slots=True)
class LineConfig:
    """What this node does for one line."""

    name: str
    dial: tuple[str, ...] = ()
    "Where the counterpart listens, `host:port`, the best first; empty: only they dial."
    checks_every_seconds: int = 300
    "Slot of the automatic line check; 0 for none. Both parties have to agree on it."
    ring_seconds: int = 60
    "How long a call rings unless the caller says otherwise."
    padding: str = "thin"
    "How packets are padded: `thin` (steps of 32 bytes) or `standard` (five classes)."
    entries_per_minute: int = 6_000
    "How many entries of the counterpart are taken in, once what may come at once is spent."
    entries_at_once: int = 20_000
    "How many may come at once after a pause."
    megabytes_per_day: int = 512
    "How much of our disk the counterpart's entries may take."
    checks_per_minute: int = 12
    "How many of its line checks are answered; five times as many at once."
    give_back_megabytes_per_minute: int = 16
    "How fast it gets what it says it lacks; four times as much at once."
    sessions_per_minute: int = 30
    "How often it may begin a session; twice as often at once."
    two_person: tuple[str, ...] | None = None
    "What two officers have to release; None: all of it on a real line, nothing in an exercise."


@dataclass(frozen=True, slots=True)
class WitnessConfig:
    """A witness that our node asks, and that our line agreements name."""

    name: str
    "Key name of its cosignatures, as its operator gave it."
    operator: str
    "The organisation that runs it. Both parties write it the same way."
    url: str
    "Where it answers; this is ours alone and not agreed."
    keys: tuple[VerifierKey, ...]
    "What `firebreak witness keys` printed there."


@dataclass(frozen=True, slots=True)
class ConsoleConfig:
    """The server of the duty officers' console, which the node starts."""

    listen: str
    "Address on which browsers reach it, `host:port`."
    origin: str | None = None
    "What stands in their address bar, as `https://host:port`; follows from `listen` on the loopback."
    certificate: Path | None = None
    "TLS certificate in PEM, with its chain; without one a self-signed one, and on the loopback none."
    key: Path | None = None
    "Its key, without a password; None: in the certificate's file."
    alarms: Any = None  # the table [console.alarms] as it stands; the console reads it
    relay: Any = None  # [console.relay] likewise
    map_tiles: Path | None = None
    "PMTiles file with a map of one's own, drawn under the common picture when an officer wants it."


@dataclass(frozen=True, slots=True)
class Config:
    """One party's node."""

    directory: Path
    party: str
    environment: Environment
    listen: str | None = None
    "Address on which counterparts may call, `host:port`; none: this node only dials."
    passphrase_file: Path | None = None
    "File that holds the passphrase of the node's keys; without it the node asks, or reads a variable."
    signer: Path | None = None
    "Socket of a signer that runs as another user; without it the node starts one of its own."
    exercise_start: Instant | None = None
    "Where the clock of an exercise begins; only on exercise lines."
    clock_uncertainty_ms: int = 100
    "By how much this machine's clock may be off."
    listen_seconds: int = 60
    "How long to wait for the counterpart before the first signature after a start."
    connections_per_minute: int = 60
    "How often one address may connect, before anybody there has proved who they are."
    reserve_megabytes: int | None = None
    "Free space kept for flash, calls and our own entries; None: a tenth of the disk, at most 1,024."
    lines: tuple[LineConfig, ...] = field(default=())
    witnesses: tuple[WitnessConfig, ...] = field(default=())
    quorum: int = 2
    "How many operators of witnesses it takes to prove a time."
    console: ConsoleConfig | None = None
    "None: no console is served."
    private_matching: Limits = field(default_factory=Limits)
    "Whether our side takes part in private matchings, and how often."
    proximity: Any = None  # the table [proximity] as it stands; the process that follows tracks reads it
