"""What administrators do, what they cannot do, and what nobody else does."""

import re
from pathlib import Path
from typing import Any

from firebreak.console.app import make_app
from tests.console.access import ANA, Authenticator, code, door, played


def test_an_administrator_makes_an_account_hands_over_its_link_and_closes_it(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            root = at.logged_in("root", "administrator")
            new = {"name": ANA, "roles": ["duty", "releaser"], "officer": ANA}
            made = (await root.post("/api/accounts", json=new)).json()
            assert made["link"].startswith(f"{at.origin}/#enrol=")
            device, browser = Authenticator(), at.browser()
            await at.enrol(browser, made["link"].rpartition("=")[2], device)
            (listed,) = [
                each for each in (await root.get("/api/accounts")).json()["accounts"] if each["name"] == ANA
            ]
            assert (listed["roles"], listed["passkeys"], listed["link"]) == (["duty", "releaser"], 1, False)
            left = (await root.post(f"/api/accounts/{ANA}/close", json={})).json()
            assert left["closed"] == [ANA]
            assert code(await browser.get("/api/session")) == (401, "FB501")
            assert code(await at.log_in(browser, device)) == (401, "FB503")
            assert code(await root.post("/api/accounts", json=new)) == (409, "FB511")  # its name stays taken
            assert f"root made the account {ANA}: duty, releaser" in at.said
            assert f"root closed the account {ANA}" in at.said
            assert code(await root.post(f"/api/accounts/{ANA}/link", json={})) == (404, "FB510")

    played(work)


WRONG: tuple[tuple[dict[str, Any], int], ...] = (
    ({"name": "x", "roles": []}, 422),
    ({"name": "x", "roles": ["king"]}, 422),
    ({"name": "x", "roles": ["administrator", "duty"]}, 422),
    ({"name": "x", "roles": ["administrator"], "officer": "x"}, 422),
    ({"name": "a\u202eb", "roles": ["duty"]}, 422),
    ({"name": "a\nb\x00", "roles": ["duty"]}, 422),
    ({"name": "../x", "roles": ["duty"]}, 422),
    ({"name": "   ", "roles": ["duty"]}, 422),
    ({"name": "ana  VOGT", "roles": ["duty"]}, 409),
    ({"name": "other", "roles": ["duty"], "officer": ANA}, 409),
)


def test_an_account_that_could_mislead_is_not_made(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            at.console.accounts.make(ANA, ["duty"], ANA)
            root = at.logged_in("root", "administrator")
            for body, status in WRONG:
                answer = await root.post("/api/accounts", json=body)
                assert (answer.status_code, answer.json()["code"][:4]) in {
                    (status, "FB51"),
                    (status, "FB50"),
                }, body
            assert len(at.console.accounts.all()) == 2

    played(work)


def test_the_last_administrator_stays(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            root = at.logged_in("root", "administrator")
            assert code(await root.post("/api/accounts/root/close", json={})) == (409, "FB511")
            at.console.accounts.make("second", ["administrator"])
            assert (await root.post("/api/accounts/root/close", json={})).json()["closed"] == ["root"]
            assert code(await root.get("/api/accounts")) == (401, "FB501")

    played(work)


def test_an_administrator_reaches_no_line_and_an_officer_no_account(tmp_path: Path) -> None:
    """Every route that there is, also those that come later."""

    async def work() -> None:
        async with door(tmp_path) as at:
            root, ana, nobody = (
                at.logged_in("root", "administrator"),
                at.logged_in(ANA, officer=ANA),
                at.browser(),
            )
            for path, methods in make_app(at.console).openapi()["paths"].items():
                if path.startswith(OPEN):
                    continue
                for method in methods:
                    address = re.sub(r"\{\w+\}", "1", path)
                    json = {} if method == "post" else None
                    assert code(await nobody.request(method, address, json=json)) == (401, "FB501"), path
                    if path.startswith(FOR_ADMINISTRATORS):
                        assert code(await ana.request(method, address, json=json)) == (403, "FB502"), path
                    elif path not in FOR_ALL:
                        assert code(await root.request(method, address, json=json)) == (403, "FB502"), path

    played(work)


OPEN = ("/api/login", "/api/enrolment")
FOR_ADMINISTRATORS = ("/api/accounts", "/api/alerts/test")
FOR_ALL = ("/api/session", "/api/logout")


def test_the_first_start_prints_a_link_until_somebody_has_used_it(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            first = at.console.enrolment.first()
            assert first is not None
            second = at.console.enrolment.first()  # of a later start
            assert second is not None
            body = {"token": first.rpartition("=")[2]}
            assert code(await at.browser().post("/api/enrolment/open", json=body)) == (403, "FB505")
            entered = await at.enrol(at.browser(), second.rpartition("=")[2], Authenticator())
            assert entered.json()["roles"] == ["administrator"]
            assert at.console.enrolment.first() is None

    played(work)
