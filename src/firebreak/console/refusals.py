"""What the console's server refuses, and with which status. Nothing here repeats what was sent."""

from typing import Final

from firebreak.core.base.errors import FirebreakError, LocalError, StorageError

BAD_REQUEST: Final = 400
UNKNOWN: Final = 401
FORBIDDEN: Final = 403
NOT_FOUND: Final = 404
WRONG_METHOD: Final = 405
CONFLICT: Final = 409
TOO_LARGE: Final = 413
WRONG_VALUE: Final = 422
TOO_MANY: Final = 429
FAULT: Final = 500
UNAVAILABLE: Final = 503

NODE_GONE: Final = ("FB335", "FB336")


class Refused(LocalError):
    """A request that is refused, with its HTTP status."""

    def __init__(
        self, text: str, *, code: str, hint: str = "", status: int = CONFLICT, wait: int = 0
    ) -> None:
        super().__init__(text, code=code, hint=hint)
        self.status = status
        self.wait = wait
        "Seconds until it is worth asking again; 0 where time changes nothing."


def status_of(error: FirebreakError) -> int:
    """The HTTP status of an error; what the node refuses is a conflict with the state of the line."""
    if isinstance(error, Refused):
        return error.status
    if isinstance(error, StorageError) or error.code in NODE_GONE:
        return UNAVAILABLE
    return CONFLICT


def foreign(why: str) -> Refused:
    """A page of another origin asks, or something that is no page of ours."""
    hint = "open the console at its own address; a program has to send that address as Origin"
    return Refused(
        f"this request does not come from the console: {why}", code="FB500", hint=hint, status=FORBIDDEN
    )


def not_logged_in() -> Refused:
    """No session, or one that has ended; which of both is not told."""
    return Refused("nobody is logged in here", code="FB501", hint="log in", status=UNKNOWN)


def not_for(needed: str) -> Refused:
    """The account has not the role."""
    text = f"this is for another role: {needed}"
    return Refused(text, code="FB502", hint="log in with an account that has it", status=FORBIDDEN)


def no_entry() -> Refused:
    """Wrong name, wrong password, wrong passkey, closed account: one answer for all of them."""
    hint = "try again, or ask an administrator for a new one-time link"
    return Refused(
        "that is not a name and a key to it that count here", code="FB503", hint=hint, status=UNKNOWN
    )


def too_many_guesses(seconds: int) -> Refused:
    """Wrong passwords slow down."""
    text = f"too many wrong passwords: the next one counts in {seconds} s"
    hint = "a passkey still opens the account"
    return Refused(text, code="FB504", hint=hint, status=TOO_MANY, wait=seconds)


def no_link() -> Refused:
    """A one-time link that was never made, is used, too old, or of a closed account."""
    hint = "ask for a new one: `firebreak console link NAME`, or an administrator in the console"
    return Refused("this link does not count, or no longer", code="FB505", hint=hint, status=FORBIDDEN)


def malformed(text: str, status: int = WRONG_VALUE) -> Refused:
    """A request that is not what the interface describes."""
    return Refused(text, code="FB506", hint="see /api/openapi.json", status=status)


def too_large(most: int) -> Refused:
    """A body over the limit."""
    return Refused(f"more than {most} bytes", code="FB507", hint="send less", status=TOO_LARGE)


def nothing_here(method: bool) -> Refused:
    """No such address, or not with this method."""
    text = "this address is not asked in this way" if method else "there is nothing at this address"
    status = WRONG_METHOD if method else NOT_FOUND
    return Refused(text, code="FB508", hint="see /api/openapi.json", status=status)


def too_many_requests(seconds: int) -> Refused:
    """One address or one account asks too often."""
    hint = f"wait {seconds} s"
    return Refused("too many requests", code="FB509", hint=hint, status=TOO_MANY, wait=seconds)


def no_account(name: str) -> Refused:
    """An account that is not there; told only to administrators."""
    hint = "see them with `firebreak console accounts`"
    return Refused(f"there is no open account {name!r}", code="FB510", hint=hint, status=NOT_FOUND)


def bad_account(why: str, status: int = WRONG_VALUE) -> Refused:
    """An account that cannot be made or changed so."""
    return Refused(why, code="FB511", hint="choose another", status=status)


def weak_password(least: int) -> Refused:
    """A password that would be guessed."""
    text = f"the password is too easy: at least {least} characters, not the same few, not the name"
    return Refused(text, code="FB512", hint="take four or five unrelated words", status=WRONG_VALUE)


def bad_passkey() -> Refused:
    """A passkey that could not be made; why is the library's affair and not told."""
    hint = "try again, or with another device; a password can be set instead"
    return Refused("the passkey was not accepted", code="FB513", hint=hint, status=WRONG_VALUE)


def bad_officer_key(why: str, hint: str, status: int = WRONG_VALUE) -> Refused:
    """A key that cannot come onto the roster."""
    return Refused(why, code="FB514", hint=hint, status=status)


def fault() -> Refused:
    """A fault of ours; what it was stands in the output of the process."""
    hint = "try again; the operator finds more in the output of the console"
    return Refused("this is a fault of Firebreak itself", code="FB519", hint=hint, status=FAULT)
