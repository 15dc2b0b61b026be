"""PURE: texts in, findings out. Knows German, and neither Django nor the site."""
