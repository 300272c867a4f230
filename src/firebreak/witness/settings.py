"""The configuration of a witness: `witness.toml`, strict.

    [witness]
    name = "witness.example/w1"
    operator = "Example Institute"
    environment = "exercise"
    listen = "127.0.0.1:7411"
    passphrase_file = "passphrase"

    [logs]
    keys = ["log.example/a+<hash>+<key>"]

Paths are taken from the folder in which the file lies.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn, cast

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import Environment
from firebreak.core.record.note import ED25519, is_key_name
from firebreak.core.record.vkey import VerifierKey
from firebreak.witness import faults

FILE: Final = "witness.toml"
NAME_MAX: Final = 64  # as long as a card can name it
TABLES: Final = {
    "witness": {
        "name", "operator", "environment", "listen", "public_url", "passphrase_file", "certificate", "key"
    },
    "logs": {"keys"},
}  # fmt: skip
ENVIRONMENTS: Final = {"exercise": Environment.EXERCISE, "real": Environment.REAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One witness."""

    directory: Path
    name: str
    "The key name of its cosignatures: a URL without schema, or any name nobody else has."
    operator: str
    "The organisation that runs it: cosignatures are counted by operator."
    environment: Environment
    listen: str
    public_url: str | None = None
    "Where the world reaches it; given, it counts itself as up only while it reaches itself there."
    passphrase_file: Path | None = None
    certificate: Path | None = None
    "PEM chain for TLS of its own; without it, it stands behind a proxy that has one."
    key: Path | None = None
    logs: tuple[VerifierKey, ...] = ()
    "Logs of other programs, by their verifier keys."

    @property
    def database(self) -> Path:
        """What it has cosigned and keeps, encrypted."""
        return self.directory / "witness.db"

    @property
    def keys(self) -> Path:
        """Its sealed key file."""
        return self.directory / "keys" / "witness.key"

    @property
    def lines(self) -> Path:
        """Offers and cards of the lines it serves."""
        return self.directory / "lines"


def read_settings(path: Path) -> Settings:
    """Read the configuration in a folder, or a named file. Raises LocalError."""
    file = path / FILE if path.is_dir() else path
    try:
        document = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise faults.setting(file, f"cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise faults.setting(file, f"is not TOML: {error}") from error
    return _Reading(file).settings(document)


@dataclass(frozen=True, slots=True)
class _Reading:
    file: Path

    def settings(self, document: dict[str, Any]) -> Settings:
        for name in document:
            if name not in TABLES:
                self._refuse(f"[{name}] is not a table of it")
        table, logs = self._table(document, "witness"), self._table(document, "logs")
        certificate, key = self._path(table, "certificate"), self._path(table, "key")
        if (certificate is None) != (key is None):
            self._refuse("certificate and key come together")
        name = self._text(table, "name")
        if not is_key_name(name) or len(name) > NAME_MAX:
            self._refuse(f"witness.name is {name!r}: at most {NAME_MAX} characters, no space, no plus")
        return Settings(
            directory=self.file.resolve().parent,
            name=name,
            operator=self._text(table, "operator"),
            environment=self._environment(self._text(table, "environment")),
            listen=self._text(table, "listen"),
            public_url=self._text(table, "public_url") if "public_url" in table else None,
            passphrase_file=self._path(table, "passphrase_file"),
            certificate=certificate,
            key=key,
            logs=tuple(map(self._log, cast("list[Any]", logs.get("keys", [])))),
        )

    def _table(self, document: dict[str, Any], name: str) -> dict[str, Any]:
        table = document.get(name, {})
        if not isinstance(table, dict):
            self._refuse(f"{name} is not a table")
        found = cast("dict[str, Any]", table)
        for each in found:
            if each not in TABLES[name]:
                self._refuse(f"{name}.{each} is not a setting; known are {', '.join(sorted(TABLES[name]))}")
        return found

    def _text(self, table: dict[str, Any], name: str) -> str:
        value = table.get(name)
        if not isinstance(value, str) or not value.strip():
            self._refuse(f"witness.{name} is missing or not a text")
        return value

    def _path(self, table: dict[str, Any], name: str) -> Path | None:
        return self.file.resolve().parent / self._text(table, name) if name in table else None

    def _environment(self, text: str) -> Environment:
        if text not in ENVIRONMENTS:
            self._refuse(f"witness.environment is {text!r}, not `exercise` or `real`")
        return ENVIRONMENTS[text]

    def _log(self, text: Any) -> VerifierKey:
        try:
            key = VerifierKey.parse(str(text))
        except CounterpartError as error:
            self._refuse(f"logs.keys: {error.text}")
        if key.algorithm != ED25519:
            self._refuse(f"logs.keys: the key of {key.name} is not that of a log")
        return key

    def _refuse(self, why: str) -> NoReturn:
        raise faults.setting(self.file, why)
