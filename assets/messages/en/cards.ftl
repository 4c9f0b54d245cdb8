### The cards to be shared.
