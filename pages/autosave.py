"""What the editor saves by itself, while nobody presses a button."""


def is_autosave(request) -> bool:
    """Whether the editor's form has sent itself: for nothing else does Wagtail ask to be answered in JSON."""
    return not request.accepts("text/html")
