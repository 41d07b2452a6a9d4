"""A tab of the sheet understood: its header, its columns, the kind of every row."""
