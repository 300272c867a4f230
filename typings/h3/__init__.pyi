"""Cells of a grid of hexagons on the sphere."""
