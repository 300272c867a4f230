"""The running core: the pump that stores, sends and shows, the queues of links, the clocks."""
