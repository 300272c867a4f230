"""The agreed phrases, a module for each topic."""
