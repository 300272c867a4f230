"""What a step of the scheme may take, and how the two processes talk (`stepping`, `worker`)."""

from enum import IntEnum
from typing import Final

ITEMS_MAX: Final = 2_000
REQUEST_BYTES_MAX: Final = 1 << 20  # 2,000 items as text are 134 kB, two messages of them 140 kB
ANSWER_BYTES_MAX: Final = 1 << 20
MEMORY_BYTES_MAX: Final = 1 << 30
CPU_SECONDS_MAX: Final = 60  # a step of 2,000 items takes less than a second
WALL_SECONDS_MAX: Final = 120.0

LIBRARY_LACKS: Final = 3  # exit codes of the worker
LIBRARY_FAILED: Final = 4


class Step(IntEnum):
    """What is computed."""

    OFFER = 1
    "Our request and setup, from our items."
    ANSWER = 2
    "Our response, from their request and our server's key; no item is needed."
    COMPARE = 3
    "What is in common, from their setup and response and our client's key; no item is needed."


class Field(IntEnum):
    """Keys of the two maps."""

    STEP = 1
    ITEMS = 2
    CLIENT_KEY = 3
    SERVER_KEY = 4
    REQUEST = 5
    SETUP = 6
    RESPONSE = 7
    COMMON = 8
