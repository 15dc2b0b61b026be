"""What editors see of languages: the overview, the box above a form, and what their buttons do."""
