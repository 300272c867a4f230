"""The description of the interface is true: whatever it describes is answered as it says."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import httpx
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from firebreak.console.app import make_app
from tests.api.running import running
from tests.console.access import Door, door
from tests.console.thread import in_a_thread
from tests.plays.paired import copy_paired

CHECKS: Final = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
ENDLESS: Final = ("/api/events",)  # has tests of its own
ENDING: Final = ("/api/logout",)  # would end the session under test
EXAMPLES: Final = 3


@asynccontextmanager
async def served(folder: Path) -> AsyncGenerator[Door]:
    """A console on a running node, with an administrator and an officer."""
    copy_paired(folder)
    async with running(folder / "north"), door(folder / "north") as at:
        for rate in (at.console.rates.addresses, at.console.rates.accounts, at.console.rates.entries):
            rate.at_once = 1_000_000
        at.logged_in("root", "administrator")
        at.logged_in("one", "duty", "releaser", "supervisor", officer="north one")
        await settled(at.browsers[-1])
        yield at


async def settled(browser: httpx.AsyncClient) -> None:
    """Until the server has seen the node."""
    async with asyncio.timeout(30):
        while True:
            if (await browser.get("/api/snapshot")).status_code == 200:
                return
            await asyncio.sleep(0.02)


def test_every_request_that_is_described_is_answered_as_described(tmp_path: Path) -> None:
    with in_a_thread(served(tmp_path)) as at:
        described = schemathesis.openapi.from_dict(make_app(at.console).openapi())
        settings_of = at.console.settings
        url = f"http://127.0.0.1:{settings_of.address[1]}"
        root, ana = (each.headers["cookie"] for each in at.browsers[1:3])
        asked = 0
        for found in described.get_all_operations():
            assert isinstance(found, Ok)
            operation: Any = found.ok()
            if operation.path in (*ENDLESS, *ENDING):
                continue
            cookie = root if operation.path.startswith("/api/accounts") else ana
            headers = {"host": settings_of.host, "origin": settings_of.origin, "cookie": cookie}
            for mode in schemathesis.GenerationMode:
                asked += _ask(operation.as_strategy(generation_mode=mode), url, headers)
        assert asked > 100
        assert not [each for each in at.said if each.startswith("fault")], at.said


def _ask(cases: Any, url: str, headers: dict[str, str]) -> int:
    count = 0

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
    )
    @given(case=cases)
    def ask(case: Any) -> None:
        nonlocal count
        count += 1
        if "line" in (case.path_parameters or {}) and count % 2:
            case.path_parameters["line"] = "south"
        answer = case.call(base_url=url, headers=headers)
        case.validate_response(answer, checks=CHECKS)
        if answer.status_code >= 400:
            assert {*answer.json()} == {"code", "text", "hint"}

    with contextlib.suppress(Unsatisfiable):  # nothing can be wrong with no argument
        ask()
    return count
