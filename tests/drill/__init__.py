"""Drills: the whole site as it is served, real servers beside it, and something goes wrong on purpose."""
