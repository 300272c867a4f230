"""`firebreak exercise`: replay a timeline as an exercise between two cells."""

from pathlib import Path
from typing import Annotated

import typer

from firebreak.cli.options import Json

exercise = typer.Typer(help="Exercises on lines that are marked as such.", no_args_is_help=True)

File = Annotated[Path, typer.Argument(help="A timeline as CSV.")]
Directory = Annotated[
    Path | None,
    typer.Option("--directory", metavar="FOLDER", help="Folder for both cells; a fresh one when left out."),
]


@exercise.command()
def replay(file: File, directory: Directory = None, as_json: Json = False) -> None:
    """Replay every contact of a timeline as signed entries between two real nodes, and verify the result.

    Example: firebreak exercise replay contacts.csv
    """
    from firebreak.cli.demonstrating import run
    from firebreak.cli.timeline import rows_of

    rows_of(file)  # before anything is founded
    run(file, directory, once=True, as_json=as_json)
