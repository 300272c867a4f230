"""From the configuration of a line to the agreement that our officers sign."""

from collections.abc import Sequence
from typing import Final

from firebreak.catalogue import phrase_book
from firebreak.config import TWO_PERSON, LineConfig, WitnessConfig
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.padding import Padding
from firebreak.core.line.agreement import Agreement
from firebreak.core.linecheck.calendar import CheckCalendar
from firebreak.core.record.note import COSIGNATURE, ED25519, MLDSA44_COSIGNATURE
from firebreak.core.record.quorum import QUORUM, AgreedWitness
from firebreak.core.silence.overdue import SilenceLimits

KINDS: Final = {
    "flash": (Kind.MESSAGE, Kind.NOTICE),
    "statement": (Kind.STATEMENT,),
    "explanation": (Kind.EXPLAIN,),
    "card": (Kind.CARD,),
}
"What two officers may have to release; of messages and notices only flash ones."


def agreement(
    config: LineConfig,
    witnesses: Sequence[WitnessConfig] = (),
    quorum: int = QUORUM,
    environment: Environment = Environment.EXERCISE,
) -> Agreement:
    """What our configuration wants agreed; officers sign it, then it is offered in our log."""
    usual = TWO_PERSON if environment is Environment.REAL else ()
    named = usual if config.two_person is None else config.two_person
    every = config.checks_every_seconds
    return Agreement(
        ring_seconds=config.ring_seconds,
        phrase_book=phrase_book().hash,
        padding=Padding.THIN if config.padding == "thin" else Padding.STANDARD,
        calendar=_calendar(every),
        witnesses=tuple(map(agreed_witness, witnesses)),
        quorum=quorum,
        two_person=tuple(sorted({int(kind) for each in named for kind in KINDS[each]})),
        silence=SilenceLimits() if every else SilenceLimits(contact_seconds=0, check_seconds=0),
    )


def agreed_witness(config: WitnessConfig) -> AgreedWitness:
    """A witness as both parties sign it."""
    keys = {each.algorithm: each.public for each in config.keys}
    return AgreedWitness(
        name=config.name,
        operator=config.operator,
        ed25519=keys[COSIGNATURE],
        mldsa44=keys.get(MLDSA44_COSIGNATURE, b""),
        statements=keys.get(ED25519, b""),
    )


def _calendar(every: int) -> CheckCalendar:
    """Slots of that length; an answer is missed before the next question is due."""
    usual = CheckCalendar()
    missed = min(usual.missed_after_seconds, max(1, every // 2)) if every else usual.missed_after_seconds
    late = min(usual.late_after_seconds, missed)
    return CheckCalendar(every_seconds=every, late_after_seconds=late, missed_after_seconds=missed)
