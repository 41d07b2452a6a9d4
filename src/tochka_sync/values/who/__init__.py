"""Who: people and how to reach them, and whom an event is for."""
