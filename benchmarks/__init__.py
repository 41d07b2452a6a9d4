"""Measures the program beside its peers; `make bench` runs it."""
