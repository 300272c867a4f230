"""docs/console-api.md names every request there is, and its example runs."""

import asyncio
import re
import sys
from pathlib import Path

from firebreak.console.routes import (
    alerts,
    carrying,
    inside,
    lines,
    notices,
    records,
    releases,
    sound,
    voice_notes,
)
from tests.console.serving import pair, played
from tools.tree import ROOT

PAGE = (ROOT / "docs" / "console-api.md").read_text(encoding="utf-8")


def test_every_request_on_a_line_and_about_alerts_is_explained() -> None:
    told = set(re.findall(r"^\| `(GET|POST) (/[^`?]+)", PAGE, re.MULTILINE))
    there = {
        (method, re.sub(r"\{(\w+)\}", lambda name: name[1].upper(), route.path.split("{line}")[-1]))  # type: ignore[attr-defined]
        for router in (
            lines.router,
            notices.router,
            notices.texts,
            records.router,
            releases.router,
            sound.router,
            voice_notes.router,
            carrying.router,
            inside.router,
            alerts.router,
        )
        for route in router.routes
        for method in route.methods  # type: ignore[attr-defined]
    }
    assert told == there


def test_the_example_runs_as_printed(tmp_path: Path) -> None:
    example = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert example
    script = tmp_path / "example.py"
    script.write_text(example[1], encoding="utf-8")
    password = "quince saddle orbit fennel"

    async def work() -> None:
        async with pair(tmp_path) as both:
            console = both.site.console
            link = console.enrolment.link(console.accounts.make("ann", ["duty"]))
            async with both.site.browser() as browser:
                body = {"token": link.rpartition("=")[2], "password": password}
                (await browser.post("/api/enrolment/finish", json=body)).raise_for_status()
            run = await asyncio.create_subprocess_exec(
                *(sys.executable, str(script), console.settings.origin, "ann", password),
                stdout=asyncio.subprocess.PIPE,
            )
            assert run.stdout is not None
            assert b"south" in await run.stdout.readline()
            await both.south.ask("send", text="All quiet here.")
            assert b"message: All quiet here." in await run.stdout.read()
            assert await run.wait() == 0

    played(work)
