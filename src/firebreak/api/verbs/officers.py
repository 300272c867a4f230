"""What only an officer can say: two steps, so that the node never holds an officer's key.

`prepare` gives the body and what the statement has to name; the program at the desk lets the officer sign;
`state` brings the signed body back, and the node checks it before it writes anything.
"""

from typing import Any, Final

from firebreak.api.arguments import Arguments, wrong
from firebreak.api.desk_socket import Connection
from firebreak.api.service import Service, Verb
from firebreak.api.verbs.choices import choice
from firebreak.api.verbs.preparing import PREPARE
from firebreak.api.verbs.stating import draft
from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.shape import Body
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.line.admission import wrong_statement
from firebreak.core.line.line import Line
from firebreak.core.line.registry import BODIES
from firebreak.runtime.showing import plain


async def prepare(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """What an officer has to sign for `what`: kind, body and the entry it is about, all in hexadecimal."""
    _, line = service.line_of(arguments)
    what = arguments.text("what")
    maker = PREPARE.get(what)
    if maker is None:
        raise wrong("what", f"is {what!r}, not one of {', '.join(sorted(PREPARE))}")
    prepared = maker(line, arguments, service.now(line))
    return {
        "kind": int(prepared.kind),
        "body": prepared.body.to_bytes().hex(),
        "about": prepared.entry.hex(),
        "commitment": prepared.commitment.hex(),
        "precedence": plain(_precedence(arguments)),
        "environment": int(line.identity.environment),
        "line": line.identity.line.hex(),
    }


async def state(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Write what an officer has signed."""
    name, line = service.line_of(arguments)
    kind, body = _read(arguments)
    _check(line, body)
    precedence = _precedence(arguments)
    return await service.say(name, lambda line, now: draft(line, kind, body, now, precedence))


def _precedence(arguments: Arguments) -> Precedence:
    return choice(Precedence, arguments, "precedence", Precedence.ROUTINE)


def _read(arguments: Arguments) -> tuple[Kind, Body]:
    number = arguments.number("kind")
    if number not in {int(each) for each in BODIES}:
        raise wrong("kind", f"is {number}, which is no kind that an officer signs")
    kind = Kind(number)
    try:
        return kind, BODIES[kind].from_bytes(arguments.octets("body"))
    except CounterpartError as error:
        raise wrong("body", f"cannot be read: {error.text}") from error


def _check(line: Line, body: Body) -> None:
    """Refuse here what the counterpart would refuse there."""
    reason = wrong_statement(body, line.ours, line.identity.environment, line.identity.line)
    if reason:
        raise LocalError(
            reason, code="FB346", hint="sign with the key that is on our card's roster, and the same body"
        )


VERBS: Final[dict[str, Verb]] = {"prepare": prepare, "state": state}
