"""The cards of one party one after the other, as somebody judges them who was not there when they came.

Each is held against those that passed before it, by the rules of import at the instant it becomes valid. A
card that breaks one of them is nobody's: neither what it names nor what it signs counts for anything.
"""

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Final

from firebreak.core.base.errors import FirebreakError
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import SignedCard
from firebreak.core.envelope.card_import import KeyUse, check_import, keys_of

SERIAL: Final = attrgetter("card.serial")


def judged(
    cards: Iterable[SignedCard], environment: Environment, known: dict[bytes, KeyUse]
) -> Iterator[tuple[SignedCard, FirebreakError | None]]:
    """Each card by its serial, with the rule that it breaks; keys of those that passed go into `known`."""
    passed: list[SignedCard] = []
    for each in sorted(cards, key=SERIAL):
        try:
            check_import(
                each,
                environment=environment,
                previous=passed[-1] if passed else None,
                known_keys=known,
                now=Instant(each.card.valid_from),
            )
            known |= keys_of(each.card)
        except FirebreakError as error:
            yield each, error
            continue
        passed.append(each)
        yield each, None
