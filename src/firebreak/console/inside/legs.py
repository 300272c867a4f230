"""Paths of sound between two pages of one house: their descriptions and candidates, carried and forgotten."""

from dataclasses import dataclass, field
from typing import Any, Final, Literal

from firebreak.console.inside.refusals import no_leg

LEG_MIN: Final = 16
LEG_MAX: Final = 31
CANDIDATES_MAX: Final = 32  # of one end, as on the line

Sdp = Literal["offer", "answer"]


@dataclass(slots=True)
class End:
    """One end of a path."""

    session: str
    "Who described it."
    to: str
    "The session at the other end."
    leg: int
    sdp: Sdp
    fingerprint: str
    description: str
    desk: str
    officer: str
    candidates: list[str] = field(default_factory=list[str])
    last: bool = False

    def value(self, by: str) -> dict[str, Any]:
        """As `call.sound` shows an end; this server vouches for who described it."""
        shown = ("leg", "sdp", "fingerprint", "description", "desk", "officer", "candidates", "last")
        return {name: getattr(self, name) for name in shown} | {"by": by, "signed": True}


Call = tuple[str, str]
"A line and the id of a call on it."


@dataclass(slots=True)
class Legs:
    """All paths, by call, leg and half."""

    held: dict[Call, dict[tuple[int, str], End]] = field(
        default_factory=dict[Call, dict[tuple[int, str], End]]
    )

    def describe(self, call: Call, end: End) -> None:
        """Describe an end that nobody has described. Raises Refused."""
        ends = self.held.setdefault(call, {})
        if (end.leg, end.sdp) in ends:
            raise no_leg("this end of the path is described already")
        if end.sdp == "answer":
            offer = ends.get((end.leg, "offer"))
            if offer is None or (offer.to, offer.session) != (end.session, end.to):
                raise no_leg("nobody has offered this path to you")
        ends[end.leg, end.sdp] = end

    def offered_to(self, call: Call, leg: int, session: str) -> End | None:
        """The offer of a path to this session."""
        found = self.held.get(call, {}).get((leg, "offer"))
        return found if found is not None and found.to == session else None

    def name(self, call: Call, leg: int, session: str, candidates: list[str], last: bool) -> None:
        """Addresses of an end that this session described. Raises Refused."""
        ends = (each for each in self.held.get(call, {}).values() if each.leg == leg)
        end = next((each for each in ends if each.session == session), None)
        if end is None:
            raise no_leg("you have described no end of this path")
        end.candidates += candidates[: CANDIDATES_MAX - len(end.candidates)]
        end.last = end.last or last

    def of(self, call: Call, session: str) -> list[End]:
        """Ends of paths that begin or end at this session."""
        return [each for each in self.held.get(call, {}).values() if session in (each.session, each.to)]

    def taken(self, call: Call) -> list[int]:
        """Numbers that are in use."""
        return sorted({leg for leg, _ in self.held.get(call, {})})
