"""Two real nodes and a real relay: the voice goes through it, and no address of a desk is named."""

from pathlib import Path
from typing import Any

import pytest

from firebreak.api.client import Client
from firebreak.console.relays import RelaySettings
from tests.browser.page import needs_browser
from tests.browser.test_voice import call_of, ringing, secured, speaking, until_heard
from tests.console.serving import pair, played, until
from tests.sound.desks import HZ
from tests.sound.relay import SECRET, relay

pytestmark = needs_browser


def settings(folder: Path, address: str, *, only: bool = True) -> RelaySettings:
    file = folder / "relay.secret"
    file.write_text(f"{SECRET}\n", encoding="utf-8")
    return RelaySettings(urls=[address], secret_file=str(file), relay_only=only)


async def named(node: Client) -> list[str]:
    """Every candidate of the newest call that a record holds, of both sides."""
    call = (await node.ask("calls"))["calls"][-1]["call"]
    ends: list[dict[str, Any]] = (await node.ask("call.sound", call=call))["ends"]
    assert all("a=candidate" not in each["description"] for each in ends)
    return [candidate for each in ends for candidate in each["candidates"]]


@pytest.mark.parametrize("only", [True, False])
def test_where_a_relay_is_set_no_address_of_a_desk_is_in_the_record(tmp_path: Path, *, only: bool) -> None:
    async def work() -> None:
        with relay(tmp_path) as address:
            set_so = settings(tmp_path, address, only=only)
            async with pair(tmp_path, consoles=2, relay=set_so) as both, speaking(tmp_path) as contexts:
                north, south = await ringing(both, contexts)
                await south.keyboard.press("F8")
                await until_heard(north, HZ["b"])
                await until_heard(south, HZ["a"])
                for node in (both.north, both.south):
                    candidates = await named(node)
                    assert candidates
                    relayed = [" typ relay raddr 0.0.0.0 rport 0" in each for each in candidates]
                    assert all(relayed) is only
                await until(lambda: secured(both))
                await north.keyboard.press("Shift+F9")
                await until(lambda: all(call_of(both, side).evidence.name == "E6" for side in (0, 1)))
                for page in (north, south):
                    assert await page.evaluate("window.broken") == []

    played(work)


def test_a_relay_that_is_gone_lets_no_path_be_built_past_it(tmp_path: Path) -> None:
    async def work() -> None:
        with relay(tmp_path) as address:
            set_so = settings(tmp_path, address)
        async with pair(tmp_path, consoles=2, relay=set_so) as both, speaking(tmp_path) as contexts:
            north, south = await ringing(both, contexts)
            await south.keyboard.press("F8")
            panel = north.locator("[data-panel=call]")
            await panel.get_by_text("This page has no sound in the call").wait_for(timeout=40_000)
            assert await named(both.north) == []
            assert await north.evaluate("heard()") == []

    played(work)
