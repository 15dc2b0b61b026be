"""What the operator learns of a running site: lines in a log, faults, figures. Nothing of any person."""
