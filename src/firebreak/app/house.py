"""The folder of a party: where its configuration, keys, card, lines and record lie.

firebreak.toml           configuration
keys/root.key            who the party is; belongs on another machine or a stick, not beside the node
keys/next-root.key       the root keys that would follow
keys/signer.key          what signs entries; the signer's process alone reads it
keys/signer.state        what the signer believes; belongs into no backup and no copy
keys/node.key            what the node needs to run besides: links, database
keys/officers/NAME.key   one file for each officer, under the officer's own passphrase
keys/next-*.key          new keys of signer and node, until every counterpart has taken in the card with them
card.fbcard              our newest card
cards/SERIAL.fbcard      our cards before it
lines/NAME/              one folder for each line: offers exchanged, and what its opening says
matching/HASH.json       our set and keys of one private matching; belongs into no backup and no copy
node.db node.db.side     both logs of all lines, encrypted; the side file belongs into no backup
node.sock                the desk socket, while the node runs
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from firebreak.app.durable import rename, sync_file
from firebreak.config import Config, read_config
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.card import SignedCard, read_signed_card
from firebreak.runtime.clocks import SystemClock

FILE_VARIABLE: Final = "FIREBREAK_PASSPHRASE_FILE"
CARD: Final = "card.fbcard"


@dataclass(frozen=True, slots=True)
class House:
    """A party's folder with its configuration."""

    config: Config

    @classmethod
    def at(cls, path: Path) -> "House":
        """The party of a folder or configuration file. Raises LocalError."""
        return cls(read_config(path))

    @property
    def root(self) -> Path:
        """The folder."""
        return self.config.directory

    @property
    def socket(self) -> Path:
        """The desk socket."""
        return self.root / "node.sock"

    @property
    def database(self) -> Path:
        """The encrypted database of the node."""
        return self.root / "node.db"

    @property
    def node_keys(self) -> Path:
        """The key file of the node."""
        return self.root / "keys" / "node.key"

    @property
    def signer_keys(self) -> Path:
        """The key file of the signer."""
        return self.root / "keys" / "signer.key"

    @property
    def next_keys(self) -> tuple[Path, Path]:
        """Where new keys of the signer and of the node wait."""
        return self.root / "keys" / "next-signer.key", self.root / "keys" / "next-node.key"

    def waits(self) -> bool:
        """Whether new keys wait for the counterparts to take in the card that names them."""
        return any(each.exists() for each in self.next_keys)

    def officer_key(self, name: str) -> Path:
        """The key file of an officer."""
        return self.root / "keys" / "officers" / f"{file_name(name)}.key"

    def line(self, name: str) -> Path:
        """The folder of a line."""
        return self.root / "lines" / file_name(name)

    def lines(self) -> list[str]:
        """Names of all lines that have a folder, sorted."""
        folder = self.root / "lines"
        return sorted(each.name for each in folder.iterdir() if each.is_dir()) if folder.is_dir() else []

    def card(self) -> SignedCard:
        """Our newest card. Raises LocalError, BadCard."""
        return read_signed_card(read_file(self.root / CARD))

    def cards(self) -> list[SignedCard]:
        """All our cards, the newest last. Raises LocalError, BadCard."""
        earlier = sorted((self.root / "cards").glob("*.fbcard"))
        found = [read_signed_card(read_file(each)) for each in earlier]
        newest = self.card()
        return sorted(
            [*(each for each in found if each.card.serial < newest.card.serial), newest],
            key=lambda each: each.card.serial,
        )

    def now(self) -> Instant:
        """Wall time, or where the exercise begins: by which cards are valid and officers sign."""
        start = self.config.exercise_start
        return SystemClock().read().wall if start is None else start

    def passphrase(self) -> str | None:
        """The passphrase from the configured file or the environment variable; None: ask a person."""
        named = os.environ.get(FILE_VARIABLE)
        file = self.config.passphrase_file or (Path(named) if named else None)
        return None if file is None else read_file(file).decode("utf-8").rstrip("\r\n")


def file_name(name: str) -> str:
    """A name as a file name. Raises LocalError for one that would leave its folder."""
    plain = name.strip().lower().replace(" ", "-")
    if not plain or plain.startswith(".") or "/" in plain or "\x00" in plain:
        raise LocalError(
            f"{name!r} cannot be used as a file name", code="FB353", hint="use letters, digits and hyphens"
        )
    return plain


def read_file(path: Path) -> bytes:
    """A file's bytes. Raises LocalError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise LocalError(
            f"cannot read {path}: {error.strerror}", code="FB350", hint="check the path"
        ) from error


def write_file(path: Path, data: bytes) -> None:
    """Write a file, complete or not at all, and on the disk when this returns. Raises LocalError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(path.name + ".new")
        draft.write_bytes(data)
        sync_file(draft)
        rename(draft, path)
    except OSError as error:
        raise LocalError(
            f"cannot write {path}: {error.strerror}", code="FB354", hint="check the folder and the disk"
        ) from error
