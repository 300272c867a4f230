"""What people and programs of the world say about private matchings, and how a day with some comes about.

Every node takes part until one abstains; hours between two runs would leave a day with one.
"""

from random import Random
from typing import Final

from firebreak.core.base.instants import HOUR, SECOND, Instant
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import StatedBody
from firebreak.core.line.line import Line
from firebreak.core.matching.bodies import (
    Expander,
    MatchingAnswer,
    MatchingDone,
    MatchingPart,
    MatchingPropose,
    Result,
    Role,
    Word,
    cut,
    whole_of,
)
from firebreak.core.matching.case import Case, Place
from firebreak.sim.acts import Act
from firebreak.sim.crypto import OFFICERS
from firebreak.sim.node import MATCHING_ITEMS, Node
from firebreak.sim.parties import PARTIES
from firebreak.sim.words import Nobody, signed

DESK: Final = "duty"
MATCHED_MIN, MATCHED_MAX = 4, 14
DATA: Final = bytes(range(256)) * 60  # two parts


def abstain(node: Node, act: Act, line: Line, _now: Instant) -> Draft:
    """Switch private matching off at this party, as from the settings."""
    node.world.abstaining.add(node.name)
    line.machines.matchings.speaking.limits = node.matching
    raise Nobody


def suggest(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """`suggest 3`: the bucket begins in so many hours."""
    line.machines.suspension.check(Kind.MATCHING_PROPOSED, Precedence.ROUTINE, now)
    begins = now + int(next((each for each in act.words if each.isdecimal()), "0")) * HOUR
    body = MatchingPropose(
        from_desk=DESK,
        desk=DESK,
        from_at=begins,
        until_at=begins + HOUR,
        grid="h3",
        resolution=6,
        reach_m=24_000,
        expander=Expander.PROPOSER,
        items_max=MATCHING_ITEMS,
    )
    return _said(node, act, line, now, body)


def go_along(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """`go_along decline`: answer the newest proposal of theirs."""
    word = Word[act.word(0, "accept").upper()]
    body = MatchingAnswer(matching=_case(line, ours=False).name, word=word, desk=DESK)
    return _said(node, act, line, now, body)


def bind(_node: Node, _act: Act, line: Line, now: Instant) -> Draft:
    """Commit our side in the newest matching."""
    return line.machines.matchings.speaking.commit(_case(line).name, bytes(32), now)


def blind(_node: Node, _act: Act, line: Line, now: Instant) -> Draft:
    """Send the next part that our side has not sent."""
    case = _case(line)
    for role in Role:
        for number, data in enumerate(cut(DATA), start=1):
            if Place(ours=True, role=role, number=number) not in case.pieces:
                of, whole = len(cut(DATA)), whole_of(DATA)
                body = MatchingPart(
                    matching=case.name, role=role, number=number, of=of, whole=whole, data=data
                )
                return line.machines.matchings.speaking.part(body, now)
    raise Nobody


def conclude(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """Say that nothing came of the newest matching."""
    body = MatchingDone(matching=_case(line).name, result=Result.NOTHING, desk=DESK)
    return _said(node, act, line, now, body)


def _case(line: Line, *, ours: bool | None = None) -> Case:
    cases = line.machines.matchings.cases.cases.values()
    found = [each for each in cases if ours in (None, each.proposal.ours)]
    if not found:
        raise Nobody
    return max(found, key=lambda each: (each.proposal.order, each.name))


def _said(node: Node, act: Act, line: Line, now: Instant, body: StatedBody) -> Draft:
    speaking = line.machines.matchings.speaking
    prepared = speaking.prepare(body, now)
    return speaking.state(signed(node, prepared.body, act, prepared.entry, prepared.commitment), now)


VERBS: Final = {each.__name__: each for each in (abstain, suggest, go_along, bind, blind, conclude)}
OFTEN: Final = {"suggest": 5, "go_along": 6, "bind": 10, "blind": 16, "conclude": 2, "abstain": 1}


def with_matchings(acts: list[Act], seed: int) -> list[Act]:
    """The same day, on which the two sides also match in private."""
    chance, end = Random(f"matchings {seed}"), max((each.at for each in acts), default=0) + 30 * SECOND
    more = [_act(chance, chance.randint(0, end)) for _ in range(chance.randint(MATCHED_MIN, MATCHED_MAX))]
    run = _run(chance, end) if chance.random() < 0.5 else []  # noqa: PLR2004
    return sorted([*acts, *more, *run], key=lambda each: each.at)


def _run(chance: Random, end: int) -> list[Act]:
    """A whole run, one step after another, in the middle of whatever the day brings."""
    steps = [("North", "suggest"), ("South", "go_along")]
    steps += [(side, "bind") for side in PARTIES] + [(side, "blind") for side in PARTIES] * 6
    times = sorted(chance.randint(0, end) for _ in steps)
    return [Act(at, side, verb, (OFFICERS[0],)) for at, (side, verb) in zip(times, steps, strict=True)]


def _act(chance: Random, at: int) -> Act:
    verb = chance.choices(list(OFTEN), list(OFTEN.values()))[0]
    words = {
        "suggest": (chance.choice("0001"),),
        "go_along": (chance.choice(("accept", "accept", "decline")),),
    }
    return Act(at, chance.choice(PARTIES), verb, (*words.get(verb, ()), chance.choice(OFFICERS)))


_PARTS: Final = "\n".join(f"{5 + step / 10:.1f} {side} blind" for step in range(6) for side in PARTIES)
MATCHINGS: Final = {
    "a private matching": f"""
        1 North suggest one
        2 South go_along accept one
        3 North bind
        4 South bind
        {_PARTS}
        8 South conclude one
    """,
    "a private matching declined": "1 North suggest one\n2 South go_along decline one",
    "a private matching with a node that takes no part": """
        0.5 South abstain
        1 North suggest one
        2 South go_along accept one
    """,
    "two proposals of a private matching that cross": "1 North suggest one\n1 South suggest one",
    "a private matching that nobody answers": "1 North suggest one",
}
MATCHINGS_TOLD: Final = {
    "a private matching": "MatchingCommitted MatchingCompleted MatchingConcluded !MatchingDoubted",
    "a private matching declined": "MatchingAnswered !MatchingCommitted",
    "a private matching with a node that takes no part": "MATCHING_ANSWER MatchingAnswered",
    "two proposals of a private matching that cross": "MatchingProposed !MatchingDoubted",
    "a private matching that nobody answers": "MatchingProposed !MatchingAnswered !MatchingLapsed",
}
"What must and must not be told in each."
