"""How far something is from a site, on WGS-84, and when that is worth an alarm.

Nothing outside this package and its shells needs numpy, shapely or geographiclib: the node never loads them.
"""
