"""Private matching on the officer's side: cells, sets, keys and what is kept to open a commitment.

Nothing here runs in the node. The node carries bytes that it cannot read (`core/matching`); the command line
computes them, in a process of its own where bytes of the other side are read (decision 0021).
"""
