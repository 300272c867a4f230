"""Stories of calls with sound, and what they must show."""

from typing import Final

SPOKEN: Final = {
    "two consoles speak": """
        1 North place immediate 20 sound
        1.100 North speak one
        1.200 North name_candidates
        2 South speak warm
        3 South answer one sound
        4 North look
        4.100 South look
        5 North steer hold
        5.500 North steer resume
        6 South consent asked one
        6.500 North consent given one
        7 North pass_on one
        8 North hang_up
        9 South hang_up
        10 North minute one
        11 South minute one
    """,
    "a stranger between two consoles": """
        1 North place immediate 20 sound
        1.100 North speak one
        2 South speak warm
        3 South answer one sound
        4 South look other
        4.100 North look
        8 North hang_up
        9 South hang_up
    """,
}

SPOKEN_TOLD: Final = {
    "two consoles speak": "MediaSecured Resumed HandedOver RecordingEnded MinutesAgreed !CallDoubted",
    "a stranger between two consoles": "MediaContradicted !CallDoubted",
}
