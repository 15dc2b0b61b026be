"""How the house is founded, kept running and looked after by its operator."""
