"""What pages of one house say to each other: it goes no further than this server.

An officer asks a colleague to interpret, or to take the call over; both speak by a path of their own. What
the other side has to know, pages say to the node in entries: a third person joins, the call is handed over.

A message that two officers have to release waits here for the second one, and is sent when both have signed.
"""
