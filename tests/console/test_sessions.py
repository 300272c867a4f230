"""Sessions and one-time links: what counts, how long, and that what has ended never counts again."""

import asyncio
import contextlib
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from firebreak.console.accounts import ROLES
from firebreak.console.context import Console
from firebreak.console.enrolment import LINK_LIVES
from firebreak.console.passkeys import NewPasskey
from firebreak.console.refusals import Refused
from firebreak.console.sessions import ABSOLUTE, IDLE, SESSIONS_MAX
from firebreak.core.base.instants import MINUTE
from firebreak.keyring.vault import LIGHT
from tests.console.access import ANA, PASSWORD, Authenticator, Hands, code, door, played, roster, settings_in

NAMES = (ANA, "Bo Lind", "Cleo")


class Watches(RuleBasedStateMachine):
    """People who come, go, idle and are closed out; the model is what must be true of each token."""

    tokens = Bundle("tokens")
    links = Bundle("links")

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.hands = Hands()
        settings = settings_in(Path(self.folder.name)).at(7400)
        self.console = Console.open(settings, clock=self.hands, cost=LIGHT)
        self.living: dict[str, tuple[str, int, int]] = {}
        "Token to account, last sign of life and end."
        self.dead: set[str] = set()
        self.open_links: dict[str, tuple[str, int]] = {}
        self.made = 0

    def teardown(self) -> None:
        self.console.close()
        self.folder.cleanup()

    @rule(name=st.sampled_from(NAMES))
    def make_account(self, name: str) -> None:
        with contextlib.suppress(Refused):
            self.console.accounts.make(name, ["duty"])

    @rule(target=tokens, name=st.sampled_from(NAMES))
    def log_in(self, name: str) -> str:
        account = self.console.accounts.open_one(name)
        if account is None:
            return ""
        token, session = self.console.sessions.begin(account, "link")
        self.living[token] = (name, self.hands.wall, session.ends_at)
        own = [each for each, (whose, _, _) in self.living.items() if whose == name and self.counts(each)]
        for each in own[:-SESSIONS_MAX]:
            self.die(each)
        return token

    @rule(token=tokens)
    def use(self, token: str) -> None:
        found = self.finds(token)
        assert found == self.counts(token)
        if found:
            name, _, ends_at = self.living[token]
            self.living[token] = (name, self.hands.wall, ends_at)
        elif token:
            self.die(token)

    @rule(token=tokens)
    def log_out(self, token: str) -> None:
        if self.finds(token):
            self.console.sessions.end(self.console.sessions.find(token).id)
        self.die(token)

    @rule(name=st.sampled_from(NAMES))
    def close(self, name: str) -> None:
        with contextlib.suppress(Refused):
            self.console.sessions.end_all(self.console.accounts.close(name).name)
            for each in [token for token, (whose, _, _) in self.living.items() if whose == name]:
                self.die(each)
            self.open_links = {each: kept for each, kept in self.open_links.items() if kept[0] != name}

    @rule(minutes=st.sampled_from([1, 5, 59, 61, 12 * 60]))
    def wait(self, minutes: int) -> None:
        self.hands.on(minutes * MINUTE)

    @rule(target=links, name=st.sampled_from(NAMES))
    def link(self, name: str) -> str:
        account = self.console.accounts.open_one(name)
        if account is None:
            return ""
        token = self.console.enrolment.link(account).rpartition("=")[2]
        self.open_links = {each: kept for each, kept in self.open_links.items() if kept[0] != name}
        self.open_links[token] = (name, self.hands.wall + LINK_LIVES)
        return token

    @rule(token=consumes(links))
    def enrol_twice(self, token: str) -> None:
        _, until = self.open_links.pop(token, ("", 0))
        assert self.enrols(token) == (until > self.hands.wall)
        assert not self.enrols(token)

    @invariant()
    def what_has_ended_never_counts_again(self) -> None:
        assert not any(self.finds(each) for each in [*self.dead][-8:])

    def enrols(self, token: str) -> bool:
        self.made += 1
        try:
            account, _ = self.console.enrolment.opened(token)
            made = NewPasskey(self.made.to_bytes(16, "big"), b"key", 0)
            self.console.enrolment.finish(token, account, made, None)
        except Refused:
            return False
        return True

    def finds(self, token: str) -> bool:
        try:
            self.console.sessions.find(token)
        except Refused:
            return False
        return True

    def counts(self, token: str) -> bool:
        if token not in self.living:
            return False
        _, seen_at, ends_at = self.living[token]
        return self.hands.wall < min(seen_at + IDLE, ends_at)

    def die(self, token: str) -> None:
        self.living.pop(token, None)
        self.dead.add(token)


