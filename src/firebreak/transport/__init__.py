"""Sealed packets and the links that carry them."""
