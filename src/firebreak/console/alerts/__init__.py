"""Alerts: what asks for a person of ours, until one has taken it, and the chain that goes and finds one.

They are this side's own. Nothing of them goes into the record, and an acknowledgement of an alert says
nothing to the counterpart (docs/alarms.md).
"""
