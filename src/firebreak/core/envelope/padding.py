"""How packets of a line are padded; it belongs to the link profile of the line agreement."""

from enum import IntEnum


class Padding(IntEnum):
    """What the size of a packet may tell."""

    THIN = 0
    "Steps of 32 bytes, for narrow links."
    STANDARD = 1
    "Five classes of packets: 256 B, 1, 4, 16 and 64 KiB."
