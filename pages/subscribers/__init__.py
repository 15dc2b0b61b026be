"""Who gets the newsletter: asking, confirming, choosing, leaving. An address, a language, topics; no more."""
