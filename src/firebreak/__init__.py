"""Firebreak: a deconfliction line between two organisations that do not trust each other."""
