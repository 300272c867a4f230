"""What every request meets before a route: whose page asks, how much, how often, in which form."""

import asyncio
import json
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from firebreak.console import connections, guards, pages
from tests.console.access import PASSWORD, code, door, played

LOGIN = "/api/login/password"


FOREIGN = (
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"origin": ""},
    {"origin": "http://localhost:1"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"host": "evil.example"},
)


def test_a_page_from_elsewhere_changes_nothing_and_reads_nothing(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            ana = at.logged_in("Ana Vogt")
            for headers in FOREIGN:
                foreign = at.browser(ana.headers["cookie"].partition("=")[2], **headers)
                assert code(await foreign.post("/api/logout", json={})) == (403, "FB500"), headers
                if "origin" not in headers:  # browsers do not send it when they only read
                    assert code(await foreign.get("/api/session")) == (403, "FB500"), headers
            assert (await ana.get("/api/session")).status_code == 200
            led = at.browser(**{"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"})
            assert (await led.get("/")).status_code in {200, 503}
            assert code(await led.get("/api/session")) == (403, "FB500")

    played(work)


def test_who_types_the_number_gets_to_the_name(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            port = at.console.settings.address[1]
            answer = await at.browser(host=f"127.0.0.1:{port}").get("/")
            assert (answer.status_code, answer.headers["location"]) == (307, f"http://localhost:{port}/")

    played(work)


def test_every_answer_forbids_what_a_page_must_not_do(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            ana = at.logged_in("Ana Vogt")
            answers = [
                await ana.get("/"),
                await ana.get("/api/session"),
                await ana.get("/api/nothing"),
                await ana.post("/api/logout", json={}, headers={"origin": "https://evil.example"}),
                await ana.post(LOGIN, content=b"{"),
            ]
            for each in answers:
                assert "default-src 'none'" in each.headers["content-security-policy"]
                assert "unsafe" not in each.headers["content-security-policy"]
                assert each.headers["x-content-type-options"] == "nosniff"
                assert each.headers["referrer-policy"] == "no-referrer"
                assert each.headers["cache-control"] == "no-store"
                assert "server" not in each.headers

    played(work)


JSON = "application/json"
BODIES: tuple[tuple[bytes, str, int], ...] = (
    (b"{", JSON, 400),
    (b"[" * 60_000, JSON, 400),
    (b"\xff\xfe", JSON, 400),
    (b"", JSON, 422),
    (b"null", JSON, 422),
    (b'"\\ud800"', JSON, 422),
    (b'{"name": 1, "password": "x"}', JSON, 422),
    (b'{"name": "a", "password": "x", "more": 1}', JSON, 422),
    (b'{"\\ud800": 1}', JSON, 422),
    (b'{"name": "\\ud800", "password": "\\udfff"}', JSON, 422),
    (b"name=a&password=x", "application/x-www-form-urlencoded", 400),
    (b'{"name": "a", "password": "x"}', "text/plain", 400),
    (b'{"name": "a", "password": "x"}', "", 400),
)


def test_what_is_not_the_json_described_is_refused_in_our_form(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            browser = at.browser()
            for body, kind, status in BODIES:
                answer = await browser.post(LOGIN, content=body, headers={"content-type": kind})
                assert code(answer) == (status, "FB506"), (body[:40], kind)
            assert at.said == []

    played(work)


def test_a_refusal_does_not_repeat_what_was_sent(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            answer = await at.browser().post(LOGIN, json={"name": "Ana", "password": [PASSWORD]})
            assert answer.status_code == 422
            assert PASSWORD not in answer.text

    played(work)


def test_a_body_without_end_is_cut(tmp_path: Path) -> None:
    async def endless():
        for _ in range(100):
            yield b" " * 10_000

    async def work() -> None:
        async with door(tmp_path) as at:
            browser = at.browser()
            kind = {"content-type": "application/json"}
            whole = await browser.post(LOGIN, content=b" " * (guards.BODY_BYTES_MAX + 1), headers=kind)
            assert code(whole) == (413, "FB507")
            with suppress(httpx.WriteError):  # it may be closed while we still write
                assert code(await browser.post(LOGIN, content=endless(), headers=kind)) == (413, "FB507")
            assert (await at.browser().post(LOGIN, json={"name": "a", "password": "b"})).status_code == 401

    played(work)


def test_a_body_that_never_comes_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "BODY_SECONDS_MAX", 0.05)

    async def work() -> None:
        async with door(tmp_path) as at:
            settings = at.console.settings
            reader, writer = await asyncio.open_connection("127.0.0.1", settings.address[1])
            head = f"POST {LOGIN} HTTP/1.1\r\nHost: {settings.host}\r\nOrigin: {settings.origin}\r\n"
            writer.write(f"{head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{{".encode())
            assert b" 400 " in await reader.readline()
            writer.close()

    played(work)


def test_a_connection_that_says_nothing_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "PATIENCE_SECONDS", 0.05)

    async def work() -> None:
        async with door(tmp_path) as at:
            for start in (b"", b"GET /api/session HTTP/1.1\r\nHost: loc"):
                reader, writer = await asyncio.open_connection("127.0.0.1", at.console.settings.address[1])
                writer.write(start)
                assert await reader.read() == b""
                writer.close()

    played(work)


def test_one_address_cannot_take_all_connections(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "PLACE_MAX", 3)

    async def work() -> None:
        async with door(tmp_path) as at:
            port = at.console.settings.address[1]
            held = [await asyncio.open_connection("127.0.0.1", port) for _ in range(3)]
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            with suppress(ConnectionError):
                assert await reader.read() == b""
            writer.close()
            for _, each in held:
                each.close()

    played(work)


def test_one_address_may_ask_so_often_and_is_told_how_long_to_wait(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            at.console.rates.entries.at_once = 3
            browser = at.browser()
            body = {"token": "x" * 43}
            for _ in range(3):
                assert code(await browser.post("/api/enrolment/open", json=body)) == (403, "FB505")
            answer = await browser.post("/api/enrolment/open", json=body)
            assert code(answer) == (429, "FB509")
            at.hands.on(int(answer.headers["retry-after"]) * 1_000)
            assert code(await browser.post("/api/enrolment/open", json=body)) == (403, "FB505")

    played(work)


def test_addresses_and_methods_that_do_not_exist_are_refused_in_our_form(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            browser = at.browser()
            assert code(await browser.get("/api/nothing")) == (404, "FB508")
            assert code(await browser.get("/..%2f..%2fconsole.db")) == (404, "FB508")
            assert code(await browser.get("/assets/..%2fapp.py")) == (404, "FB508")
            assert code(await browser.get("/%2e%2e/app.py")) == (404, "FB508")
            assert code(await browser.get("/console.db")) == (404, "FB508")
            assert code(await browser.get(LOGIN)) in {(404, "FB508"), (405, "FB508")}
            assert code(await browser.put("/api/session", json={})) == (405, "FB508")

    played(work)


def test_a_fault_of_ours_shows_its_place_to_the_operator_and_nothing_to_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:

            def broken(_token: str) -> None:
                raise RuntimeError(f"it was {PASSWORD}")

            monkeypatch.setattr(at.console.enrolment.__class__, "opened", lambda _self, token: broken(token))
            answer = await at.browser().post("/api/enrolment/open", json={"token": "x"})
            assert code(answer) == (500, "FB519")
            assert len(at.said) == 1
            assert at.said[0].startswith("fault: RuntimeError at ")
            assert PASSWORD not in answer.text + at.said[0]

    played(work)


def test_the_description_of_the_interface_needs_no_login_and_names_every_refusal(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            described = json.loads((await at.browser().get("/api/openapi.json")).content)
            for path, methods in described["paths"].items():
                for method, each in methods.items():
                    assert {"401", "403", "422", "429"} <= set(each["responses"]), (path, method)

    played(work)


def test_one_account_may_ask_so_often_from_all_its_pages(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            at.console.rates.accounts.at_once = 2
            ana, bo = at.logged_in("Ana Vogt"), at.logged_in("Bo Lind")
            other = at.logged_in("Ana Vogt")
            assert (await ana.get("/api/session")).status_code == 200
            assert (await other.get("/api/session")).status_code == 200
            assert code(await ana.get("/api/session")) == (429, "FB509")
            assert (await bo.get("/api/session")).status_code == 200

    played(work)


def test_a_server_without_its_pages_says_how_to_get_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "FOLDER", tmp_path / "static")

    async def work() -> None:
        async with door(tmp_path) as at:
            answer = await at.browser().get("/")
            assert answer.status_code == 503
            assert "The console is not built" in answer.text
            assert "default-src 'none'" in answer.headers["content-security-policy"]

    played(work)


def test_what_was_built_is_served_and_what_changes_its_name_may_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = tmp_path / "static"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_text("<!doctype html>page")
    (built / "assets" / "index-1a2b.js").write_text("1")
    monkeypatch.setattr(pages, "FOLDER", built)

    async def work() -> None:
        async with door(tmp_path) as at:
            browser = at.browser()
            page, script = await browser.get("/"), await browser.get("/assets/index-1a2b.js")
            assert page.text == "<!doctype html>page"
            assert page.headers["cache-control"] == "no-store"
            assert script.headers["content-type"].startswith("text/javascript")
            assert "immutable" in script.headers["cache-control"]
            assert code(await browser.get("/index.js")) == (404, "FB508")

    played(work)
