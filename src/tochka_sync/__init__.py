"""Check a shared plan of school events against an education department's order."""

__version__ = "0.1.0"
