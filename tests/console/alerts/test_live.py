"""Alerts on real nodes: what the other side does raises them, what persons do here takes them."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.api.test_sound import MIDDLE, SOUTH, connected
from tests.console.officers import signed, stated
from tests.console.serving import Pair, events, pair, played, until
from tests.covering import covers


def open_of(both: Pair, kind: str) -> list[dict[str, Any]]:
    held = both.site.watching.views.board.picture.whole["alert"].values()
    return [each for each in held if each["kind"] == kind]


async def raised(both: Pair, kind: str) -> dict[str, Any]:
    await until(lambda: bool(open_of(both, kind)))
    return open_of(both, kind)[0]


async def act(browser: httpx.AsyncClient, alert: dict[str, Any], what: str, **body: Any) -> httpx.Response:
    return await browser.post(f"/api/alerts/{alert['id']}/{what}", json=body)


def test_a_flash_message_alarms_until_it_is_read_and_acknowledged_and_the_record_knows_nothing(
    tmp_path: Path,
) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann", officer="north one") as ann:
            await stated(ann, tmp_path / "north", "north one", what="watch.take", desk="duty")
            async with events(ann) as stream:
                sent = await both.south.ask("send", text="secret words", precedence="flash")
                told = await stream.until(lambda each: each["type"] == "alert" and each["key"] != "")
                assert told[-1]["line"] is None
            alert = await raised(both, "flash_unread")
            assert (alert["rank"], alert["line"], alert["subjects"]) == ("alarm", "south", [sent["hash"]])
            entries = [(await each.ask("entries"))["total"] for each in (both.north, both.south)]
            assert (await act(ann, alert, "silence")).json()["state"] == "unacknowledged"
            assert (await act(ann, alert, "acknowledge")).json()["state"] == "acknowledged"
            assert (await act(ann, alert, "acknowledge")).status_code == 200, "twice is once"
            assert entries == [(await each.ask("entries"))["total"] for each in (both.north, both.south)]
            another = await both.south.ask("send", text="more of it", precedence="flash")
            await until(lambda: open_of(both, "flash_unread")[0]["state"] == "unacknowledged")
            assert (await act(ann, alert, "acknowledge")).json()["state"] == "acknowledged"
            for each in (sent, another):
                await stated(
                    ann, tmp_path / "north", "north one", what="read", desk="duty", message=each["hash"]
                )
            await until(lambda: not open_of(both, "flash_unread"))
            told_of = (await ann.get(f"/api/alerts/{alert['id']}/history")).json()
            done = [each["what"] for each in told_of if not each["what"].startswith("chain")]
            assert done == ["raised", "silenced", "acknowledged", "grew", "acknowledged", "rectified"]
            assert {each["who"] for each in told_of} == {"", "ann"}
            assert "secret" not in (await ann.get("/api/alerts")).text
            page = (await ann.get("/api/snapshot")).json()
            assert alert["id"] not in [each["id"] for each in page["alerts"]]

    played(work)


def test_an_emergency_takes_two_persons_and_is_never_shelved(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as ann, both.site.browser("ben") as ben:
            for number, each in enumerate((ann, ben)):
                beat = {"line": "south", "desk": "duty", "sound": True, "tab": f"tab-000{number}"}
                await each.post("/api/position", json=beat)
            values = {"place": "49.58830 36.12000", "struck": "our-troops"}
            sent = await both.south.ask("send", phrase="stop-firing-at", values=values, precedence="flash")
            alert = await raised(both, "stop_now")
            assert alert["rank"] == "emergency" and alert["subjects"] == [sent["hash"]]
            assert not open_of(both, "flash_unread"), "one alert of a situation"
            shelved = await act(ann, alert, "shelve", minutes=60, reason="")
            assert (shelved.status_code, shelved.json()["code"]) == (409, "FB561")
            assert (await act(ann, alert, "acknowledge")).json()["state"] == "half"
            again = await act(ann, alert, "acknowledge")
            assert (again.status_code, again.json()["code"]) == (409, "FB561")
            assert (await act(ben, alert, "acknowledge")).json()["state"] == "acknowledged"

    played(work)


def test_who_may_take_an_alert_and_what_is_no_alert(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as ann:
            await both.south.ask("send", text="now", precedence="flash")
            alert = await raised(both, "flash_unread")
            async with (
                both.site.browser("lin", "linguist") as lin,
                both.site.browser("sue", "supervisor") as sue,
            ):
                assert (await act(lin, alert, "acknowledge")).status_code == 403
                assert (await lin.get(f"/api/alerts/{alert['id']}/history")).status_code == 200
                shelved = await act(sue, alert, "shelve", minutes=5, reason="known")
                assert shelved.json()["state"] == "unacknowledged"
                assert open_of(both, "flash_unread")[0]["shelved_by"] == "sue"
                assert (await sue.post("/api/alerts/test", json={})).status_code == 403
            async with both.site.browser("root", "administrator") as root:
                assert (await root.post("/api/alerts/test", json={})).json() == []
            missing = await act(ann, {"id": "a999"}, "acknowledge")
            assert (missing.status_code, missing.json()["code"]) == (404, "FB560")
            assert (await act(ann, alert, "shelve", minutes=10_000)).status_code == 422

    played(work)


def test_a_voice_that_is_not_the_signed_one_alarms_and_nothing_goes_wrong_on_the_way(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as ann:
            said: list[str] = []
            both.site.app.state.alerts.say = said.append
            for each in (both.north, both.south):
                await each.subscribe()
            ours, theirs, call = await connected(tmp_path, both.north, both.south)
            await theirs.ask("call.secured", call=call, ours=SOUTH.hex(), theirs=MIDDLE.hex())
            alert = await raised(both, "media_not_secure")
            assert (alert["rank"], alert["state"]) == ("alarm", "unacknowledged")
            await ours.ask("call.hangup", call=call)
            await until(lambda: open_of(both, "media_not_secure")[0]["state"] == "rectified")
            assert (await act(ann, alert, "acknowledge")).json()["state"] == "closed"
            await until(lambda: not open_of(both, "media_not_secure"))
            both.site.app.state.alerts.look()
            assert not open_of(both, "media_not_secure"), "told once"
            assert said == []

    played(work)


LAUNCH: dict[str, Any] = {"code": "DF0", "activity": "secret words"}


async def announced(both: Pair, precedence: str, **act: Any) -> str:
    """A notice of South, at the desk socket."""
    prepared = await both.south.ask("prepare", what="notice.issue", precedence=precedence, **act)
    prepared |= {"now": (await both.south.ask("status"))["now"]}
    body = signed(both.folder / "south", "south one", prepared)
    made = await both.south.ask("state", kind=prepared["kind"], body=body, precedence=precedence)
    return made["hash"]


@covers("NOTICE-035")
def test_a_notice_that_cannot_wait_alarms_as_a_flash_message_does_until_an_officer_answers(
    tmp_path: Path,
) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann", officer="north one") as ann:
            await announced(both, "priority", form=LAUNCH)
            flash = await announced(both, "flash", form=LAUNCH)
            alert = await raised(both, "urgent_notice")
            assert (alert["rank"], alert["line"], alert["subjects"]) == ("alarm", "south", [flash])
            assert (await act(ann, alert, "acknowledge")).json()["state"] == "acknowledged"
            second = await announced(both, "immediate", form=LAUNCH | {"activity": "another"})
            await until(lambda: open_of(both, "urgent_notice")[0]["state"] == "unacknowledged")
            assert open_of(both, "urgent_notice")[0]["subjects"] == [flash, second], "once for each"
            assert (await act(ann, alert, "acknowledge")).json()["state"] == "acknowledged"
            for each in (flash, second):
                answer = {"what": "notice.answer", "notice": each, "word": "acknowledge", "desk": "duty"}
                await stated(ann, tmp_path / "north", "north one", **answer)
            await until(lambda: not open_of(both, "urgent_notice"))
            assert not open_of(both, "notice_overdue")
            assert "secret" not in (await ann.get("/api/alerts")).text

    played(work)


@covers("NOTICE-035")
@pytest.mark.parametrize("end", ["replaced", "cancelled"])
def test_the_alarm_of_a_notice_ends_with_the_notice(tmp_path: Path, end: str) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann"):
            flash = await announced(both, "flash", form=LAUNCH)
            await raised(both, "urgent_notice")
            if end == "replaced":
                await announced(both, "routine", form=LAUNCH, replaces=flash)
            else:
                body = {"what": "notice.cancel", "notice": flash, "text": ""}
                prepared = await both.south.ask("prepare", **body)
                prepared |= {"now": (await both.south.ask("status"))["now"]}
                said = signed(both.folder / "south", "south one", prepared)
                await both.south.ask("state", kind=prepared["kind"], body=said)
            await until(lambda: open_of(both, "urgent_notice")[0]["state"] == "rectified")

    played(work)


def test_a_flash_notice_alarms_while_a_call_is_on_and_the_call_goes_on(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as ann:
            for each in (both.north, both.south):
                await each.subscribe()
            ours, _, call = await connected(tmp_path, both.north, both.south)
            await announced(both, "flash", form=LAUNCH)
            alert = await raised(both, "urgent_notice")
            assert (await act(ann, alert, "acknowledge")).json()["state"] == "acknowledged"
            (held,) = (await ours.ask("call", call=call))["calls"]
            assert held["state"] == "in call"

    played(work)
