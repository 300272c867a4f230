"""Notices that two officers let out: the first issues, the second reads the same and releases it.

Where both keys lie here, `notice issue --release NAME` does it at once. Otherwise `--draft FILE` keeps what
the first one signed, and `notice release FILE` has a second one read, sign and send it. A changed letter in
the file makes both words void.
"""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, LineName, OfficerName, PassphraseFile

if TYPE_CHECKING:
    from firebreak.api.client import Client
    from firebreak.cli.signing import Prepared, Signer
    from firebreak.cli.stating import Statement
    from firebreak.core.notice.bodies import Notice

DRAFT_BYTES_MAX: Final = 64 << 10  # a body of 16 KiB, in hexadecimal
FILE_FIELDS: Final = ("line", "precedence", "body")

Draft = Annotated[Path, typer.Argument(metavar="FILE", help="What `notice issue --draft` wrote.")]


def register(notice: typer.Typer) -> None:
    """Add the verb to the group."""
    notice.command("release")(release)


def release(
    file: Draft,
    line: LineName = None,
    officer: OfficerName = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Release a notice that another officer has signed: read it, sign it too, and have it issued.

    Example: firebreak notice release launch.draft --officer "Jan Reis"
    """
    from firebreak.cli.asking import at_node, house_at, line_of
    from firebreak.cli.showing_body import show_before_signing
    from firebreak.cli.signing import Signer, state
    from firebreak.cli.terminal import say, say_json

    house = house_at(config)
    signer = Signer.of(house, officer, passphrase_file)

    async def work(client: "Client") -> dict[str, Any]:
        name, _, now = await line_of(client, line)
        prepared = _read(file, signer, name, now)
        if not as_json:
            show_before_signing(prepared, signer.name, "release")
        body = released(prepared, [signer])
        return {"line": name, **await state(client, name, prepared.kind, body, prepared.precedence)}

    written = at_node(house, work)
    if as_json:
        say_json(written)
    else:
        say("The notice is issued. Answers show in: firebreak notice list")


@dataclass(frozen=True, slots=True)
class Issue:
    """A notice on its way, with whoever releases it besides its issuer."""

    said: "Statement"
    releasing: "list[Signer]"
    draft: Path | None
    "Where to leave it for a second officer; None: it is sent."

    async def go(
        self, client: "Client", signer: "Signer", line: str | None, *, quiet: bool
    ) -> dict[str, Any]:
        """Prepare, show, sign, and send or keep."""
        from firebreak.cli.asking import given, line_of
        from firebreak.cli.showing_body import show_before_signing
        from firebreak.cli.signing import prepare, state

        name, _, now = await line_of(client, line)
        prepared = await prepare(
            client, signer.house, name, self.said.what, **given(self.said.arguments(now))
        )
        if not quiet:
            show_before_signing(prepared, signer.name)
        issued = prepared.signed_by(signer.key(), signer.house.config.environment)
        body = released(replace(prepared, body=issued), self.releasing)
        if self.draft is not None:
            _write(self.draft, prepared, body)
            return {"line": name, "draft": str(self.draft)}
        return {"line": name, **await state(client, name, prepared.kind, body, prepared.precedence)}


def issue_one(
    config: Path, line: str | None, officer: str | None, file: Path | None, said: Issue, *, as_json: bool
) -> None:
    """One notice from the command line to the record, or into a file."""
    from firebreak.cli.asking import at_node, house_at
    from firebreak.cli.signing import Signer
    from firebreak.cli.terminal import say, say_json

    house = house_at(config)
    signer = Signer.of(house, officer, file)
    written = at_node(house, lambda client: said.go(client, signer, line, quiet=as_json))
    if as_json:
        say_json(written)
    elif said.draft is None:
        say(said.said.done)
    else:
        say(f"Signed and not sent. Another officer sends it: firebreak notice release {said.draft}")


def released(prepared: "Prepared", signers: "list[Signer]") -> "Notice":
    """The notice with the words of these officers that it may go out, beside those that it has."""
    from firebreak.core.base.instants import Instant
    from firebreak.core.envelope.officer import Action
    from firebreak.core.notice.bodies import Notice
    from firebreak.keyring.officer import word

    body = prepared.body
    assert isinstance(body, Notice)
    words = (
        word(
            each.key(),
            Action.RELEASE,
            body.detail(),
            time=Instant(prepared.now),
            environment=each.house.config.environment,
            line=prepared.line,
        )
        for each in signers
    )
    return replace(body, release=(*body.release, *words))


def _write(file: Path, prepared: "Prepared", body: "Notice") -> None:
    held = {"line": prepared.line.hex(), "precedence": prepared.precedence, "body": body.to_bytes().hex()}
    file.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


def _read(file: Path, signer: "Signer", line: str, now: int) -> "Prepared":
    """What waits in a file. Raises LocalError for what is none of this line."""
    from firebreak.app.ceremony import Ceremony
    from firebreak.app.house import read_file
    from firebreak.cli.signing import Prepared
    from firebreak.core.base.errors import FirebreakError
    from firebreak.core.envelope.kinds import Kind
    from firebreak.core.notice.bodies import Notice

    line_id = Ceremony(signer.house, line).line_id
    try:
        held = json.loads(read_file(file)[:DRAFT_BYTES_MAX])
        of_line, precedence, body = (str(held[name]) for name in FILE_FIELDS)
        notice = Notice.from_bytes(bytes.fromhex(body))
        there = bytes.fromhex(of_line)
    except (FirebreakError, ValueError, KeyError, TypeError) as error:
        raise _no_draft(file, "holds no notice that an officer has signed") from error
    if there != line_id:
        raise _no_draft(file, f"is not for line {line}")
    said = notice.statement
    if said is None or not notice.holds:
        raise _no_draft(file, "was changed after the officer signed it")
    return Prepared(Kind.NOTICE, notice, said.entry, said.commitment, line_id, now, precedence)


def _no_draft(file: Path, why: str) -> Exception:
    from firebreak.core.base.errors import LocalError

    hint = "have it written anew with `firebreak notice issue --draft`"
    return LocalError(f"{file.name} {why}", code="FB609", hint=hint)
