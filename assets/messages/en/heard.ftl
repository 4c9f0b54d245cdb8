### What is only heard, with a screen reader.

edge-filters = Width of the filters
edge-details = Width of the details
