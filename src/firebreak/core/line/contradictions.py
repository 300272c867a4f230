"""What the author of two entries under one number says about them.

Two signed versions are a proof by themselves and stay one. What an explanation under both root keys of their
author ends is the alarm: somebody who can be asked has said how it came about.
"""

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.line.card_events import ContradictionExplained
from firebreak.core.line.cards import Cards
from firebreak.core.record.rooted import Explain, Explanation


def explained(item: Learnt, cards: Cards) -> list[ContradictionExplained]:
    """That an entry explains two others, both of which are held and stand under one number."""
    said = _said(item, cards)
    if said is None:
        return []
    first, second = said.first.ref, said.second.ref
    log = cards.logs.ours if item.ours else cards.logs.theirs
    alike = first != second and (first.segment, first.seq) == (second.segment, second.seq)
    if not alike or not log.holds(first) or not log.holds(second):
        return []
    return [
        ContradictionExplained(
            at=item.at,
            writer=cards.newest(ours=item.ours).name,
            first=first,
            second=second,
            text=said.text,
            signed_at=Instant(said.time),
        )
    ]


def _said(item: Learnt, cards: Cards) -> Explanation | None:
    """The explanation, if the root keys of its writer signed it for this line."""
    body, identity, side = item.body, cards.identity, cards.newest(ours=item.ours)
    if not isinstance(body, Explain) or side.card is None or not body.holds(side.card.card):
        return None
    try:
        said = body.read()
    except CounterpartError:
        return None
    fits = (said.line, said.environment, said.party) == (identity.line, identity.environment, side.party)
    return said if fits else None
