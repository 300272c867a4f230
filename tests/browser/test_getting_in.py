"""A real browser at the console's server: passkeys as browsers make them, and what a page may load."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, sync_playwright

from tests.console.access import ANA, door
from tests.console.thread import in_a_thread

FLAGS = ["--no-sandbox", "--disable-gpu"]

MAKE = """async (token) => {
    const post = async (path, body) => {
        const headers = {"content-type": "application/json"}
        const answer = await fetch(path, {method: "POST", headers, body: JSON.stringify(body)})
        return answer.json()
    }
    const options = await post("/api/enrolment/passkey/options", {token})
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
    const credential = (await navigator.credentials.create({publicKey})).toJSON()
    return post("/api/enrolment/finish", {token, credential})
}"""
OPEN = """async () => {
    const post = async (path, body) => {
        const headers = {"content-type": "application/json"}
        const answer = await fetch(path, {method: "POST", headers, body: JSON.stringify(body)})
        return answer.json()
    }
    await post("/api/logout", {})
    const options = await post("/api/login/passkey/options", {})
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
    const credential = (await navigator.credentials.get({publicKey})).toJSON()
    return post("/api/login/passkey", {credential})
}"""


@pytest.fixture
def context() -> Iterator[BrowserContext]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("needs Chromium (Debian: apt-get install chromium)")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield browser.new_context(ignore_https_errors=False)
        browser.close()


def with_device(context: BrowserContext) -> Page:
    """A page whose machine has a passkey device that knows its person."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return page


def test_a_browsers_own_passkey_opens_the_account_and_its_cookie_is_out_of_reach(
    tmp_path: Path, context: BrowserContext
) -> None:
    with in_a_thread(door(tmp_path)) as at:
        page = with_device(context)
        errors: list[str] = []
        foreign: list[str] = []
        page.on("console", lambda each: errors.append(each.text) if each.type == "error" else None)
        page.on(
            "request", lambda each: foreign.append(each.url) if not each.url.startswith(at.origin) else None
        )
        page.goto(at.origin)
        assert page.evaluate(MAKE, at.token_for(ANA))["how"] == "link"
        opened = page.evaluate(OPEN)
        assert (opened["name"], opened["how"]) == (ANA, "passkey")
        assert page.evaluate("document.cookie") == ""
        (cookie,) = context.cookies()
        assert (cookie.get("httpOnly"), cookie.get("sameSite")) == (True, "Strict")
        page.reload()
        found = page.evaluate("fetch('/api/session').then((each) => each.json())")
        assert found["id"] == opened["id"]
        assert not [each for each in errors if "Content Security Policy" in each], errors
        assert [each for each in foreign if not each.startswith(at.origin)] == []


ATTACK = """async (origin) => {
    const headers = {"content-type": "application/json"}
    const sent = {method: "POST", credentials: "include", mode: "no-cors", headers, body: "{}"}
    try { return (await fetch(origin + "/api/logout", sent)).type } catch (error) { return "refused" }
}"""
FORM = """(origin) => {
    const form = document.createElement("form")
    Object.assign(form, {method: "post", action: origin + "/api/logout", enctype: "text/plain"})
    document.body.append(form)
    form.submit()
}"""
EVIL = "http://evil.localhost:9/"


def test_a_page_of_another_address_cannot_speak_in_the_officers_name(
    tmp_path: Path, context: BrowserContext
) -> None:
    with in_a_thread(door(tmp_path)) as at:
        page = with_device(context)
        page.goto(at.origin)
        page.evaluate(MAKE, at.token_for(ANA))
        stranger = context.new_page()
        stranger.route(f"{EVIL}*", lambda route: route.fulfill(body="<body>", content_type="text/html"))
        stranger.goto(EVIL)
        assert stranger.evaluate(ATTACK, at.origin) == "refused"
        with stranger.expect_navigation() as led:
            stranger.evaluate(FORM, at.origin)
        assert led.value is not None
        assert led.value.json()["code"] == "FB500"
        found = page.evaluate("fetch('/api/session').then((each) => each.json())")
        assert found["name"] == ANA
