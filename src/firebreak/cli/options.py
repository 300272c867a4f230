"""Options that many verbs share, so that they are called and explained the same everywhere."""

from pathlib import Path
from typing import Annotated, Final

import typer

HOME: Final = "FIREBREAK_HOME"
OFFICER: Final = "FIREBREAK_OFFICER"

ConfigPath = Annotated[
    Path,
    typer.Option(
        "--config",
        "-c",
        envvar=HOME,
        metavar="PATH",
        help="Folder of the party, or its firebreak.toml.",
        show_default="this folder",
    ),
]
LineName = Annotated[
    str | None,
    typer.Option(
        "--line",
        "-l",
        metavar="LINE",
        help="Line, as this node calls it. Needed only when there are several.",
    ),
]
FoundIn = Annotated[
    str, typer.Option("--language", metavar="LANGUAGE", help="Of what is found in it: de, en, ru or uk.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the facts as JSON.")]
OfficerName = Annotated[
    str | None,
    typer.Option(
        "--officer",
        "-o",
        envvar=OFFICER,
        metavar="NAME",
        help="Who signs. Needed only when there are several keys.",
    ),
]
PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        envvar="FIREBREAK_PASSPHRASE_FILE",
        metavar="FILE",
        help="File with the passphrase; without it you are asked.",
    ),
]
Bundle = Annotated[
    Path | None,
    typer.Option("--bundle", metavar="FILE", help="A bundle of a line; needs no node and no party."),
]
OurDesk = Annotated[
    str | None,
    typer.Option("--desk", "-d", metavar="DESK", help="Our desk. The first on our card when left out."),
]
HERE: Final = Path()
