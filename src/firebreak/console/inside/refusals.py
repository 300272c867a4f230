"""What is refused between pages of one house."""

from firebreak.console.refusals import CONFLICT, NOT_FOUND, TOO_MANY, Refused


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
