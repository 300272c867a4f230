"""Figures of two real nodes on this machine: `make bench`, or `python -m bench NAME` for one of them."""
