"""Two nodes, their links, disks, clocks and officers in one deterministic world (`docs/simulator.md`).

The lines, the pump and the outbox are the ones that run in production. Made up are only the things around
them: the network, the disk, the clock, the keys, the people. All chance comes from one seed.
"""
