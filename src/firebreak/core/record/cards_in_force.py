"""Which cards were in force on a line, found in its record (`spec/keys.md`).

Whatever else stands in a log as a card is left to whoever wrote it. A counterpart may write one in our name:
it must not get into what we hand out as ours.
"""

from collections.abc import Iterable, Iterator

from firebreak.core.base.errors import CounterpartError, FirebreakError, LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.card import SignedCard
from firebreak.core.envelope.card_chain import SERIAL
from firebreak.core.envelope.card_import import check_import, keys_of, root_id
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.header import WRITER_BYTES, key_id
from firebreak.core.envelope.kinds import Kind
from firebreak.core.record.rooted import CardTaken


def cards_in_force(compared: Iterable[SignedCard], entries: Iterable[Entry]) -> list[SignedCard]:
    """The cards that were compared, and those that the other side of each has taken in since."""
    found = list(compared)
    for each in sorted(_taken(entries), key=SERIAL):
        if each.hash not in {held.hash for held in found} and _follows(each, found):
            found.append(each)
    return sorted(found, key=lambda each: (each.card.party, each.card.serial))


def _taken(entries: Iterable[Entry]) -> Iterator[SignedCard]:
    for each in entries:
        if each.header.kind != Kind.CARD_TAKEN or each.body is None:
            continue
        try:
            signed = CardTaken.from_bytes(each.body).read()
        except CounterpartError:
            continue
        if signed.card.party[:WRITER_BYTES] != each.header.writer:
            yield signed


def _follows(new: SignedCard, held: list[SignedCard]) -> bool:
    """Whether a card may come to hold after those of its party."""
    own = sorted((each for each in held if each.card.party == new.card.party), key=SERIAL)
    if not own:
        return False
    try:
        check_import(
            new,
            environment=own[0].card.environment,
            previous=own[-1],
            known_keys={key: use for each in held for key, use in keys_of(each.card).items()},
            now=Instant(new.card.valid_from),
        )
    except FirebreakError:
        return False
    return True


def cards_for(entry: Entry, cards: list[SignedCard]) -> list[SignedCard]:
    """The card that was in force when an entry was written, and those before it that it needs for its root.

    Raises LocalError.
    """
    own = [each for each in cards if each.card.party[:WRITER_BYTES] == entry.header.writer]
    named = [each for each in own if key_id(each.card.log_key) == entry.header.key_id]
    if not named:
        raise LocalError(
            f"no card held here names the key of entry {entry.ref}",
            code="FB348",
            hint="import the card of its writer",
        )
    time = entry.header.time
    valid = [each for each in named if each.card.valid_from <= time.hi and time.lo <= each.card.valid_until]
    card = (valid or named)[-1]
    before = () if root_id(card.card) == card.card.party else own[: own.index(card)]
    return [card, *before]
