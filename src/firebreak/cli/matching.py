"""`firebreak matching`: whether both sides have something in the same place, without saying where."""

import typer

from firebreak.cli import matching_answers, matching_list, matching_openings, matching_propose, matching_run

matching = typer.Typer(
    no_args_is_help=True,
    help="Private matching (experimental): did both sides name the same cell? Read docs/private-matching.md.",
)
for _part in (matching_propose, matching_list, matching_answers, matching_run, matching_openings):
    _part.register(matching)
