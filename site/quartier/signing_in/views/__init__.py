"""The pages on the way in, and those on which people look after their own account."""
