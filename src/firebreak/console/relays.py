"""`[console.relay]`: a relay (TURN) for the voice, so that no desk shows the other side where it is."""

from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import Field, ValidationError

from firebreak.console.refusals import UNAVAILABLE, Refused
from firebreak.console.strict import Strict
from firebreak.console.turn import RelayPass, relay_pass
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant

URLS_MAX: Final = 4  # browsers grow slow with more
SECRET_BYTES_MIN: Final = 16  # coturn takes any; a shorter one is guessed from one pass

Url = Annotated[
    str,
    Field(
        pattern=r"^turns?:([A-Za-z0-9.-]+|\[[0-9a-f:]+\])(:[0-9]{1,5})?(\?transport=(udp|tcp))?$",
        max_length=200,
    ),
]
"`turn:HOST:PORT?transport=udp`, or `turns:` for TLS (RFC 7065)."


class RelaySettings(Strict):
    """Where relays are, and where the secret lies that they share with us. The secret itself is not in it."""

    urls: Annotated[list[Url], Field(min_length=1, max_length=URLS_MAX)]
    "Addresses of relays as browsers take them; all of them share the secret."
    secret_file: str
    "File with what coturn calls `static-auth-secret`, and nothing else."
    relay_only: bool = True
    "Whether the voice goes through a relay always; else only where there is no other way."


def read_relay(table: Any, folder: Path) -> RelaySettings:
    """What the configuration says; the file is taken from its folder. Raises LocalError."""
    try:
        found = RelaySettings.model_validate(table)
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        name = ".".join(str(each) for each in first["loc"])
        raise _wrong(f"[console.relay] {name}: {first['msg']}") from error
    found = found.model_copy(update={"secret_file": str(folder / found.secret_file)})
    secret_of(found)
    return found


def secret_of(settings: RelaySettings) -> bytes:
    """What the relay shares with us, without the end of its line. Raises LocalError, which never shows it."""
    try:
        secret = Path(settings.secret_file).read_bytes().rstrip(b"\r\n")
    except OSError as error:
        raise _wrong(f"cannot read {settings.secret_file}: {type(error).__name__}") from error
    if len(secret) < SECRET_BYTES_MIN:
        raise _wrong(f"{settings.secret_file} has fewer than {SECRET_BYTES_MIN} bytes")
    return secret


def pass_for(settings: RelaySettings, name: str, now: Instant) -> RelayPass:
    """A pass from now on. The file is read each time, so that a new secret counts at once. Raises Refused."""
    try:
        return relay_pass(secret_of(settings), settings.urls, name, now)
    except LocalError as error:
        raise Refused(error.text, code=error.code, hint=error.hint, status=UNAVAILABLE) from error


def _wrong(text: str) -> LocalError:
    return LocalError(text, code="FB547", hint="see [console.relay] on the configuration page")
