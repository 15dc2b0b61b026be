"""Events from a file: read, shown line by line, and made only when somebody has said yes.

`spreadsheet` and `ical` read (pure), `making` makes pages, `views` is what editors see.
"""
