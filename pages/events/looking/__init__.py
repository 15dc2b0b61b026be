"""The public calendar: from the words in an address to the dates that one then sees."""
