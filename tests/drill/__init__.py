"""The house when things go wrong around it, tried with real processes."""
