"""A running witness: database, cosigner, journal and HTTP, wired together."""

import asyncio
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from firebreak.core.base.errors import FirebreakError, StorageError
from firebreak.core.base.instants import Instant
from firebreak.core.record.adding import REQUEST_BYTES_MAX
from firebreak.keyring.witness import WitnessKeys
from firebreak.ports import Clock, LinkDown
from firebreak.store import faults as store_faults
from firebreak.transport.http_client import ask
from firebreak.transport.http_server import HttpServer, Limits
from firebreak.witness import faults
from firebreak.witness.cosigner import Cosigner
from firebreak.witness.database import Database
from firebreak.witness.journal import Journal
from firebreak.witness.known import Known
from firebreak.witness.service import WitnessService
from firebreak.witness.settings import Settings

BEAT_SECONDS: Final = 15.0  # four signs of life before a gap is written down
LIMITS: Final = Limits(connections=128, body_bytes=max(REQUEST_BYTES_MAX, 96 * 1024), idle_seconds=30.0)

Report = Callable[[str], None]


@dataclass(slots=True)
class RunningWitness:
    """Everything that runs in one witness process."""

    settings: Settings
    service: WitnessService
    server: HttpServer
    report: Report

    async def run(self, ready: Callable[[str], None]) -> None:
        """Until cancelled; `ready` is told the address. Raises StorageError when the database fails."""
        journal = self.service.journal
        await self.service.do(lambda: journal.start(self._now()))
        await self.server.open(self.settings.listen, _tls(self.settings))
        beating = asyncio.create_task(self._beat())
        try:
            ready(self.server.address)
            await self.service.failed.wait()
            raise store_faults.refuses()
        finally:
            beating.cancel()
            with suppress(asyncio.CancelledError):
                await beating
            await self.server.close()
            self.service.close()
            self.service.cosigner.database.close()

    async def _beat(self) -> None:
        """Write down that it answers, asked by itself at its public address if it has one."""
        journal = self.service.journal
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            try:
                if self.settings.public_url is not None:
                    await ask(self.settings.public_url.rstrip("/") + "/health")
                await self.service.do(lambda: journal.beat(self._now()))
            except (LinkDown, FirebreakError) as error:
                self.report(str(error))
                if isinstance(error, StorageError):
                    return

    def _now(self) -> Instant:
        return self.service.cosigner.clock.read().wall


def build(settings: Settings, passphrase: str, clock: Clock, report: Report) -> RunningWitness:
    """Open the database and everything above it. Raises LocalError."""
    keys = WitnessKeys.load(settings.keys, passphrase, environment=settings.environment)
    known = Known(settings.lines, settings.environment, settings.logs)
    known.refresh()
    for problem in known.problems:
        report(problem)
    database = Database.open(settings.database, keys.storage)
    cosigner = Cosigner(settings.name, keys, known, database, clock)
    journal = Journal(settings.name, settings.environment, keys, known, database)
    service = WitnessService(cosigner, journal, settings.operator)
    return RunningWitness(settings, service, HttpServer(service.handle, LIMITS), report)


def _tls(settings: Settings) -> ssl.SSLContext | None:
    if settings.certificate is None or settings.key is None:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    try:
        context.load_cert_chain(settings.certificate, settings.key)
    except (OSError, ssl.SSLError) as error:
        raise faults.setting(settings.certificate, f"certificate or key cannot be used: {error}") from error
    return context
