"""The bodies about private matchings that officers are asked to sign."""

from typing import Final

from firebreak.api.arguments import Arguments, wrong
from firebreak.api.verbs.asked import Asked, Prepare
from firebreak.api.verbs.choices import choice
from firebreak.api.verbs.matchings import find_matching
from firebreak.api.verbs.messages import check_desks
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.officer import StatedBody
from firebreak.core.line.line import Line
from firebreak.core.matching.bodies import (
    Expander,
    MatchingAnswer,
    MatchingDone,
    MatchingPropose,
    Result,
    Word,
)
from firebreak.core.matching.speaking import KINDS

EXPANDERS: Final = {"ours": Expander.PROPOSER, "theirs": Expander.ANSWERER}


def _propose(line: Line, arguments: Arguments, now: Instant) -> Asked:
    line.machines.suspension.check(Kind.MATCHING_PROPOSED, Precedence.ROUTINE, now)
    expander = EXPANDERS.get(arguments.text("expander", "ours"))
    if expander is None:
        raise wrong("expander", "is neither `ours` nor `theirs`")
    try:
        body = MatchingPropose(
            from_desk=arguments.text("from_desk", line.ours.desks[0]),
            desk=arguments.text("desk", line.theirs.desks[0]),
            from_at=arguments.number("from_at"),
            until_at=arguments.number("until_at"),
            grid=arguments.text("grid", "h3"),
            resolution=arguments.number("resolution"),
            reach_m=arguments.number("reach_m"),
            expander=expander,
            items_max=arguments.number("items_max"),
            text=arguments.text("text", ""),
        )
    except ValueError as error:
        raise wrong("until_at", str(error)) from error
    check_desks(line, (body.desk,), body.from_desk)
    return _asked(line, body, now)


def _answer(line: Line, arguments: Arguments, now: Instant) -> Asked:
    body = MatchingAnswer(
        matching=find_matching(line, arguments).name,
        word=choice(Word, arguments, "word"),
        desk=arguments.text("desk", line.ours.desks[0]),
        text=arguments.text("text", ""),
    )
    return _asked(line, body, now)


def _done(line: Line, arguments: Arguments, now: Instant) -> Asked:
    try:
        body = MatchingDone(
            matching=find_matching(line, arguments).name,
            result=choice(Result, arguments, "result"),
            desk=arguments.text("desk", line.ours.desks[0]),
            hits=arguments.number("hits", 0),
            text=arguments.text("text", ""),
        )
    except ValueError as error:
        raise wrong("hits", str(error)) from error
    return _asked(line, body, now)


def _asked(line: Line, body: StatedBody, now: Instant) -> Asked:
    prepared = line.machines.matchings.speaking.prepare(body, now)
    return Asked(KINDS[type(body)], prepared.body, prepared.entry, prepared.commitment)


PREPARE_MATCHINGS: Final[dict[str, Prepare]] = {
    "matching.propose": _propose,
    "matching.answer": _answer,
    "matching.done": _done,
}
