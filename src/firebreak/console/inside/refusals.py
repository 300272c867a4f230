"""What is refused between pages of one house."""

from firebreak.console.refusals import CONFLICT, FORBIDDEN, NOT_FOUND, TOO_MANY, Refused


def nothing_such(text: str = "there is no such ask in this call") -> Refused:
    """Of another call, of others, or gone."""
    return Refused(text, code="FB549", hint="look at the call as it stands now", status=NOT_FOUND)


def not_now(text: str, hint: str) -> Refused:
    """It does not fit what stands."""
    return Refused(text, code="FB549", hint=hint, status=CONFLICT)


def too_many() -> Refused:
    """More than one call needs."""
    return Refused("too much is asked in this call", code="FB549", hint="take an ask back", status=TOO_MANY)


def no_leg(text: str) -> Refused:
    """A path in the house that nobody has agreed on."""
    return Refused(text, code="FB549", hint="ask the colleague into the call first", status=CONFLICT)


def no_draft() -> Refused:
    """It was taken back, or put away, or the server was started again."""
    hint = "look at what waits now; write it anew if it was not sent"
    return Refused("no such message waits for release", code="FB527", hint=hint, status=NOT_FOUND)


def not_waiting(state: str) -> Refused:
    """Another was quicker, or its time was over."""
    text = "it is being sent" if state == "waiting" else f"it no longer waits for release: {state}"
    hint = "look at the record"
    return Refused(text, code="FB527", hint=hint, status=CONFLICT)


def too_many_drafts() -> Refused:
    """More than two officers can look after."""
    text = "too many messages wait for release"
    hint = "take one back, or have a releaser look at them"
    return Refused(text, code="FB527", hint=hint, status=TOO_MANY)


def no_release(text: str, hint: str) -> Refused:
    """The word of an officer that releases nothing."""
    return Refused(text, code="FB528", hint=hint, status=FORBIDDEN)
