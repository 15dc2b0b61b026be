"""Announcements: what people should know from now until then, as a banner, on the home page, in the news."""
