"""What must hold, looked at from outside: after every step for safety, after the heal for liveness.

An oracle judges by what was stored, sent and shown. It reads entries by itself and asks a line nothing but
what its desk would be told.
"""

from firebreak.sim.oracles.all import Oracles

__all__ = ["Oracles"]