TestWatches = Watches.TestCase
TestWatches.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)


def test_a_session_that_is_used_lives_for_a_day_and_no_longer(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            ana, idle = at.logged_in(ANA), at.logged_in("Bo Lind")
            for _ in range(ABSOLUTE // (50 * MINUTE)):
                at.hands.on(50 * MINUTE)
                assert (await ana.get("/api/session")).status_code == 200
            assert code(await idle.get("/api/session")) == (401, "FB501")
            at.hands.on(40 * MINUTE)
            assert code(await ana.get("/api/session")) == (401, "FB501")

    played(work)


def test_an_administrator_who_idles_is_out_after_a_quarter_of_an_hour(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            root = at.logged_in("root", "administrator")
            at.hands.on(14 * MINUTE)
            assert (await root.get("/api/accounts")).status_code == 200
            at.hands.on(15 * MINUTE)
            assert code(await root.get("/api/accounts")) == (401, "FB501")

    played(work)


def test_of_many_who_use_one_link_at_once_one_gets_in(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            token = at.token_for(ANA)
            tries = [at.enrol(at.browser(), token, Authenticator()) for _ in range(6)]
            answers = await asyncio.gather(*tries)
            assert sorted(each.status_code for each in answers)[:2] == [200, 403]
            late = await at.browser().post("/api/enrolment/open", json={"token": token})
            assert code(late) == (403, "FB505")

    played(work)


def test_the_cookie_is_for_this_site_alone_and_for_no_script(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            answer = await at.enrol(at.browser(), at.token_for(ANA), Authenticator())
            cookie = answer.headers["set-cookie"]
            port = at.console.settings.address[1]
            assert cookie.startswith(f"firebreak-{port}=")
            assert {"HttpOnly", "SameSite=strict", "Path=/"} <= {*cookie.split("; ")}

    played(work)


def test_a_link_that_forgets_takes_away_every_way_in_of_before_and_every_session(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            stolen, browser = Authenticator(), at.browser()
            await at.enrol(browser, at.token_for(ANA), stolen)
            token = at.token_for(ANA, forget=True)
            assert (await browser.get("/api/session")).status_code == 200  # until the link is used
            assert (await at.enrol(at.browser(), token, Authenticator())).status_code == 200
            assert code(await browser.get("/api/session")) == (401, "FB501")
            assert code(await at.log_in(browser, stolen)) == (401, "FB503")

    played(work)


def test_an_officer_who_left_the_roster_is_out_at_once_and_back_when_listed_again(tmp_path: Path) -> None:
    roster(tmp_path, ANA, "Bo Lind")

    async def work() -> None:
        async with door(tmp_path) as at:
            device, browser = Authenticator(), at.browser()
            await at.enrol(browser, at.token_for(ANA, officer=ANA), device)
            assert (await browser.get("/api/session")).json()["officer"]["powers"] == ["duty"]
            open_link = at.token_for(ANA)
            roster(tmp_path, "Bo Lind")
            assert code(await browser.get("/api/session")) == (401, "FB501")
            assert code(await at.log_in(at.browser(), device)) == (401, "FB503")
            assert code(await at.enrol(at.browser(), open_link, Authenticator())) == (403, "FB505")
            roster(tmp_path, ANA)
            assert code(await browser.get("/api/session")) == (401, "FB501")  # what has ended stays ended
            assert (await at.log_in(browser, device)).status_code == 200

    played(work)


def test_an_officer_who_is_not_listed_yet_gets_in_to_bring_a_key(tmp_path: Path) -> None:
    roster(tmp_path, "Bo Lind")

    async def work() -> None:
        async with door(tmp_path) as at:
            ana = at.logged_in(ANA, officer=ANA)
            assert (await ana.get("/api/session")).json()["officer"]["key"] == "none"

    played(work)


def test_a_password_made_with_the_link_opens_the_account_in_any_spelling_of_the_name(tmp_path: Path) -> None:
    async def work() -> None:
        async with door(tmp_path) as at:
            body = {"token": at.token_for("Zoë Ångström"), "password": PASSWORD}
            assert (await at.browser().post("/api/enrolment/finish", json=body)).status_code == 200
            for name in ("Zoë Ångström", "zoë ångström", " Zoe\u0308  A\u030angstro\u0308m "):
                body = {"name": name, "password": PASSWORD}
                assert (await at.browser().post("/api/login/password", json=body)).status_code == 200

    played(work)


def test_every_role_is_explained_to_administrators() -> None:
    page = (Path(__file__).parents[2] / "docs" / "console-server.md").read_text(encoding="utf-8")
    assert all(f"| {each} | " in page for each in ROLES)
