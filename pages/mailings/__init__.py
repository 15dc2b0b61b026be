"""Mail to many: frozen when it is sent, a row for each person, worked off: none is lost, none sent twice."""
