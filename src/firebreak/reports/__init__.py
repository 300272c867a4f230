"""A readout as something to publish: text, one HTML page, or PDF/A with the facts attached."""
