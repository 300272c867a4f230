"""Follows tracks of our own receivers beside the node, and holds them against our sites and announced areas.

It is a process of its own: what it reads comes from the air and may be forged, so it has no key, no part in
the record and no way to the counterpart. Tracks and sites stay on our side.
"""
