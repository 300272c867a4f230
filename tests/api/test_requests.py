"""Requests for calls: their precedence, and what a suspension forbids."""

from pathlib import Path

import pytest

from firebreak.api.client import Client
from firebreak.app.house import House
from firebreak.cli.signing import Signer, prepare, sign
from firebreak.core.base.errors import LocalError
from tests.api.running import both, played
from tests.covering import covers
from tests.plays.paired import PASSPHRASE


def officer(folder: Path) -> Signer:
    """North's first officer."""
    file = folder / "passphrase"
    file.write_text(PASSPHRASE, encoding="utf-8")
    return Signer.of(House.at(folder / "north"), "north one", file)


async def stated(client: Client, signer: Signer, what: str, **fields: object) -> None:
    prepared = await prepare(client, signer.house, "south", what, **fields)
    await sign(client, "south", signer, prepared)


@covers("CHECK-031", "CHECK-033")
def test_a_request_has_the_precedence_asked_for_and_a_suspension_holds_for_it(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path) as (north, _):
            signer = officer(tmp_path)
            await stated(north, signer, "request", precedence="immediate")
            await stated(north, signer, "request")
            made = (await north.ask("requests"))["requests"]
            assert [each["precedence"] for each in made] == ["immediate", "routine"]
            await stated(north, signer, "suspend", scope="voice", reason="works")
            with pytest.raises(LocalError) as refused:
                await stated(north, signer, "request")
            assert refused.value.code == "FB173"
            await stated(north, signer, "request", precedence="flash")
            assert (await north.ask("requests"))["requests"][-1]["precedence"] == "flash"

    played(work)
