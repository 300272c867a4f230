"""Small faults of the code, one at a time, and the hunt for them."""

from firebreak.sim.mutants.duties import DUTIES
from firebreak.sim.mutants.hunting import Hunt, Mutant, hunt
from firebreak.sim.mutants.keys import KEYS
from firebreak.sim.mutants.links import LINKS
from firebreak.sim.mutants.notices import NOTICES
from firebreak.sim.mutants.people import PEOPLE
from firebreak.sim.mutants.record import RECORD

CATALOGUE = (*RECORD, *PEOPLE, *DUTIES, *LINKS, *KEYS, *NOTICES)

__all__ = ["CATALOGUE", "Hunt", "Mutant", "hunt"]
