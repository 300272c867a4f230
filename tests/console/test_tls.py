"""The console over TLS: with a certificate of its own, and with the operator's."""

import socket
import ssl
from pathlib import Path

import httpx
import pytest

from firebreak.console.certificates import VALID_DAYS, Held, held, tls_context
from firebreak.console.server import bind
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import DAY, Instant
from tests.console.access import ANA, NOON, Authenticator, door, played, settings_in

NAME = "https://watch.example:7400"


def ours(folder: Path, now: int = NOON, origin: str = NAME) -> Held:
    return held(settings_in(folder, listen="0.0.0.0:7400", origin=origin), Instant(now))


def test_away_from_the_loopback_it_speaks_tls_and_binds_the_cookie_to_its_host(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path, listen="0.0.0.0:0", origin=NAME) as at:
            browser = at.browser()
            answer = await at.enrol(browser, at.token_for(ANA), Authenticator())
            assert answer.status_code == 200
            name, *attributes = answer.headers["set-cookie"].split("; ")
            assert name.startswith("__Host-firebreak-7400=")
            assert {"Secure", "HttpOnly", "Path=/", "SameSite=strict"} <= {*attributes}
            assert not any(each.startswith("Domain") for each in attributes)
            assert (await browser.get("/api/session")).status_code == 200
            assert "strict-transport-security" not in answer.headers  # nobody could go on when it changes
            port = at.console.settings.address[1]
            async with httpx.AsyncClient(verify=False) as plain:
                with pytest.raises(httpx.TransportError):
                    await plain.get(f"http://127.0.0.1:{port}/")
            older = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            older.maximum_version = ssl.TLSVersion.TLSv1_2
            async with httpx.AsyncClient(verify=older) as old:
                with pytest.raises(httpx.TransportError):
                    await old.get(f"https://127.0.0.1:{port}/")

    played(work)


def test_the_operators_certificate_is_used_as_it_is(tmp_path: Path) -> None:
    made = ours(tmp_path, origin="https://localhost:1")

    async def work() -> None:
        name, path = "https://localhost:1", made.certificate
        async with door(tmp_path, origin=name, certificate=path, certificate_key=made.key) as at:
            assert any(made.fingerprint in each for each in at.said)
            answer = await at.browser().get("/api/session")
            assert answer.headers["strict-transport-security"].startswith("max-age=")

    played(work)


def test_our_certificate_stays_until_shortly_before_its_end_or_another_host(tmp_path: Path) -> None:
    first = ours(tmp_path)
    assert ours(tmp_path, NOON + 300 * DAY).fingerprint == first.fingerprint
    second = ours(tmp_path, NOON + (VALID_DAYS - 13) * DAY)
    assert second.fingerprint != first.fingerprint
    assert second.until - NOON > 700 * DAY
    other = ours(tmp_path, NOON, "https://10.0.0.7:7400")
    assert other.fingerprint not in {first.fingerprint, second.fingerprint}
    assert ours(tmp_path, NOON, "https://10.0.0.7:7400").fingerprint == other.fingerprint
    assert (tmp_path / "console" / "certificate.key").stat().st_mode & 0o077 == 0


def test_a_certificate_that_cannot_be_used_says_so_before_anything_is_served(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    one, other = ours(first), ours(second)
    with pytest.raises(LocalError) as refused:
        tls_context(Held(one.certificate, other.key, "", NOON))
    assert refused.value.code == "FB516"
    for wrong in (tmp_path / "none.pem", one.key):
        with pytest.raises(LocalError) as refused:
            held(settings_in(tmp_path, certificate=wrong), NOON)
        assert refused.value.code == "FB516"


def test_an_address_that_is_taken_says_so(tmp_path: Path) -> None:
    listener, settings = bind(settings_in(tmp_path))
    assert listener.proto == socket.IPPROTO_TCP  # else each answer waits for an acknowledgement, 40 ms
    with listener, pytest.raises(LocalError) as refused:
        bind(settings_in(tmp_path, listen=settings.listen))
    assert refused.value.code == "FB517"
