"""The sound of a call through the console: what a page says, and the signals that other pages get."""

from pathlib import Path
from typing import Any

from tests.console.officers import stated
from tests.console.serving import events, pair, played, until

NORTH = "north one"
HASH = "ab" * 32
WRONG: list[tuple[str, dict[str, Any]]] = [
    ("media", {"sdp": "offer", "fingerprint": HASH, "description": "x" * 6_001}),
    ("media", {"sdp": "both", "fingerprint": HASH, "description": "x"}),
    ("media", {"sdp": "offer", "fingerprint": "xy", "description": "x"}),
    ("media", {"sdp": "offer", "fingerprint": HASH, "description": "x", "leg": 16}),
    ("candidates", {"candidates": ["x"] * 9}),
    ("candidates", {"candidates": ["x" * 301]}),
    ("secured", {"ours": HASH, "theirs": HASH, "description_matches": 1, "certificate_matches": True}),
    ("recorded", {"chunks": -1, "size_bytes": 0, "last": HASH}),
    ("hold", {"who": "x" * 65}),
    ("nothing", {}),
]


def test_a_page_changes_a_call_and_other_pages_get_a_signal(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann", officer=NORTH) as ann:
            await stated(ann, tmp_path / "north", NORTH, what="watch.take", desk="duty")
            call = (await both.south.ask("call.place"))["call"]
            held = both.site.watching.views.board.picture
            await until(lambda: (held.held("call", "south", call) or {}).get("outcome") == "ringing")
            await stated(ann, tmp_path / "north", NORTH, what="answer", call=call)
            place = f"/api/lines/south/calls/{call}"
            async with events(ann) as stream:
                answer = await ann.post(f"{place}/hold", json={})
                assert answer.status_code == 200, answer.text
                told = (await stream.until(lambda each: each["type"] == "media"))[-1]
                assert (told["line"], told["key"], told["value"]["event"]) == ("south", call, "Held")
            sound = await ann.get(f"{place}/sound")
            assert sound.json()["call"] == call
            asked = await stated(
                ann, tmp_path / "north", NORTH, what="call.record", call=call, consent="asked"
            )
            assert asked.status_code == 200, asked.text
            for what, body in WRONG:
                assert (await ann.post(f"{place}/{what}", json=body)).status_code in (404, 422), what
            async with both.site.browser("lin", "linguist") as lin:
                assert (await lin.get(f"{place}/sound")).status_code == 200
                assert (await lin.post(f"{place}/resume", json={})).status_code == 403

    played(work)
