"""Reads `firebreak.toml` into settings."""

import re
import tomllib
from pathlib import Path
from typing import Any, Final, cast

from firebreak.config.settings import Config, ConsoleConfig, LineConfig, WitnessConfig
from firebreak.config.values import Values
from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.purposes import Environment
from firebreak.core.matching.bodies import ITEMS_MAX
from firebreak.core.matching.limits import HOURS_MAX, HOURS_USUAL, ITEMS_USUAL, Limits
from firebreak.core.record.note import COSIGNATURE
from firebreak.core.record.vkey import VerifierKey

FILE: Final = "firebreak.toml"
NAME_MAX: Final = 64
LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")
ORIGIN: Final = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\[[0-9a-f:]+\](:[0-9]{1,5})?")

TWO_PERSON: Final = ("flash", "statement", "explanation", "card")
"What two officers may have to release, by name."


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


class _Reading(Values):
    """Turns a TOML document into settings."""

    def config(self, document: dict[str, Any]) -> Config:
        party = self.table(document, "party", "the file", {"name", "environment"})
        node = self.table(document, "node", "the file", _NODE, optional=True)
        self.known(document, _TABLES, "the file")
        directory = self.file.resolve().parent
        passphrase = self.text(node, "passphrase_file", None)
        signer = self.text(node, "signer", None)
        start = self.text(node, "exercise_start", None)
        environment = self.environment(self.text(party, "environment", None))
        if start is not None and environment is not Environment.EXERCISE:
            raise self.wrong("exercise_start", "is only for the exercise environment")
        return Config(
            directory=directory,
            party=self.text(party, "name", None) or self.missing("party.name"),
            environment=environment,
            listen=self.text(node, "listen", None),
            passphrase_file=None if passphrase is None else directory / passphrase,
            signer=None if signer is None else directory / signer,
            exercise_start=None if start is None else self.instant("exercise_start", start),
            clock_uncertainty_ms=self.number(node, "clock_uncertainty_ms", 100, 60_000),
            listen_seconds=self.number(node, "listen_seconds", 60, 600),
            connections_per_minute=self.number(node, "connections_per_minute", 60, 100_000, 1),
            reserve_megabytes=(
                self.number(node, "reserve_megabytes", 0, 1_000_000) if "reserve_megabytes" in node else None
            ),
            lines=tuple(self._lines(document.get("lines", {}))),
            witnesses=tuple(self._witnesses(document.get("witnesses", []))),
            quorum=max(1, self.number(node, "quorum", 2, 8)),
            console=self._console(document, directory) if "console" in document else None,
            proximity=document.get("proximity"),
            private_matching=self._private_matching(document),
        )

    def _private_matching(self, document: dict[str, Any]) -> Limits:
        table = self.table(document, "private_matching", "the file", _PRIVATE_MATCHING, optional=True)
        enabled = table.get("enabled", False)
        if not isinstance(enabled, bool):
            raise self.wrong("private_matching.enabled", f"is {enabled!r}, not true or false")
        return Limits(
            enabled=enabled,
            items_max=self.number(table, "items_max", ITEMS_USUAL, ITEMS_MAX, 1),
            hours_between=self.number(table, "hours_between", HOURS_USUAL, HOURS_MAX, 1),
        )

    def _console(self, document: dict[str, Any], directory: Path) -> ConsoleConfig:
        table = self.table(document, "console", "the file", _CONSOLE)
        listen = self.text(table, "listen", None) or self.missing("console.listen")
        host, _, port = listen.rpartition(":")
        if not host or not port.isdecimal() or not 0 < int(port[:6]) < 1 << 16:
            raise self.wrong("console.listen", f"is {listen!r}, not `host:port`")
        origin = self.text(table, "origin", None)
        if origin is None and host.strip("[]") not in LOOPBACK:
            raise self.wrong(
                "console.origin", "is missing: browsers reach it by a name, as https://host:port"
            )
        if origin is not None and not ORIGIN.fullmatch(origin):
            raise self.wrong("console.origin", f"is {origin!r}, not https://host:port in small letters")
        files = (self.text(table, each, None) for each in ("certificate", "key", "map_tiles"))
        certificate, key, tiles = (None if each is None else directory / each for each in files)
        return ConsoleConfig(listen, origin, certificate, key, table.get("alarms"), table.get("relay"), tiles)

    def _lines(self, tables: Any) -> list[LineConfig]:
        if not isinstance(tables, dict):
            raise self.wrong("lines", "is not a table")
        named = cast("dict[str, Any]", tables)
        return [self._line(name, named) for name in sorted(named)]

    def _line(self, name: str, tables: dict[str, Any]) -> LineConfig:
        table = self.table(tables, name, "lines", _LINE)
        found = table.get("dial", [])
        dial = cast("list[object]", found) if isinstance(found, list) else [None]
        if not all(isinstance(each, str) for each in dial):
            raise self.wrong(f"lines.{name}.dial", "is not a list of addresses")
        padding = self.text(table, "padding", "thin") or "thin"
        if padding not in ("thin", "standard"):
            raise self.wrong(f"lines.{name}.padding", f"is {padding!r}, not `thin` or `standard`")
        two = table.get("two_person")
        if two is not None and (not isinstance(two, list) or not {*two} <= {*TWO_PERSON}):
            raise self.wrong(f"lines.{name}.two_person", f"is not a list of {', '.join(TWO_PERSON)}")
        return LineConfig(
            name=name,
            dial=tuple(cast("list[str]", dial)),
            checks_every_seconds=self.number(table, "checks_every_seconds", 300, 86_400),
            ring_seconds=self.number(table, "ring_seconds", 60, 180),
            padding=padding,
            **{name: self.number(table, name, *bounds) for name, bounds in _BUDGETS.items()},
            two_person=None if two is None else tuple(cast("list[str]", two)),
        )

    def _witnesses(self, tables: Any) -> list[WitnessConfig]:
        if not isinstance(tables, list):
            raise self.wrong("witnesses", "is not a list of tables, each under [[witnesses]]")
        listed = cast("list[dict[str, Any]]", tables)
        return sorted((self._witness(each) for each in listed), key=lambda each: each.name)

    def _witness(self, table: dict[str, Any]) -> WitnessConfig:
        self.known(table, _WITNESS, "[[witnesses]]")
        name, operator, url = (self.text(table, each, None) for each in ("name", "operator", "url"))
        if not name or not operator or not url:
            raise self.wrong("witnesses", "lacks a name, an operator or a url")
        try:
            keys = [VerifierKey.parse(str(each)) for each in table.get("keys", [])]
        except CounterpartError as error:
            raise self.wrong(f"witnesses.{name}.keys", error.text) from error
        if not any((each.name, each.algorithm) == (name, COSIGNATURE) for each in keys):
            raise self.wrong(f"witnesses.{name}.keys", f"holds no Ed25519 cosigning key of {name}")
        return WitnessConfig(name, operator, url, tuple(keys))


_TABLES: Final = {"party", "node", "console", "proximity", "private_matching", "lines", "witnesses"}
_PRIVATE_MATCHING: Final = {"enabled", "items_max", "hours_between"}
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
_CONSOLE: Final = {"listen", "origin", "certificate", "key", "alarms", "relay", "map_tiles"}
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
