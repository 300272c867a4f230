"""A map of the site's own, drawn under the common picture: one PMTiles file that the other side never saw."""
