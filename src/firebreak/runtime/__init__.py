"""The running node: the pump that stores, sends and shows; sessions over links; the desk socket."""
