"""Leichte Sprache."""
