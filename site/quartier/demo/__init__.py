"""The demo centre: a real house's website, made from the data files beside this."""
