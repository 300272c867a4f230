"""Logging in with a passkey: what opens an account, and everything that does not."""

from pathlib import Path
from typing import Any

from firebreak.core.base.instants import MINUTE
from tests.console.access import code, door, played
from tests.console.authenticator import PRESENT, Authenticator


def test_a_link_makes_a_passkey_and_the_passkey_opens_the_account_again(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            device, browser = Authenticator(), at.browser()
            token = at.token_for("Ana Vogt", officer="Ana Vogt")
            opened = await browser.post("/api/enrolment/open", json={"token": token})
            assert opened.json()["name"] == "Ana Vogt"
            first = await at.enrol(browser, token, device)
            assert first.json()["how"] == "link"
            assert (await browser.get("/api/session")).json() == first.json()
            other = at.browser()
            again = await at.log_in(other, device)
            assert (again.json()["name"], again.json()["how"]) == ("Ana Vogt", "passkey")
            assert again.json()["officer"] == {
                "name": "Ana Vogt",
                "key": "none",
                "listed": None,
                "waiting": None,
                "powers": [],
            }
            assert (await other.get("/api/session")).json()["id"] == again.json()["id"]

    played(work)


BENT: dict[str, dict[str, Any]] = {
    "another page's origin": {"origin": "https://console.example"},
    "a frame of another site": {"crossOrigin": True, "topOrigin": "https://evil.example"},
    "another ceremony": {"type": "webauthn.create"},
    "a challenge nobody drew": {"challenge": "AAAA"},
}
NO_PASSKEYS: list[dict[str, Any]] = [{}, {"id": 1}, {"response": []}, {"response": {"clientDataJSON": "e30"}}]


def test_an_answer_for_something_else_opens_nothing(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            device, browser = Authenticator(), at.browser()
            await at.enrol(at.browser(), at.token_for("Ana Vogt"), device)
            for name, bent in BENT.items():
                assert code(await at.log_in(browser, device, **bent)) == (401, "FB503"), name
            for each in NO_PASSKEYS:
                answer = await browser.post("/api/login/passkey", json={"credential": each})
                assert code(answer) == (401, "FB503"), each
            assert code(await browser.get("/api/session")) == (401, "FB501")
            assert (await at.log_in(browser, device)).status_code == 200

    played(work)


def test_an_answer_counts_once_and_for_five_minutes(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            device, browser = Authenticator(), at.browser()
            await at.enrol(browser, at.token_for("Ana Vogt"), device)
            options = (await browser.post("/api/login/passkey/options", json={})).json()
            answer = {"credential": device.answer(options, at.origin)}
            assert (await browser.post("/api/login/passkey", json=answer)).status_code == 200
            assert code(await browser.post("/api/login/passkey", json=answer)) == (401, "FB503")
            options = (await browser.post("/api/login/passkey/options", json={})).json()
            at.hands.on(5 * MINUTE)
            late = {"credential": device.answer(options, at.origin)}
            assert code(await browser.post("/api/login/passkey", json=late)) == (401, "FB503")

    played(work)


def test_a_device_that_did_not_look_who_holds_it_opens_nothing(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            device = Authenticator()
            await at.enrol(at.browser(), at.token_for("Ana Vogt"), device)
            device.flags = PRESENT
            assert code(await at.log_in(at.browser(), device)) == (401, "FB503")
            token = at.token_for("Bo Lind")
            assert code(await at.enrol(at.browser(), token, Authenticator(flags=PRESENT))) == (422, "FB513")

    played(work)


def test_a_copied_device_is_noticed_by_its_count(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            device = Authenticator()
            await at.enrol(at.browser(), at.token_for("Ana Vogt"), device)
            copy = Authenticator(key=device.key, id=device.id, handle=device.handle, count=device.count)
            assert (await at.log_in(at.browser(), device)).status_code == 200
            assert code(await at.log_in(at.browser(), copy)) == (401, "FB503")

    played(work)


def test_a_challenge_drawn_for_one_account_makes_no_passkey_for_another(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            browser = at.browser()
            ana, bo = at.token_for("Ana Vogt"), at.token_for("Bo Lind")
            options = await browser.post("/api/enrolment/passkey/options", json={"token": ana})
            made = Authenticator().make(options.json(), at.origin)
            answer = await browser.post("/api/enrolment/finish", json={"token": bo, "credential": made})
            assert code(answer) == (422, "FB513")

    played(work)


def test_one_passkey_belongs_to_one_account(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            device = Authenticator()
            await at.enrol(at.browser(), at.token_for("Ana Vogt"), device)
            token = at.token_for("Bo Lind")
            assert code(await at.enrol(at.browser(), token, device)) == (422, "FB513")
            still = await at.enrol(at.browser(), token, Authenticator())
            assert still.status_code == 200

    played(work)
