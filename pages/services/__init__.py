"""What the centre offers (Angebote): for whom, when, where, what it costs."""
