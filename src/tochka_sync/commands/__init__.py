"""What the command line offers beside the check itself."""
