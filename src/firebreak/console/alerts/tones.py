"""What is heard on a phone that is lifted: the alarm's tones, 500 to 3,000 Hz as MIL-STD-1472E has them."""

import math
import struct
from collections.abc import Iterator
from typing import Final

RATE: Final = 8_000  # samples a second, G.711
FRAME: Final = 160  # samples: 20 ms
PITCHES: Final = (880, 1_100, 1_320)  # Hz
TONE_FRAMES: Final = 8  # each pitch
PAUSE_FRAMES: Final = 16
LOUDNESS: Final = 0.5


def frames(seconds: float) -> Iterator[bytes]:
    """PCM of 16 bits, a frame of 20 ms each: three tones upwards, a pause, and again."""
    turn = len(PITCHES) * TONE_FRAMES + PAUSE_FRAMES
    for number in range(int(seconds * RATE / FRAME)):
        place = number % turn // TONE_FRAMES
        yield _frame(PITCHES[place] if place < len(PITCHES) else 0, number * FRAME)


def _frame(pitch: int, start: int) -> bytes:
    if not pitch:
        return bytes(2 * FRAME)
    turn = 2 * math.pi * pitch / RATE
    loud = LOUDNESS * 32_767
    return struct.pack(f"<{FRAME}h", *(int(loud * math.sin(turn * (start + each))) for each in range(FRAME)))
