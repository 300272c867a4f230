"""`firebreak sim`: live through bad days with two real nodes, without a network and without a disk."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from firebreak.cli.options import Json

if TYPE_CHECKING:
    from firebreak.sim.day import Mode

Seeds = Annotated[int, typer.Option("--seeds", min=0, help="How many days of chance.")]
First = Annotated[int, typer.Option("--first", min=0, help="The first of them.")]
ModeName = Annotated[
    str, typer.Option("--mode", help="S: safety under any faults. L: liveness too. Both when left out.")
]
Stories = Annotated[
    bool, typer.Option("--stories", help="Every scripted story, with an end of a process at each effect.")
]
Pairs = Annotated[
    int, typer.Option("--pairs", min=0, help="With --stories: two ends in every n-th pair; 0: in none.")
]
Mutants = Annotated[bool, typer.Option("--mutants", help="Put in each known fault; every one must be found.")]
OneMutant = Annotated[str, typer.Option("--mutant", help="Put in this one.")]
Seed = Annotated[int | None, typer.Option("--seed", min=0, help="Live through one day and say how it went.")]
Trace = Annotated[bool, typer.Option("--trace", help="With --seed: print all that happens.")]


def sim(
    seeds: Seeds = 200,
    first: First = 1,
    mode: ModeName = "",
    stories: Stories = False,
    pairs: Pairs = 6,
    mutants: Mutants = False,
    mutant: OneMutant = "",
    seed: Seed = None,
    trace: Trace = False,
    as_json: Json = False,
) -> None:
    """Let two real nodes live through bad days and hold the invariants against all that happens.

    Exit code 0: nothing broke, or every mutant was found. 1: something broke. 2: usage.

    Example: firebreak sim --seeds 200
    """
    if mutants or mutant:
        good = _hunt(mutant, as_json=as_json)
    elif seed is not None:
        good = _one(seed, _mode(mode), trace=trace, as_json=as_json)
    else:
        good = _many(seeds, first, _mode(mode), pairs=pairs if stories else None, as_json=as_json)
    if not good:
        raise typer.Exit(1)


def _mode(name: str) -> "Mode | None":
    from firebreak.core.base.errors import LocalError
    from firebreak.sim.day import Mode

    if not name:
        return None
    if name not in {each.value for each in Mode}:
        raise LocalError(f"there is no mode {name!r}", code="FB418", hint="say --mode S or --mode L")
    return Mode(name)


def _many(seeds: int, first: int, mode: "Mode | None", *, pairs: int | None, as_json: bool) -> bool:
    from firebreak.cli.stderr import Progress
    from firebreak.cli.terminal import say, say_json
    from firebreak.sim.running import failure, run_enumeration, run_seeds

    progress = Progress(quiet=as_json)
    if pairs is None:
        total = run_seeds(first, seeds, mode, progress.say)
    else:
        total = run_enumeration(pairs_every=pairs, say=progress.say)
    progress.end()
    if as_json:
        say_json(total.to_json())
        return not total.failures
    say(f"{total.days} days, {total.entries} entries, {total.events} events in {total.seconds:.1f} seconds.")
    say(
        f"Looked at: {', '.join(f'{name} {count}' for name, count in total.to_json()['invariants'].items())}."
    )
    for each in total.failures:
        say("", *_told(failure(each)))
    say("Nothing broke." if not total.failures else f"{len(total.failures)} days broke something.")
    return not total.failures


def _told(facts: dict[str, Any]) -> list[str]:
    options = ("seed", "mode", "check_seconds", "real", "vault", "crash_at")
    return [
        f"{facts['day']}: {facts['violation']}",
        f"  options: {' '.join(f'{name}={facts[name]}' for name in options)}",
        *(f"  {act}" for act in facts["acts"]),
    ]


def _one(seed: int, mode: "Mode | None", *, trace: bool, as_json: bool) -> bool:
    from firebreak.cli.terminal import safe, say, say_json
    from firebreak.sim.day import live
    from firebreak.sim.running import failure
    from firebreak.sim.weather import day_of

    report = live(day_of(seed, mode), tracing=trace)
    if as_json:
        say_json({**failure(report), "events": report.events, "trace": report.digest, "lines": report.trace})
    else:
        say(*(safe(each) for each in report.trace), *_told(failure(report)))
    return report.violation is None


def _hunt(name: str, *, as_json: bool) -> bool:
    from firebreak.cli.stderr import Progress
    from firebreak.cli.terminal import say, say_json
    from firebreak.core.base.errors import LocalError
    from firebreak.sim.mutants import CATALOGUE, hunt

    chosen = [each for each in CATALOGUE if name in ("", each.name)]
    if not chosen:
        hint = "`firebreak sim --mutants` lists them"
        raise LocalError(f"there is no mutant {name!r}", code="FB419", hint=hint)
    progress, found = Progress(quiet=as_json), list[dict[str, Any]]()
    for each in chosen:
        progress.say(f"hunting: {each.name}")
        found.append(hunt(each).to_json())
    progress.end()
    if as_json:
        say_json({"mutants": found, "killed": sum(each["killed"] for each in found), "of": len(found)})
    else:
        say(*(_line(each) for each in found))
    return all(each["killed"] for each in found)


def _line(facts: dict[str, Any]) -> str:
    if not facts["killed"]:
        return f"ALIVE   {facts['name']} after {facts['days']} days"
    return f"killed  {facts['name']}: {facts['by']}, day {facts['days']}: {facts['text']}"
