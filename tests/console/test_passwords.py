"""Passwords of last resort: guessing is slow, told, and shuts nobody out who has a passkey."""

from pathlib import Path

import httpx
import pytest

from firebreak.console.passwords import ALL_MAX, check_strength
from firebreak.console.refusals import Refused
from firebreak.core.base.instants import HOUR, SECOND
from tests.console.access import ANA, PASSWORD, Authenticator, Door, code, door, played


async def with_password(at: Door, name: str = ANA) -> None:
    body = {"token": at.token_for(name), "password": PASSWORD}
    answer = await at.browser().post("/api/enrolment/finish", json=body)
    assert answer.status_code == 200


async def guess(browser: httpx.AsyncClient, password: str, name: str = ANA) -> httpx.Response:
    return await browser.post("/api/login/password", json={"name": name, "password": password})


def test_guesses_slow_down_and_the_right_one_has_to_wait_too(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            await with_password(at)
            browser = at.browser()
            for _ in range(5):
                assert code(await guess(browser, "wrong horse battery")) == (401, "FB503")
            waits = list[int]()
            for _ in range(4):
                answer = await guess(browser, PASSWORD)
                assert code(answer) == (429, "FB504")
                assert answer.json()["text"].endswith(f"{answer.headers['retry-after']} s")
                waits.append(int(answer.headers["retry-after"]))
                at.hands.on(waits[-1] * SECOND)
                assert code(await guess(browser, "wrong horse battery")) == (401, "FB503")
            assert waits == [5, 10, 20, 40]
            at.hands.on(80 * SECOND)
            assert (await guess(browser, PASSWORD)).status_code == 200
            assert code(await guess(browser, "wrong horse battery")) == (401, "FB503")  # counts anew
            assert (await guess(browser, PASSWORD)).status_code == 200

    played(work)


def test_guesses_from_many_addresses_close_the_way_by_password_but_not_by_passkey(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            await with_password(at)
            device = Authenticator()
            await at.enrol(at.browser(), at.token_for(ANA), device)
            for number in range(ALL_MAX):
                with pytest.raises(Refused, match="not a name and a key"):
                    await at.console.passwords.open(ANA, "wrong horse battery", f"2001:db8:{number}::")
            assert code(await guess(at.browser(), PASSWORD)) == (429, "FB504")
            assert (await at.log_in(at.browser(), device)).status_code == 200
            at.hands.on(HOUR)
            assert (await guess(at.browser(), PASSWORD)).status_code == 200

    played(work)


def test_whether_a_name_exists_shows_in_no_answer(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            await with_password(at)
            at.token_for("No Password")
            answers = [
                await guess(at.browser(), "wrong horse battery", each)
                for each in (ANA, "Nobody", "No Password", "\x00", "x" * 64)
            ]
            assert {each.text for each in answers} == {answers[0].text}
            for _ in range(5):
                await guess(at.browser(), "wrong horse battery", "Nobody")
            assert code(await guess(at.browser(), "wrong horse battery", "Nobody")) == (429, "FB504")

    played(work)


@pytest.mark.parametrize(
    "password", ["", "short", "x" * 12, "ababababababab", "ana vogt ana vogt", "ANA VOGT 1234567", "x" * 300]
)
def test_a_password_that_would_be_guessed_is_refused(password: str) -> None:
    with pytest.raises(Refused) as refused:
        check_strength(ANA, password)
    assert refused.value.code == "FB512"
    assert not password or password not in refused.value.text


def test_a_refused_password_leaves_the_link_as_it_was(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            token = at.token_for(ANA)
            body = {"token": token, "password": "short"}
            assert code(await at.browser().post("/api/enrolment/finish", json=body)) == (422, "FB512")
            assert code(await at.browser().post("/api/enrolment/finish", json={"token": token})) == (
                422,
                "FB506",
            )
            body["password"] = PASSWORD
            assert (await at.browser().post("/api/enrolment/finish", json=body)).status_code == 200

    played(work)
