"""Bringing links up: listening for the counterparts of all lines, and dialling each of them.

Both sides may dial; two links of one line do no harm, every packet is the same over either.
"""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from firebreak.app.carrier import Carrier
from firebreak.app.measuring import keep_measured
from firebreak.core.base.errors import FirebreakError
from firebreak.core.base.instants import Moment
from firebreak.core.base.purposes import HELLO
from firebreak.core.envelope.card import Card
from firebreak.core.envelope.header import key_id
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.padding import Padding
from firebreak.core.envelope.signer import Signer
from firebreak.core.line.line import Line
from firebreak.core.line.rates import Limit
from firebreak.core.linecheck.events import LinkLost, LinkUp
from firebreak.core.record.bodies import SessionUp
from firebreak.ports import Clock, LinkDown, Store
from firebreak.runtime.outbox import Outbox
from firebreak.runtime.pace import Pace
from firebreak.runtime.pump import Pump
from firebreak.transport.backoff import Backoff
from firebreak.transport.gate import Gate
from firebreak.transport.hello import Greeter, Hello, Session, greet_back, greet_first
from firebreak.transport.kem import KemKey
from firebreak.transport.measuring import Carried
from firebreak.transport.sealing import EPOCH, Opener, Sealer
from firebreak.transport.tls import TlsIdentity
from firebreak.transport.websocket import Listener, WebSocketLink, dial, listen

LINKS_MAX: Final = 8  # of a line; four addresses dialled from both sides

Report = Callable[[str, str], None]
"(line, text): for people who look at the node, not for the record."


@dataclass(slots=True)
class Lane:
    """One line with what its links need."""

    name: str
    line: Line
    made: Card
    "The newest card of ours when this process started."
    signer: Signer = field(repr=False)
    kem: KemKey = field(repr=False)
    dial: tuple[str, ...] = ()
    "Addresses of the counterpart, `host:port`, the best first."
    give_back: Pace | None = None
    "How fast the counterpart gets what it says it lacks."
    sessions: Pace | None = None
    "How often it may begin a session: each is an entry of ours."
    up: int = 0
    "How many sessions carry it now."
    down_since: dict[str, int] = field(default_factory=dict[str, int])
    "Steady milliseconds at which each address that we dial was found down, if it is."
    alone_since: int | None = None
    "Since when no link carries the line at all."
    carried: dict[str, Carried] = field(default_factory=dict[str, Carried])
    "What each link that is up carried when it was measured last."
    sealer: Sealer | None = None
    opener: Opener | None = None

    @property
    def ours(self) -> Card:
        """Our newest card: that of our start, or a later one that the counterpart has taken in since."""
        return max(self.made, *self._cards(ours=True), key=lambda each: each.serial)

    @property
    def theirs(self) -> Card:
        """The newest card of the counterpart that is in force."""
        return self._cards(ours=False)[-1]

    @property
    def certificates(self) -> tuple[bytes, ...]:
        """What the counterpart may show: while it changes its keys, either of two certificates."""
        keys = self.greeting_keys
        return tuple(
            dict.fromkeys(each.certificate for each in self._cards(ours=False) if each.log_key in keys)
        )

    def _cards(self, *, ours: bool) -> list[Card]:
        sides = (each.side for each in self.line.memory.cards.chains[ours])
        return [each.card.card for each in sides if each.card is not None]

    @property
    def greeting_keys(self) -> tuple[bytes, ...]:
        """Log keys of the counterpart that count now for what is signed outside the record."""
        memory = self.line.memory
        keys = memory.cards.greeting_keys()
        return tuple(each for each in keys if not memory.revocations.is_revoked(key_id(each), ours=False))

    def admit(self, now: Moment) -> None:
        """Raise LinkDown for one link or session too many."""
        if self.up >= LINKS_MAX:
            raise LinkDown(f"{self.up} links carry this line already")
        if self.sessions is not None and not self.sessions.allows():
            self.line.intake.exceeded(Limit.SESSIONS, self.line.time.at(now))
            raise LinkDown("too many sessions were begun in the last minutes")

    def lacks_link(self, steady: int, grace: int) -> bool:
        """Whether a link that should carry it has been down for longer than that."""
        if self.alone_since is None and not self.up:
            self.alone_since = steady
        since = [*self.down_since.values(), *([] if self.up else [self.alone_since or steady])]
        return any(steady - each >= grace for each in since)

    def greeter(self, tls: TlsIdentity, shown: bytes) -> Greeter:
        """What we bring to a greeting on one link."""
        environment = self.line.identity.environment
        return Greeter(
            environment=environment,
            line=self.line.identity.line,
            ours=self.ours,
            theirs=self.theirs,
            segment=self.line.writer.segment,
            kem_key=self.kem.public,
            nonce=secrets.token_bytes(32),
            our_certificate=tls.hash,
            their_certificate=shown,
            their_keys=self.greeting_keys or (bytes(32),),
            sign=lambda payload: self.signer.sign_session(HELLO, environment, payload),
        )

    def sealer_for(self, session: Session) -> Sealer:
        """One sealer for the life of the process, whatever links come and go."""
        environment = self.line.identity.environment
        if self.sealer is None:
            padding: Padding = self.line.machines.agreements.in_force.padding
            self.sealer = Sealer(
                session.outgoing,
                lambda payload: self.signer.sign_session(EPOCH, environment, payload),
                session.theirs.kem_key,
                padding,
            )
        self.sealer.receiver_is(session.theirs.kem_key)
        return self.sealer

    def opener_for(self, session: Session) -> Opener:
        """One opener for each process of the counterpart."""
        if self.opener is None or self.opener.way != session.incoming:
            self.opener = Opener(session.incoming, self.kem, session.key)
        return self.opener


