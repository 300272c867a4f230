"""Passkeys (WebAuthn): the way in. The library checks the signatures; here are the rules around it.

A passkey is bound to the host of the console's origin, lies on the person's device, and is asked for without
a name, so that a login page tells nobody which accounts there are. The device must have checked its person.
"""

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import webauthn
from webauthn.helpers import base64url_to_bytes, options_to_json_dict, parse_client_data_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from firebreak.console import refusals
from firebreak.console.accounts import Account, Accounts
from firebreak.console.database import Database
from firebreak.console.settings import Settings
from firebreak.core.base.instants import MINUTE, Instant

CHALLENGE_BYTES: Final = 32
CHALLENGE_LIVES: Final = 5 * MINUTE
CHALLENGES_MAX: Final = 4_096  # waiting at once; the oldest goes
PASSKEYS_MAX: Final = 16  # of one account
LOGIN: Final = ""
"What a challenge is for: a login, or making a passkey for the account of that name."


@dataclass(frozen=True, slots=True)
class NewPasskey:
    """A passkey that was checked and is not kept yet."""

    id: bytes
    public: bytes
    count: int


@dataclass(slots=True)
class Passkeys:
    """All passkeys, and the challenges that wait for an answer."""

    settings: Settings
    database: Database
    accounts: Accounts
    now: Callable[[], Instant]
    _challenges: "OrderedDict[bytes, tuple[Instant, str]]" = field(default_factory=OrderedDict, repr=False)

    def to_make(self, account: Account) -> dict[str, Any]:
        """Options for `navigator.credentials.create`."""
        options = webauthn.generate_registration_options(
            rp_id=self.settings.site,
            rp_name=f"Firebreak {self.settings.party}",
            user_name=account.name,
            user_id=account.handle,
            user_display_name=account.name,
            challenge=self._challenge(account.name),
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
            exclude_credentials=[PublicKeyCredentialDescriptor(id=each) for each in self._ids(account.name)],
        )
        return options_to_json_dict(options)

    def made(self, account: Account, credential: dict[str, Any]) -> NewPasskey:
        """What came back from the device. Raises Refused."""
        try:
            challenge = self._answered(credential, account.name)
            checked = webauthn.verify_registration_response(
                credential=credential,
                expected_challenge=challenge,
                expected_rp_id=self.settings.site,
                expected_origin=self.settings.origin,
                require_user_verification=True,
            )
        except NOT_ACCEPTED as error:
            raise refusals.bad_passkey() from error
        return NewPasskey(checked.credential_id, checked.credential_public_key, checked.sign_count)

    def keep(self, account: str, made: NewPasskey) -> None:
        """Inside a change: the account opens by this passkey from now on. Raises Refused."""
        if self.database.row("SELECT account FROM passkeys WHERE id = ?", made.id) is not None:
            raise refusals.bad_passkey()
        if len(self._ids(account)) >= PASSKEYS_MAX:
            raise refusals.bad_account(f"this account has {PASSKEYS_MAX} passkeys", refusals.CONFLICT)
        self.database.write(
            "INSERT INTO passkeys VALUES (?, ?, ?, ?, ?, NULL)",
            *(made.id, account, made.public, made.count, self.now()),
        )

    def to_open(self) -> dict[str, Any]:
        """Options for `navigator.credentials.get`: whoever has a passkey for this host."""
        options = webauthn.generate_authentication_options(
            rp_id=self.settings.site,
            challenge=self._challenge(LOGIN),
            user_verification=UserVerificationRequirement.REQUIRED,
        )
        return options_to_json_dict(options)

    def open(self, credential: dict[str, Any]) -> Account:
        """The account that a passkey opens. Raises Refused."""
        try:
            challenge = self._answered(credential, LOGIN)
            name = base64url_to_bytes(str(credential["rawId"]))
            row = self.database.row("SELECT account, public, count FROM passkeys WHERE id = ?", name)
            account = None if row is None else self.accounts.open_one(row[0])
            if row is None or account is None:
                raise refusals.no_entry()
            checked = webauthn.verify_authentication_response(
                credential=credential,
                expected_challenge=challenge,
                expected_rp_id=self.settings.site,
                expected_origin=self.settings.origin,
                credential_public_key=bytes(row[1]),
                credential_current_sign_count=row[2],
                require_user_verification=True,
            )
        except NOT_ACCEPTED as error:
            raise refusals.no_entry() from error
        if self.accounts.revoked(account):
            raise refusals.no_entry()
        with self.database.change() as change:
            change.write(
                "UPDATE passkeys SET count = ?, used_at = ? WHERE id = ?",
                *(checked.new_sign_count, self.now(), name),
            )
        return account

    def _challenge(self, purpose: str) -> bytes:
        challenge = secrets.token_bytes(CHALLENGE_BYTES)
        self._challenges[challenge] = (Instant(self.now() + CHALLENGE_LIVES), purpose)
        if len(self._challenges) > CHALLENGES_MAX:
            self._challenges.popitem(last=False)
        return challenge

    def _answered(self, credential: dict[str, Any], purpose: str) -> bytes:
        """The challenge that was answered; it counts once, for what it was drawn for. Raises ValueError."""
        data = base64url_to_bytes(str(credential["response"]["clientDataJSON"]))
        client = parse_client_data_json(data)
        if client.cross_origin:
            raise ValueError("asked for in a frame of another site")
        challenge = client.challenge
        until, drawn_for = self._challenges.pop(challenge, (Instant(0), None))
        if drawn_for != purpose or until <= self.now():
            raise ValueError("no such challenge waits")
        return challenge

    def _ids(self, account: str) -> list[bytes]:
        rows = self.database.rows("SELECT id FROM passkeys WHERE account = ?", account)
        return [bytes(each) for (each,) in rows]


NOT_ACCEPTED: Final = (WebAuthnException, ValueError, TypeError, KeyError, AttributeError, IndexError)
"What the library raises over bytes that are no passkey: its own errors, and those of its parsers."
