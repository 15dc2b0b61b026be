"""Measurements: ratios taken in one run, never a pass or a fail. `make bench` prints them."""
