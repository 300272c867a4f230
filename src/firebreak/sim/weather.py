"""Days as they come: what happens follows from the seed alone."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Final

from firebreak.core.base.instants import MINUTE, SECOND
from firebreak.sim.acts import Act
from firebreak.sim.crypto import OFFICERS
from firebreak.sim.day import Day, Mode
from firebreak.sim.matchers import with_matchings
from firebreak.sim.notifiers import with_notices
from firebreak.sim.parties import PARTIES
from firebreak.sim.tricks import TRICKS

REAL_ONE_IN: Final = 50  # seeds with real signatures
VAULT_ONE_IN: Final = 5  # with the real signer behind the node's own
SOUND_ONE_IN: Final = 7  # with consoles that speak; the other days are what they were before there was sound
NOTICES_ONE_IN: Final = 3  # with notices beside all else
MATCHINGS_ONE_IN: Final = 5  # with private matchings beside all else
ACTS_MIN, ACTS_MAX = 12, 40
CHECK_SECONDS: Final = (0, 300, 900, 3_600)
PRECEDENCES: Final = ("routine", "priority", "immediate", "flash")

Particulars = Callable[[Random], tuple[str, ...]]


def _none(chance: Random) -> tuple[str, ...]:
    return ()


def _officer(chance: Random) -> tuple[str, ...]:
    return (chance.choice(OFFICERS),)


def _newest(chance: Random) -> tuple[str, ...]:
    return (str(chance.choice((0, 0, 0, 1, 2))), chance.choice(OFFICERS))


def _alone(chance: Random) -> tuple[str, ...]:
    return ("alone",) if chance.random() < 0.2 else ()  # noqa: PLR2004


def _seconds(*choices: int) -> Particulars:
    return lambda chance: (str(chance.choice(choices)),)


def _weather(chance: Random) -> tuple[str, ...]:
    latency = chance.choice((1, 20, 700, 20_000, 3 * 3_600_000))
    rough = chance.choice((0, 0, 60))
    shares = (rough, rough, rough, rough // 2)
    return tuple(map(str, (latency, latency // 2, *shares, chance.choice((0, 0, 300, 1_200)))))


def _witness(chance: Random) -> tuple[str, ...]:
    what, *number = chance.choice(
        (
            ("down", "600"),
            ("down", "20"),
            ("slow", "5"),
            ("slow", "0"),
            ("lies", "-90000"),
            ("lies", "400000"),
            ("forks",),
            ("save",),
            ("bring_back",),
        )
    )
    return (str(chance.randrange(3)), what, *number)


PEOPLE: Final[dict[str, tuple[int, Particulars]]] = {
    "send": (
        30,
        lambda chance: (chance.choice(PRECEDENCES), str(chance.choice((0, 0, 40, 2_900))), *_alone(chance)),
    ),
    "follow": (6, lambda chance: (chance.choice(("correct", "recall", "answer", "update", "relate")),)),
    "show": (6, _none),
    "read": (6, _newest),
    "acknowledge": (6, _newest),
    "refuse": (2, _newest),
    "place": (12, lambda chance: (chance.choice(PRECEDENCES), str(chance.choice((5, 20, 60))))),
    "answer": (8, _officer),
    "decline": (4, lambda chance: (chance.choice(OFFICERS), *chance.choice(((), ("5",))))),
    "busy": (2, _officer),
    "cancel": (4, _none),
    "hang_up": (5, _none),
    "request": (3, lambda chance: (chance.choice(PRECEDENCES), chance.choice(OFFICERS))),
    "reply": (4, lambda chance: (chance.choice(("accept", "propose", "decline", "message")),)),
    "take": (8, _officer),
    "hand_over": (3, _officer),
    "leave": (2, _none),
    "suspend": (2, lambda chance: (chance.choice(("all", "voice", "messages")), chance.choice(("1", "30")))),
    "restore": (2, _officer),
    "check": (4, _none),
    "check_person": (2, _officer),
    "refuse_check": (1, _officer),
}
"What officers do: how often, and the particulars."

COURSE: Final[dict[str, tuple[int, Particulars]]] = {
    "steer": (3, lambda chance: (chance.choice(("hold", "resume", "hold")),)),
    "pass_on": (1, _officer),
    "consent": (4, lambda chance: (chance.choice(("asked", "given", "withdrawn")), chance.choice(OFFICERS))),
    "minute": (2, _officer),
    "hang_up": (2, _none),
    "speak": (1, lambda chance: (chance.choice((*OFFICERS, "warm")), chance.choice("01"))),
}
"What is said in the course of the newest call."

FAULTS: Final[dict[str, tuple[int, Particulars]]] = {
    "kill": (6, _seconds(1, 5, 40, 600)),
    "crash": (12, lambda chance: (str(chance.randint(1, 12)),)),
    "shut": (2, _seconds(1, 30)),
    "pause": (3, lambda chance: (str(chance.choice((3, 45, 900))), chance.choice(("awake", "asleep")))),
    "fail": (3, lambda chance: (chance.choice(("before", "took")),)),
    "full": (2, _seconds(20, 300)),
    "unreadable": (2, _seconds(5, 90)),
    "slow": (3, _seconds(0, 5, 200, 4_000)),
    "step": (4, lambda chance: (str(chance.choice((-86_400, -3_600, -3, 1, 90, 7_200))),)),
    "drift": (2, lambda chance: (str(chance.choice((-200, 0, 90))),)),
    "cut": (8, _seconds(1, 20, 300, 7_200)),
    "half": (4, _seconds(5, 40, 200)),
    "path": (3, _none),
    "weather": (6, _weather),
    "relay": (3, lambda chance: (str(chance.choice((60, 1_200, 7_200))), chance.choice(("too", "alone")))),
    "witness": (4, _witness),
}
"What goes wrong that both modes must bear on both sides."

RENEWAL: Final[dict[str, tuple[int, Particulars]]] = {
    "renew": (8, lambda chance: (chance.choice(("plain", "add", "drop", "key", "key", "over")),)),
}
"What custodians of root keys do on some days."

REVOCATION: Final[dict[str, tuple[int, Particulars]]] = {
    "revoke": (4, lambda chance: (str(chance.choice((0, 1, 5))),)),
}
"And in mode S alone: what was said under a stolen key is void for one side earlier than for the other."

DAMAGE: Final[dict[str, tuple[int, Particulars]]] = {
    "lose": (4, lambda chance: (str(chance.randint(1, 6)), "5")),
    "save": (6, _none),
    "bring_back": (4, _seconds(5, 90)),
    "wipe": (2, _seconds(5, 90)),
    "rot": (4, lambda chance: (str(chance.randint(1, 5)), "5")),
    "twin": (4, _seconds(0, 1, 4)),
    "end_twin": (3, _none),
}
"What makes a disk forget: in mode L only on one side."


def day_of(seed: int, mode: Mode | None = None) -> Day:
    """The day of a seed."""
    chance = Random(f"day {seed}")
    mode = mode or (Mode.SAFETY if seed % 2 else Mode.LIVENESS)
    side = chance.choice(PARTIES)
    hostile = mode is Mode.SAFETY and chance.random() < 0.4  # noqa: PLR2004
    acts = _acts(chance, mode, side, hostile=hostile)
    return Day(
        name=f"seed {seed}",
        seed=seed,
        acts=tuple(_more(acts, seed)),
        mode=mode,
        check_seconds=chance.choice(CHECK_SECONDS),
        real=seed % REAL_ONE_IN == 0,
        vault=seed % VAULT_ONE_IN == 0,
    )


def _acts(chance: Random, mode: Mode, damaged: str, *, hostile: bool) -> list[Act]:
    at, acts = 0, _agreeing(chance)
    people = PEOPLE | (RENEWAL if chance.random() < 0.4 else {})  # noqa: PLR2004
    if mode is Mode.SAFETY and chance.random() < 0.2:  # noqa: PLR2004
        people = people | REVOCATION
    for _ in range(chance.randint(ACTS_MIN, ACTS_MAX)):
        at += _gap(chance)
        side = chance.choice(PARTIES)
        kind = chance.random()
        if kind < 0.62:  # noqa: PLR2004
            acts.append(_act(chance, at, _twin(chance, side), people))
        elif kind < 0.86:  # noqa: PLR2004
            acts.append(_act(chance, at, side, FAULTS))
        elif hostile and kind < 0.96:  # noqa: PLR2004
            acts.append(Act(at, damaged, "forge", (chance.choice(sorted(TRICKS)),)))
        else:
            acts.append(_act(chance, at, side if mode is Mode.SAFETY else damaged, DAMAGE))
    return acts


def _agreeing(chance: Random) -> list[Act]:
    """On most days both sides begin by signing the line agreement."""
    kinds = chance.choice(((), ("two",), None))
    return [] if kinds is None else [Act(at, side, "agree", kinds) for at, side in enumerate(PARTIES)]


def _more(acts: list[Act], seed: int) -> list[Act]:
    """What happens on some days only, from dice of its own: the rest of the day stays what it was."""
    spoken = _with_sound(acts, seed) if seed % SOUND_ONE_IN == 0 else acts
    announced = with_notices(spoken, seed) if seed % NOTICES_ONE_IN == 0 else spoken
    return with_matchings(announced, seed) if seed % MATCHINGS_ONE_IN == 0 else announced


def _with_sound(acts: list[Act], seed: int) -> list[Act]:
    """The same day, on which each call is one between consoles, and most of them are answered."""
    chance, out = Random(f"sound {seed}"), list[Act]()
    for act in acts:
        spoken = act.verb in ("place", "answer")
        out.append(replace(act, words=(*act.words, "sound")) if spoken else act)
        if act.verb == "place":
            out += _connecting(chance, act)
    return sorted(out, key=lambda each: each.at)


def _connecting(chance: Random, placed: Act) -> list[Act]:
    """What consoles and officers say of a call, in its turn; each of it is left out now and then."""
    ours = placed.side
    theirs = next(each for each in PARTIES if each != ours.rstrip("+"))
    told: list[tuple[str, str, tuple[str, ...]]] = [
        (ours, "speak", _officer(chance)),
        (ours, "name_candidates", ()),
        (theirs, "speak", ("warm",)),
        (theirs, "answer", (*_officer(chance), "sound")),
        *((side, "look", chance.choice(((), (), (), ("other",)))) for side in (ours, theirs)),
    ]
    at, acts = placed.at, list[Act]()
    for side, verb, words in told:
        at += chance.choice((20, 300, 1_500, 1_500))
        if chance.random() < 0.9:  # noqa: PLR2004
            acts.append(Act(at, side, verb, words))
    for _ in range(chance.randint(0, 5)):
        at += chance.choice((300, 2_000, 2_000))
        acts.append(_act(chance, at, chance.choice(PARTIES), COURSE))
    return acts


def _act(chance: Random, at: int, side: str, table: dict[str, tuple[int, Particulars]]) -> Act:
    verb = chance.choices(list(table), [weight for weight, _ in table.values()])[0]
    return Act(at, side, verb, table[verb][1](chance))


def _twin(chance: Random, side: str) -> str:
    return f"{side}+" if chance.random() < 0.15 else side  # noqa: PLR2004


def _gap(chance: Random) -> int:
    """Milliseconds until the next act: mostly seconds, sometimes an hour."""
    longest = chance.choices((100, 3 * SECOND, 30 * SECOND, 5 * MINUTE, 60 * MINUTE), (3, 6, 5, 2, 1))[0]
    return chance.randint(0, longest)
