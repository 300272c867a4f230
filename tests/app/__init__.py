"""Tests of the wiring: founding, pairing, a node that runs and is killed."""
