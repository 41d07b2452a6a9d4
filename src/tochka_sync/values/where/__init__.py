"""Where: schools, settlements, places."""
