"""What both sides must tell alike of notices, questions and incidents once everything is exchanged."""

from typing import TYPE_CHECKING

from firebreak.core.notice.case import Case
from firebreak.core.notice.notices import Notices
from firebreak.sim.violation import hold

if TYPE_CHECKING:
    from firebreak.sim.world import World


def check_same_notices(world: "World") -> None:
    """Both sides tell the same of every notice, question and incident."""
    lines = [node.line for node in world.nodes.values()]
    told = [notices_of(each.machines.notices) for each in lines if each is not None]
    hold("NOTICE-014", told[0] == told[1], "the two sides tell different things of a notice")


def notices_of(notices: Notices) -> object:
    """All that follows from the record."""
    cases = {name: _case(each) for name, each in notices.cases.cases.items()}
    inquiries = notices.explanations.inquiries.items()
    asked = {name: tuple(each.ref for each in found.replies) for name, found in inquiries}
    incidents = {
        name: {each.ref for each in (*found.ours, *found.theirs)}
        for name, found in notices.incidents.incidents.items()
    }
    return cases, asked, incidents


def _case(case: Case) -> tuple[object, ...]:
    ended = None if case.ended is None else case.ended.ref
    said = [each.ref for each in (*case.answers, *case.passed, *case.renewed)]
    found = case.findings, case.lead, case.stance, case.differing, case.confirmed, case.confirm_by
    return ended, said, [case.is_late(each) for each in case.answers], found
