"""`line.open`: whether both sides opened the same line with the cards of the bundle."""

from collections.abc import Iterator

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import Power
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.opening import OFFICERS, LineOpen, compared
from firebreak.verify.cards import SIDES, Cards
from firebreak.verify.facts import Fact
from firebreak.verify.faults import Fault, fault


def check_opening(data: bytes, entry: Entry, fact: Fact, cards: Cards) -> Iterator[Fault]:
    """What is wrong with the body of a `line.open` whose statements hold."""
    writer = cards.name(fact.side)
    try:
        opened = LineOpen.from_bytes(data)
    except CounterpartError as error:
        yield fault("body-unreadable", entry.ref, writer=writer, detail=error.text)
        return
    if not _of_this_file(opened, cards):
        yield fault("open-other", entry.ref, writer=writer)
        return
    named = [
        next(each.card for each in cards.sides[side] if each.hash == opened.cards[side]) for side in SIDES
    ]
    fact.opened = tuple(each.serial for each in named)
    own = named[fact.side]
    roster = {each.name: each.key for each in own.officers if Power.PAIR in each.powers}
    environment = Environment(cards.head.environment)
    names = compared(opened.statements, opened.detail(), roster, environment, cards.head.line)
    if len(names) < OFFICERS[environment]:
        yield fault("not-compared", entry.ref, writer=writer, count=len(names), needed=OFFICERS[environment])


def _of_this_file(opened: LineOpen, cards: Cards) -> bool:
    head = cards.head
    same = (opened.parties, opened.nonces) == (head.parties, head.nonces)
    return same and all(
        [each.hash for each in cards.sides[side]].count(opened.cards[side]) == 1 for side in SIDES
    )
