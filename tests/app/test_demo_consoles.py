"""The consoles that a demo leaves running."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx

from firebreak.app.cells import make_cells
from firebreak.app.demo_consoles import DemoConsole, consoles
from firebreak.core.base.instants import from_iso
from firebreak.keyring.keys import OfficerKey

START = from_iso("2022-02-18T00:00:00Z")
PASSWORD = "quince saddle orbit fennel"
SECONDS = 30.0


async def listed(page: httpx.AsyncClient) -> dict[str, Any]:
    """Once the officer's key stands on the card; the officer as the page is told."""
    async with asyncio.timeout(SECONDS):
        while True:
            officer = (await page.get("/api/session")).json()["officer"]
            if officer["key"] == "listed":
                return officer


async def enrolled(console: DemoConsole) -> dict[str, Any]:
    """What the officer's browser does with the link, and the officer at the end."""
    origin, _, token = console.link.partition("/#enrol=")
    async with httpx.AsyncClient(base_url=origin, headers={"origin": origin}, timeout=SECONDS) as page:
        finished = await page.post("/api/enrolment/finish", json={"token": token, "password": PASSWORD})
        assert finished.status_code == 200, finished.text
        key = OfficerKey.generate(console.officer).public.hex()
        posted = await page.post("/api/officer-key", json={"key": key})
        assert posted.status_code == 200, posted.text
        return await listed(page) | {"made": key}


def test_an_officer_who_opens_the_link_of_a_demo_is_on_the_card_a_moment_later() -> None:
    async def work(folder: Path) -> None:
        cells = make_cells(folder, ("US", "RU"), ("duty",), START)
        try:
            await asyncio.gather(*(each.start() for each in cells))
            seats = await asyncio.gather(*(each.seat() for each in cells))
            async with consoles(cells, seats) as opened:
                for each in seats:
                    (line,) = (await each.client.ask("status"))["lines"].values()
                    assert line["colour"] == "green", line["reasons"]
                for each, officer in zip(opened, await asyncio.gather(*map(enrolled, opened)), strict=True):
                    assert officer["listed"] == officer["made"]
                    assert officer["name"] == each.officer
                    assert "duty" in officer["powers"]
                processes = [each.server.process for each in opened if each.server is not None]
            assert len(processes) == len(cells)
            assert all(each is not None and each.returncode is not None for each in processes)
            for seat in seats:
                seat.close()
                await seat.client.__aexit__(None, None, None)
        finally:
            await asyncio.gather(*(each.stop() for each in cells))

    with TemporaryDirectory(prefix="demo-") as name:
        asyncio.run(work(Path(name)))
