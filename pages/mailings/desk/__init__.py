"""The editor's side of mail to many: how far it is, what needs a person, and the levers."""
