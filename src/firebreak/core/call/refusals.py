"""What calls refuse of our own side, with which value and what to do instead."""

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant, iso
from firebreak.core.call.book import OFFERS_A_MINUTE_MAX, Call
from firebreak.core.envelope.officer import StatedBody


def id_taken(kind: str, name: bytes) -> LocalError:
    """An id was drawn twice, or the shell gave one again."""
    return LocalError(
        f"{kind} id {name.hex()} stands in the record already", code="FB150", hint="draw a fresh one"
    )


def too_many_offers(now: Instant) -> LocalError:
    """Our own side calls faster than the other may ring."""
    return LocalError(
        f"{OFFERS_A_MINUTE_MAX} calls were placed in the minute before {iso(now)}",
        code="FB151",
        hint="wait a minute, or send a message with the same precedence",
    )


def already_calling(call: Call) -> LocalError:
    """The two desks have a call waiting between them."""
    who = "ours" if call.key.ours else "theirs"
    return LocalError(
        f"{call.offer.from_desk!r} and {call.offer.desk!r} have call {call.key.call.hex()} ({who}) waiting",
        code="FB152",
        hint="withdraw it first" if call.key.ours else "answer that one",
    )


def no_such_call(name: bytes, *, ours: bool) -> LocalError:
    """No call of that id, or only one in the other direction."""
    direction = "placed by us" if ours else "placed by them"
    return LocalError(
        f"there is no call {name.hex()} {direction}", code="FB153", hint="look up its id among the calls"
    )


def not_now(call: Call, verb: str) -> LocalError:
    """The table has no row for it."""
    account = call.account
    return LocalError(
        f"cannot {verb} call {call.key.call.hex()}: it is {account.state.value} ({account.outcome})",
        code="FB154",
        hint="place a new call" if not account.is_open else "withdraw it, or wait until it is answered",
    )


def check_statement(body: StatedBody, entry: bytes, commitment: bytes) -> None:
    """Raise unless an officer states this action over these words about that very entry."""
    wrong = body.misstated(entry, commitment)
    if wrong:
        hint = "prepare it again and have it signed"
        raise LocalError(f"{type(body).__name__} {wrong}", code="FB155", hint=hint)


def no_window(reason: str) -> LocalError:
    """A time is missing where one is the point."""
    return LocalError(reason, code="FB156", hint="name the time in UTC")


def no_such_request(name: bytes, reason: str) -> LocalError:
    """No request of that id waits for us."""
    return LocalError(
        f"request {name.hex()} {reason}", code="FB158", hint="look up the requests that wait for a reply"
    )
