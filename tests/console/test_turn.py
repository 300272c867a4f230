"""Passes for a relay."""

import pytest

from firebreak.console.turn import PASS_SECONDS, relay_pass
from firebreak.core.base.instants import SECOND, Instant

NOW = Instant(1_795_372_191_363)
URLS = ("turn:relay.north.example:3478?transport=udp",)


def test_a_pass_is_what_the_relay_computes_from_the_secret_and_the_name() -> None:
    made = relay_pass(b"a secret of the relay", URLS, "s1", NOW)
    assert made.server() == {
        "urls": list(URLS),
        "username": "1795372791:s1",
        "credential": "e6v+uU62dzr8ihtCPjqrMjdro8U=",
    }


def test_a_pass_ends_ten_minutes_after_the_second_it_was_made_in() -> None:
    made = relay_pass(b"a secret of the relay", URLS, "s1", NOW)
    assert made.ends_at == NOW - NOW % SECOND + PASS_SECONDS * SECOND
    assert PASS_SECONDS == 600


@pytest.mark.parametrize(
    "other", [(b"another", "s1", NOW), (b"one", "s2", NOW), (b"one", "s1", NOW + SECOND)]
)
def test_another_secret_name_or_second_makes_another_pass(other: tuple[bytes, str, int]) -> None:
    secret, name, now = other
    one = relay_pass(b"one", URLS, "s1", NOW)
    assert relay_pass(secret, URLS, name, Instant(now)).credential != one.credential


def test_a_pass_does_not_show_its_credential() -> None:
    made = relay_pass(b"one", URLS, "s1", NOW)
    assert made.credential not in repr(made)
