"""Bundles of a line, written by the node for one answer: verified here, or handed to whoever asked."""

import asyncio
import tempfile
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from firebreak.catalogue import speaking
from firebreak.console.asking import asked
from firebreak.console.refusals import TOO_MANY, Refused
from firebreak.console.views.following import Views
from firebreak.verify import Report, verify_bundle

_busy = asyncio.Semaphore(1)
"Reading a whole record takes a core for as long as it lasts: one after another."


@asynccontextmanager
async def one_at_a_time() -> AsyncGenerator[None]:
    """Raises Refused while another whole record is read."""
    if _busy.locked():
        raise Refused(
            "a whole record is being read for somebody else",
            code="FB526",
            hint="try again in a few seconds",
            status=TOO_MANY,
            wait=5,
        )
    async with _busy:
        yield


@asynccontextmanager
async def bundle_of(views: Views, line: str, **choice: Any) -> AsyncGenerator[Path]:
    """A fresh bundle of a line, gone when it is no longer needed. Raises Refused."""
    with tempfile.TemporaryDirectory(prefix="firebreak-") as folder:
        path = Path(folder) / "record.fbundle"
        await asked(views, "export", line=line, to=str(path), **choice)
        yield path


async def verified(views: Views, line: str) -> Report:
    """The report on the record of a line as the node has it now. Raises Refused."""
    async with one_at_a_time(), bundle_of(views, line) as path:
        return await asyncio.to_thread(_report, path)


def _report(path: Path) -> Report:
    with path.open("rb") as stream:
        return verify_bundle(stream)


def told(report: Report, language: str) -> dict[str, Any]:
    """A report in the words of a language, as a program reads it and as a person does."""
    words = speaking("verify", language)
    return {**report.to_json(words), "language": language, "summary": list(report.summary(words))}
