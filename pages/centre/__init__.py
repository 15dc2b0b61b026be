"""The centre itself: what it is called, where it is, when it is open."""
