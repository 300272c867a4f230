"""Voice notes through the console: bounds, whose word, and bytes that no browser plays by itself."""

from pathlib import Path
from typing import Any

import httpx

from tests.api.test_voice_notes import SPEECH, facts
from tests.console.officers import signed
from tests.console.serving import pair, played

NORTH = "north one"
PLACE = "/api/lines/south/voice-notes"


async def prepared(browser: httpx.AsyncClient, **more: Any) -> httpx.Response:
    act = {"what": "voice.note", **facts(SPEECH), **more}
    return await browser.post("/api/lines/south/prepare", json=act)


def test_a_page_leaves_a_note_and_fetches_its_bytes(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann", "duty", officer=NORTH) as ann:
            body = signed(tmp_path / "north", NORTH, (await prepared(ann)).json())
            left = {"body": body, "data": SPEECH.hex()}
            async with both.site.browser("bea", "duty", officer="north two") as bea:
                assert (await bea.post(PLACE, json=left)).status_code == 403
            async with both.site.browser("lin", "linguist") as lin:
                assert (await lin.post(PLACE, json=left)).status_code == 403
            assert (await ann.post(PLACE, json={**left, "data": SPEECH[:-1].hex()})).status_code == 422
            answer = await ann.post(PLACE, json=left)
            assert answer.status_code == 200, answer.text
            (note,) = (await ann.get(PLACE)).json()["notes"]
            assert (note["note"], note["complete"]) == (answer.json()["hash"], True)
            sound = await ann.get(f"{PLACE}/{note['note']}/sound")
            assert (sound.status_code, sound.content) == (200, SPEECH)
            assert sound.headers["content-type"] == "application/octet-stream"
            assert sound.headers["x-content-type-options"] == "nosniff"
            assert sound.headers["content-disposition"].startswith("attachment")
            assert sound.headers["cache-control"] == "no-store"
            assert (await ann.get(f"{PLACE}/{'ab' * 32}/sound")).status_code == 404
            again = await ann.post(PLACE, json=left)
            assert again.status_code == 409, again.text

    played(work)


def test_what_is_beyond_its_bounds_reaches_no_node(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann", "duty", officer=NORTH) as ann:
            for wrong in (
                {"duration_ms": 31_001},
                {"size_bytes": 48_001},
                {"parts": ["ab" * 32] * 5},
                {"sha256": "ab"},
                {"sound": 2},
                {"gist": "x" * 501},
                {"parts": ["ab" * 32]},
            ):
                assert (await prepared(ann, **wrong)).status_code == 422, wrong
            for data in ("", "a", "zz", "00" * 48_001):
                answer = await ann.post(PLACE, json={"body": "a0", "data": data})
                assert answer.status_code == 422, data[:9]
            assert (await ann.post(PLACE, json={"body": "a0", "data": "00"})).status_code == 422
            assert (await ann.get(f"{PLACE}?limit=51")).status_code == 422

    played(work)
