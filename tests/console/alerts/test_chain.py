"""The alarm chain, with a clock that the test moves, a real mail server and a real database."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from firebreak.console.alerts.chain import Channel, Delivery
from firebreak.console.alerts.phone import Inferred, PhoneOutcome
from firebreak.console.alerts.settings import AlarmSettings, read_alarms
from firebreak.console.settings import Settings
from firebreak.core.base.errors import LocalError
from tests.console.access import settings_in
from tests.console.alerts.living import Living, Phones, living, mail_server

PHONE = "sip:120@127.0.0.1"
LIFTED = PhoneOutcome(phone=PHONE, inferred=Inferred.ANSWERED, code=200, reason="OK", rang_ms=4_000)
SILENT = PhoneOutcome(phone=PHONE, inferred=Inferred.UNCLEAR, code=486, reason="Busy Here", rang_ms=40_000)


def alarms(port: int, **changes: Any) -> AlarmSettings:
    return AlarmSettings(
        smtp=f"127.0.0.1:{port}",
        smtp_security="none",
        mail_from="firebreak@north.example",
        mail_to=["watch@north.example"],
        **changes,
    )


def played(work: Callable[[], Awaitable[None]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(60):
            await work()

    asyncio.run(bounded())


async def node_is_away(at: Living) -> None:
    await at.on(0)
    await at.on(15)


def test_a_node_that_is_away_goes_to_positions_to_phones_and_to_mail_in_its_time(tmp_path: Path) -> None:
    async def work() -> None:
        async with mail_server() as box:
            with living(tmp_path, environment="real", alarms=alarms(box.port, phones=[PHONE])) as at:
                phones = Phones(SILENT)
                at.alerts.reach.leg = phones.leg
                at.position("ann", since=1)
                at.position("ben", since=2)
                await node_is_away(at)
                assert at.chain() == {"console": "delivered"}
                await at.on(59)
                assert "positions" not in at.chain()
                await at.on(1)
                assert at.chain()["positions"] == "delivered"
                assert at.alerts.book.alerts["a1"].transferred_to == ("ben",)
                await at.on(119)
                assert phones.rung == []
                await at.on(1)
                assert phones.rung == [PHONE] and at.chain()["phone"] == "failed" and not box.letters
                await at.on(120)
                assert at.chain()["mail"] == "delivered"
                (letter,) = box.letters
                assert letter.rcpt_tos == ["watch@north.example"]
                text = (letter.original_content or b"").decode()
                assert re.search("^Subject: Firebreak: ALARM, see console\r?$", text, re.MULTILINE)
                assert text.split("\r\n\r\n", 1)[1].strip() == "Firebreak: ALARM, see console"
                assert not re.search("south|node|North|away", text.split("\r\n\r\n", 1)[1])
                await at.on(10_000)
                assert len(box.letters) == 1 and phones.rung == [PHONE], "each step is taken once"
                told = at.history()
                assert told[0][0] == "raised"
                (phone,) = [
                    detail for what, _, detail in told if what == "chain phone" and "failed" in detail
                ]
                assert "486 Busy Here" in phone and "40 s" in phone and "declined" not in phone
                kinds = [each.kind for each in at.alerts.book.alerts.values()]
                assert "chain_failed" in kinds, "a channel that failed is a warning of its own"

    played(work)


def test_where_nothing_can_be_heard_the_phone_does_not_wait(tmp_path: Path) -> None:
    async def work() -> None:
        with living(tmp_path, alarms=AlarmSettings(phones=[PHONE])) as at:
            phones = Phones(LIFTED)
            at.alerts.reach.leg = phones.leg
            at.position("ann", sound=False)
            await node_is_away(at)
            for _ in range(3):
                await at.on(0)
            assert at.chain() == {"console": "failed", "positions": "failed", "phone": "delivered"}
            assert phones.rung == [PHONE]
            assert at.alerts.book.alerts["a1"].asks, "a lifted phone is no acknowledgement"

    played(work)


def test_an_acknowledgement_ends_the_chain_and_names_its_person(tmp_path: Path) -> None:
    async def work() -> None:
        async with mail_server() as box:
            with living(tmp_path, alarms=alarms(box.port)) as at:
                at.position("ann")
                await node_is_away(at)
                at.alerts.acknowledge("a1", "ann")
                await at.on(10_000)
                assert not box.letters
                assert ("acknowledged", "ann", "") in at.history()

    played(work)


def test_a_restart_keeps_every_alert_its_history_and_its_place_in_the_chain(tmp_path: Path) -> None:
    async def work() -> None:
        async with mail_server() as box:
            settings = alarms(box.port)
            with living(tmp_path, alarms=settings) as at:
                hands = at.hands
                at.position("ann")
                await node_is_away(at)
                before = at.alerts.book.alerts["a1"]
            with living(tmp_path, hands, alarms=settings) as at:
                assert at.alerts.book.alerts["a1"] == before
                assert [*at.alerts.board.picture.whole["alert"]] == ["a1"], "shown before anything is asked"
                await at.on(300)
                await at.on(0)
                assert at.chain()["mail"] == "delivered" and len(box.letters) == 1
                assert at.history()[0][0] == "raised"

    played(work)


def test_a_mail_server_that_refuses_or_is_not_there_is_told_with_its_code(tmp_path: Path) -> None:
    async def work() -> None:
        async with mail_server() as box:
            box.answer = "554 no"
            with living(tmp_path, alarms=alarms(box.port)) as at:
                found = await at.alerts.reach.test()
                assert found[Channel.MAIL].delivery is Delivery.FAILED
                assert "FB564" in found[Channel.MAIL].detail and "554" in found[Channel.MAIL].detail
                box.answer = "250 OK"
                found = await at.alerts.reach.test()
                assert found[Channel.MAIL].delivery is Delivery.DELIVERED
                assert b"TEST ALARM" in (box.letters[0].original_content or b"")
                assert not at.alerts.reach.failed
        with living(tmp_path, alarms=alarms(1)) as at:
            assert (await at.alerts.reach.test())[Channel.MAIL].delivery is Delivery.FAILED

    played(work)


def test_the_phones_ring_one_after_another_until_one_is_lifted(tmp_path: Path) -> None:
    async def work() -> None:
        others = ["sip:121@127.0.0.1", "sip:122@127.0.0.1"]
        with living(tmp_path, alarms=AlarmSettings(phones=[PHONE, *others])) as at:
            phones = Phones(SILENT)
            at.alerts.reach.leg = phones.leg
            assert (await at.alerts.reach.alarm(Channel.PHONE)).delivery is Delivery.FAILED
            phones.outcome = LIFTED
            assert (await at.alerts.reach.alarm(Channel.PHONE)).delivery is Delivery.DELIVERED
            assert phones.rung == [PHONE, *others, PHONE]
            assert "moment ago" in (await at.alerts.reach.alarm(Channel.PHONE)).detail
            at.hands.on(121_000)
            await at.alerts.reach.alarm(Channel.PHONE)
            assert len(phones.rung) == 5

    played(work)


def test_what_nobody_could_read_in_the_configuration_is_refused_by_name(tmp_path: Path) -> None:
    for table in (
        {"phones": ["120"]},
        {"phone": []},
        {"mail_to": ["watch@example"]},
        {"smtp_user": "x", "smtp": "a:1"},
        [],
    ):
        with pytest.raises(LocalError) as refused:
            read_alarms(table, tmp_path)
        assert refused.value.code == "FB563"
    whole = read_alarms({"phones": [PHONE], "sip_password_file": "pass"}, tmp_path)
    assert whole.sip_password_file == str(tmp_path / "pass")
    settings = settings_in(tmp_path, alarms=whole)
    assert Settings.from_line(settings.to_line()) == settings
