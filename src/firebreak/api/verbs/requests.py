"""Requests for calls, with their replies."""

from typing import Any, Final

from firebreak.api.arguments import Arguments
from firebreak.api.desk_socket import Connection
from firebreak.api.service import Service, Verb
from firebreak.core.call.asking import CallReply, CallRequest
from firebreak.core.call.dialogue import Dialogue, Spoken
from firebreak.runtime.showing import plain

LISTED_MAX: Final = 500


async def requests(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Requests for calls, both ways, with their replies; of one id only when it is named."""
    _, line = service.line_of(arguments)
    last = max(1, min(arguments.number("last", LISTED_MAX), LISTED_MAX))
    wanted = arguments.text("request", "").lower()
    values = [request_value(each) for each in line.machines.calls.requests.all()]
    return {"requests": [each for each in values if not wanted or each["request"] == wanted][-last:]}


def request_value(dialogue: Dialogue) -> dict[str, Any]:
    """A request for a call as JSON, with where it stands and who replied what."""
    asked = dialogue.request
    assert isinstance(asked.body, CallRequest)
    fields = (
        "request",
        "level",
        "desk",
        "from_desk",
        "subject",
        "language",
        "interpreter",
        "text",
        "windows",
    )
    return {
        **{name: plain(getattr(asked.body, name)) for name in fields},
        "ours": asked.ours,
        "at": asked.at,
        "precedence": plain(asked.precedence),
        "officer": asked.officer,
        "standing": plain(dialogue.standing),
        "our_turn": dialogue.our_turn,
        "window": plain(dialogue.window),
        "replies": [_reply_value(each) for each in dialogue.replies],
    }


def _reply_value(spoken: Spoken) -> dict[str, Any]:
    assert isinstance(spoken.body, CallReply)
    fields = ("answer", "window", "reason", "text")
    said = {name: plain(getattr(spoken.body, name)) for name in fields}
    return {**said, "ours": spoken.ours, "at": spoken.at, "officer": spoken.officer}


VERBS: Final[dict[str, Verb]] = {"requests": requests}
