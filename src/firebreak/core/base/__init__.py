"""What everything else stands on: errors, instants, strict CBOR, shapes of bodies, text rules."""
