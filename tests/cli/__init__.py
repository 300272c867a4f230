"""Tests of the small parts of the command line; whole commands are in the plays."""
