"""A picture of the map as SVG: coastline, areas, places and distances, for readouts and pages."""
