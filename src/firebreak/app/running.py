"""A running node: store, signer, lines, links and desk socket, wired together."""

import asyncio
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from typing import Any

from firebreak.api.desk_socket import DeskSocket
from firebreak.api.service import Service
from firebreak.api.verbs import VERBS
from firebreak.app.attesting import Attesting
from firebreak.app.backing_up import back_up
from firebreak.app.beside import Beside
from firebreak.app.cards import Passing, bring_into_use, followed
from firebreak.app.ceremony import Ceremony
from firebreak.app.console_process import console_of
from firebreak.app.exporting import write_entry_proof, write_line_bundle
from firebreak.app.health import Health
from firebreak.app.house import House
from firebreak.app.lanes import LaneMaker, owed_drafts
from firebreak.app.links import Lane, Links, Report
from firebreak.app.mailboxes import Mailboxes
from firebreak.app.scrubbing import Scrub
from firebreak.app.signing import begin, shared_user, show_agreements, start, until_gone
from firebreak.app.tracking_process import tracking_of
from firebreak.app.witnesses import Witnesses
from firebreak.config import LineConfig
from firebreak.core.base.errors import FirebreakError, StorageError
from firebreak.core.base.events import Event
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.agreement import AgreementInForce
from firebreak.core.line.card_events import CardInForce, KeyRevoked
from firebreak.core.line.events import SegmentOpened
from firebreak.keyring.keys import NodeKeys
from firebreak.keyring.signer_client import SignerClient
from firebreak.ports import Clock
from firebreak.runtime.clocks import ExerciseClock, SystemClock
from firebreak.runtime.pump import Pump
from firebreak.store.sqlite import SqliteStore
from firebreak.transport.kem import KemKey
from firebreak.transport.tls import TlsIdentity


@dataclass(slots=True)
class Node:
    """Everything that runs in one node process."""

    house: House
    configs: dict[str, LineConfig]
    lanes: dict[str, Lane]
    store: SqliteStore
    signer: SignerClient
    pump: Pump
    links: Links
    socket: DeskSocket
    report: Report
    witnesses: Witnesses
    attesting: Attesting
    scrub: Scrub
    health: Health
    show: Callable[[str, Event], None]
    console: Beside | None = None
    tracking: Beside | None = None
    _tasks: "list[asyncio.Task[Any]]" = field(default_factory=list)

    async def run(self, ready: Callable[[], None] = lambda: None) -> None:
        """Until cancelled. Raises StorageError when store or signer fails. Calls `ready` when it is."""
        now = self.pump.clock.read()
        self.pump.begin(now)
        pumping = asyncio.create_task(self.pump.run())
        try:
            await self.socket.open()
            await self.links.open(self.house.config.listen)
            self._tasks = [asyncio.create_task(self._complete(name)) for name in self.lanes]
            for each in (self.witnesses, self.attesting.mailboxes, self.attesting, self.health):
                self._tasks.append(asyncio.create_task(each.run()))
            self._tasks += [asyncio.create_task(each.run()) for each in self._beside]
            ready()
            if self.store.restored:
                self.report("", RESTORED)
                self._go_on()
            self.report("", f"signer {self.signer.whose}: {', '.join(self.signer.told)}")
            if told := shared_user(self.house, self.signer.user):
                self.report("", told)
            await self._until_over(pumping)
        finally:
            await self._stop(pumping)

    async def _until_over(self, pumping: "asyncio.Task[None]") -> None:
        """Until the pump ends, or the signer does, or the store fails: then nothing more is signed."""
        others = [asyncio.create_task(until_gone(self.signer)), asyncio.create_task(self.scrub.run())]
        self._tasks += others
        done, _ = await asyncio.wait({pumping, *others}, return_when=asyncio.FIRST_COMPLETED)
        for each in done:
            error = each.exception()
            if isinstance(error, StorageError):
                self.pump.fail(error)
                self.health.failed(error)
            each.result()

    async def _complete(self, name: str) -> None:
        """Write what our own log of a line lacks: its opening, our agreement."""
        for draft in owed_drafts(self.house, self.configs[name], self.lanes[name].line):
            await self._say(name, draft)
        await self.pass_cards(name)

    async def pass_cards(self, name: str) -> int:
        """Write cards, revocations and explanations that wait as files into the record; how many."""
        line, count = self.lanes[name].line, 0
        for each in Passing(self.house, name).owed(line, line.time.at(self.pump.clock.read())):
            if isinstance(each, Draft):
                await self._say(name, each)
                count += 1
            else:
                self.report(name, str(each))
        return count

    def _go_on(self) -> None:
        """Once every line has heard what it lost, or waited for it, a restored database is the node's own."""
        if self.store.restored and all(each.line.opened for each in self.lanes.values()):
            self.store.goes_on()

    def shown(self, name: str, event: Event) -> None:
        """Follow what an event says of cards, then show it."""
        if isinstance(event, CardInForce):
            if followed(self.house, name, self.lanes[name].line, event):
                self.links.follow(name)
            elif event.new_keys:
                self.report(
                    name, f"card {event.serial} is taken in: start the node again to use its new keys"
                )
        elif isinstance(event, KeyRevoked) and event.ours:
            self.report(name, "the log key of this process may be revoked: start the node again")
        elif isinstance(event, SegmentOpened):
            self._go_on()
        elif isinstance(event, AgreementInForce):  # ours may have come back after a restore
            show_agreements(self.signer, self.house, {name: self.lanes[name]}, self.report)
        self.show(name, event)
        self.health.heard(name, event)

    async def _say(self, name: str, draft: Draft) -> None:
        try:
            await self.pump.ask(name, lambda _line, _at: draft)
        except FirebreakError as error:
            self.report(name, str(error))

    @property
    def _beside(self) -> list[Beside]:
        """Processes that come and go with the node."""
        return [each for each in (self.console, self.tracking) if each is not None]

    async def _stop(self, pumping: "asyncio.Task[None]") -> None:
        """Hang up, end the pump, close the store."""
        ending = [asyncio.create_task(each.close()) for each in self._beside]
        for task in self._tasks:
            task.cancel()
        await self.links.close()
        pumping.cancel()
        with suppress(asyncio.CancelledError, FirebreakError):
            await pumping
        try:
            await self.pump.close()
        finally:
            await self.socket.close()
            self.store.close()
            self.signer.close()
            await asyncio.gather(*ending)


