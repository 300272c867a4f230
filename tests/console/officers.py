"""Officers at a console: what `prepare` gave is read, signed with their key and brought back."""

from pathlib import Path
from typing import Any

import httpx

from firebreak.app.ceremony import Ceremony
from firebreak.app.house import House
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import StatedBody
from firebreak.core.line.registry import BODIES
from firebreak.keyring.keys import OfficerKey
from firebreak.keyring.officer import state
from tests.plays.paired import PARTIES, PASSPHRASE


def signed(folder: Path, officer: str, prepared: dict[str, Any]) -> str:
    """The body with the word of an officer of the party in a folder, in hexadecimal."""
    house = House.at(folder)
    key = OfficerKey.load(house.officer_key(officer), PASSPHRASE, environment=Environment.EXERCISE)
    body = BODIES[Kind(prepared["kind"])].from_bytes(bytes.fromhex(prepared["body"]))
    assert isinstance(body, StatedBody)
    said = state(
        key,
        body,
        time=Instant(prepared["now"]),
        environment=Environment.EXERCISE,
        line=Ceremony(house, PARTIES[folder.name]).line_id,
        entry=bytes.fromhex(prepared["about"]),
        commitment=bytes.fromhex(prepared["commitment"]),
    )
    return said.to_bytes().hex()


async def stated(browser: httpx.AsyncClient, folder: Path, officer: str, **act: Any) -> httpx.Response:
    """Prepare, sign and state one act."""
    line = PARTIES[folder.name]
    answer = await browser.post(f"/api/lines/{line}/prepare", json=act)
    if answer.status_code != 200:
        return answer
    prepared = answer.json()
    said = {"kind": prepared["kind"], "body": signed(folder, officer, prepared)}
    return await browser.post(f"/api/lines/{line}/state", json={**said, "precedence": prepared["precedence"]})
