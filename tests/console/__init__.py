"""Tests of the console's server."""
