"""What a right row is: the pydantic schemas of an event and of a school."""
