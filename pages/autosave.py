"""What the editor saves by itself, while nobody presses a button."""


def is_autosave(request) -> bool:
    """Whether a form of the editor has sent itself: like all scripts Wagtail asks for JSON then."""
    return not request.accepts("text/html")
