"""The command starts quickly and drags nothing along that it does not need."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

WEB = ("fastapi", "starlette", "uvicorn", "pydantic", "webauthn", "anyio", "firebreak.console.app")
"What the console's own process loads, and no other (decisions/0010)."
HEAVY = ("rich", "typst", "fluent", "pydantic", "babel", "typer", "asyncio", "websockets", "sqlcipher3")
CPU_SECONDS = 0.6  # aimed at is 0.25 on a quiet machine; a loaded one counts its cache misses too


def loaded(code: str, wanted: tuple[str, ...]) -> list[str]:
    """Which of the modules are loaded after the code ran in a process of its own."""
    script = f"{code}\nimport sys\nprint(*[each for each in {wanted!r} if each in sys.modules])"
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()


def test_the_list_of_verbs_needs_neither_network_nor_database_nor_texts() -> None:
    wanted = (*(each for each in HEAVY if each != "typer"), *WEB)
    code = "import typer.main\nfrom firebreak.cli.app import app\ntyper.main.get_command(app)"
    assert loaded(code, wanted) == []


def test_a_node_runs_without_what_only_people_need() -> None:
    code = "from firebreak.cli import node_run, node_report, passphrases\nimport firebreak.app.running"
    assert loaded(code, ("rich", "typst", "fluent", "babel", "typer", *WEB)) == []


def test_verbs_other_than_those_of_the_console_load_nothing_of_the_web() -> None:
    code = "import firebreak.app.demo\nfrom firebreak.cli import app, asking, passphrases, console"
    assert loaded(code, WEB) == []


def test_help_is_quick() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "firebreak", "--help"], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < CPU_SECONDS


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_offers_the_verbs(shell: str, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "HOME": str(tmp_path),
        "_FIREBREAK_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "firebreak ca",
        "COMP_CWORD": "1",
        "_TYPER_COMPLETE_ARGS": "firebreak ca",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    command = [str(Path(sys.executable).parent / "firebreak")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert "call" in done.stdout
    assert "card" in done.stdout
    assert done.stderr == ""
