"""What a phrase is: its id, its topic, what it must be given, and what is expected of who reads it.

An id never changes its meaning; a phrase that must change gets a new id. `we` is the side that sends.
"""

from dataclasses import dataclass
from enum import StrEnum

from firebreak.core.phrase.kinds import Kind


class Topic(StrEnum):
    """What a phrase is about; consoles offer them in this order, each has a file of texts of its own."""

    DANGER = "danger"
    FIRE = "fire"
    APPROACH = "approach"
    SEA = "sea"
    AIR = "air"
    EXERCISE = "exercise"
    AID = "aid"
    RESCUE = "rescue"
    GRID = "grid"
    INCIDENT = "incident"
    EXPLAIN = "explain"
    MESSAGE = "message"
    CALL = "call"
    LINE = "line"


class Reaction(StrEnum):
    """What both sides agreed that a desk does when it reads a phrase; each has a text in every language."""

    STOP = "stop"
    ACT = "act"
    CLEAR = "clear"
    WARN = "warn"
    INFORM = "inform"
    ASSIST = "assist"
    CHECK = "check"
    ANSWER = "answer"
    READ_BACK = "read-back"
    REPEAT = "repeat"
    CALL = "call"
    WAIT = "wait"
    NOTE = "note"
    NONE = "none"


class Practice(StrEnum):
    """The public practice that a phrase follows. The wording is our own."""

    OWN = ""
    INCSEA = "INCSEA"
    "Agreements on the prevention of incidents at sea; signals are groups behind YV1."
    DMA = "DMA"
    "Agreements on the prevention of dangerous military activities."
    SMCP = "SMCP"
    "IMO Standard Marine Communication Phrases."
    ICAO = "ICAO"
    "ICAO Annex 2, interception, and Annex 11; signals are the spoken words of its table."
    NRRC = "NRRC"
    "Notifications of launches and exercises between risk reduction centres."
    VD = "VD"
    "Vienna Document, explanations of unusual military activities."
    HNS = "HNS"
    "Humanitarian notification."
    AP1 = "AP1"
    "Additional Protocol I to the Geneva Conventions, Annex I: medical flights."
    IAEA = "IAEA"
    "Early notification of nuclear accidents."
    GRID = "GRID"
    "Coordination of connected power grids."


@dataclass(frozen=True, slots=True)
class Phrase:
    """One agreed phrase: what it is for and what it must be given, in the order it travels."""

    id: str
    topic: Topic
    parameters: tuple[tuple[str, Kind], ...]
    reaction: Reaction = Reaction.NOTE
    practice: Practice = Practice.OWN
    "Where it comes from; no part of what is agreed."
    signals: tuple[str, ...] = ()
    "Groups or words with this meaning in the public source; no part of what is agreed."

    @property
    def description(self) -> str:
        """One line for the hash of the book."""
        given = (f"{name}=({kind.description})" for name, kind in self.parameters)
        return " ".join(["phrase", self.id, f"expects={self.reaction}", *given])


def define(
    topic: Topic,
    id: str,  # noqa: A002 - it is its id
    reaction: Reaction,
    practice: Practice,
    *signals: str,
    **parameters: Kind,
) -> Phrase:
    """A phrase as the modules of the topics write it."""
    return Phrase(id, topic, tuple(parameters.items()), reaction, practice, signals)
