"""What notices refuse of our own side, with which value and what to do instead."""

from typing import Final

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import MINUTE, Instant
from firebreak.core.envelope.officer import StatedBody
from firebreak.core.notice.answers import NoticePassed, NoticeRenewed
from firebreak.core.notice.inquiries import IncidentReport

SLACK: Final = MINUTE  # a console's clock may be ahead of the node's


def no_such(what: str, name: bytes) -> LocalError:
    """Nothing of that name stands in the record."""
    return LocalError(
        f"there is no {what} {name.hex()[:16]} on this line", code="FB603", hint="see `firebreak notice list`"
    )


def not_now(text: str, hint: str) -> LocalError:
    """It stands there, and this cannot be done with it."""
    return LocalError(text, code="FB604", hint=hint)


def unfit(text: str, hint: str) -> LocalError:
    """A notice that would mislead whoever reads it."""
    return LocalError(text, code="FB606", hint=hint)


def check_instants(body: StatedBody, now: Instant) -> None:
    """Raise where what has happened lies ahead, or what is promised lies behind."""
    match body:
        case NoticePassed() if body.passed_at > now + SLACK:
            raise unfit("the notice was not passed on yet", "state it again once somebody has it")
        case IncidentReport() if body.from_at > now + SLACK:
            raise unfit("the incident has not happened yet", "say when it began; what is to come is a notice")
        case NoticeRenewed() if 0 < body.confirm_by <= now:
            raise unfit("the date of the next confirmation is over", "give one that lies ahead")
        case _:
            pass


def check_statement(body: StatedBody, entry: bytes, commitment: bytes) -> None:
    """Raise unless an officer states this action over these words about that very entry."""
    wrong = body.misstated(entry, commitment)
    if wrong:
        hint = "prepare it again and have it signed"
        raise LocalError(f"{type(body).__name__} {wrong}", code="FB605", hint=hint)
