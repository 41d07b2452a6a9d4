"""Where plans come from: each module turns one kind of source into a `Book`."""
