"""A public text built from ledger facts only, each sentence within what its evidence may say."""
