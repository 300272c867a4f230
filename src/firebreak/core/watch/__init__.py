"""Watches: who holds which desk, since when, and how it passes from one officer to the next."""
