"""The record through the console: page by page, one entry, the ledger, verified, taken along."""

import io
from pathlib import Path

from firebreak.verify import verify_bundle
from tests.console.serving import pair, played, until


def test_entries_and_messages_are_read_page_by_page(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as ann:
            for number in range(7):
                await both.north.ask("send", text=f"number {number}")
            newest = (await ann.get("/api/lines/south/entries?limit=5")).json()
            before = newest["entries"][0]["position"]
            older = (await ann.get(f"/api/lines/south/entries?limit=5&before={before}")).json()
            assert [each["position"] for each in older["entries"]] == list(range(before - 5, before))
            page = (await ann.get("/api/lines/south/messages?limit=3")).json()["messages"]
            page = (await ann.get(f"/api/lines/south/messages?limit=3&before={page[0]['hash']}")).json()[
                "messages"
            ]
            assert [each["text"] for each in page] == ["number 1", "number 2", "number 3"]
            one = (await ann.get(f"/api/lines/south/entries/{before}")).json()
            assert one["position"] == before
            assert one["signed"]["signature"]
            for place in (
                "entries/0",
                "entries?limit=0",
                "entries?before=x",
                "messages?before=zz",
                "entries/1e9",
            ):
                assert (await ann.get(f"/api/lines/south/{place}")).status_code == 422, place
            assert (await ann.get("/api/lines/south/entries/100000")).status_code == 404
            assert (await ann.get("/api/lines/east/entries")).status_code == 404

    played(work)


def test_long_messages_come_in_shorter_pages(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as ann:
            for _ in range(40):
                await both.north.ask("send", text="\u0436" * 8_000 + "", language="uk")
            await both.site.settled()
            page = (await ann.get("/api/lines/south/messages?limit=50")).json()["messages"]
            assert page
            assert page[-1]["text"] == "\u0436" * 8_000
            snapshot = (await ann.get("/api/snapshot")).json()
            assert len(snapshot["messages"]["south"]) == 40

    played(work)


def test_the_ledger_counts_what_was_called(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as ann:
            call = (await both.north.ask("call.place"))["call"]
            held = both.site.watching.views.board.picture
            await until(lambda: (held.held("call", "south", call) or {}).get("outcome") == "unattended")
            await both.site.settled()
            ledger = await ann.get("/api/lines/south/ledger?since=2020-01-01")
            assert ledger.status_code == 200
            assert ledger.json() == await both.north.ask("ledger", since="2020-01-01")
            assert (await ann.get("/api/lines/south/ledger?since=yesterday")).status_code == 422
            assert (await ann.get("/api/lines/south/ledger?since=2020-13-45")).status_code in (409, 422)

    played(work)


def test_the_record_is_verified_in_the_readers_language(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as ann:
            await both.north.ask("send", text="to be proven")
            german = (await ann.post("/api/lines/south/verify", json={"language": "de"})).json()
            english = (await ann.post("/api/lines/south/verify", json={})).json()
            assert german["ok"] and english["ok"]
            assert german["findings"] == english["findings"] == []
            assert german["summary"] != english["summary"]
            assert "North" in english["entries"]

    played(work)


def test_an_export_is_a_bundle_that_anybody_can_verify(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("sue", "supervisor") as sue:
            await both.north.ask("send", text="taken along")
            answer = await sue.post("/api/lines/south/export", json={})
            assert answer.headers["content-type"] == "application/octet-stream"
            assert 'filename="North-south.fbundle"' in answer.headers["content-disposition"]
            report = verify_bundle(io.BytesIO(answer.content))
            assert report.ok
            bare = await sue.post("/api/lines/south/export", json={"without_bodies": True})
            assert b"taken along" in answer.content
            assert b"taken along" not in bare.content

    played(work)