RESTORED = (
    "this is a restored database: the counterpart is heard before anything is signed, for up to a minute, and"
    " what it gives back counts"
)


def build(house: House, passphrase: str, report: Report) -> Node:
    """Open the database and everything above it. Raises LocalError, StorageError."""
    with ExitStack() as undo:
        signer = start(house)  # first, so that it starts while this process reads
        undo.callback(signer.close)
        keys = NodeKeys.load(house.node_keys, passphrase, environment=house.config.environment)
        store = SqliteStore.open(house.database, keys.storage)
        undo.callback(store.close)
        told = bring_into_use(house, store, [each for each in house.lines() if _compared(house, each)])
        if told:
            report("", told)
            keys = NodeKeys.load(house.node_keys, passphrase, environment=house.config.environment)
        begin(signer, house, passphrase)
        node = _built(house, keys, _kems(house, keys, passphrase), store, signer, report)
        undo.pop_all()
    return node


def _kems(house: House, keys: NodeKeys, passphrase: str) -> list[KemKey]:
    """Of our card, and of the next one while it waits: a deposit may be sealed to either."""
    held, (_, waiting) = [keys], house.next_keys
    if waiting.exists():
        held.append(NodeKeys.load(waiting, passphrase, environment=house.config.environment))
    return [KemKey.from_seeds(*each.kem_seeds) for each in held]


def _built(
    house: House,
    keys: NodeKeys,
    kems: list[KemKey],
    store: SqliteStore,
    signer: SignerClient,
    report: Report,
) -> Node:
    config = house.config
    clock = _clock(house)
    maker = LaneMaker(house, store, signer, KemKey.generate(), store.restored)
    named = {each.name: each for each in config.lines}
    configs = {name: named.get(name, LineConfig(name)) for name in house.lines() if _compared(house, name)}
    lanes = {name: maker.lane(each) for name, each in configs.items()}
    show_agreements(signer, house, lanes, report)
    socket = DeskSocket(house.socket)
    pump = Pump({name: lane.line for name, lane in lanes.items()}, store, clock)
    tls = TlsIdentity(keys.certificate, keys.tls_key_pem)
    links = Links(lanes, tls, pump, store, clock, report, config.connections_per_minute)
    mailboxes = Mailboxes(lanes, config.witnesses, pump, kems, report, house.waits)
    attesting = Attesting(lanes, mailboxes, pump, report)
    witnesses = Witnesses(lanes, config.witnesses, pump, report, mailbox=mailboxes.value)
    scrub = Scrub(lanes, store, pump, report)
    reserve = None if config.reserve_megabytes is None else config.reserve_megabytes << 20
    health = Health(house.root, lanes, pump, witnesses.status, reserve)
    service = Service(
        party=config.party,
        directory=house.root / "exports",
        lanes=lanes,
        pump=pump,
        store=store,
        clock=clock,
        show=socket.show,
        write_bundle=lambda name, target, choice: write_line_bundle(
            Ceremony(house, name), store, target, choice=choice, made_at=clock.read().wall
        ),
        write_proof=lambda name, target, entry: str(
            write_entry_proof(Ceremony(house, name), store, target, entry).shown.entry().ref
        ),
        verbs=VERBS,
        witnesses=witnesses.status,
        health=health.value,
        scrub=scrub.facts,
        back_up=lambda target: back_up(house, store, keys.storage, target, clock.read().wall),
        silence=attesting.silence,
        restored=store.restored,
        grown=socket.grew,
        watched=lambda: any(each.subscribed for each in socket.connections),
    )
    socket.handle, socket.left = service.handle, service.left
    node = Node(
        house,
        configs,
        lanes,
        store,
        signer,
        pump,
        links,
        socket,
        report,
        witnesses,
        attesting,
        scrub,
        health,
        show=service.shown,
        console=console_of(house, keys.console, report),
        tracking=tracking_of(house, report),
    )
    pump.show, pump.grew, service.pass_cards = node.shown, service.grew, node.pass_cards
    return node


def _compared(house: House, name: str) -> bool:
    return Ceremony(house, name).opening() is not None


def _clock(house: House) -> Clock:
    config = house.config
    if config.exercise_start is not None:
        return ExerciseClock(config.exercise_start, config.clock_uncertainty_ms)
    return SystemClock(config.clock_uncertainty_ms)
