"""From the text of a cell to a value or a refusal: one module for each kind of value, no I/O."""
