"""What a run of words of time can say; written as patterns over the letters of `tokens.py`.

stretch   one instant to another                          230600Z TO 241800Z JUN
daily     clock times on days, in either order            0700Z TO 1700Z DAILY 14, 15 AND 17 MAR
open      from an instant until further notice
until     from the issue of the warning to an instant
days      whole days
"""

import re
from typing import Final

_INSTANT: Final = r"(?:GM?Y?|(?:F|d|DM?Y?|MD[&]?Y?)[&]?f?T|Tf?(?:F|d|DMY?|MDY?)|TD(?=[-n]T))"
_DAY: Final = (
    r"(?:b(?:F[&]F|DM?Y?[&]DMY?|MD[&]MDY?)|F[-n]F|d[-n]d|F|d|DMY?[-n]DMY?|D[-n]DM?Y?|"
    r"MD[&]?Y?[&]?[-n]MD[&]?Y?|MD[-n]D[&]?Y?|MDY?|DM?Y?)"
)
_DAYS: Final = rf"(?:{_DAY}(?:[&]+f?{_DAY}|f{_DAY})*)"
_RANGE: Final = r"(?:T[-n]T|bT[&]T)"
_RANGES: Final = rf"(?:{_RANGE}(?:[&]*f?{_RANGE})*)"
SEGMENT: Final = re.compile(
    rf"(?P<daysfirst>a?f?{_DAYS}[&]?a?[&]?f?{_RANGES}(?:MY?)?a?)(?![-n])"
    rf"|(?P<timesfirst>a?f?{_RANGES}a?[&]?f?{_DAYS})(?![-nTG])"
    rf"|(?P<within>[fS]?{_INSTANT}[-n]f?{_INSTANT}[&]?a[&]?f?{_RANGES})"
    rf"|(?P<dailystretch>af?GM?Y?[-n]GM?Y?)"
    rf"|(?P<stretchdaily>[fS]?{_INSTANT}[-n]f?{_INSTANT}(?:(?<=T)MY?)?[&]?a)(?![&]?f?[TDMFdG])"
    rf"|(?P<stretch>[fS]?{_INSTANT}[-n]f?{_INSTANT}(?:(?<=T)MY?)?)"
    rf"|(?P<between>b{_INSTANT}[&]f?{_INSTANT}(?:(?<=T)MY?)?)"
    rf"|(?P<dailyuntil>{_RANGES}a?n(?:F|d|DMY?|GMY?))"
    rf"|(?P<dailyopen>{_RANGES}a?u)"
    rf"|(?P<openuntil>[fS]?(?:{_INSTANT}|F|DMY?)u)"
    rf"|(?P<until>n(?:{_INSTANT}|F|d|DMY?|MDY?))"
    rf"|(?P<open>[fS]{_INSTANT}(?![-n&]))"
    rf"|(?P<days>(?:f|a|S)*{_DAYS})(?![-nTG])"
)
RANGE: Final = re.compile(_RANGE)
DAY: Final = re.compile(_DAY)
INSTANT: Final = re.compile(_INSTANT)
TIMED: Final = re.compile(r"[GTFdM]")
"Letters that must not be left over without a finding."
