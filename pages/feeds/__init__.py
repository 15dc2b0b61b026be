"""What feeds of all rooms share: how they are answered, and Atom (RFC 4287)."""
