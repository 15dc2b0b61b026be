"""A message comes in: the form is shown and checked, what was sent is kept, and the house is told."""
