"""The agreed phrases of this version, by topic in the order in which a console offers them."""

from typing import Final

from firebreak.core.phrase.definition import Phrase
from firebreak.core.phrase.topics.aid import AID
from firebreak.core.phrase.topics.air import AIR
from firebreak.core.phrase.topics.approach import APPROACH
from firebreak.core.phrase.topics.call import CALL
from firebreak.core.phrase.topics.danger import DANGER
from firebreak.core.phrase.topics.exercise import EXERCISE
from firebreak.core.phrase.topics.explain import EXPLAIN
from firebreak.core.phrase.topics.fire import FIRE
from firebreak.core.phrase.topics.grid import GRID
from firebreak.core.phrase.topics.incident import INCIDENT
from firebreak.core.phrase.topics.line import LINE
from firebreak.core.phrase.topics.message import MESSAGE
from firebreak.core.phrase.topics.rescue import RESCUE
from firebreak.core.phrase.topics.sea import SEA

AGREED: Final[tuple[Phrase, ...]] = (
    *DANGER,
    *FIRE,
    *APPROACH,
    *SEA,
    *AIR,
    *EXERCISE,
    *AID,
    *RESCUE,
    *GRID,
    *INCIDENT,
    *EXPLAIN,
    *MESSAGE,
    *CALL,
    *LINE,
)