@dataclass(slots=True)
class Links:
    """All links of a node."""

    lanes: dict[str, Lane]
    tls: TlsIdentity
    pump: Pump
    store: Store
    clock: Clock
    report: Report
    connections_per_minute: int = 60
    "From one address."
    listener: Listener | None = None
    _tasks: "set[asyncio.Task[None]]" = field(default_factory=set)

    async def open(self, address: str | None) -> None:
        """Listen, if an address is given, and dial all counterparts that have one."""
        if address:
            trusted = [each for lane in self.lanes.values() for each in lane.certificates]
            gate = Gate(self.connections_per_minute, self.connections_per_minute)
            self.listener = await listen(address, self.tls, trusted, self._welcome, gate)
        for lane in self.lanes.values():
            for path in lane.dial:
                self._tasks.add(asyncio.create_task(self._keep_dialling(lane, path)))

    async def close(self) -> None:
        """Hang up everywhere."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self.listener:
            await self.listener.close()

    def follow(self, name: str) -> None:
        """A new card of a counterpart is in force: let it in with the certificate of that card too."""
        if self.listener is not None:
            for each in self.lanes[name].certificates:
                try:
                    self.listener.trust(each)
                except ValueError as error:
                    self.report(name, f"the certificate of their new card cannot be used: {error}")

    async def _keep_dialling(self, lane: Lane, address: str) -> None:
        backoff = Backoff()
        while True:
            try:
                link = await dial(address, self.tls, *lane.certificates)
                try:
                    lane.admit(self.clock.read())
                    session = await greet_first(link, lane.greeter(self.tls, link.counterpart))
                    backoff.worked()
                    lane.down_since.pop(address, None)
                    await self._carry(lane, link, session)
                finally:
                    await link.close()
            except (LinkDown, FirebreakError) as error:
                self.report(lane.name, str(error))
            lane.down_since.setdefault(address, self.clock.read().steady)
            await asyncio.sleep(backoff.next_seconds())

    async def _welcome(self, link: WebSocketLink) -> None:
        try:
            chosen: list[Lane] = []
            _, session = await greet_back(link, lambda hello: self._choose(hello, link, chosen))
            await self._carry(chosen[0], link, session)
        except (LinkDown, FirebreakError) as error:
            self.report("", str(error))

    def _choose(self, hello: Hello, link: WebSocketLink, chosen: list[Lane]) -> Greeter | None:
        lane = next((each for each in self.lanes.values() if each.line.identity.line == hello.line), None)
        if lane is None:
            return None
        lane.admit(self.clock.read())
        chosen.append(lane)
        return lane.greeter(self.tls, link.counterpart)

    async def _carry(self, lane: Lane, link: WebSocketLink, session: Session) -> None:
        sealer = lane.sealer_for(session)
        outbox = Outbox(lane.line.identity.line, lane.signer.key_id, self.store, lane.give_back)
        opener = lane.opener_for(session)
        carrier = Carrier(lane.name, lane.line, link, session, sealer, opener, outbox, self.pump, self.clock)
        lane.up, lane.alone_since = lane.up + 1, None
        self.report(lane.name, f"{link.name} is up")
        self._show(lane, LinkUp, link)
        try:
            if sealer.epoch_packet:
                await link.send(sealer.epoch_packet)
            noting = asyncio.create_task(self._note(lane, link, session))
            measuring = asyncio.create_task(keep_measured(lane, link))
            try:
                await carrier.run()
            finally:
                noting.cancel()
                measuring.cancel()
        finally:
            lane.up -= 1
            lane.carried.pop(link.name, None)
            self.report(lane.name, f"{link.name} is down")
            self._show(lane, LinkLost, link)

    def _show(self, lane: Lane, event: type[LinkUp | LinkLost], link: WebSocketLink) -> None:
        at = lane.line.time.at(self.clock.read())
        self.pump.show(lane.name, event(at=at, link=link.name, links=lane.up))

    async def _note(self, lane: Lane, link: WebSocketLink, session: Session) -> None:
        """Write into the record that a session is up, and what was agreed in its greeting."""
        body = SessionUp(transcript=session.transcript, version=session.version, link=link.name)
        try:
            await self.pump.ask(lane.name, lambda _line, _at: Draft(kind=Kind.SESSION_UP, body=body))
        except FirebreakError as error:
            self.report(lane.name, str(error))
