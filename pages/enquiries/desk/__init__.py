"""The editor's side of forms: who may read what was sent, and what one can do with it."""
