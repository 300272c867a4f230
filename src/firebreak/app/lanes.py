"""From the folder of a line to a line that runs: cards, keys, record."""

import secrets
from dataclasses import dataclass, field, replace
from typing import Final

from firebreak import __version__
from firebreak.app.ceremony import Ceremony
from firebreak.app.house import House
from firebreak.app.links import Lane
from firebreak.config import LineConfig
from firebreak.core.base.bucket import Bucket
from firebreak.core.base.dice import SEED_BYTES, Dice
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import SECOND
from firebreak.core.base.shape import Body
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.pairing import line_id
from firebreak.core.envelope.signer import Signer
from firebreak.core.line.agreement import LineAgree
from firebreak.core.line.effects import Stored
from firebreak.core.line.identity import Identity, Side
from firebreak.core.line.line import Line
from firebreak.core.line.machines import Machines
from firebreak.core.line.opening import LISTEN, Opening
from firebreak.core.line.rates import Rates
from firebreak.core.line.writer import Writer
from firebreak.ports import Store
from firebreak.runtime.pace import Pace
from firebreak.transport.kem import KemKey


@dataclass(frozen=True, slots=True)
class LaneMaker:
    """Makes the lanes of a node."""

    house: House
    store: Store
    signer: Signer = field(repr=False)
    kem: KemKey = field(repr=False)
    restored: bool = False
    "Then the wait before the first signature has its full length, whatever the configuration says."

    def lane(self, config: LineConfig) -> Lane:
        """A line, rebuilt from the record. Raises LocalError before its digits were compared."""
        ceremony = Ceremony(self.house, config.name)
        if ceremony.opening() is None:
            raise LocalError(
                f"the digits of line {config.name!r} have not been compared",
                code="FB358",
                hint=f"do it by voice: `firebreak pair --line {config.name}`",
            )
        lane = Lane(config.name, self._line(ceremony, config), self.house.card().card, self.signer, self.kem)
        dial = config.dial or lane.theirs.paths if not self.house.config.listen else config.dial
        given, sessions = config.give_back_megabytes_per_minute << 20, config.sessions_per_minute
        return replace(
            lane,
            dial=tuple(dial),
            give_back=Pace(Bucket(given, GIVEN_AT_ONCE * given)),
            sessions=Pace(Bucket(sessions, SESSIONS_AT_ONCE * sessions)),
        )

    def _line(self, ceremony: Ceremony, config: LineConfig) -> Line:
        ours, theirs = ceremony.offer(), ceremony.theirs()
        environment = self.house.config.environment
        identity = Identity(
            line=line_id(environment, ours, theirs),
            environment=environment,
            ours=Side.of(ours.signed),
            theirs=Side.of(theirs.signed),
        )
        dice = Dice(secrets.token_bytes(SEED_BYTES))
        listen = self.house.config.listen_seconds * SECOND
        machines = Machines(dice, first=ours.party < theirs.party)
        machines.matchings.speaking.limits = self.house.config.private_matching
        line = Line(
            identity,
            Writer(identity, self.signer, dice),
            machines,
            Opening(max(LISTEN, listen) if self.restored else listen),
            software=f"firebreak {__version__}",
            rates=rates_of(config),
        )
        line.memory.cards.known = ceremony.known_keys(theirs.party)
        kept = self.store.entries(identity.line)
        line.replay(Stored(each.entry, each.at) for _, each in kept)
        return line


def rates_of(config: LineConfig) -> Rates:
    """What the counterpart of a line may send."""
    return Rates(
        entries_per_minute=config.entries_per_minute,
        entries_at_once=config.entries_at_once,
        bytes_per_day=config.megabytes_per_day << 20,
        checks_per_minute=config.checks_per_minute,
        checks_at_once=CHECKS_AT_ONCE * config.checks_per_minute,
    )


GIVEN_AT_ONCE: Final = 4  # minutes' worth of what is given back
SESSIONS_AT_ONCE: Final = 2
CHECKS_AT_ONCE: Final = 5


def owed_drafts(house: House, config: LineConfig, line: Line) -> list[Draft]:
    """What our log lacks before a line can be used: its opening and our agreement."""
    drafts: list[Draft] = []
    opening: Body | None = Ceremony(house, config.name).opening()
    if True not in line.machines.opened.held and opening is not None:
        drafts.append(Draft(kind=Kind.LINE_OPEN, body=opening))
    agreed = newest_agreed(house, config.name, line)
    signed = line.machines.agreements.signed.get(True)
    if agreed is not None and (signed is None or signed.hash != agreed.agreement.hash):
        drafts.append(Draft(kind=Kind.LINE_AGREE, body=agreed))
    return drafts


def newest_agreed(house: House, name: str, line: Line) -> LineAgree | None:
    """What our officers agreed to last: a file from a backup may be older than what our log holds again."""
    file = Ceremony(house, name).agreed()
    if file is None or line.memory.once.repeated(file, line.identity.ours.writer):
        return line.machines.agreements.ours or file
    return file
