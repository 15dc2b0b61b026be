"""Pages kept as they were answered: given out again for as long as they are true, and when all else fails.

Stands before Django (`wsgi.py`); see site/decisions/0020-kept-pages.md.
"""
