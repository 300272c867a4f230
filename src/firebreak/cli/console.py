"""`firebreak console`: the pages of the duty officers, their accounts and one-time links."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, PassphraseFile
from firebreak.core.base.errors import LocalError

if TYPE_CHECKING:
    from firebreak.console.accounts import Account
    from firebreak.console.context import Console
    from firebreak.console.settings import Settings

console = typer.Typer(help="The console: pages for duty officers, and who gets in.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="Name of the account.")]
Roles = Annotated[
    list[str] | None,
    typer.Option(
        "--role",
        metavar="ROLE",
        help="Makes the account: duty, linguist, releaser, supervisor, or administrator alone. Repeat it.",
    ),
]
Officer = Annotated[
    str | None, typer.Option("--officer", metavar="NAME", help="Who it is on the roster, for a new account.")
]
Forget = Annotated[
    bool, typer.Option("--forget", help="Its use takes away every passkey and password of before.")
]
Close = Annotated[
    str | None, typer.Option("--close", metavar="NAME", help="Close this account for good, and its sessions.")
]


@console.command()
def run(passphrase_file: PassphraseFile = None, config: ConfigPath = HERE) -> None:
    """Serve the console by hand, until Ctrl-C; `firebreak node run` does so by itself.

    Example: firebreak console run --config north
    """
    import asyncio

    from firebreak.cli.stderr import note
    from firebreak.console.server import serve

    asyncio.run(serve(_settings(config, passphrase_file), note))


@console.command()
def link(
    name: Name,
    role: Roles = None,
    officer: Officer = None,
    forget: Forget = False,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Print a new one-time link for an account; with a role, make the account first.

    Example: firebreak console link "Ana Vogt" --role duty --officer "Ana Vogt"

    Whoever opens the link makes a passkey and is in. It counts once and for 24 hours; one made before does
    not count any more. Hand it over by a way that others do not read.
    """
    from firebreak.cli.terminal import say, say_json

    with _opened(config, passphrase_file) as held:
        account = held.accounts.make(name, role, officer) if role else held.accounts.known(name)
        made = held.enrolment.link(account, forget=forget)
    if as_json:
        say_json({"name": account.name, "roles": list(account.roles), "link": made})
        return
    say(made)


@console.command()
def accounts(
    close: Close = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """List the accounts of the console, or close one.

    Example: firebreak console accounts --config north
    """
    from firebreak.cli.terminal import listed, safe, say, say_json, table

    with _opened(config, passphrase_file) as held:
        if close is not None:
            held.sessions.end_all(held.accounts.close(close).name)
        facts = [_facts(held, each) for each in held.accounts.all()]
        closed = held.accounts.closed()
    if as_json:
        say_json({"accounts": facts, "closed": closed})
        return
    rows = [
        [safe(each["name"]), listed(each["roles"]), safe(each["officer"] or ""), each["in"]] for each in facts
    ]
    say(*table([["account", "roles", "officer", "way in"], *rows]) if rows else ["no account yet"])
    if closed:
        say(f"closed: {listed([*map(safe, closed)])}")


@console.command("alarm-test")
def alarm_test(
    passphrase_file: PassphraseFile = None, config: ConfigPath = HERE, as_json: Json = False
) -> None:
    """Ring the phones and send the mail of [console.alarms] with a notice that says it is a test.

    Example: firebreak console alarm-test --config north

    Fails when a channel does. Somebody has to lift a phone; the others do not ring then.
    """
    import asyncio

    from firebreak.cli.terminal import say, say_json, table
    from firebreak.console.alerts.testing import tested

    found = asyncio.run(tested(_settings(config, passphrase_file)))
    if as_json:
        say_json({"channels": found})
    else:
        rows = [[each["channel"], each["delivery"], each["detail"]] for each in found]
        say(*table([["channel", "delivery", "what is known"], *rows]))
    if any(each["delivery"] != "delivered" for each in found):
        raise LocalError(
            "at least one channel of the alarm chain failed",
            code="FB567",
            hint="look at its line above and at [console.alarms] in the configuration",
        )


def _settings(config: Path, passphrase_file: Path | None) -> "Settings":
    """Of the party; of the node's keys nothing but the console's own stays. Raises LocalError."""
    from firebreak.app.console_process import settings_of
    from firebreak.cli.asking import house_at
    from firebreak.cli.passphrases import node_passphrase
    from firebreak.keyring.confinement import keep_private
    from firebreak.keyring.keys import NodeKeys

    house = house_at(config)
    settings_of(house, b"")  # before a passphrase is typed in vain
    keep_private()
    secret = node_passphrase(house, passphrase_file)
    keys: NodeKeys = NodeKeys.load(house.node_keys, secret, environment=house.config.environment)
    return settings_of(house, keys.console)


@contextmanager
def _opened(config: Path, passphrase_file: Path | None) -> Generator["Console"]:
    from firebreak.console.context import Console

    settings = _settings(config, passphrase_file)
    held = Console.open(settings.at(settings.address[1]))
    try:
        yield held
    finally:
        held.close()


def _facts(held: "Console", account: "Account") -> dict[str, Any]:
    ways = held.accounts.ways_in(account.name)
    told = [
        f"{ways['passkeys']} passkeys" if ways["passkeys"] else "",
        "password" if ways["password"] else "",
        "one-time link" if ways["link"] else "",
    ]
    revoked = held.accounts.revoked(account)
    state = held.officer_keys.state(account.officer)
    return {
        "name": account.name,
        "roles": list(account.roles),
        "officer": account.officer,
        "key": None if state is None else state["key"],
        "revoked": revoked,
        **ways,
        "in": "no: off the roster" if revoked else ", ".join(each for each in told if each) or "none",
    }
