"""The console in a real browser, and what its tests are fed with."""
