"""Readers and writers of outside texts: pure functions from text to what it says, with what is doubtful."""
