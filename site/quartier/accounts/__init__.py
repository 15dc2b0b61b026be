"""Who may work on what beyond the house's own editors: partners, on their pages alone."""
