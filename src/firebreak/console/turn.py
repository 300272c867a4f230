"""Passes for a relay (TURN): short-lived, made here, known to the relay without asking.

A relay that shares a secret with us believes whoever shows a name and its HMAC under that secret; the name
begins with the second until which it holds (coturn's `use-auth-secret`, draft-uberti-behave-turn-rest-00).
What has leaked from a page is worth nothing ten minutes later.
"""

import base64
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from firebreak.core.base.instants import SECOND, Instant

PASS_SECONDS: Final = 600  # a call goes on with a pass that has run out; only a new leg needs a new one


@dataclass(frozen=True, slots=True)
class RelayPass:
    """What a browser shows to a relay."""

    urls: tuple[str, ...]
    username: str
    credential: str = field(repr=False)
    ends_at: Instant

    def server(self) -> dict[str, Any]:
        """As a browser takes it (`RTCIceServer`)."""
        return {"urls": list(self.urls), "username": self.username, "credential": self.credential}


def relay_pass(
    secret: bytes, urls: Sequence[str], name: str, now: Instant, seconds: int = PASS_SECONDS
) -> RelayPass:
    """A pass from now on. The relay reads `name`, so let it name a session and not a person."""
    ends = now // SECOND + seconds
    username = f"{ends}:{name}"
    mac = hmac.digest(secret, username.encode(), "sha1")  # the relay computes the same; HMAC bears SHA-1
    return RelayPass(tuple(urls), username, base64.b64encode(mac).decode(), Instant(ends * SECOND))
