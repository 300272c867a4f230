"""What the sound of calls refuses of our own side, with which value and what to do instead."""

from firebreak.core.base.errors import LocalError
from firebreak.core.call.sound.ground import TEXTS


def not_to_speak_in(name: bytes, state: str, verb: str) -> LocalError:
    """The call is not at a point where this could be said."""
    return LocalError(
        f"cannot {verb} in call {name.hex()}: it is {state}",
        code="FB540",
        hint="place a call, or answer the one that rings",
    )


def bad_description(fault: str) -> LocalError:
    """A description or a key that the other side could not act upon."""
    return LocalError(
        f"the entry {TEXTS[fault]}", code="FB541", hint="give the description as the browser made it"
    )


def no_such_leg(number: int, why: str) -> LocalError:
    """The leg is taken, or is not there."""
    return LocalError(f"leg {number} {why}", code="FB542", hint="begin the next leg with an offer of its own")


def enough_said(what: str) -> LocalError:
    """No more of this is kept of one call, or it was said already."""
    return LocalError(
        f"{what} is said already, or more than is kept of one call",
        code="FB543",
        hint="begin another leg, or another call",
    )


def not_in_this_course(why: str) -> LocalError:
    """A hold, a hand-over or a recording that does not fit what was said before."""
    return LocalError(why, code="FB544", hint="look at the call as it stands now")


def no_such_minutes(why: str) -> LocalError:
    """Nothing to agree to."""
    return LocalError(why, code="FB545", hint="name the entry of a proposal of the other side")


def sound_not_secured(name: bytes) -> LocalError:
    """No console of ours has found the sound secured."""
    return LocalError(
        f"no console of ours found the sound of call {name.hex()} secured",
        code="FB546",
        hint="hang up without claiming sound",
    )
