"""What comes back: read from a mailbox, or posted to us, and noted with the mail that it was."""
