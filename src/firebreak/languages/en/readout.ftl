### Sentences of the readout. A sentence may claim no more than its evidence class allows.
