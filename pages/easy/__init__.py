"""Leichte Sprache: a language of its own, with short lines, explained words, and people who check it."""
