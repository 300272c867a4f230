"""Running a node is recognised early, and in no other case."""

import typer.main

from firebreak.cli.app import app
from firebreak.cli.node_run import JSON, VALUES, _plain


def test_plain_options_are_read_in_every_spelling() -> None:
    assert _plain(["node", "run"]) == {}
    assert _plain(["node", "run", "-c", "north", "--json"]) == {"config": "north", "json": ""}
    assert _plain(["node", "run", "--config=north", "--passphrase-file", "p"]) == {
        "config": "north",
        "passphrase_file": "p",
    }


def test_everything_else_is_left_to_the_full_parser() -> None:
    for words in (
        [], ["node"], ["node", "run", "--help"], ["node", "run", "north"], ["node", "run", "-c"],
        ["node", "run", "--config="], ["status"], ["node", "run", "--jsno"],
    ):  # fmt: skip
        assert _plain(words) is None, words


def test_both_parsers_know_the_same_options() -> None:
    group = typer.main.get_command(app)
    run = group.commands["node"].commands["run"]  # type: ignore[attr-defined]
    names = {name for each in run.params for name in each.opts} - {"--help", "-h"}
    assert names == {*VALUES, JSON}
