### The plots.
