"""What: titles, types, levels, numbers, contracts, publications."""
