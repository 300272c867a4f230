"""What a witness answers on each path. Work on the database happens in one thread, in the order asked."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.errors import CounterpartError, LocalError, StorageError
from firebreak.core.base.instants import Instant, iso
from firebreak.core.record.adding import SIZE_TYPE, Refused, Status
from firebreak.core.record.deposits import Signed
from firebreak.transport.http_server import Answer, Request
from firebreak.witness.cosigner import Cosigner
from firebreak.witness.journal import Journal, read_deposit

CBOR: Final = "application/cbor"
WAITING_MAX: Final = 256  # requests that wait for the database; more are told to come again
UNAVAILABLE: Final = 503


@dataclass(slots=True)
class WitnessService:
    """The paths of a witness."""

    cosigner: Cosigner
    journal: Journal
    operator: str
    failed: asyncio.Event = field(default_factory=asyncio.Event)
    "Set when the database failed: nothing more is answered."
    counts: dict[int, int] = field(default_factory=dict[int, int])
    "How often each status was answered since the start."
    _waiting: int = 0
    _work: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "witness"))

    async def handle(self, request: Request) -> Answer:
        """Answer one request. Never raises."""
        answer = await self._answer(request)
        self.counts[answer.status] = self.counts.get(answer.status, 0) + 1
        return answer

    async def do(self, work: Callable[[], bytes | None]) -> bytes:
        """Have something done with the database, after everything asked before. Raises as the work does."""
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._work, work) or b""
        except StorageError:
            self.failed.set()
            raise

    def close(self) -> None:
        """Finish what was begun."""
        self._work.shutdown(wait=True)

    async def _answer(self, request: Request) -> Answer:
        route = (request.method, request.path)
        if route == ("GET", "/health"):
            return await self._health()
        if route == ("GET", "/keys"):
            keys = (*self.cosigner.verifier_keys, self.journal.verifier_key)
            return Answer(200, "".join(f"{each}\n" for each in keys).encode())
        if route == ("GET", "/checkpoint"):
            return Answer(200, self.journal.checkpoint())
        works: dict[str, tuple[Callable[[bytes], bytes], str]] = {
            "/add-checkpoint": (self.cosigner.add, "text/plain; charset=utf-8"),
            "/deposit": (self._deposit, CBOR),
            "/fetch": (self._fetch, CBOR),
            "/attest": (self._attest, CBOR),
        }
        if request.path not in works:
            return Answer(404, b"there is nothing here\n")
        if request.method != "POST":
            return Answer(405, b"this path takes POST\n")
        return await self._worked(*works[request.path], request.body)

    async def _worked(self, work: Callable[[bytes], bytes], kind: str, body: bytes) -> Answer:
        if self._waiting >= WAITING_MAX or self.failed.is_set():
            return Answer(UNAVAILABLE, b"not now\n")
        self._waiting += 1
        try:
            return Answer(200, await self.do(lambda: work(body)), kind)
        except Refused as refused:
            kind = SIZE_TYPE if refused.size is not None else "text/plain; charset=utf-8"
            return Answer(int(refused.status), refused.answer.encode(), kind)
        except CounterpartError as error:
            return Answer(int(Status.MALFORMED), f"{error.text}\n".encode())
        except (LocalError, StorageError) as error:
            return Answer(UNAVAILABLE, f"{error.code}\n".encode())
        finally:
            self._waiting -= 1

    async def _health(self) -> Answer:
        """For the operator's monitor: whether it works, and how far it is. Nothing about any line."""
        if self.failed.is_set():
            return Answer(UNAVAILABLE, b"failed: the database took no write\n")
        lines = (
            f"witness {self.cosigner.name}",
            f"operator {self.operator}",
            f"time {iso(self._now())}",
            f"cosignatures {self.cosigner.database.cosignatures}",
            f"log {len(self.journal.tree)}",
        )
        return Answer(200, "".join(f"{line}\n" for line in lines).encode())

    def _deposit(self, body: bytes) -> bytes:
        signed, packet = read_deposit(body)
        return self.journal.deposit(signed, packet, self._now())

    def _fetch(self, body: bytes) -> bytes:
        return self.journal.fetch(Signed.read(body), self._now())

    def _attest(self, body: bytes) -> bytes:
        return self.journal.attest(Signed.read(body), self._now())

    def _now(self) -> Instant:
        return self.cosigner.clock.read().wall
