"""Whether two houses say the same to their readers, byte for byte."""
