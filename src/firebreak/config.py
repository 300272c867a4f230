"""The configuration of one party's node: `firebreak.toml`, strict, with every setting documented.

Paths in it are taken from the folder in which the file lies. See `docs/configuration.md`.
"""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, cast

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.instants import Instant, from_iso
from firebreak.core.base.purposes import Environment
from firebreak.core.record.note import COSIGNATURE
from firebreak.core.record.vkey import VerifierKey

FILE: Final = "firebreak.toml"
NAME_MAX: Final = 64
LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")
ORIGIN: Final = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\[[0-9a-f:]+\](:[0-9]{1,5})?")

TWO_PERSON: Final = ("flash", "statement", "explanation", "card")
"What two officers may have to release, by name."


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


def read_config(path: Path) -> Config:
    """Read a configuration file, or the one in a folder. Raises LocalError."""
    file = path / FILE if path.is_dir() else path
    try:
        document = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        hint = "make a party first: `firebreak init FOLDER --party NAME`"
        raise LocalError(f"cannot read {file}: {error.strerror}", code="FB350", hint=hint) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LocalError(f"{file} is not TOML: {error}", code="FB351", hint="mend that line") from error
    return _Reading(file).config(document)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Turns a TOML document into settings; every error names the setting."""

    file: Path

    def config(self, document: dict[str, Any]) -> Config:
        party = self._table(document, "party", "the file", {"name", "environment"})
        node = self._table(document, "node", "the file", _NODE, optional=True)
        self._known(document, {"party", "node", "console", "lines", "witnesses"}, "the file")
        directory = self.file.resolve().parent
        passphrase = self._text(node, "passphrase_file", None)
        signer = self._text(node, "signer", None)
        start = self._text(node, "exercise_start", None)
        environment = self._environment(self._text(party, "environment", None))
        if start is not None and environment is not Environment.EXERCISE:
            raise self._wrong("exercise_start", "is only for the exercise environment")
        return Config(
            directory=directory,
            party=self._text(party, "name", None) or self._missing("party.name"),
            environment=environment,
            listen=self._text(node, "listen", None),
            passphrase_file=None if passphrase is None else directory / passphrase,
            signer=None if signer is None else directory / signer,
            exercise_start=None if start is None else self._instant("exercise_start", start),
            clock_uncertainty_ms=self._number(node, "clock_uncertainty_ms", 100, 60_000),
            listen_seconds=self._number(node, "listen_seconds", 60, 600),
            connections_per_minute=self._number(node, "connections_per_minute", 60, 100_000, 1),
            reserve_megabytes=(
                self._number(node, "reserve_megabytes", 0, 1_000_000) if "reserve_megabytes" in node else None
            ),
            lines=tuple(self._lines(document.get("lines", {}))),
            witnesses=tuple(self._witnesses(document.get("witnesses", []))),
            quorum=max(1, self._number(node, "quorum", 2, 8)),
            console=self._console(document, directory) if "console" in document else None,
        )

    def _console(self, document: dict[str, Any], directory: Path) -> ConsoleConfig:
        table = self._table(document, "console", "the file", _CONSOLE)
        listen = self._text(table, "listen", None) or self._missing("console.listen")
        host, _, port = listen.rpartition(":")
        if not host or not port.isdecimal() or not 0 < int(port[:6]) < 1 << 16:
            raise self._wrong("console.listen", f"is {listen!r}, not `host:port`")
        origin = self._text(table, "origin", None)
        if origin is None and host.strip("[]") not in LOOPBACK:
            raise self._wrong(
                "console.origin", "is missing: browsers reach it by a name, as https://host:port"
            )
        if origin is not None and not ORIGIN.fullmatch(origin):
            raise self._wrong("console.origin", f"is {origin!r}, not https://host:port in small letters")
        files = (self._text(table, each, None) for each in ("certificate", "key"))
        certificate, key = (None if each is None else directory / each for each in files)
        return ConsoleConfig(listen, origin, certificate, key, table.get("alarms"), table.get("relay"))

    def _lines(self, tables: Any) -> list[LineConfig]:
        if not isinstance(tables, dict):
            raise self._wrong("lines", "is not a table")
        named = cast("dict[str, Any]", tables)
        return [self._line(name, named) for name in sorted(named)]

    def _line(self, name: str, tables: dict[str, Any]) -> LineConfig:
        table = self._table(tables, name, "lines", _LINE)
        found = table.get("dial", [])
        dial = cast("list[object]", found) if isinstance(found, list) else [None]
        if not all(isinstance(each, str) for each in dial):
            raise self._wrong(f"lines.{name}.dial", "is not a list of addresses")
        padding = self._text(table, "padding", "thin") or "thin"
        if padding not in ("thin", "standard"):
            raise self._wrong(f"lines.{name}.padding", f"is {padding!r}, not `thin` or `standard`")
        two = table.get("two_person")
        if two is not None and (not isinstance(two, list) or not {*two} <= {*TWO_PERSON}):
            raise self._wrong(f"lines.{name}.two_person", f"is not a list of {', '.join(TWO_PERSON)}")
        return LineConfig(
            name=name,
            dial=tuple(cast("list[str]", dial)),
            checks_every_seconds=self._number(table, "checks_every_seconds", 300, 86_400),
            ring_seconds=self._number(table, "ring_seconds", 60, 180),
            padding=padding,
            **{name: self._number(table, name, *bounds) for name, bounds in _BUDGETS.items()},
            two_person=None if two is None else tuple(cast("list[str]", two)),
        )

    def _witnesses(self, tables: Any) -> list[WitnessConfig]:
        if not isinstance(tables, list):
            raise self._wrong("witnesses", "is not a list of tables, each under [[witnesses]]")
        listed = cast("list[dict[str, Any]]", tables)
        return sorted((self._witness(each) for each in listed), key=lambda each: each.name)

    def _witness(self, table: dict[str, Any]) -> WitnessConfig:
        self._known(table, _WITNESS, "[[witnesses]]")
        name, operator, url = (self._text(table, each, None) for each in ("name", "operator", "url"))
        if not name or not operator or not url:
            raise self._wrong("witnesses", "lacks a name, an operator or a url")
        try:
            keys = [VerifierKey.parse(str(each)) for each in table.get("keys", [])]
        except CounterpartError as error:
            raise self._wrong(f"witnesses.{name}.keys", error.text) from error
        if not any((each.name, each.algorithm) == (name, COSIGNATURE) for each in keys):
            raise self._wrong(f"witnesses.{name}.keys", f"holds no Ed25519 cosigning key of {name}")
        return WitnessConfig(name, operator, url, tuple(keys))

    def _table(
        self, holder: dict[str, Any], name: str, where: str, known: set[str], *, optional: bool = False
    ) -> dict[str, Any]:
        table = holder.get(name, {} if optional else None)
        if not isinstance(table, dict):
            raise self._wrong(f"[{name}]", f"is missing in {where}, or not a table")
        found = cast("dict[str, Any]", table)
        self._known(found, known, f"[{name}]")
        return found

    def _known(self, table: dict[str, Any], known: set[str], where: str) -> None:
        for name in table:
            if name not in known:
                raise self._wrong(name, f"is not a setting of {where}; known are {', '.join(sorted(known))}")

    def _text(self, table: dict[str, Any], name: str, default: str | None) -> str | None:
        value = table.get(name, default)
        if value is not None and not isinstance(value, str):
            raise self._wrong(name, "is not a text")
        return value

    def _number(self, table: dict[str, Any], name: str, default: int, most: int, least: int = 0) -> int:
        value = table.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise self._wrong(name, f"is {value!r}, not a whole number from {least} to {most}")
        return value

    def _instant(self, name: str, text: str) -> Instant:
        try:
            return from_iso(text)
        except ValueError as error:
            raise self._wrong(name, f"is {text!r}, not a date like 2022-02-18T00:00:00Z") from error

    def _environment(self, text: str | None) -> Environment:
        found = {"exercise": Environment.EXERCISE, "real": Environment.REAL}.get(text or "")
        if found is None:
            raise self._wrong("party.environment", f"is {text!r}, not `exercise` or `real`")
        return found

    def _missing(self, name: str) -> str:
        raise self._wrong(name, "is missing")

    def _wrong(self, name: str, why: str) -> LocalError:
        hint = "see the configuration page of the documentation"
        return LocalError(f"{self.file}: {name} {why}", code="FB352", hint=hint)


_NODE: Final = {
    "listen",
    "passphrase_file",
    "signer",
    "exercise_start",
    "clock_uncertainty_ms",
    "listen_seconds",
    "quorum",
    "connections_per_minute",
    "reserve_megabytes",
}
_CONSOLE: Final = {"listen", "origin", "certificate", "key", "alarms", "relay"}
_WITNESS: Final = {"name", "operator", "url", "keys"}
_BUDGETS: Final = {
    "entries_per_minute": (6_000, 1_000_000, 60),
    "entries_at_once": (20_000, 10_000_000, 60),
    "megabytes_per_day": (512, 1_000_000, 1),
    "checks_per_minute": (12, 10_000, 1),
    "give_back_megabytes_per_minute": (16, 100_000, 1),
    "sessions_per_minute": (30, 10_000, 1),
}
"Budgets of a counterpart: default, most, least. With less than the least it could not even be heard."
_LINE: Final = {"dial", "checks_every_seconds", "ring_seconds", "padding", "two_person", *_BUDGETS}
