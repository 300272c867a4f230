"""Notices over the desk socket: what a console or another program of the party asks for."""

from pathlib import Path
from typing import Any

import pytest

from firebreak.api.client import Client
from firebreak.app.house import House
from firebreak.cli.signing import Signer, prepare, sign
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import DAY, HOUR
from tests.api.running import both, played
from tests.plays.paired import PASSPHRASE

SQUARE = [[54.9, 19.5], [54.9, 20.5], [55.4, 20.5], [55.4, 19.5]]


async def event(client: Client, name: str) -> dict[str, Any]:
    """The next event of that name."""
    async for each in client.events():
        if each["event"] == name:
            return each
    raise AssertionError(name)


def signer(folder: Path, name: str) -> Signer:
    file = folder / "passphrase"
    file.write_text(PASSPHRASE, encoding="utf-8")
    return Signer.of(House.at(folder / name), f"{name} one", file)


async def stated(client: Client, who: Signer, line: str, what: str, **fields: object) -> dict[str, Any]:
    prepared = await prepare(client, who.house, line, what, **fields)
    return await sign(client, line, who, prepared)


def form(now: int, lead: int = 4 * DAY, **more: Any) -> dict[str, Any]:
    return {
        "code": "DF2",
        "area": {"kind": "polygon", "positions": SQUARE, "altitude": {"upper_m": 3000, "datum": "msl"}},
        "windows": [[now + lead, now + lead + 6 * HOUR]],
        "texts": {"en": "Gunnery off the coast", "de": "Schießen vor der Küste"},
        "danger": ["ships", "aircraft"],
        **more,
    }


def test_a_notice_is_issued_read_back_and_replaced_between_two_nodes(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path) as (north, south):
            ours, theirs = signer(tmp_path, "north"), signer(tmp_path, "south")
            now = (await north.ask("notices"))["now"]
            looked = await north.ask("notice.check", form=form(now, DAY))
            assert [each["code"] for each in looked["findings"]] == ["lead-short"]
            source = {"format": "navwarn", "text": "GUNNERY\r\n54-54N", "confirmed_by": "north one"}
            await stated(north, ours, "south", "notice.issue", form=form(now, source=source))
            issued = await event(south, "NoticeIssued")
            (listed,) = (await south.ask("notices"))["notices"]
            assert listed["notice"] == issued["notice"]
            assert listed["area"]["positions"] == SQUARE
            assert (listed["state"], listed["usable"], listed["sort"]) == ("issued", True, "firing")
            whole = await south.ask("notice", notice=issued["notice"][:8])
            assert whole["source"]["text"] == "GUNNERY\r\n54-54N"
            assert whole["texts"]["de"] == "Schießen vor der Küste"
            read = [f"{each['number']}={each['check']}" for each in whole["places"][:3]] + ["4=01"]
            await stated(
                south, theirs, "north", "notice.answer", notice=issued["notice"], word="confirm", places=read
            )
            differed = await event(north, "ReadBackDiffered")
            assert differed["numbers"] == [4]
            (ours_now,) = (await north.ask("notices"))["notices"]
            assert ours_now["read_back"] == {"confirmed": [1, 2, 3], "differing": [4], "places": 4}
            await stated(
                north, ours, "south", "notice.issue", form=form(now, 5 * DAY), replaces=issued["notice"]
            )
            await event(south, "NoticeReplaced")
            everything = (await south.ask("notices", all=True))["notices"]
            assert [each["state"] for each in everything] == ["replaced", "issued"]
            with pytest.raises(LocalError) as refused:
                await prepare(
                    south, theirs.house, "north", "notice.answer", notice=issued["notice"], word="comply"
                )
            assert refused.value.code == "FB604"

    played(work)


def test_questions_and_incidents_show_what_each_side_says(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path) as (north, south):
            ours, theirs = signer(tmp_path, "north"), signer(tmp_path, "south")
            await stated(north, ours, "south", "explanation.ask", question="What fell there?", basis="art. 3")
            asked = await event(south, "ExplanationAsked")
            await stated(
                south, theirs, "north", "explanation.reply", ask=asked["ask"][:8], text="A target drone."
            )
            await event(north, "ExplanationGiven")
            (inquiry,) = (await north.ask("explanations"))["explanations"]
            assert inquiry["reply_by"] - inquiry["at"] == pytest.approx(7 * DAY, abs=HOUR)
            assert [each["text"] for each in inquiry["replies"]] == ["A target drone."]
            assert not inquiry["overdue"]
            await stated(north, ours, "south", "incident.report", texts={"en": "it came from the east"})
            told = await event(south, "IncidentReported")
            await stated(
                south, theirs, "north", "incident.report", incident=told["incident"], texts={"uk": "ні"}
            )
            await event(north, "IncidentReported")
            (incident,) = (await south.ask("incidents"))["incidents"]
            assert incident["awaited"] is None
            assert [each["texts"] for each in incident["theirs"]] == [{"en": "it came from the east"}]

    played(work)


def test_a_close_approach_says_by_an_agreed_phrase_what_is_asked(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path) as (north, south):
            ours = signer(tmp_path, "north")
            approach = {"ours": "P-8A", "theirs": "Su-35", "distance_m": 240, "bearing_cdeg": 9_000}
            told = {
                "code": "MF4",
                "area": {"kind": "point", "positions": SQUARE[:1]},
                "approach": approach,
                "phrase": "engines-stopped",
                "values": {"place": "54.9 N 19.5 E", "at": "2022-03-23T14:05Z"},
            }
            await stated(north, ours, "south", "notice.issue", form=told, precedence="immediate")
            issued = await event(south, "NoticeIssued")
            assert issued["precedence"] == "immediate"
            whole = await south.ask("notice", notice=issued["notice"], show_in="de")
            assert whole["phrase"]["id"] == "engines-stopped"
            assert "54" in whole["phrase"]["text"]
            assert whole["approach"]["distance_m"] == 240
            assert whole["state"] == "issued"
            assert whole["holding"]

    played(work)


UNFIT: list[tuple[dict[str, Any], str]] = [
    ({"code": "ZZ9"}, "FB607"),
    ({"windows": [[5, 4]]}, "FB607"),
    ({"windows": [[1, 2]]}, "FB606"),
    ({"windows": ["soon"]}, "FB333"),
    ({"area": {"kind": "polygon", "positions": [SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3]]}}, "FB602"),
    ({"area": {"kind": "polygon", "positions": [[float("inf"), 1], [1, 1], [2, 2]]}}, "FB333"),
    ({"area": {"kind": "polygon", "positions": [[95, 1], [1, 1], [2, 2]]}}, "FB109"),
    ({"area": {"kind": "circle", "positions": [[5, 1]]}}, "FB601"),
    ({"colour": "red"}, "FB333"),
    ({"danger": ["fish"]}, "FB333"),
    ({"texts": {"en": "x\u202ey"}}, "FB106"),
    ({"source": {"format": "navwarn", "text": "x", "doubts": [{"code": "window"}]}}, "FB606"),
]


def test_a_form_that_makes_no_notice_is_refused_in_plain_words(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path) as (north, _):
            now = (await north.ask("notices"))["now"]
            for wrong, code in UNFIT:
                with pytest.raises(LocalError) as refused:
                    await north.ask("notice.check", form={**form(now), **wrong})
                assert (refused.value.code, wrong) == (code, wrong)
                assert refused.value.hint

    played(work)
