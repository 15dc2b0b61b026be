"""The editor's side of the newsletter's readers: who they are, whole lists in and out."""
