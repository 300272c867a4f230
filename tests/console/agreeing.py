"""A line on which two officers release every flash message."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from firebreak.app.ceremony import Ceremony
from firebreak.app.house import House
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.officer import Action
from firebreak.core.message.bodies import Message
from firebreak.keyring.keys import OfficerKey
from firebreak.keyring.officer import word
from firebreak.runtime.clocks import SystemClock
from tests.console.serving import Pair, pair, until
from tests.plays.paired import PARTIES, PASSPHRASE


def key_of(folder: Path, officer: str) -> OfficerKey:
    """The key of an officer of the party in a folder."""
    path = House.at(folder).officer_key(officer)
    return OfficerKey.load(path, PASSPHRASE, environment=Environment.EXERCISE)


def agree(folder: Path) -> None:
    """Both sides sign that two officers release what is flash."""
    for name, other in PARTIES.items():
        file = folder / name / "firebreak.toml"
        heading = f"[lines.{other}]\n"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(heading, f'{heading}two_person = ["flash"]\n'), encoding="utf-8")
        ceremony = Ceremony(House.at(folder / name), other)
        key = key_of(folder / name, f"{name} one")
        ceremony.agree(ceremony.wanted, [key], SystemClock().read().wall)


@asynccontextmanager
async def agreeing(folder: Path) -> AsyncIterator[None]:
    """Before the nodes begin."""
    agree(folder)
    yield


@asynccontextmanager
async def two_person_pair(folder: Path, *, consoles: int = 1) -> AsyncIterator[Pair]:
    """Nodes between which it is agreed."""
    async with pair(folder, consoles=consoles, between=agreeing(folder)) as both:
        board = both.site.watching.views.board.picture
        await until(lambda: board.lines.get("south", {}).get("two_person") == ["message", "notice"])
        yield both


def signed(prepared: dict[str, Any], folder: Path, officer: str) -> str:
    """The word of an officer who releases what the node prepared, in hexadecimal."""
    said = word(
        key_of(folder, officer),
        Action.RELEASE,
        Message.from_bytes(bytes.fromhex(prepared["body"])).detail(),
        time=Instant(prepared["now"]),
        environment=Environment(prepared["environment"]),
        line=bytes.fromhex(prepared["line"]),
    )
    return said.to_bytes().hex()
