"""The examinations of `firebreak doctor`: each looks at one thing and says what to do."""

import platform
import shutil
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from firebreak.core.base.errors import FirebreakError

if TYPE_CHECKING:
    from firebreak.app.house import House

DISK_BYTES_MIN: Final = 100 << 20  # below it a busy month of a line may not fit
DISK_BYTES_LOW: Final = 1 << 30
RELEASED: Final = "2026-01-01"  # no honest clock is before this release


@dataclass(frozen=True, slots=True)
class Found:
    """One result."""

    name: str
    state: str
    "ok, warn or fail."
    told: str
    "What was found and, if it is not good, what to do."


def examine(config: Path) -> list[Found]:
    """Everything that can be examined here."""
    found = [python(), openssl(), key_exchange(), sqlite(), signer(), own_process(), clock(), phrases()]
    try:
        from firebreak.app.house import House

        house = House.at(config)
    except FirebreakError as error:
        state = "warn" if error.code == "FB350" else "fail"
        return [*found, Found("configuration", state, f"{error.code}: {error.text}. {error.hint}")]
    found.append(Found("configuration", "ok", f"party {house.config.party}, {len(house.lines())} lines"))
    from firebreak.cli.examining_console import console

    parts = (keys(house), signers_user(house), [disk(house), node(house)], port(house), console(house))
    return [*found, *(each for part in parts for each in part)]


def python() -> Found:
    """The interpreter."""
    return Found("Python", "ok", f"{platform.python_version()} on {platform.machine()}")


def openssl() -> Found:
    """TLS 1.3."""
    if ssl.HAS_TLSv1_3:
        return Found("OpenSSL", "ok", ssl.OPENSSL_VERSION)
    return Found("OpenSSL", "fail", f"{ssl.OPENSSL_VERSION} has no TLS 1.3: install OpenSSL 3")


def key_exchange() -> Found:
    """Post-quantum key exchange: in TLS if OpenSSL has it, in every packet in any case."""
    name = "key exchange"
    if ssl.OPENSSL_VERSION_INFO >= (3, 5):
        return Found(name, "ok", "X25519MLKEM768 in TLS and in every packet")
    told = "X25519MLKEM768 in every packet; in TLS it needs OpenSSL 3.5, which hides it from a recorder too"
    return Found(name, "warn", told)


def sqlite() -> Found:
    """The database library."""
    from sqlcipher3 import dbapi2

    from firebreak.store.opening import check_sqlite

    try:
        check_sqlite()
    except FirebreakError as error:
        return Found("SQLite", "fail", f"{error.text}: {error.hint}")
    return Found("SQLite", "ok", f"{dbapi2.sqlite_version}, encrypted")


def signer() -> Found:
    """What the signer's process can give up on this machine."""
    from firebreak.keyring.signer_client import confinement

    try:
        told = confinement()
    except FirebreakError as error:
        return Found("signer", "fail", f"{error.text}: {error.hint}")
    lacking = any("NOT" in each or "only" in each for each in told)
    return Found("signer", "warn" if lacking else "ok", ", ".join(told))


def own_process() -> Found:
    """What the node gives up, which holds passphrase and storage key: tried in this process."""
    from firebreak.keyring.confinement import keep_private

    told = keep_private()
    return Found("node process", "warn" if "NOT" in told else "ok", told)


def clock() -> Found:
    """Whether the clock can be right."""
    from firebreak.core.base.instants import from_iso, iso
    from firebreak.runtime.clocks import SystemClock

    now = SystemClock().read().wall
    if now < from_iso(RELEASED):
        return Found("clock", "fail", f"{iso(now)} is before this version was made: set the clock, use NTP")
    return Found(
        "clock", "ok" if _synchronised() else "warn", f"{iso(now)}{'' if _synchronised() else _NO_NTP}"
    )


_NO_NTP: Final = "; nothing here says that it is kept by NTP: compare it with another clock"


def _synchronised() -> bool:
    """Whether a time service says that it keeps the clock."""
    marks = ("run/systemd/timesync/synchronized", "run/chrony/chronyd.sock", "run/ntpd.sock")
    return any((Path("/") / each).exists() for each in marks)


