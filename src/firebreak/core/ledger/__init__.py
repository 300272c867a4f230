"""Contact facts from entries and imported timelines, folded into the contact ledger."""
