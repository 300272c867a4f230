"""Tests of what programs can ask of a node."""