def phrases() -> Found:
    """The agreed phrases in every language."""
    from firebreak.catalogue import phrase_book
    from firebreak.core.phrase.rendering import gaps

    book = phrase_book()
    missing = list(gaps(book))
    if missing:
        return Found("phrase book", "fail", f"{missing[0].text}: install this version again")
    told = f"{len(book.phrases)} phrases in {', '.join(sorted(book.texts))}; book {book.hash.hex()[:8]}"
    return Found("phrase book", "ok", told)


def keys(house: "House") -> Iterator[Found]:
    """Key files and who can read them."""
    folder = house.root / "keys"
    files = sorted(folder.rglob("*.key"))
    opened = [each for each in files if each.stat().st_mode & 0o077]
    own = () if house.config.signer is not None else (house.signer_keys,)
    for each in (house.node_keys, *own):
        if not each.exists():
            yield Found("node keys", "fail", f"{each} is missing: take it from where its copy is kept")
    if opened:
        yield Found("key files", "fail", f"open to others: chmod 600 {' '.join(map(str, opened))}")
    else:
        yield Found("key files", "ok", f"{len(files)}, each for its owner alone")
    roots = [each for each in (folder / "root.key", folder / "next-root.key") if each.exists()]
    if roots and house.config.environment.name == "REAL":
        yield Found("root keys", "warn", "lie beside the node: move them to a stick or another machine")


def signers_user(house: "House") -> Iterator[Found]:
    """Whether the signer is a user of its own."""
    from firebreak.app.signing import shared_user, start

    name = "signer's user"
    try:
        signer = start(house)
    except FirebreakError as error:
        yield Found(name, "fail", f"{error.text}: {error.hint}")
        return
    user, whose = signer.user, "a service" if house.config.signer is not None else "a process of the node"
    signer.close()
    told = shared_user(house, user)
    yield Found(name, "warn" if told else "ok", told or f"user {user}, {whose}")
    if house.config.signer is not None and house.signer_keys.exists():
        yield Found(name, "warn", f"{house.signer_keys} still lies here: firebreak signer take")


def disk(house: "House") -> Found:
    """Room for the record."""
    free = shutil.disk_usage(house.root).free
    told = f"{free >> 20} MiB free"
    if free < DISK_BYTES_MIN:
        return Found("disk", "fail", f"{told}: make room; a node that cannot write stops signing")
    return Found("disk", "ok" if free >= DISK_BYTES_LOW else "warn", told)


def node(house: "House") -> Found:
    """Whether a node answers."""
    from firebreak.cli.status import facts_of

    try:
        facts = facts_of(house.root)
    except FirebreakError as error:
        return Found("node", "fail", f"{error.text}. {error.hint}")
    if not facts["running"]:
        return Found("node", "warn", f"none runs: firebreak node run --config {house.root}")
    ups = sum(1 for each in facts["lines"].values() if each["links"])
    state = "ok" if ups == len(facts["lines"]) else "warn"
    return Found("node", state, f"answers; {ups} of {len(facts['lines'])} lines have a link")


def port(house: "House") -> Iterator[Found]:
    """The port on which the counterpart may call."""
    from firebreak.transport.websocket import split_address

    address = house.config.listen
    if address is None:
        yield Found("port", "ok", "none: this node dials")
        return
    try:
        host, number = split_address(address)
        yield _port(address, host, number, running=node(house).state != "warn" or house.socket.exists())
    except FirebreakError as error:
        yield Found("port", "fail", f"{error.text}: {error.hint}")


def _port(address: str, host: str, number: int, *, running: bool) -> Found:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, number))
        except OSError as error:
            if running:
                return Found("port", "ok", f"{address} is taken, as it should be while the node runs")
            return Found("port", "fail", f"{address}: {error.strerror}. Choose another in firebreak.toml")
    if running:
        return Found("port", "fail", f"a node runs and does not listen on {address}: see what it prints")
    return Found("port", "ok", f"{address} is free")
