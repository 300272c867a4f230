"""Running the demo from the command line: progress, the result in words, both nodes left running."""

import asyncio
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from firebreak.cli.stderr import Progress, note

if TYPE_CHECKING:
    from firebreak.app.demo import Demo


def run(file: Path | None, directory: Path | None, *, once: bool, as_json: bool) -> None:
    """Run it; with `once` it ends when everything is verified."""
    import typer

    from firebreak.app.demo import Demo, shipped, story_of
    from firebreak.app.house import read_file
    from firebreak.cli.terminal import say_json

    story = shipped() if file is None else story_of(file.name, read_file(file))
    progress = Progress(quiet=as_json)

    def step(done: int, of: int, what: str) -> None:
        if progress.over or done % 25 == 0:
            progress.say(f"{done} of {of} {what}")

    def tell(text: str) -> None:
        progress.end()
        if not as_json:
            note(text)

    folder = directory or Path(tempfile.mkdtemp(prefix="firebreak-demo-"))
    shown = Demo(folder, step, tell, story)
    facts = asyncio.run(_run(shown, once=once, as_json=as_json))
    if as_json and once:
        say_json(facts)
    if not facts["verify"]["ok"]:
        raise typer.Exit(1)


async def _run(demo: "Demo", *, once: bool, as_json: bool) -> dict[str, Any]:
    from firebreak.cli.terminal import say_json

    try:
        facts = await demo.run()
        if not as_json:
            _tell(facts)
        if not once:
            if as_json:
                say_json(facts)
            await _stay(demo, as_json=as_json)
        return facts
    finally:
        await demo.stop()


def _tell(facts: dict[str, Any]) -> None:
    from firebreak.cli.ledger_text import print_ledger, summary_lines
    from firebreak.cli.terminal import say

    say("", "Contact ledger of the whole timeline:", *summary_lines(facts["ledger"], "  "), "")
    if facts["ledger_of_the_silence"] != facts["ledger"]:
        stretch: dict[str, Any] = {
            "lines": facts["ledger_of_the_silence"],
            "left_out": {},
            **facts["silence"],
        }
        print_ledger(stretch, reasons=False)
    text = facts["readouts"]
    say(*(Path(text[each]).read_text(encoding="utf-8") for each in ("de", "en")))
    verdict = "verified" if facts["verify"]["ok"] else f"{len(facts['verify']['findings'])} findings"
    say(f"{facts['replayed']} contacts replayed, {facts['entries']} entries, both bundles {verdict}.")
    say(f"{len(facts['left_out'])} rows were left out; `--json` lists each with its reason.")
    say(*(f"  {each}" for each in facts["bundles"]), f"It took {facts['seconds']} s.")


async def _stay(demo: "Demo", *, as_json: bool) -> None:
    """Leave the nodes running, with a console for each, until Ctrl-C."""
    import signal

    from firebreak.app.demo_consoles import consoles

    with_end = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, with_end.set)
    async with consoles(demo.cells, demo.seats) as opened:
        if not as_json:
            _invite(demo, [(each.cell.name, each.link) for each in opened])
        await with_end.wait()


def _invite(demo: "Demo", links: list[tuple[str, str]]) -> None:
    from firebreak.cli.terminal import say

    width = max(len(name) for name, _ in links)
    say("", "Both nodes go on running, each with its console. Open both in one browser:", "")
    say(*(f"  {name:<{width}}  {link}" for name, link in links), "")
    say(
        "1. Choose a password on each page, and let the page make its key.",
        "2. Take the watch on both.",
        "3. On one side press Call on the line; on the other it rings: answer it.",
        "4. Speak, write a message, hang up. The record on both sides says just that.",
        "",
        "Or by hand, in two other terminals, as soon as both watches are taken:",
    )
    for each in demo.cells:
        root = each.house.root
        say(f"  export FIREBREAK_HOME={root} FIREBREAK_PASSPHRASE_FILE={root / 'passphrase.txt'}")
    say('  firebreak send "All quiet here." --wait', "  firebreak inbox --follow", "  firebreak call place")
    say("  firebreak call decline --reason not-now", "Ctrl-C here ends everything.")
