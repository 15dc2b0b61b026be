"""What the doctor looks at: a module for each concern, each with `look(patience)`; see ../every.py."""
