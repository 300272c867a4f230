"""Settings for every test: bounded, and in CI the same examples each time."""

import os

from hypothesis import settings

settings.register_profile("desk", deadline=None, max_examples=60)
settings.register_profile("ci", parent=settings.get_profile("desk"), derandomize=True, print_blob=True)
settings.register_profile("nightly", parent=settings.get_profile("desk"), max_examples=2_000)
settings.load_profile(os.environ.get("FIREBREAK_EXAMPLES", "ci" if os.environ.get("CI") else "desk"))
