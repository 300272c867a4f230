"""What a neutral witness can say who is given one side's opening file and a bundle of the record.

The commitment binds that side to one set before it learnt anything. The keys show that this set and no other
went into its request and its setup, and that its response was computed from what the other side asked. What
they cannot show is that the set was honest: that everything in it was there, and nothing of it left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from firebreak.core.base.errors import CounterpartError
from firebreak.core.matching.bodies import MatchingPropose, Role
from firebreak.matching.extra import grid
from firebreak.matching.gathering import Found
from firebreak.matching.opening import Opening
from firebreak.matching.running import first_messages
from firebreak.matching.sets import cell_of
from firebreak.matching.stepping import answer


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was checked."""

    name: str
    good: bool | None
    "None: it could not be checked, since the bundle lacks what it takes."
    text: str


def check(opening: Opening, found: Found) -> Iterator[Check]:
    """Everything that the file can be held against."""
    assert found.proposal is not None
    committed = found.commits.get(opening.proposer)
    yield Check(
        "commitment",
        None if committed is None else committed == opening.commitment,
        "The file opens the commitment in the record, to this set and no other.",
    )
    text = "Its side bound itself to one set only, and sent each part of a message once."
    yield Check("once", None if committed is None else opening.proposer not in found.twice, text)
    yield Check("set", _fits(opening, found.proposal), "The set has the size and the cells that were agreed.")
    own = first_messages(opening)
    for role, name in ((Role.REQUEST, "request"), (Role.SETUP, "setup")):
        sent = found.message(role, proposer=opening.proposer)
        text = f"The {name} in the record was computed from this set and these keys."
        yield Check(name, None if sent is None else sent == own[name], text)
    yield Check(
        "response",
        _answered(opening, found),
        "The response in the record was computed from what the other side had asked, under the same key.",
    )


def _fits(opening: Opening, agreed: MatchingPropose) -> bool:
    h3 = grid()
    cells = [each for each in map(cell_of, opening.items) if each is not None]
    good = all(h3.is_valid_cell(each) and h3.get_resolution(each) == agreed.resolution for each in cells)
    return good and len(opening.items) == agreed.items_max


def _answered(opening: Opening, found: Found) -> bool | None:
    sent = found.message(Role.RESPONSE, proposer=opening.proposer)
    asked = found.message(Role.REQUEST, proposer=not opening.proposer)
    if sent is None or asked is None:
        return None
    try:
        return answer(opening.keys, asked, len(opening.items)) == sent
    except CounterpartError:
        return None  # what was asked is no request: there was nothing to answer
