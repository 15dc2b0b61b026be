"""Whether others can tell our mail from a forger's: what DNS says about it, and what it should say."""
