"""What the node refuses, with the HTTP status that fits."""

from typing import Any, Final

from firebreak.console import refusals
from firebreak.console.refusals import Refused
from firebreak.console.views.following import Views
from firebreak.core.base.errors import LocalError

STATUS: Final = {
    "FB332": refusals.NOT_FOUND,
    "FB150": refusals.NOT_FOUND,
    "FB160": refusals.NOT_FOUND,
    "FB347": refusals.NOT_FOUND,
    "FB102": refusals.WRONG_VALUE,
    "FB103": refusals.WRONG_VALUE,
    "FB104": refusals.WRONG_VALUE,
    "FB105": refusals.WRONG_VALUE,
    "FB106": refusals.WRONG_VALUE,
    "FB107": refusals.WRONG_VALUE,
    "FB108": refusals.WRONG_VALUE,
    "FB156": refusals.WRONG_VALUE,
    "FB333": refusals.WRONG_VALUE,
    "FB550": refusals.NOT_FOUND,
    "FB551": refusals.WRONG_VALUE,
    "FB601": refusals.WRONG_VALUE,
    "FB602": refusals.WRONG_VALUE,
    "FB603": refusals.NOT_FOUND,
    "FB606": refusals.WRONG_VALUE,
    "FB607": refusals.WRONG_VALUE,
    "FB608": refusals.WRONG_VALUE,
    "FB338": refusals.WRONG_VALUE,
    "FB334": refusals.TOO_LARGE,
    "FB346": refusals.FORBIDDEN,
    "FB335": refusals.UNAVAILABLE,
    "FB336": refusals.UNAVAILABLE,
    "FB399": refusals.FAULT,
}
"By code; everything else is a state of the line that does not allow it: a conflict."


async def asked(views: Views, do: str, **arguments: Any) -> dict[str, Any]:
    """Ask the node; fields without a value are left out. Raises Refused."""
    try:
        given = {name: each for name, each in arguments.items() if each is not None}
        return await views.ask(do, **given)
    except LocalError as error:
        raise refused(error) from error


def refused(error: LocalError) -> Refused:
    """An error of the node for a page; what this server refuses itself stays as it is."""
    if isinstance(error, Refused):
        return error
    status = STATUS.get(error.code, refusals.CONFLICT)
    return Refused(error.text, code=error.code, hint=error.hint, status=status)
