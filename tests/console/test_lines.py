"""Acting on a line through the console: who may, what is refused and how, and what stands in the record."""

from pathlib import Path
from typing import Any, get_args

import httpx
import pytest

from firebreak.api.verbs.preparing import PREPARE
from firebreak.console.routes.acts import Act
from tests.console.officers import signed, stated
from tests.console.serving import pair, played, until

NORTH = "north one"
HASH = "ab" * 32
CALL = "cd" * 16
TAB = {"line": "south", "desk": "duty", "sound": True, "tab": "tab-0001"}


def refusal(answer: httpx.Response) -> tuple[int, str]:
    told = answer.json()
    assert set(told) == {"code", "text", "hint"}, told
    return answer.status_code, told["code"]


def test_every_shape_of_an_act_is_one_that_the_node_knows() -> None:
    shapes = get_args(get_args(Act)[0])
    whats = {get_args(each.model_fields["what"].annotation)[0] for each in shapes}
    assert whats <= set(PREPARE)
    assert len(whats) == len(shapes) >= 14


def test_a_watch_a_message_and_a_call_from_one_console_to_the_other(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path, consoles=2) as both:
            assert both.other is not None
            ann = both.site.browser("ann", officer=NORTH)
            sol = both.other.browser("sol", officer="south one")
            async with ann, sol:
                await ann.post("/api/position", json=TAB)
                await sol.post("/api/position", json={**TAB, "line": "north"})
                for browser, name in ((ann, "north"), (sol, "south")):
                    taken = await stated(
                        browser,
                        tmp_path / name,
                        f"{name} one",
                        what="watch.take",
                        desk="duty",
                        languages=["en"],
                    )
                    assert taken.status_code == 200, taken.text

                sent = await ann.post(
                    "/api/lines/south/messages", json={"text": "good morning", "precedence": "flash"}
                )
                message = sent.json()["hash"]
                board = both.other.watching.views.board.picture
                await until(lambda: board.held("message", "north", message) is not None)
                shown = {"desk": "duty", "messages": [message]}
                assert (await sol.post("/api/lines/north/shown", json=shown)).json()["entries"]
                for what in ("read", "acknowledge"):
                    done = await stated(sol, tmp_path / "south", "south one", what=what, message=message)
                    assert done.status_code == 200, done.text
                ours = both.site.watching.views.board.picture
                await until(
                    lambda: (ours.held("message", "south", message) or {}).get("level") == "acknowledged"
                )

                placed = (await sol.post("/api/lines/north/calls", json={"subject": "the bridge"})).json()
                await until(lambda: ours.held("call", "south", placed["call"]) is not None)
                answered = await stated(ann, tmp_path / "north", NORTH, what="answer", call=placed["call"])
                assert answered.status_code == 200, answered.text
                await until(
                    lambda: (board.held("call", "north", placed["call"]) or {})["outcome"] == "answered"
                )
                ended = await ann.post(f"/api/lines/south/calls/{placed['call']}/hangup", json={})
                assert ended.status_code == 200, ended.text
                again = await ann.post(f"/api/lines/south/calls/{placed['call']}/withdraw", json={})
                assert refusal(again)[0] in (404, 409)

    played(work)


def test_a_call_is_declined_with_a_reason_and_a_request_is_answered(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path, consoles=2) as both:
            ann = both.site.browser("ann", officer=NORTH)
            async with ann:
                await stated(ann, tmp_path / "north", NORTH, what="watch.take", desk="duty")
                key = (await both.south.ask("call.place"))["call"]
                ours = both.site.watching.views.board.picture
                await until(lambda: (ours.held("call", "south", key) or {}).get("outcome") == "ringing")
                told = {
                    "what": "decline",
                    "call": key,
                    "reason": "needs_agenda",
                    "text": "on what?",
                }
                declined = await stated(ann, tmp_path / "north", NORTH, **told)
                assert declined.status_code == 200, declined.text
                asked = await stated(
                    ann, tmp_path / "north", NORTH, what="request", text="a word", level="minister"
                )
                assert asked.status_code == 200, asked.text
                await until(lambda: len(ours.of("request", "south")) == 1)

    played(work)


