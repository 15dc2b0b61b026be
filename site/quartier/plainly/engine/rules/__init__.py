"""The rules, one idea a module: each function takes a sentence and yields its marks."""
