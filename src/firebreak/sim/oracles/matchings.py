"""What both sides must tell alike of private matchings once everything is exchanged."""

from itertools import combinations
from typing import TYPE_CHECKING

from firebreak.core.line.line import Line
from firebreak.core.matching.bodies import Role
from firebreak.core.matching.case import Case
from firebreak.core.matching.matchings import Matchings
from firebreak.sim.violation import hold

if TYPE_CHECKING:
    from firebreak.sim.world import World


def check_same_matchings(world: "World") -> None:
    """Both sides tell the same of every matching, and no bucket had two runs."""
    lines = [node.line for node in world.nodes.values() if node.line is not None]
    told = [matchings_of(each.machines.matchings) for each in lines]
    hold("MATCHING-016", told[0] == told[1], "the two sides tell different things of a matching")
    for line in lines:
        check_one_run(line)


def check_one_run(line: Line) -> None:
    """Of the matchings to which our side is bound no two overlap."""
    bound = [each for each in line.machines.matchings.cases.cases.values() if True in each.commits]
    twice = [one for one, two in combinations(bound, 2) if one.overlaps(two.body)]
    hold("MATCHING-007", not twice, "our side is bound to two runs of one bucket")


def matchings_of(matchings: Matchings) -> object:
    """All that follows from the record, from no side's point of view."""
    return {name: _case(each) for name, each in matchings.cases.cases.items()}


def _case(case: Case) -> tuple[object, ...]:
    sides = (case.proposal.ours, not case.proposal.ours)
    bound = [found and found.ref for ours in sides for found in (case.commitment(ours=ours),)]
    messages = [case.message(role, ours=ours) for role in Role for ours in sides]
    done = [found and found.ref for ours in sides for found in (case.done.get(ours),)]
    answer = case.answer and case.answer.ref
    return answer, bound, messages, done, sorted(case.faults()), case.complete