def test_each_role_does_its_part_and_no_other(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both:
            people = ("duty", "linguist", "releaser", "supervisor", "administrator")
            allowed: list[tuple[str, dict[str, Any], set[str]]] = [
                ("messages", {"text": "hello"}, {"duty"}),
                ("messages", {"text": "hello", "prepare": True}, {"duty", "releaser"}),
                ("calls", {}, {"duty"}),
                ("checks", {}, {"duty"}),
                ("prepare", {"what": "watch.take", "desk": "duty"}, {"duty"}),
                ("prepare", {"what": "suspend", "scope": "voice"}, {"supervisor"}),
                ("verify", {}, {"duty", "linguist", "releaser", "supervisor"}),
                ("export", {}, {"supervisor"}),
                (f"calls/{CALL}/hangup", {}, {"duty"}),
                ("state", {"kind": 11, "body": ""}, {"supervisor"}),
                ("state", {"kind": 56, "body": ""}, {"duty"}),
            ]
            for role in people:
                async with both.site.browser(role, role) as browser:
                    for place, body, roles in allowed:
                        answer = await browser.post(f"/api/lines/south/{place}", json=body)
                        may = refusal(answer) != (403, "FB502") if answer.status_code != 200 else True
                        assert may is (role in roles), (role, place, body, answer.text)
            async with both.site.browser() as nobody:
                for place, body, _ in allowed:
                    answer = await nobody.post(f"/api/lines/south/{place}", json=body)
                    assert answer.status_code == 401

    played(work)


WRONG: list[tuple[str, Any, int]] = [
    ("messages", {"text": "x" * 8_001}, 422),
    ("messages", {}, 422),
    ("messages", {"text": "hi", "precedence": "urgent"}, 422),
    ("messages", {"text": "hi", "precedence": 3}, 422),
    ("messages", {"text": "hi", "extra": 1}, 422),
    ("messages", {"text": "hi", "answer_by": "1"}, 422),
    ("messages", {"text": "hi", "answer_by": -1}, 422),
    ("messages", {"text": "hi", "answer_by": 1 << 60}, 422),
    ("messages", {"text": "hi", "to": ["duty"] * 17}, 422),
    ("messages", {"text": "hi", "to": ["no such desk"]}, 422),
    ("messages", {"text": "hi \u202e there"}, 422),
    ("messages", {"text": "e" + "\u0301" * 8}, 422),
    ("messages", {"text": "hi", "relation": "answer", "about": HASH}, 404),
    ("messages", {"phrase": "no-such-phrase"}, 409),
    ("messages", {"text": "hi", "release": ["00"]}, 422),
    ("calls", {"ring_seconds": 4}, 422),
    ("calls", {"ring_seconds": 181}, 422),
    ("calls", {"subject": "x" * 121}, 422),
    ("calls", {"desk": ""}, 422),
    (f"calls/{CALL}/hangup", {}, 404),
    (f"calls/{CALL}/withdraw", {}, 404),
    ("calls/xyz/withdraw", {}, 422),
    ("checks", {"path": "x" * 65}, 422),
    ("shown", {"desk": "duty", "messages": []}, 422),
    ("shown", {"desk": "duty", "messages": ["zz"]}, 422),
    ("prepare", {"what": "nothing"}, 422),
    ("prepare", {"what": "read", "message": HASH}, 404),
    ("prepare", {"what": "answer", "call": CALL}, 404),
    ("prepare", {"what": "answer", "call": ""}, 422),
    ("prepare", {"what": "acknowledge", "message": HASH, "paraphrase": "x" * 1_001}, 422),
    ("prepare", {"what": "decline", "call": CALL, "reason": "because"}, 422),
    ("state", {"kind": 56, "body": "zz"}, 422),
    ("state", {"kind": 56, "body": "00" * 16_385}, 422),
    ("state", {"kind": 56, "body": "a0"}, 422),
    ("state", {"kind": 9_999, "body": "a0"}, 422),
    ("verify", {"language": "fr"}, 422),
]


def test_whatever_is_wrong_is_refused_with_a_code_and_writes_nothing(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann", officer=NORTH) as ann:
            before = (await both.north.ask("status"))["lines"]["south"]["entries"]["North"]
            for place, body, status in WRONG:
                answer = await ann.post(f"/api/lines/south/{place}", json=body)
                assert refusal(answer)[0] == status, (place, body, answer.text)
            for place in ("messages", "calls", "checks"):
                assert refusal(await ann.post(f"/api/lines/east/{place}", json={"text": "x"}))[0] in (
                    404,
                    422,
                )
            lone = await ann.post("/api/lines/south/messages", content=b'{"text": "\\ud800"}')
            assert refusal(lone)[0] == 422
            after = (await both.north.ask("status"))["lines"]["south"]["entries"]["North"]
            assert before == after

    played(work)


def test_the_word_of_another_accounts_officer_is_not_brought(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ben", officer="north two") as ben:
            answer = await ben.post("/api/lines/south/prepare", json={"what": "watch.take", "desk": "duty"})
            body = signed(tmp_path / "north", NORTH, answer.json())
            answer = await ben.post("/api/lines/south/state", json={"kind": 56, "body": body})
            assert refusal(answer) == (403, "FB523")
            answer = await ben.post("/api/lines/south/state", json={"kind": 56, "body": body[:-2] + "00"})
            assert answer.status_code in (403, 422)

    played(work)


HOSTILE = (
    "\u202eevil\u2066",
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "e" + "\u0301" * 7_999,
)


@pytest.mark.parametrize("text", HOSTILE, ids=["bidi", "markup", "marks"])
def test_a_hostile_text_comes_through_as_data_and_as_nothing_else(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from firebreak.core.message import writing

    monkeypatch.setattr(writing, "check_outgoing", lambda _text: None)  # a counterpart that does not check

    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as ann:
            sent = await both.south.ask("send", text=text)
            picture = both.site.watching.views.board.picture
            await until(lambda: picture.held("message", "south", sent["hash"]) is not None)
            snapshot = await ann.get("/api/snapshot")
            assert snapshot.headers["content-type"] == "application/json"
            assert snapshot.headers["x-content-type-options"] == "nosniff"
            assert snapshot.content.isascii()
            assert snapshot.json()["messages"]["south"][-1]["text"] == text, (
                "as signed: the page shows it marked"
            )
            paged = (await ann.get("/api/lines/south/messages")).json()["messages"]
            assert paged[-1]["text"] == text

    played(work)
