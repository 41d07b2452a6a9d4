"""When: the day of an event, the moment of a submission."""
